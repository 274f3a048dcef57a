/** The words in a text file: as UTF-8, as Excel writes "Unicode text", else as older Japanese programs do. Null when it is no text. */
export function decodeText(bytes: Uint8Array): string | null {
	for (const encoding of encodingsOf(bytes)) {
		try {
			const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
			// Other control characters are cleaned away later; this one stands in no text and in most other files.
			return text.includes('\u0000') ? null : text;
		} catch {
			// Not in this encoding.
		}
	}
	return null;
}

function encodingsOf([first, second]: Uint8Array): readonly string[] {
	if (first === 0xff && second === 0xfe) return ['utf-16le'];
	if (first === 0xfe && second === 0xff) return ['utf-16be'];
	return ['utf-8', 'shift_jis'];
}
