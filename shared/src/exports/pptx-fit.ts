import { notAtEnd, notAtStart } from '../method/worksheet/break-lines.ts';
import { clusterEnds, widthsOf } from '../method/worksheet/clusters.ts';
import { boldAdvances, regularAdvances } from '../method/worksheet/font-advances.ts';
import type { TextRun } from '../method/worksheet/sheet-items.ts';
import { mmPerPt } from '../method/worksheet/sheet-metrics.ts';

/** The box of a run on a slide: how wide, of how many lines, and how large its letters are. */
export interface FittedRun {
	readonly widthMm: number;
	readonly lines: number;
	readonly sizePt: number;
}

/** How much wider than on paper a box may be: room for programs that reckon widths a little otherwise. */
const slackShare = 0.03;
const slackEm = 0.7;
/** How far a width may be off without other breaks, as programs round. */
const tolerance = 0.004;
/** The same for a font nobody measured. */
const foreignTolerance = 0.015;
const sizeSteps = [1, 0.98, 0.96, 0.94, 0.92, 0.9, 0.88, 0.86, 0.84, 0.82, 0.8];
const stepEm = 0.08;
/** The paper breaks so much earlier to spare a last line of one character; see breakLines. */
const narrowestShare = 0.8;

// LibreOffice keeps the common 禁則 but does not know these; PowerPoint is told our whole table by the file.
const unknownElsewhere =
	'〙〗〟»ゕゖㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ〻～〜‐–゠／…‥‼⁇⁈⁉>〘〖〝￡＃<';
const strictStart = new Set(notAtStart);
const strictEnd = new Set(notAtEnd);
const looseStart = new Set([...notAtStart].filter((one) => !unknownElsewhere.includes(one)));
const looseEnd = new Set([...notAtEnd].filter((one) => !unknownElsewhere.includes(one)));
const wordCharacter = /^[A-Za-z0-9@.,_\-/']$/;

// LibreOffice parts Latin from Japanese by so much, PowerPoint does not.
const scriptGapEm = 0.24;
// Of no script: they go with what stands before them, and with Latin at the beginning.
const weak = /^[ \u00a0\u2010-\u2bff]/;

/** A paragraph in characters as people see them. */
interface Paragraph {
	readonly characters: readonly string[];
	/** Their widths in em: in our font, the same with gaps between scripts, and in a font without narrow kana. */
	readonly widths: { readonly [Way in Setting]: readonly number[] };
}
type Setting = 'own' | 'spaced' | 'foreign';

/**
 * The width at which programs that break the whole text themselves break it as the paper does, or at least without a
 * 禁則 fault, and at which it takes no line more where our font is missing. `freeLines` is the room below it.
 */
export function fitRun(
	run: TextRun,
	paper: { readonly lines: readonly string[]; readonly count: number; readonly sizePt: number },
	freeLines: number
): FittedRun {
	const paragraphs = paragraphsOf(run.parts);
	const wanted = told(paper.lines);
	const settings: readonly Setting[] = paragraphs.some(hasSigns) ? ['own', 'spaced'] : ['own'];
	let best: (FittedRun & { readonly score: number }) | null = null;
	for (const step of sizeSteps) {
		const sizePt = wholeSize(paper.sizePt * step);
		const mm = sizePt * mmPerPt;
		const widest = Math.min((run.widthMm * (1 + slackShare)) / mm, run.widthMm / mm + slackEm);
		const narrowest = (run.widthMm * narrowestShare) / mm;
		for (let width = widest; width >= narrowest; width -= stepEm) {
			const elsewhere = linesAt(paragraphs, width * (1 - foreignTolerance), 'foreign').length;
			const lines = Math.max(paper.count, elsewhere);
			if (lines > paper.count + freeLines) break;
			const tries = [1 - tolerance, 1, 1 + tolerance].flatMap((by) =>
				settings.map((setting) => linesAt(paragraphs, width * by, setting))
			);
			const faults = Math.max(...tries.map(faultsOf));
			const isAsPaper = tries.every((one) => told(one.map((line) => line.join(''))) === wanted);
			const score = faults * 100 + (isAsPaper ? 0 : 10) + (lines > paper.count ? 1 : 0);
			if (!best || score < best.score) best = { widthMm: width * mm, lines, sizePt, score };
			if (score === 0) break;
		}
		// Smaller letters only for room, never for nicer breaks.
		if (best && best.score < 100) break;
	}
	return (
		best ?? {
			widthMm: run.widthMm,
			lines: paper.count,
			sizePt: wholeSize(paper.sizePt * (sizeSteps.at(-1) ?? 1))
		}
	);
}

/** How wide a line may become in another font; never narrower than in ours. */
export function widestLineEm(text: string, isBold: boolean): number {
	const [paragraph] = paragraphsOf([{ text, isBold }]);
	return (paragraph?.widths.foreign ?? []).reduce((sum, width) => sum + width, 0);
}

/** Office counts tenths of a point. Rounded down: a text a little smaller fits, one a little larger does not. */
export function wholeSize(sizePt: number): number {
	return Math.max(1, Math.floor(sizePt * 10 + 1e-6) / 10);
}

function paragraphsOf(parts: TextRun['parts']): readonly Paragraph[] {
	const found: { character: string; width: number }[][] = [[]];
	for (const { text, isBold } of parts)
		for (const [index, piece] of text.split('\n').entries()) {
			if (index > 0) found.push([]);
			const advances = isBold ? boldAdvances : regularAdvances;
			const ends = clusterEnds(piece);
			let from = 0;
			for (const [at, units] of [...widthsOf(piece, ends, advances)].entries()) {
				const to = ends?.[at] ?? at + 1;
				found.at(-1)?.push({
					character: piece.slice(from, to),
					width: units / advances.unitsPerEm
				});
				from = to;
			}
		}
	return found.map((paragraph) => {
		const latin: boolean[] = [];
		for (const { character } of paragraph)
			latin.push(weak.test(character) ? (latin.at(-1) ?? true) : isLatin(character));
		const gapAfter = (at: number): number =>
			at + 1 < latin.length && latin[at] !== latin[at + 1] ? scriptGapEm : 0;
		return {
			characters: paragraph.map(({ character }) => character),
			widths: {
				own: paragraph.map(({ width }) => width),
				spaced: paragraph.map(({ width }, at) => width + gapAfter(at)),
				foreign: paragraph.map(
					({ character, width }, at) => foreignWidth(character, width) + gapAfter(at)
				)
			}
		};
	});
}

function isLatin(character: string): boolean {
	return character.charCodeAt(0) < 0x250;
}

function hasSigns({ characters }: Paragraph): boolean {
	return characters.some(isSign);
}

// Fonts that stand in for ours make every kana and sign 1 em wide.
function foreignWidth(character: string, own: number): number {
	if (own === 0) return 0;
	const code = character.charCodeAt(0);
	if (code >= 0xff61 && code <= 0xff9f) return Math.max(own, 0.5);
	if (code >= 0x2010) return Math.max(own, 1);
	return Math.max(own, wordCharacter.test(character) ? 0.56 : 0.3);
}

/** The lines as a program breaks them that knows the common 禁則 and keeps Latin words whole. */
function linesAt(
	paragraphs: readonly Paragraph[],
	limit: number,
	setting: Setting
): readonly (readonly string[])[] {
	return paragraphs.flatMap((paragraph) => {
		const { characters } = paragraph;
		const widths = paragraph.widths[setting];
		const count = characters.length;
		const lines: (readonly string[])[] = [];
		let from = 0;
		do {
			let width = 0;
			let to = from;
			while (to < count && (to === from || width + (widths[to] ?? 0) <= limit)) {
				width += widths[to] ?? 0;
				to += 1;
			}
			while (to < count && characters[to] === ' ') to += 1;
			if (to < count) {
				const full = to;
				while (to > from && !mayBreak(characters[to - 1] ?? '', characters[to] ?? '', setting))
					to -= 1;
				if (to === from) to = full;
			}
			lines.push(characters.slice(from, to));
			from = to;
		} while (from < count);
		return lines;
	});
}

function mayBreak(before: string, after: string, setting: Setting): boolean {
	if (wordCharacter.test(before) && wordCharacter.test(after)) return false;
	// LibreOffice follows other rules within Latin text and the signs after it.
	if (setting !== 'own' && isSign(before) && isSign(after)) return true;
	return !looseStart.has(after) && !looseEnd.has(before);
}

function isSign(character: string): boolean {
	return weak.test(character) || isLatin(character);
}

function faultsOf(lines: readonly (readonly string[])[]): number {
	let faults = 0;
	for (const [index, line] of lines.entries()) {
		if (index > 0 && strictStart.has(line[0] ?? '')) faults += 1;
		if (index < lines.length - 1 && strictEnd.has(line.at(-1) ?? '')) faults += 1;
	}
	return faults;
}

/** Lines to compare: what is drawn of them. */
function told(lines: readonly string[]): string {
	return lines
		.map((line) => line.replace(/\s+/gu, ''))
		.filter((line) => line !== '')
		.join('\n');
}
