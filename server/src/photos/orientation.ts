const orientationTag = 0x0112;

/** Which way up a picture is, from its EXIF block (the TIFF part of it); 1 when it does not say so plainly. */
export function readOrientation(tiff: Uint8Array): number {
	const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
	if (tiff.length < 8) return 1;
	const mark = view.getUint16(0);
	if (mark !== 0x4949 && mark !== 0x4d4d) return 1;
	const isLittle = mark === 0x4949;
	if (view.getUint16(2, isLittle) !== 42) return 1;
	const directory = view.getUint32(4, isLittle);
	if (directory + 2 > tiff.length) return 1;
	const count = view.getUint16(directory, isLittle);
	for (let entry = directory + 2, left = count; left > 0; entry += 12, left -= 1) {
		if (entry + 12 > tiff.length) return 1;
		if (view.getUint16(entry, isLittle) !== orientationTag) continue;
		const isOneShort = view.getUint16(entry + 2, isLittle) === 3;
		const value = isOneShort ? view.getUint16(entry + 8, isLittle) : 1;
		return value >= 1 && value <= 8 ? value : 1;
	}
	return 1;
}

/** The least EXIF block that says which way up a picture is, and nothing else. */
export function writeOrientation(orientation: number): Uint8Array {
	// Head, a directory of one entry, and no directory after it.
	const block = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
	block.writeUInt16BE(orientation, 18);
	return new Uint8Array(block);
}
