import { notAtEnd, notAtStart } from '../method/worksheet/break-lines.ts';
import { clusterEnds, widthsOf } from '../method/worksheet/clusters.ts';
import { boldAdvances, regularAdvances } from '../method/worksheet/font-advances.ts';
import type { TextRun } from '../method/worksheet/sheet-items.ts';
import { mmPerPt } from '../method/worksheet/sheet-metrics.ts';
import type { OfficeParagraph } from './pptx-office-breaks.ts';
import { measureForOffice, officeCuts, officeEmMm, officeRules } from './pptx-office-breaks.ts';

/** The box of a run on a slide: how wide, of how many lines, and how large its letters are. */
export interface FittedRun {
	readonly widthMm: number;
	readonly lines: number;
	readonly sizePt: number;
	/** Whether its lines must be ended as on paper, as programs would break the whole text where none may break. */
	readonly isBroken: boolean;
}

/** A run as it stands on paper: its lines, how many places for lines it takes, and its letters. */
export interface PaperRun {
	readonly lines: readonly string[];
	readonly count: number;
	readonly sizePt: number;
}

/** How much wider than on paper a box may be: room for programs that reckon widths a little otherwise. */
const slackShare = 0.03;
const slackEm = 0.7;
/** How far a width may be off without other breaks, as programs round. */
const tolerance = 0.004;
/** The same for a font nobody measured. */
const foreignTolerance = 0.015;
/** What stands in a text for a line end of ours. */
export const lineEnd = '\v';
const anyLineEnd = /[\n\v]/;
const sizeSteps = [1, 0.98, 0.96, 0.94, 0.92, 0.9, 0.88, 0.86, 0.84, 0.82, 0.8];
const stepEm = 0.08;
/** The paper breaks so much earlier to spare a last line of one character; see breakLines. */
const narrowestShare = 0.8;

// Programs that do not read our table from the file keep the common 禁則 but do not know these.
const unknownElsewhere =
	'〙〗〟»ゕゖㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ〻～〜‐–゠／…‥‼⁇⁈⁉>〘〖〝￡＃<';
const strictStart = new Set(notAtStart);
const strictEnd = new Set(notAtEnd);
const looseStart = new Set(Array.from(notAtStart).filter((one) => !unknownElsewhere.includes(one)));
const looseEnd = new Set(Array.from(notAtEnd).filter((one) => !unknownElsewhere.includes(one)));
const wordCharacter = /^[A-Za-z0-9@.,_\-/']$/;

/** A paragraph character by character, as people see characters; widths in em. */
interface Paragraph {
	readonly widths: readonly number[];
	/** Before which characters a line may end, and where that would be a fault by our own table. */
	readonly mayCut: readonly boolean[];
	readonly isFault: readonly boolean[];
	/** Whether it may stand beyond the end of a line. */
	readonly hangs: readonly boolean[];
	/** How many characters that are drawn stand before each, in the whole run. */
	readonly drawnBefore: readonly number[];
	/** The same paragraph in LibreOffice, in our font and in one without narrow kana. */
	readonly office: OfficeParagraph;
	readonly foreign: OfficeParagraph;
}

/** Before which characters lines begin, for each paragraph. */
type Cuts = readonly (readonly number[])[];

/**
 * The width at which programs that break the whole text themselves break it as the paper does, or at least without a
 * 禁則 fault, and at which it takes no line more where our font is missing. `freeLines` is the room below it.
 */
export function fitRun(run: TextRun, paper: PaperRun, freeLines: number): FittedRun {
	const paragraphs = paragraphsOf(run.parts);
	const wanted = cutsOnPaper(paper.lines, paragraphs);
	let best: (FittedRun & { readonly score: number }) | null = null;
	for (const step of sizeSteps) {
		const sizePt = wholeSize(paper.sizePt * step);
		const mm = sizePt * mmPerPt;
		const office = mm / officeEmMm(sizePt);
		const widest = widestEm(run, mm);
		const narrowest = (run.widthMm * narrowestShare) / mm;
		for (let width = widest; width >= narrowest; width -= stepEm) {
			const elsewhere = foreignLines(paragraphs, width * office);
			const lines = Math.max(paper.count, elsewhere);
			if (lines > paper.count + freeLines) break;
			let faults = 0;
			let otherwise = 0;
			for (const cutsAt of [ownCuts, cutsInOffice])
				for (const by of [1 - tolerance, 1, 1 + tolerance]) {
					const limit = width * by * (cutsAt === cutsInOffice ? office : 1);
					const cuts = cutsAt(paragraphs, limit);
					faults = Math.max(faults, faultsOf(paragraphs, cuts));
					if (told(paragraphs, cuts) !== wanted) otherwise += 1;
				}
			const score = faults * 100 + otherwise * 2 + (lines > paper.count ? 1 : 0);
			if (!best || score < best.score)
				best = { widthMm: width * mm, lines, sizePt, isBroken: false, score };
			if (score === 0) break;
		}
		// Smaller letters only for room, never for nicer breaks.
		if (best && best.score < 100) break;
	}
	if (best && best.score < 100) return best;
	return (
		brokenRun(run, paper, freeLines) ??
		best ?? {
			widthMm: run.widthMm,
			lines: paper.count,
			sizePt: wholeSize(paper.sizePt * (sizeSteps.at(-1) ?? 1)),
			isBroken: false
		}
	);
}

/** The largest letters in which every line of the paper is one line in every program; null if none are small enough. */
function brokenRun(run: TextRun, paper: PaperRun, freeLines: number): FittedRun | null {
	const lines = paragraphsOf(brokenParts(run.parts, paper.lines));
	for (const step of sizeSteps) {
		const sizePt = wholeSize(paper.sizePt * step);
		const mm = sizePt * mmPerPt;
		const office = mm / officeEmMm(sizePt);
		const width = widestEm(run, mm);
		const limit = width * (1 - tolerance);
		const isWhole = [ownCuts(lines, limit), cutsInOffice(lines, limit * office)].every((cuts) =>
			cuts.every(({ length }) => length === 0)
		);
		const count = Math.max(paper.count, foreignLines(lines, width * office));
		if (isWhole && count <= paper.count + freeLines)
			return { widthMm: width * mm, lines: count, sizePt, isBroken: true };
	}
	return null;
}

/** The parts of a run with `lineEnd` where lines of the paper end that nobody typed. */
export function brokenParts(parts: TextRun['parts'], lines: readonly string[]): TextRun['parts'] {
	const ends = new Set<number>();
	let drawn = 0;
	for (const line of lines) ends.add((drawn += Array.from(line).filter(isDrawn).length));
	let read = 0;
	let isEnded = true;
	return parts.map(({ text, isBold }) => {
		let broken = '';
		for (const character of text) {
			if (isDrawn(character)) {
				if (!isEnded && ends.has(read)) broken += lineEnd;
				read += 1;
			}
			isEnded = character === '\n' || (isEnded && !isDrawn(character));
			broken += character;
		}
		return { text: broken, isBold };
	});
}

/** How wide a line may become in another font; never narrower than in ours. */
export function widestLineEm(text: string, isBold: boolean): number {
	return paragraphsOf([{ text, isBold }])[0]?.foreign.ends.at(-1) ?? 0;
}

function widestEm(run: TextRun, mm: number): number {
	return Math.min((run.widthMm * (1 + slackShare)) / mm, run.widthMm / mm + slackEm);
}

/** Office counts tenths of a point. Rounded down: a text a little smaller fits, one a little larger does not. */
export function wholeSize(sizePt: number): number {
	return Math.max(1, Math.floor(sizePt * 10 + 1e-6) / 10);
}

function paragraphsOf(parts: TextRun['parts']): readonly Paragraph[] {
	const found: { character: string; width: number }[][] = [[]];
	for (const { text, isBold } of parts)
		for (const [index, piece] of text.split(anyLineEnd).entries()) {
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
		const widths = paragraph.map(({ width }) => width);
		const rules = officeRules(characters);
		const before = (at: number): string => characters[at - 1] ?? '';
		return {
			widths,
			mayCut: characters.map((one, at) => mayCut(before(at), one)),
			isFault: characters.map((one, at) => strictStart.has(one) || strictEnd.has(before(at))),
			hangs: characters.map((one) => one === ' '),
			drawnBefore: characters.map((one) => (isDrawn(one) ? drawn++ : drawn)),
			office: measureForOffice(rules, widths),
			foreign: measureForOffice(
				rules,
				paragraph.map(({ character, width }) => foreignWidth(character, width))
			)
		};
	});
}

function isDrawn(character: string): boolean {
	return character.trim() !== '';
}

// Fonts that stand in for ours make every kana and sign 1 em wide.
function foreignWidth(character: string, own: number): number {
	if (own === 0) return 0;
	const code = character.charCodeAt(0);
	if (code >= 0xff61 && code <= 0xff9f) return Math.max(own, 0.5);
	if (code >= 0x2010) return Math.max(own, 1);
	return Math.max(own, wordCharacter.test(character) ? 0.56 : 0.3);
}

/** How many lines a text takes where our font is missing. */
function foreignLines(paragraphs: readonly Paragraph[], width: number): number {
	const limit = width * (1 - foreignTolerance);
	return paragraphs.reduce((sum, { foreign }) => sum + officeCuts(foreign, limit).length + 1, 0);
}

function cutsInOffice(paragraphs: readonly Paragraph[], limit: number): Cuts {
	return paragraphs.map(({ office }) => officeCuts(office, limit));
}

/** Where a program ends lines that knows the common 禁則 and keeps Latin words whole. */
function ownCuts(paragraphs: readonly Paragraph[], limit: number): Cuts {
	return paragraphs.map(({ widths, mayCut: isAllowed, hangs }) => {
		const cuts: number[] = [];
		let from = 0;
		for (;;) {
			let width = 0;
			let to = from;
			for (; to < widths.length; to += 1) {
				width += widths[to] ?? 0;
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

function mayCut(before: string, after: string): boolean {
	if (wordCharacter.test(before) && wordCharacter.test(after)) return false;
	return !looseStart.has(after) && !looseEnd.has(before);
}

function faultsOf(paragraphs: readonly Paragraph[], cuts: Cuts): number {
	let faults = 0;
	for (const [index, { isFault }] of paragraphs.entries())
		for (const cut of cuts[index] ?? []) if (isFault[cut] === true) faults += 1;
	return faults;
}

/** Cuts to compare: how much was drawn before each. */
function told(paragraphs: readonly Paragraph[], cuts: Cuts): string {
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
		drawn += Array.from(line).filter(isDrawn).length;
		if (!typed.has(drawn)) cuts.push(drawn);
	}
	return cuts.join();
}
