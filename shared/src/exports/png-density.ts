const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The signature, and the head of the picture, which is the first chunk of every PNG. */
const headEnd = 8 + 25;

/** Whether these bytes begin as a PNG does. */
export function isPng(bytes: Uint8Array): boolean {
	return bytes.length > headEnd && signature.every((byte, index) => bytes[index] === byte);
}

/** The same picture, saying how large it is on paper: without it Word takes it to be two or three times as large. */
export function withDensity(png: Uint8Array, dpi: number): Uint8Array {
	const chunk = new Uint8Array(21);
	const view = new DataView(chunk.buffer);
	const perMetre = Math.round(dpi / 0.0254);
	view.setUint32(0, 9);
	chunk.set([0x70, 0x48, 0x59, 0x73], 4);
	view.setUint32(8, perMetre);
	view.setUint32(12, perMetre);
	chunk[16] = 1;
	view.setUint32(17, crc(chunk.subarray(4, 17)));
	const result = new Uint8Array(png.length + chunk.length);
	result.set(png.subarray(0, headEnd));
	result.set(chunk, headEnd);
	result.set(png.subarray(headEnd), headEnd + chunk.length);
	return result;
}

/** CRC-32 as PNG and zip reckon it. */
function crc(bytes: Uint8Array): number {
	let rest = 0xffffffff;
	for (const byte of bytes) {
		rest ^= byte;
		for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
	}
	return (rest ^ 0xffffffff) >>> 0;
}
