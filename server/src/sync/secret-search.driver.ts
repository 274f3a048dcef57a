/** Where one of these texts stands in some bytes, in any of the writings in which it could leave the server; for tests. */
export function findSecrets(bytes: Uint8Array, secrets: readonly string[]): readonly string[] {
	const haystack = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return secrets.filter((secret) => writingsOf(secret).some((each) => haystack.includes(each)));
}

function writingsOf(secret: string): readonly Buffer[] {
	const utf8 = Buffer.from(secret, 'utf8');
	const utf16 = Buffer.from(secret, 'utf16le');
	let escaped = '';
	for (let at = 0; at < secret.length; at++)
		escaped += `\\u${secret.charCodeAt(at).toString(16).padStart(4, '0')}`;
	return [
		utf8,
		utf16,
		Buffer.from(utf16).swap16(),
		Buffer.from(escaped),
		Buffer.from(escaped.toUpperCase().replaceAll('\\U', '\\u')),
		Buffer.from(encodeURIComponent(secret)),
		...[utf8, utf16].flatMap(base64Of)
	];
}

/** The middle of the bytes in base64, which depends on where among three bytes they begin. */
function base64Of(bytes: Buffer): readonly Buffer[] {
	return [0, 1, 2].map((offset) => {
		const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
		// The signs at both ends hold bits of the neighbours.
		return Buffer.from(text.slice(4, -4));
	});
}
