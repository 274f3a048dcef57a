/** The words in a text file: as UTF-8, as Excel writes "Unicode text", else as older Japanese programs do. Null when it is no text. */
export function decodeText(bytes: Uint8Array): string | null {
	for (const encoding of encodingsOf(bytes)) {
		try {
			const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
			// Every file of bytes can be read as some letters; those of a text are never these.
			return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text) ? null : text;
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
