import { createCanvas, loadImage } from '@napi-rs/canvas';
import { crc32 } from 'node:zlib';

/** A drawn sheet of paper, darker to the right, so that turned pixels would be noticed. */
export async function drawPhoto(
	kind: 'jpeg' | 'png',
	width = 120,
	height = 80
): Promise<Uint8Array> {
	const canvas = createCanvas(width, height);
	const pen = canvas.getContext('2d');
	for (let column = 0; column < width; column += 1) {
		pen.fillStyle = `rgb(${Math.round((column / width) * 255)}, 40, 90)`;
		pen.fillRect(column, 0, 1, height);
	}
	return new Uint8Array(
		kind === 'jpeg' ? await canvas.encode('jpeg', 90) : await canvas.encode('png')
	);
}

/** The pixels of a picture as a viewer of its own shows them. */
export async function pixelsOf(bytes: Uint8Array): Promise<Uint8ClampedArray> {
	const image = await loadImage(Buffer.from(bytes));
	const canvas = createCanvas(image.width, image.height);
	const pen = canvas.getContext('2d');
	pen.drawImage(image, 0, 0);
	return pen.getImageData(0, 0, image.width, image.height).data;
}

/** The bytes with more put in at a place. */
export function insert(bytes: Uint8Array, at: number, ...more: readonly Uint8Array[]): Uint8Array {
	return new Uint8Array(Buffer.concat([bytes.subarray(0, at), ...more, bytes.subarray(at)]));
}

/** One segment of a JPEG. */
export function segment(kind: number, body: Uint8Array | string): Uint8Array {
	const content = Buffer.from(body as string, 'latin1');
	const head = Buffer.from([0xff, kind, 0, 0]);
	head.writeUInt16BE(content.length + 2, 2);
	return Buffer.concat([head, content]);
}

/** One chunk of a PNG. */
export function chunk(kind: string, body: Uint8Array | string): Uint8Array {
	const named = Buffer.concat([Buffer.from(kind), Buffer.from(body as string, 'latin1')]);
	const ends = Buffer.alloc(8);
	ends.writeUInt32BE(named.length - 4, 0);
	ends.writeUInt32BE(crc32(named), 4);
	return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}

/** EXIF as a phone writes it: its maker, the way up, and where it was. */
export function phoneExif(orientation: number): Uint8Array {
	const entry = (tag: number, type: number, count: number, value: number): Buffer => {
		const bytes = Buffer.alloc(12);
		bytes.writeUInt16LE(tag, 0);
		bytes.writeUInt16LE(type, 2);
		bytes.writeUInt32LE(count, 4);
		bytes.writeUInt32LE(value, 8);
		return bytes;
	};
	// Head 8, count 2, three entries, end 4: what is longer than four bytes lies from here on.
	const texts = 8 + 2 + 3 * 12 + 4;
	const maker = Buffer.from('RenkeiPhone\0');
	return Buffer.concat([
		Buffer.from('II*\0\x08\0\0\0', 'latin1'),
		Buffer.from([3, 0]),
		entry(0x010f, 2, maker.length, texts),
		entry(0x0112, 3, 1, orientation),
		entry(0x8825, 4, 1, texts + maker.length),
		Buffer.alloc(4),
		maker,
		Buffer.from([1, 0]),
		entry(0x0001, 2, 2, 0x4e),
		Buffer.alloc(4),
		Buffer.from('GPS 35.6895N 139.6917E')
	]);
}
