import { readOrientation, writeOrientation } from './orientation.ts';
import type { ReadPicture } from './picture.ts';

/** More passes over one picture than this only serve to keep a screen busy. */
const maxScans = 100;
/** Segments of any kind: hundreds of thousands would hold up everybody on this thread. */
const maxSegments = 4000;

const marker = {
	startOfImage: 0xd8,
	endOfImage: 0xd9,
	startOfScan: 0xda,
	quantization: 0xdb,
	restartInterval: 0xdd,
	huffman: 0xc4,
	application0: 0xe0,
	application1: 0xe1,
	application14: 0xee,
	application15: 0xef,
	comment: 0xfe
} as const;

/** Baseline, extended and progressive: what every browser shows. */
const frames: readonly number[] = [0xc0, 0xc1, 0xc2];

/**
 * Reads a JPEG segment by segment and writes it anew with only what the pixels need; null when it is not whole.
 * What follows the end of the picture (a second picture, a film, an archive) stays behind.
 */
export function readJpeg(bytes: Uint8Array): ReadPicture | null {
	const kept: Uint8Array[] = [];
	let size: Pick<ReadPicture, 'width' | 'height'> | null = null;
	let components = 0;
	let orientation = 1;
	let hasJfif = false;
	let adobe: Uint8Array | null = null;
	let scans = 0;
	let at = 2;

	for (let segments = 0; ; segments += 1) {
		if (bytes[at] !== 0xff || segments > maxSegments) return null;
		// Any number of these may stand before a marker.
		while (bytes[at + 1] === 0xff) at += 1;
		const kind = bytes[at + 1];
		if (kind === undefined) return null;
		at += 2;
		if (kind === marker.endOfImage) break;
		const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
		if (length < 2 || at + length > bytes.length) return null;
		const body = bytes.subarray(at + 2, at + length);
		const segment = bytes.subarray(at - 2, at + length);
		at += length;

		if (frames.includes(kind)) {
			if (size !== null) return null;
			components = body[5] ?? 0;
			const isPlain = body[0] === 8 && [1, 3, 4].includes(components);
			if (!isPlain || body.length !== 6 + 3 * components) return null;
			size = { height: word(body, 1), width: word(body, 3) };
			kept.push(segment);
		} else if (kind === marker.startOfScan) {
			const inScan = body[0] ?? 0;
			const isPlain = inScan >= 1 && inScan <= components && body.length === 4 + 2 * inScan;
			scans += 1;
			if (size === null || !isPlain || scans > maxScans) return null;
			const end = endOfScan(bytes, at);
			if (end === null || end === at) return null;
			kept.push(segment, bytes.subarray(at, end));
			at = end;
		} else if (kind === marker.quantization || kind === marker.huffman) {
			const isWhole = kind === marker.huffman ? areHuffmanTables(body) : areQuantizations(body);
			if (!isWhole) return null;
			kept.push(segment);
		} else if (kind === marker.restartInterval) {
			if (body.length !== 2) return null;
			kept.push(segment);
		} else if (kind === marker.application0) {
			hasJfif ||= startsWith(body, 'JFIF\0');
		} else if (kind === marker.application1 && startsWith(body, 'Exif\0\0')) {
			// A second block would be read by some and not by others.
			if (orientation === 1) orientation = readOrientation(body.subarray(6));
		} else if (kind === marker.application14 && startsWith(body, 'Adobe') && body.length >= 12) {
			adobe = body.subarray(0, 12);
		} else if (!isDropped(kind)) {
			return null;
		}
	}
	if (size === null || scans === 0) return null;

	const head: Uint8Array[] = [Uint8Array.of(0xff, marker.startOfImage)];
	// Both say how the numbers become colours. The JFIF head is written anew: the old one may hold a small picture.
	if (hasJfif)
		head.push(segmentOf(marker.application0, ascii('JFIF\0'), [1, 1, 0, 0, 1, 0, 1, 0, 0]));
	if (orientation > 1)
		head.push(segmentOf(marker.application1, ascii('Exif\0\0'), writeOrientation(orientation)));
	if (adobe !== null) head.push(segmentOf(marker.application14, adobe));
	const parts = [...head, ...kept, Uint8Array.of(0xff, marker.endOfImage)];
	return { ...size, orientation, bytes: new Uint8Array(Buffer.concat(parts)) };
}

/** Where the coded pixels end: at the first marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number | null {
	// Byte by byte: a search for each of a million marks takes twenty times as long.
	for (let at = from; at + 1 < bytes.length; at += 1) {
		if (bytes[at] !== 0xff) continue;
		const next = bytes[at + 1] ?? 0;
		const isPixel = next === 0 || (next >= 0xd0 && next <= 0xd7);
		if (!isPixel && next !== 0xff) return at;
	}
	return null;
}

/** Whether a segment is tables and nothing behind them, where something could hide. */
function areQuantizations(body: Uint8Array): boolean {
	let at = 0;
	while (at < body.length) {
		const head = body[at] ?? 0;
		if (head >> 4 > 1 || (head & 15) > 3) return false;
		at += 1 + (head >> 4 === 1 ? 128 : 64);
	}
	return at === body.length && at > 0;
}

function areHuffmanTables(body: Uint8Array): boolean {
	let at = 0;
	while (at < body.length) {
		const head = body[at] ?? 0;
		if (head >> 4 > 1 || (head & 15) > 3) return false;
		const symbols = body.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0);
		if (symbols > 256) return false;
		at += 17 + symbols;
	}
	return at === body.length && at > 0;
}

function isDropped(kind: number): boolean {
	const isApplication = kind >= marker.application0 && kind <= marker.application15;
	return isApplication || kind === marker.comment;
}

function segmentOf(kind: number, ...parts: readonly (Uint8Array | readonly number[])[]) {
	const body = parts.flatMap((part) => [...part]);
	const length = body.length + 2;
	return Uint8Array.of(0xff, kind, length >> 8, length & 0xff, ...body);
}

function startsWith(body: Uint8Array, text: string): boolean {
	return ascii(text).every((byte, index) => body[index] === byte);
}

function ascii(text: string): Uint8Array {
	return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

function word(bytes: Uint8Array, at: number): number {
	return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
