/**
 * Text as it may be stored and exported: well-formed, line ends as `\n`, no control characters, kana with
 * separate voicing marks (typed on macOS) composed. Never NFC as a whole: that would turn 神 (U+FA19) into 神.
 */
export function cleanText(text: string): string {
	return wellFormed(text)
		.replace(/[\u3040-\u30ff][\u3099\u309a]/g, (kana) => kana.normalize('NFC'))
		.replace(/\r\n?|\u000b|\u2028|\u2029/g, '\n')
		.replace(controlCharacters, '');
}

/** The text with a stand-in for each half of a character whose other half is missing. */
export function wellFormed(text: string): string {
	// Not toWellFormed: iPads know it only from iOS 16.4. Under /u a whole pair is no surrogate.
	return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

const controlCharacters = /[\u0000-\u0008\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;
