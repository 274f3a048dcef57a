/**
 * Different spellings of the same word, as pairs of what is written and what it is read as. Only where kanji
 * and kana mean the same in every sentence: 事 is not here because of 食事.
 */
const spellings: readonly (readonly [RegExp, string])[] = [
	[/[図計](?=[らりるれろっ])/g, 'はか'],
	[/出来(?=[るたてなまずれ])/g, 'でき'],
	[/無(?=[いくしけか])/g, 'な'],
	[/有(?=[るりっ])/g, 'あ'],
	[/[作創造](?=[らりるれろっ])/g, 'つく'],
	[/行な/g, '行'],
	[/[係関]わ/g, 'かかわ'],
	[/増(?=[えや])/g, 'ふ'],
	[/減(?=[らりるれろっ])/g, 'へ'],
	[/上が/g, 'あが'],
	[/下が/g, 'さが'],
	[/高ま/g, 'たかま'],
	[/繋/g, 'つな'],
	[/看護士/g, '看護師'],
	[/子供/g, '子ども'],
	[/癌/g, 'がん'],
	[/様々/g, 'さまざま'],
	[/けあまねー?(?:じゃー?)?/g, 'けあまね'],
	[/こーでぃねーたー?/g, 'こーでぃねーた'],
	[/介護支援専門員/g, 'けあまね'],
	[/[‐‑‒–—−-]/g, '-']
];

const katakana = /[\u30a1-\u30f6\u30fd\u30fe]/g;
const kanaDistance = 0x60;

/**
 * A text as it sounds rather than as it is written, for comparing and searching: full and half width, katakana and
 * hiragana, capitals, spaces and the common kanji and kana spellings of one word all become the same. Never shown.
 */
export function foldText(text: string): string {
	let folded = text
		.normalize('NFKC')
		.toLowerCase()
		// A capital may come apart into signs that belong together.
		.normalize('NFKC')
		// 葛 and 葛󠄀 are one character in two forms.
		.replace(/\s+|\p{Variation_Selector}/gu, '')
		.replace(katakana, (sign) => String.fromCharCode(sign.charCodeAt(0) - kanaDistance));
	for (const [written, read] of spellings) folded = folded.replace(written, read);
	return folded;
}
