import type { FontAdvances } from './font-advances.ts';

type Range = readonly [first: number, last: number];

// Everything that may make one character out of several UTF-16 units, and scripts whose marks stand apart.
const maybeClusters = unitTable([
	[0xad, 0xad],
	[0x300, 0x36f],
	[0x483, 0x489],
	[0x590, 0x1fff],
	[0x200b, 0x200f],
	[0x2028, 0x202e],
	[0x2060, 0x206f],
	[0x20d0, 0x20ff],
	[0x302a, 0x302f],
	[0x3099, 0x309a],
	[0xa66f, 0xabff],
	[0xd800, 0xdfff],
	[0xfe00, 0xfe2f],
	[0xfeff, 0xfeff]
]);
const selectors: readonly Range[] = [
	[0xfe00, 0xfe0f],
	[0xe0000, 0xe01ef]
];
const widthless: readonly Range[] = [
	...selectors,
	[0xad, 0xad],
	[0x200b, 0x200f],
	[0x2028, 0x202e],
	[0x2060, 0x206f],
	[0xfeff, 0xfeff]
];
const joiners: readonly Range[] = [[0x200c, 0x200d]];
const skinTones: readonly Range[] = [[0x1f3fb, 0x1f3ff]];
const flags: readonly Range[] = [[0x1f1e6, 0x1f1ff]];
const joiner = '\u200d';
const marks = /^\p{M}$/u;

function unitTable(ranges: readonly Range[]): Uint8Array {
	const table = new Uint8Array(0x10000);
	for (const [first, last] of ranges) table.fill(1, first, last + 1);
	return table;
}

function isIn(codePoint: number, ...lists: readonly (readonly Range[])[]): boolean {
	return lists.some((ranges) =>
		ranges.some(([first, last]) => codePoint >= first && codePoint <= last)
	);
}

/**
 * Where each character as people see it ends, or null when every UTF-16 unit is one.
 * Not Intl.Segmenter: it is slow on 2,000 cards, and Firefox has it only since 125.
 */
export function clusterEnds(text: string): readonly number[] | null {
	let isSimple = true;
	for (let i = 0; i < text.length && isSimple; i += 1)
		isSimple = maybeClusters[text.charCodeAt(i)] === 0;
	if (isSimple) return null;
	const ends: number[] = [];
	let at = 0;
	let isJoined = false;
	let openFlag = false;
	for (const character of text) {
		const codePoint = character.codePointAt(0) ?? 0;
		const isFlag = isIn(codePoint, flags);
		at += character.length;
		const staysWithLast =
			isJoined ||
			(isFlag && openFlag) ||
			marks.test(character) ||
			isIn(codePoint, joiners, selectors, skinTones);
		if (staysWithLast && ends.length > 0) ends[ends.length - 1] = at;
		else ends.push(at);
		openFlag = isFlag && !openFlag;
		isJoined = character === joiner;
	}
	return ends;
}

/** The width of each cluster in font units; a sequence joined by ZWJ is drawn as one picture of 1 em. */
export function widthsOf(
	text: string,
	ends: readonly number[] | null,
	advances: FontAdvances
): ArrayLike<number> & Iterable<number> {
	const { byUnit, unitsPerEm } = advances;
	if (ends === null) {
		const widths = new Uint32Array(text.length);
		for (let i = 0; i < text.length; i += 1) widths[i] = byUnit[text.charCodeAt(i)] ?? unitsPerEm;
		return widths;
	}
	let from = 0;
	return Uint32Array.from(ends, (to) => {
		const cluster = text.slice(from, to);
		from = to;
		if (cluster.includes(joiner)) return unitsPerEm;
		let width = 0;
		for (const character of cluster)
			if (!isIn(character.codePointAt(0) ?? 0, widthless))
				width +=
					character.length > 1 ? unitsPerEm : (byUnit[character.charCodeAt(0)] ?? unitsPerEm);
		return width;
	});
}
