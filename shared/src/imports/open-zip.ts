import { Inflate, strFromU8 } from 'fflate';
import type { ImportRefusal } from './refusals.ts';
import { maxImportMegabytes } from './refusals.ts';

/** How much of an archive is let in. */
export interface ZipLimits {
	/** The largest file that is looked at. */
	readonly fileBytes: number;
	/** The most entries its directory may name. */
	readonly entries: number;
	/** The most that all wanted parts together may unpack to. */
	readonly unpackedBytes: number;
}

/** An Office file of any workshop, with pictures pasted into it, stays far below these. */
export const officeLimits: ZipLimits = {
	fileBytes: maxImportMegabytes * 1024 * 1024,
	entries: 2000,
	unpackedBytes: 40 * 1024 * 1024
};

/** The wanted parts by their name in the archive, and the names of all parts. */
export interface OpenedZip {
	readonly parts: ReadonlyMap<string, Uint8Array>;
	readonly names: readonly string[];
}

interface Entry {
	readonly name: string;
	readonly method: number;
	readonly check: number;
	readonly packedBytes: number;
	readonly bytes: number;
	readonly offset: number;
}

const directoryEnd = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHead = 0x04034b50;
const stored = 0;
const deflated = 8;
// No deflated data unpacks to more than 1032 times its size.
const steepestRatio = 1032;
const stepBytes = 16 * 1024;

/**
 * Unpacks the wanted parts of an Office file. The directory is judged first, so that a file that would swell is refused
 * before anything is unpacked, and one that lies about its sizes is caught at the size it claims.
 */
export function openZip(
	bytes: Uint8Array,
	wanted: (name: string) => boolean,
	limits: ZipLimits = officeLimits
): OpenedZip | { readonly refusal: ImportRefusal } {
	if (bytes.length === 0) return { refusal: 'empty' };
	if (bytes.length > limits.fileBytes) return { refusal: 'tooLarge' };
	if (!beginsWith(bytes, [0x50, 0x4b, 3, 4])) return { refusal: refusalOfOther(bytes) };
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const entries = readDirectory(view, bytes, limits);
	if (typeof entries === 'string') return { refusal: entries };

	const chosen = entries.filter(({ name }) => wanted(name));
	const total = chosen.reduce((sum, entry) => sum + entry.bytes, 0);
	if (total > limits.unpackedBytes) return { refusal: 'swollen' };
	const parts = new Map<string, Uint8Array>();
	for (const entry of chosen) {
		const part = unpack(view, bytes, entry);
		if (part === null) return { refusal: 'damaged' };
		parts.set(entry.name, part);
	}
	return { parts, names: entries.map(({ name }) => name) };
}

function readDirectory(
	view: DataView,
	bytes: Uint8Array,
	limits: ZipLimits
): readonly Entry[] | ImportRefusal {
	const end = findDirectoryEnd(view);
	if (end === null) return 'damaged';
	const count = view.getUint16(end + 10, true);
	if (count > limits.entries) return 'swollen';
	let at = view.getUint32(end + 16, true);
	const entries: Entry[] = [];
	const names = new Set<string>();
	for (let index = 0; index < count; index += 1) {
		if (at + 46 > end || view.getUint32(at, true) !== directoryEntry) return 'damaged';
		const flags = view.getUint16(at + 8, true);
		const nameBytes = view.getUint16(at + 28, true);
		const next =
			at + 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
		if (next > end) return 'damaged';
		if ((flags & 1) !== 0) return 'locked';
		const name = strFromU8(bytes.subarray(at + 46, at + 46 + nameBytes), (flags & 0x800) === 0);
		// Two parts of one name are read differently by different programs.
		if (names.has(name.toLowerCase())) return 'damaged';
		names.add(name.toLowerCase());
		entries.push({
			name,
			method: view.getUint16(at + 10, true),
			check: view.getUint32(at + 16, true),
			packedBytes: view.getUint32(at + 20, true),
			bytes: view.getUint32(at + 24, true),
			offset: view.getUint32(at + 42, true)
		});
		at = next;
	}
	return entries;
}

/** Where the end of the directory is written: in the last bytes, before a comment nobody writes. */
function findDirectoryEnd(view: DataView): number | null {
	const first = Math.max(0, view.byteLength - 22 - 0xffff);
	for (let at = view.byteLength - 22; at >= first; at -= 1)
		if (
			view.getUint32(at, true) === directoryEnd &&
			at + 22 + view.getUint16(at + 20, true) <= view.byteLength
		)
			return at;
	return null;
}

function unpack(view: DataView, bytes: Uint8Array, entry: Entry): Uint8Array | null {
	const { offset } = entry;
	if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== localHead) return null;
	const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
	const to = from + entry.packedBytes;
	if (to > view.byteLength) return null;
	const packed = bytes.subarray(from, to);
	const part =
		entry.method === stored
			? packed.slice()
			: entry.method === deflated
				? inflate(packed, entry.bytes)
				: null;
	return part?.length === entry.bytes && checkOf(part) === entry.check ? part : null;
}

/** The unpacked data, or null when it is not as long as claimed; never unpacks much more than that. */
function inflate(packed: Uint8Array, claimed: number): Uint8Array | null {
	if (claimed > packed.length * steepestRatio) return null;
	const part = new Uint8Array(claimed);
	let length = 0;
	const stream = new Inflate((chunk) => {
		if (length + chunk.length <= claimed) part.set(chunk, length);
		length += chunk.length;
	});
	try {
		for (let at = 0; at < packed.length && length <= claimed; at += stepBytes)
			stream.push(packed.subarray(at, at + stepBytes), at + stepBytes >= packed.length);
	} catch {
		// fflate throws at data that is no deflate stream, or ends within one.
		return null;
	}
	return length === claimed ? part : null;
}

// The two beginnings of a file from before 2007; Office wraps a file with a password in the same form.
function refusalOfOther(bytes: Uint8Array): ImportRefusal {
	if (!beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'otherKind';
	const name = Array.from('EncryptedPackage', (letter) => [letter.charCodeAt(0), 0]).flat();
	for (let at = bytes.indexOf(0x45); at !== -1; at = bytes.indexOf(0x45, at + 1))
		if (name.every((byte, index) => bytes[at + index] === byte)) return 'locked';
	return 'oldOffice';
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
	return start.every((byte, index) => bytes[index] === byte);
}

const checkTable = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit += 1)
		value = (value & 1) !== 0 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	return value;
});

/** CRC-32 as archives carry it. */
function checkOf(data: Uint8Array): number {
	let value = 0xffffffff;
	for (const byte of data) value = (value >>> 8) ^ (checkTable[(value ^ byte) & 0xff] ?? 0);
	return (value ^ 0xffffffff) >>> 0;
}
