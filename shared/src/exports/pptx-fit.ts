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
const looseStart = new Set(Array.from(notAtStart).filter((one) => !unknownElsewhere.includes(one)));
const looseEnd = new Set(Array.from(notAtEnd).filter((one) => !unknownElsewhere.includes(one)));
const wordCharacter = /^[A-Za-z0-9@.,_\-/']$/;

// LibreOffice parts Latin from Japanese by so much, PowerPoint does not.
const scriptGapEm = 0.24;
// Of no script: they go with what stands before them, and with Latin at the beginning.
const weak = /^[ \u00a0\u2010-\u2bff]/;

/** Our font in PowerPoint, our font in LibreOffice, and a font without narrow kana in LibreOffice. */
type Setting = 'own' | 'spaced' | 'foreign';

/** A paragraph character by character, as people see characters; widths in em. */
interface Paragraph {
	readonly widths: { readonly [Way in Setting]: readonly number[] };
	/** The gap before a character that does not begin a line, for the settings that have gaps. */
	readonly gaps: readonly number[];
	/** Before which characters a line may end, and where that would be a fault by our own table. */
	readonly mayCut: { readonly [Way in Setting]: readonly boolean[] };
	readonly isFault: readonly boolean[];
	/** Whether it may stand beyond the end of a line. */
	readonly hangs: readonly boolean[];
	/** How many characters that are drawn stand before each, in the whole run. */
	readonly drawnBefore: readonly number[];
	readonly hasSigns: boolean;
}

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
	const wanted = cutsOnPaper(paper.lines, paragraphs);
	const settings: readonly Setting[] = paragraphs.some(({ hasSigns }) => hasSigns)
		? ['own', 'spaced']
		: ['own'];
	let best: (FittedRun & { readonly score: number }) | null = null;
	for (const step of sizeSteps) {
		const sizePt = wholeSize(paper.sizePt * step);
		const mm = sizePt * mmPerPt;
		const widest = Math.min((run.widthMm * (1 + slackShare)) / mm, run.widthMm / mm + slackEm);
		const narrowest = (run.widthMm * narrowestShare) / mm;
		for (let width = widest; width >= narrowest; width -= stepEm) {
			const elsewhere = cutsAt(paragraphs, width * (1 - foreignTolerance), 'foreign');
			const lines = Math.max(
				paper.count,
				elsewhere.reduce((sum, cuts) => sum + cuts.length + 1, 0)
			);
			if (lines > paper.count + freeLines) break;
			let faults = 0;
			let otherwise = 0;
			for (const setting of settings)
				for (const by of [1 - tolerance, 1, 1 + tolerance]) {
					const cuts = cutsAt(paragraphs, width * by, setting);
					faults = Math.max(faults, faultsOf(paragraphs, cuts));
					if (told(paragraphs, cuts) !== wanted) otherwise += 1;
				}
			const score = faults * 100 + otherwise * 2 + (lines > paper.count ? 1 : 0);
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
	const widths = paragraph?.widths.foreign ?? [];
	return widths.reduce((sum, width, at) => sum + width + (paragraph?.gaps[at] ?? 0), 0);
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
	let drawn = 0;
	return found.map((paragraph) => {
		const characters = paragraph.map(({ character }) => character);
		const latin: boolean[] = [];
		for (const character of characters)
			latin.push(weak.test(character) ? (latin.at(-1) ?? true) : isLatin(character));
		const before = (at: number): string => characters[at - 1] ?? '';
		const mayCutElsewhere = characters.map((one, at) => mayCut(before(at), one, true));
		return {
			widths: {
				own: paragraph.map(({ width }) => width),
				spaced: paragraph.map(({ width }) => width),
				foreign: paragraph.map(({ character, width }) => foreignWidth(character, width))
			},
			gaps: latin.map((one, at) => (at > 0 && one !== latin[at - 1] ? scriptGapEm : 0)),
			mayCut: {
				own: characters.map((one, at) => mayCut(before(at), one, false)),
				spaced: mayCutElsewhere,
				foreign: mayCutElsewhere
			},
			isFault: characters.map((one, at) => strictStart.has(one) || strictEnd.has(before(at))),
			hangs: characters.map((one) => one === ' '),
			drawnBefore: characters.map((one) => (one.trim() === '' ? drawn : drawn++)),
			hasSigns: characters.some(isSign)
		};
	});
}

function isLatin(character: string): boolean {
	return character.charCodeAt(0) < 0x250;
}

// Fonts that stand in for ours make every kana and sign 1 em wide.
function foreignWidth(character: string, own: number): number {
	if (own === 0) return 0;
	const code = character.charCodeAt(0);
	if (code >= 0xff61 && code <= 0xff9f) return Math.max(own, 0.5);
	if (code >= 0x2010) return Math.max(own, 1);
	return Math.max(own, wordCharacter.test(character) ? 0.56 : 0.3);
}

/** Where a program ends lines that knows the common 禁則 and keeps Latin words whole: before which characters. */
function cutsAt(
	paragraphs: readonly Paragraph[],
	limit: number,
	setting: Setting
): readonly (readonly number[])[] {
	return paragraphs.map((paragraph) => {
		const widths = paragraph.widths[setting];
		const isAllowed = paragraph.mayCut[setting];
		const { hangs } = paragraph;
		const gaps = setting === 'own' ? [] : paragraph.gaps;
		const cuts: number[] = [];
		let from = 0;
		for (;;) {
			let width = 0;
			let to = from;
			for (; to < widths.length; to += 1) {
				width += (widths[to] ?? 0) + (to === from ? 0 : (gaps[to] ?? 0));
				if (to > from && width > limit) break;
			}
			while (to < widths.length && hangs[to] === true) to += 1;
			if (to >= widths.length) return cuts;
			const full = to;
			while (to > from && isAllowed[to] !== true) to -= 1;
			from = to > from ? to : full;
			cuts.push(from);
		}
	});
}

function mayCut(before: string, after: string, isElsewhere: boolean): boolean {
	if (wordCharacter.test(before) && wordCharacter.test(after)) return false;
	// LibreOffice follows other rules within Latin text and the signs after it.
	if (isElsewhere && isSign(before) && isSign(after)) return true;
	return !looseStart.has(after) && !looseEnd.has(before);
}

function isSign(character: string): boolean {
	return weak.test(character) || isLatin(character);
}

function faultsOf(paragraphs: readonly Paragraph[], cuts: readonly (readonly number[])[]): number {
	let faults = 0;
	for (const [index, { isFault }] of paragraphs.entries())
		for (const cut of cuts[index] ?? []) if (isFault[cut] === true) faults += 1;
	return faults;
}

/** Cuts to compare: how much was drawn before each. */
function told(paragraphs: readonly Paragraph[], cuts: readonly (readonly number[])[]): string {
	return paragraphs
		.flatMap(({ drawnBefore }, index) => (cuts[index] ?? []).map((cut) => drawnBefore[cut]))
		.join();
}

/** The same for the lines of the paper; line ends that were typed are no cuts. */
function cutsOnPaper(lines: readonly string[], paragraphs: readonly Paragraph[]): string {
	const typed = new Set(paragraphs.map(({ drawnBefore }) => drawnBefore[0]));
	const cuts: number[] = [];
	let drawn = 0;
	for (const line of lines.slice(0, -1)) {
		for (const character of line) if (character.trim() !== '') drawn += 1;
		if (!typed.has(drawn)) cuts.push(drawn);
	}
	return cuts.join();
}
