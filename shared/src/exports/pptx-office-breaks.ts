// How LibreOffice ends lines in a text box, compared with what it prints. Where the last character that fits is
// Japanese, its short table of 禁則 decides; where it is Latin, the classes of Unicode do, and they keep brackets and
// Latin together.

const forbiddenAtStart = new Set(
	'!%),.:;?]}¢°’”‰′″℃、。々〉》」』】〕ぁぃぅぇぉっゃゅょゎ゛゜ゝゞァィゥェォッャュョヮヵヶ・ーヽヾ！％），．：；？］｝｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ'
);
const forbiddenAtEnd = new Set('$([¥{£‘“〈《「『【〔＄（［｛｢￥');

const longestPath = 66;
// Greek and Cyrillic count as Latin.
const firstNotLatin = 0x590;

// LibreOffice parts Latin from Japanese by so much, PowerPoint does not.
const scriptGapEm = 0.24;
// Of no script: they go with what stands before them, and with Latin at the beginning.
const weak = /^[ \u00a0\u2010-\u2bff]/;

/** What LibreOffice knows of a paragraph before it has a font; the arrays go character by character. */
export interface OfficeRules {
	/** The gap before each in em, within a line. */
	readonly gaps: readonly number[];
	/** Where a line ends at the latest that has room up to here. */
	readonly cutAt: readonly number[];
	readonly isBlank: readonly boolean[];
}

/** A paragraph as LibreOffice measures it: how far from its beginning each character stands, were it all one line. */
export interface OfficeParagraph extends OfficeRules {
	readonly begins: readonly number[];
	readonly ends: readonly number[];
}

/** The rules for a paragraph given by its characters, as people see characters. */
export function officeRules(characters: readonly string[]): OfficeRules {
	const gaps: number[] = [];
	const cutAt: number[] = [];
	const isBlank: boolean[] = [];
	let byTable = 0;
	let byClass = 0;
	let before = '';
	let wasLatin = true;
	let classBefore: Class = 'AL';
	let classBeforeThat: Class = 'AL';
	for (let at = 0; at < characters.length; at += 1) {
		const character = characters[at] ?? '';
		const own = classOf(character);
		const isLatin: boolean = weak.test(character)
			? wasLatin
			: character.charCodeAt(0) < firstNotLatin;
		if (at > 0) {
			if (!forbiddenAtStart.has(character) && !forbiddenAtEnd.has(before)) byTable = at;
			const lastByClass = byClass;
			// A unit goes with its number, even behind a bracket.
			const isUnit = classBefore === 'CL' && (own === 'PO' || own === 'PR');
			if (mayPart(isUnit && classBeforeThat === 'NU' ? 'NU' : classBefore, own)) byClass = at;
			const byWord = before === '/' && byClass === at ? lastByClass : byClass;
			cutAt.push(wasLatin ? besidePath(characters, byWord, at) : byTable);
		} else cutAt.push(0);
		gaps.push(at > 0 && isLatin !== wasLatin ? scriptGapEm : 0);
		isBlank.push(character === ' ');
		classBeforeThat = classBefore;
		classBefore = own;
		before = character;
		wasLatin = isLatin;
	}
	return { gaps, cutAt, isBlank };
}

/** Measures a paragraph in a font in which its characters are so wide, in em. */
export function measureForOffice(rules: OfficeRules, widths: readonly number[]): OfficeParagraph {
	const begins: number[] = [];
	const ends: number[] = [];
	let end = 0;
	for (let at = 0; at < widths.length; at += 1) {
		const begin = end + (rules.gaps[at] ?? 0);
		end = begin + (widths[at] ?? 0);
		begins.push(begin);
		ends.push(end);
	}
	return { ...rules, begins, ends };
}

/** LibreOffice keeps what looks like a path whole, back to the white space before it. */
function besidePath(characters: readonly string[], cut: number, at: number): number {
	if (cut === at || characters[cut - 1] !== '/') return cut;
	for (let back = cut - 2; back >= 0 && cut - back <= longestPath; back -= 1)
		if ((characters[back] ?? '').trim() === '') return back + 1;
	return cut;
}

/** Before which characters lines begin in a box so wide, but for the first. */
export function officeCuts(
	{ begins, ends, cutAt, isBlank }: OfficeParagraph,
	limitEm: number
): readonly number[] {
	const cuts: number[] = [];
	let from = 0;
	for (;;) {
		const limit = (begins[from] ?? 0) + limitEm;
		let full = from;
		while (full < ends.length && (ends[full] ?? 0) < limit) full += 1;
		if (full >= ends.length) return cuts;
		// A blank stands beyond the end of the line.
		const cut = isBlank[full] === true ? full + 1 : (cutAt[full] ?? 0);
		from = cut > from ? cut : Math.max(full, from + 1);
		if (from >= ends.length) return cuts;
		cuts.push(from);
	}
}

/** How large LibreOffice takes letters to be: it measures them in whole pixels of a printer of 600 dpi. */
export function officeEmMm(sizePt: number): number {
	const hundredths = Math.round((sizePt * 2540) / 72);
	return (Math.max(1, Math.round((hundredths * 600) / 2540)) * 25.4) / 600;
}

/** Classes of line breaking as Unicode names them. */
type Class =
	| 'AL'
	| 'B2'
	| 'BA'
	| 'CL'
	| 'EX'
	| 'GL'
	| 'HY'
	| 'ID'
	| 'IN'
	| 'IS'
	| 'NS'
	| 'NU'
	| 'OP'
	| 'PO'
	| 'PR'
	| 'QU'
	| 'SP'
	| 'SY';

const members: readonly (readonly [Class, string])[] = [
	['SP', ' '],
	['GL', '\u00a0\u2011'],
	['CL', '、。，．〉》」』】〕〗〙〛〟）］｝｠｡｣､)]}'],
	['OP', '（〔［｛〈《「『【〘〖〝｢([{'],
	['QU', '"\'‘’“”«»'],
	[
		'NS',
		'々〻ゝゞヽヾ・：；゛゜〜゠‼⁇⁈⁉･ﾞﾟーｰぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ'
	],
	['EX', '!?！？'],
	['IS', ',.:;'],
	['SY', '/'],
	['HY', '-'],
	['B2', '—'],
	['BA', '\u3000\t|‐–'],
	['IN', '…‥'],
	['NU', '0123456789'],
	['PO', '%°℃‰′″¢％￠'],
	['PR', '$£¥￥＄￡+−±']
];
const listed = new Map(
	members.flatMap(([own, characters]) => Array.from(characters, (one) => [one, own] as const))
);

function classOf(character: string): Class {
	return listed.get(character.charAt(0)) ?? (character.charCodeAt(0) >= 0x2e80 ? 'ID' : 'AL');
}

const clings = new Set<Class>(['SP', 'CL', 'EX', 'IS', 'SY', 'QU', 'GL', 'BA', 'HY', 'NS']);
const holds = new Set<Class>(['OP', 'QU', 'GL']);
/** After which classes which others cling, besides those that always do. */
const pairs = new Map<Class, ReadonlySet<Class>>([
	['AL', new Set(['IN', 'NU', 'PR', 'AL', 'OP'])],
	['ID', new Set(['IN', 'PO'])],
	['IN', new Set(['IN'])],
	['NU', new Set(['IN', 'AL', 'NU', 'PO', 'PR', 'OP'])],
	['PR', new Set(['ID', 'AL', 'NU'])],
	['PO', new Set(['AL', 'NU'])],
	['SY', new Set(['NU'])],
	['IS', new Set(['NU', 'AL'])],
	['CL', new Set(['AL', 'NU'])],
	['B2', new Set(['B2'])]
]);

function mayPart(before: Class, after: Class): boolean {
	if (clings.has(after)) return false;
	return before === 'SP' || (!holds.has(before) && pairs.get(before)?.has(after) !== true);
}
