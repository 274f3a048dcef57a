const signs: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;'
};
// A text that was not cleaned must not cost the whole file.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text for an element or a quoted attribute of XML. */
export function escapeXml(text: string): string {
	return text.replace(forbidden, '').replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}
