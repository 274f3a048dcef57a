import type { FontAdvances } from './font-advances.ts';
import { clusterEnds, widthsOf } from './clusters.ts';

// 禁則, strict: what may not begin a line, what may not end one, and what stays together as one word.
/** What may not begin a line. */
export const notAtStart =
	'、。，．・：；？！）〕］｝〉》」』】〙〗〟”’»ーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ' +
	'々〻ゝゞヽヾ゛゜～〜‐–゠％‰℃／′″…‥‼⁇⁈⁉,.!?:;)]}>%｡､｣･ｰｧｨｩｪｫｬｭｮｯﾞﾟ';
/** What may not end a line. */
export const notAtEnd = '（〔［｛〈《「『【〘〖〝“‘«￥＄￡＃([{<｢';
const spaces = ' \u3000\u00a0\u2002\u2003\t';

const start = 1;
const end = 2;
const word = 4;
const space = 8;
const classes = classTable();

function classTable(): Uint8Array {
	const table = new Uint8Array(0x10000);
	const mark = (characters: string, bit: number): void => {
		for (let i = 0; i < characters.length; i += 1) {
			const unit = characters.charCodeAt(i);
			table[unit] = (table[unit] ?? 0) | bit;
		}
	};
	mark(notAtStart, start);
	mark(notAtEnd, end);
	// A space hangs at the end of a line rather than beginning the next one.
	mark(spaces, start | space);
	mark("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789@.,_-/'", word);
	return table;
}

/** How far beyond the width a line may reach where a column is too narrow for any legal break. */
const overhangEm = 2;
/** A last line of so few characters is worth another try, this much narrower, unless it costs a line. */
const orphanLength = 2;
const orphanTriesEm = [0.5, 1, 1.5, 2, 3];
const narrowestShare = 0.8;

/**
 * The lines a text takes in a column of `widthEm`, joined again without loss: every character is kept, spaces
 * at a break stay at the end of the line. Never more 禁則 faults than a run of forbidden characters wider than the column forces.
 * Paper is spared a last line of one or two characters; `asTyped` leaves it, as a text field breaks the same text.
 */
export function breakLines(
	text: string,
	widthEm: number,
	advances: FontAdvances,
	purpose: 'paper' | 'asTyped' = 'paper'
): readonly string[] {
	if (!text.includes('\n')) return breakParagraph(text, widthEm, advances, purpose);
	return text
		.split('\n')
		.flatMap((paragraph) => breakParagraph(paragraph, widthEm, advances, purpose));
}

/** How wide a line is, spaces at its end not counted: they hang. */
export function lineWidthEm(text: string, advances: FontAdvances): number {
	const line = text.trimEnd();
	const ends = clusterEnds(line);
	let units = 0;
	for (const width of widthsOf(line, ends, advances)) units += width;
	return units / advances.unitsPerEm;
}

function breakParagraph(
	text: string,
	widthEm: number,
	advances: FontAdvances,
	purpose: 'paper' | 'asTyped'
): readonly string[] {
	const ends = clusterEnds(text);
	const widths = widthsOf(text, ends, advances);
	const limit = Math.max(1, Math.floor(widthEm * advances.unitsPerEm + 1e-6));
	const overhang = overhangEm * advances.unitsPerEm;
	let breaks = findBreaks(text, ends, widths, limit, overhang);
	if (purpose === 'paper' && breaks.length > 1 && isOrphan(breaks))
		for (const em of orphanTriesEm) {
			const narrower = limit - em * advances.unitsPerEm;
			if (narrower < limit * narrowestShare) break;
			const retry = findBreaks(text, ends, widths, narrower, overhang);
			if (retry.length !== breaks.length) break;
			if (isOrphan(retry)) continue;
			breaks = retry;
			break;
		}
	if (breaks.length < 2) return [text];
	const lines: string[] = [];
	let from = 0;
	for (const cluster of breaks) {
		const to = ends?.[cluster - 1] ?? cluster;
		lines.push(text.slice(from, to));
		from = to;
	}
	return lines;
}

function isOrphan(breaks: readonly number[]): boolean {
	return (breaks.at(-1) ?? 0) - (breaks.at(-2) ?? 0) <= orphanLength;
}

/** For each line the number of the cluster after its last one. */
function findBreaks(
	text: string,
	ends: readonly number[] | null,
	widths: ArrayLike<number>,
	limit: number,
	overhang: number
): number[] {
	const count = widths.length;
	const classAt = (cluster: number): number =>
		classes[text.charCodeAt(cluster === 0 ? 0 : (ends?.[cluster - 1] ?? cluster))] ?? 0;
	/** Whether a line may end before this cluster, words put aside. */
	const isAllowed = (cluster: number): boolean =>
		(classAt(cluster) & start) === 0 && (classAt(cluster - 1) & end) === 0;
	const isInWord = (cluster: number): boolean =>
		(classAt(cluster) & classAt(cluster - 1) & word) !== 0;

	const breaks: number[] = [];
	let from = 0;
	while (from < count) {
		let width = 0;
		let to = from;
		while (to < count && (to === from || width + (widths[to] ?? 0) <= limit)) {
			width += widths[to] ?? 0;
			to += 1;
		}
		while (to < count && (classAt(to) & space) !== 0) to += 1;
		if (to < count) to = bestBreak(from, to, width);
		breaks.push(to);
		from = to;
	}
	return breaks;

	function bestBreak(first: number, full: number, fullWidth: number): number {
		for (let at = full; at > first; at -= 1) if (isAllowed(at) && !isInWord(at)) return at;
		// A word wider than the column: cut it.
		for (let at = full; at > first; at -= 1) if (isAllowed(at)) return at;
		let width = fullWidth;
		for (let at = full + 1; at <= count; at += 1) {
			width += widths[at - 1] ?? 0;
			if (width > limit + overhang) break;
			if (at === count || isAllowed(at)) return at;
		}
		return full;
	}
}
