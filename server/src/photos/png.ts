import { crc32, createInflate } from 'node:zlib';
import { readOrientation, writeOrientation } from './orientation.ts';
import type { ReadPicture } from './picture.ts';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** No honest picture comes in more pieces; hundreds of thousands would hold up everybody on this thread. */
const maxChunks = 4000;

/** Samples per pixel and the depths allowed, by colour type. */
const colours: Readonly<Record<number, { readonly samples: number; readonly depths: number[] }>> = {
	0: { samples: 1, depths: [1, 2, 4, 8, 16] },
	2: { samples: 3, depths: [8, 16] },
	3: { samples: 1, depths: [1, 2, 4, 8] },
	4: { samples: 2, depths: [8, 16] },
	6: { samples: 4, depths: [8, 16] }
};

/** The seven passes of an interlaced picture: first column and row, and their steps. */
const passes = [
	[0, 0, 8, 8],
	[4, 0, 8, 8],
	[0, 4, 4, 8],
	[2, 0, 4, 4],
	[0, 2, 2, 4],
	[1, 0, 2, 2],
	[0, 1, 1, 2]
] as const;

interface Head {
	readonly width: number;
	readonly height: number;
	readonly bitsPerPixel: number;
	readonly colourType: number;
	readonly isInterlaced: boolean;
}

/**
 * Reads a PNG chunk by chunk and writes it anew with only what the pixels need; null when it is not whole.
 * The pixels are unpacked once and counted, so that nothing else can lie in their stream.
 */
export async function readPng(
	bytes: Uint8Array,
	isTooWide: (size: { readonly width: number; readonly height: number }) => boolean
): Promise<ReadPicture | 'tooWide' | null> {
	const chunks = readChunks(bytes);
	const head = readHead(chunks?.[0]);
	if (chunks === null || head === null) return null;
	if (isTooWide(head)) return 'tooWide';

	const kinds = chunks.map(({ kind }) => kind);
	const first = kinds.indexOf('IDAT');
	const last = kinds.lastIndexOf('IDAT');
	const areTogether = kinds.slice(first, last + 1).every((kind) => kind === 'IDAT');
	if (first === -1 || !areTogether) return null;
	const palettes = chunks.filter(({ kind }) => kind === 'PLTE');
	const clear = chunks.find(({ kind }, index) => kind === 'tRNS' && index < first);
	const palette = palettes[0]?.body.length ?? 0;
	const isPaletteRight =
		palettes.length <= 1 && palette % 3 === 0 && palette <= 768 && kinds.indexOf('PLTE') < first;
	if (!isPaletteRight || (head.colourType === 3 && palette === 0)) return null;
	// A part that everybody must understand, and nobody does.
	if (kinds.some((kind) => /^[A-Z]/.test(kind) && !['IHDR', 'PLTE', 'IDAT', 'IEND'].includes(kind)))
		return null;

	const pixels = Buffer.concat(chunks.slice(first, last + 1).map(({ body }) => body));
	if (!(await fillsExactly(pixels, rawSize(head)))) return null;
	const exif = chunks.find(({ kind }) => kind === 'eXIf');
	const orientation = exif === undefined ? 1 : readOrientation(exif.body);
	const { width, height, colourType } = head;
	const parts = [
		signature,
		chunkOf('IHDR', chunks[0]?.body ?? new Uint8Array()),
		...(orientation > 1 ? [chunkOf('eXIf', writeOrientation(orientation))] : []),
		...palettes.map(({ body }) => chunkOf('PLTE', body)),
		...(clear && clear.body.length <= clearBytes(colourType, palette)
			? [chunkOf('tRNS', clear.body)]
			: []),
		chunkOf('IDAT', pixels),
		chunkOf('IEND', new Uint8Array())
	];
	return { width, height, orientation, bytes: new Uint8Array(Buffer.concat(parts)) };
}

interface Chunk {
	readonly kind: string;
	readonly body: Uint8Array;
}

/** All chunks up to the end of the picture, or null when one is cut off or altered. */
function readChunks(bytes: Uint8Array): readonly Chunk[] | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const chunks: Chunk[] = [];
	for (let at = signature.length; ;) {
		if (at + 12 > bytes.length || chunks.length >= maxChunks) return null;
		const length = view.getUint32(at);
		if (at + 12 + length > bytes.length) return null;
		const named = bytes.subarray(at + 4, at + 8 + length);
		const kind = Buffer.from(named.subarray(0, 4)).toString('latin1');
		if (!/^[A-Za-z]{4}$/.test(kind) || crc32(named) !== view.getUint32(at + 8 + length))
			return null;
		chunks.push({ kind, body: named.subarray(4) });
		if (kind === 'IEND') return length === 0 ? chunks : null;
		at += 12 + length;
	}
}

function readHead(chunk: Chunk | undefined): Head | null {
	if (chunk?.kind !== 'IHDR' || chunk.body.length !== 13) return null;
	const view = new DataView(chunk.body.buffer, chunk.body.byteOffset, 13);
	const [depth, colourType, compression, filter, interlace] = chunk.body.subarray(8);
	const colour = colours[colourType ?? -1];
	const isKnown =
		colour?.depths.includes(depth ?? 0) === true &&
		compression === 0 &&
		filter === 0 &&
		(interlace === 0 || interlace === 1);
	if (!isKnown) return null;
	return {
		width: view.getUint32(0),
		height: view.getUint32(4),
		bitsPerPixel: colour.samples * (depth ?? 0),
		colourType: colourType ?? 0,
		isInterlaced: interlace === 1
	};
}

/** How many bytes the unpacked pixels have: every row of every pass has one byte in front. */
function rawSize({ width, height, bitsPerPixel, isInterlaced }: Head): number {
	const size = (columns: number, rows: number): number =>
		columns === 0 || rows === 0 ? 0 : rows * (1 + Math.ceil((columns * bitsPerPixel) / 8));
	if (!isInterlaced) return size(width, height);
	return passes.reduce(
		(sum, [left, top, right, down]) =>
			sum +
			size(
				Math.max(0, Math.ceil((width - left) / right)),
				Math.max(0, Math.ceil((height - top) / down))
			),
		0
	);
}

/** The most a tRNS chunk can mean: an entry per colour of the palette, or one colour that is clear. */
function clearBytes(colourType: number, paletteBytes: number): number {
	return { 0: 2, 2: 6, 3: paletteBytes / 3 }[colourType] ?? -1;
}

/** Whether a stream unpacks to exactly so many bytes and then ends; at most one byte more is unpacked. */
async function fillsExactly(packed: Uint8Array, size: number): Promise<boolean> {
	const inflate = createInflate();
	return await new Promise((resolve) => {
		let count = 0;
		inflate.on('data', (part: Buffer) => {
			count += part.length;
			if (count > size) inflate.destroy();
		});
		inflate.on('end', () => resolve(count === size && inflate.bytesWritten === packed.length));
		inflate.on('error', () => resolve(false));
		inflate.on('close', () => resolve(false));
		inflate.end(packed);
	});
}

function chunkOf(kind: string, body: Uint8Array): Uint8Array {
	const chunk = Buffer.alloc(body.length + 12);
	chunk.writeUInt32BE(body.length, 0);
	chunk.write(kind, 4, 'latin1');
	chunk.set(body, 8);
	chunk.writeUInt32BE(crc32(chunk.subarray(4, body.length + 8)), body.length + 8);
	return chunk;
}
