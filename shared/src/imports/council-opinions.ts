import { wordStyleNames } from '../exports/docx-marks.ts';
import { sheetNames } from '../exports/xlsx-lists.ts';
import type { WrittenLine } from './council-opinions-split.ts';
import type { CouncilOpinion } from './council-opinions-table.ts';
import { opinionsOfLines, opinionsOfTable } from './council-opinions-table.ts';
import type { WordParagraph, WordPiece } from './council-opinions-word.ts';
import { readStyleNames, readWordPieces } from './council-opinions-word.ts';
import type { ImportNote } from './import-notes.ts';
import { importNote } from './import-notes.ts';
import type { ZipLimits } from './open-zip.ts';
import { officeLimits, openZip } from './open-zip.ts';
import type { Grid } from './read-sheets.ts';
import { readSheets } from './read-sheets.ts';
import type { ImportRefusal } from './refusals.ts';

/** What a returned council pack says. */
export interface CouncilOpinions {
	readonly opinions: readonly CouncilOpinion[];
	/** The ids of the cards by the numbers they had when the file was made. */
	readonly cardsByNumber: ReadonlyMap<string, string>;
	/** What the person should know about the file. */
	readonly notes: readonly ImportNote[];
}

/** The names of frames for opinions begin so, and the words over them hold this. */
const opinionSpace = /^opinion/;
const opinionWord = '意見';

const wordLimits: ZipLimits = { ...officeLimits, unpackedBytes: 24 * 1024 * 1024 };
const mainPart = /^word\/document\d*\.xml$/;
// Words that were printed by us and stand where opinions are written; in a frame everything was written by others.
const printedStyles: ReadonlySet<string> = new Set([
	'title',
	'heading 1',
	'heading 2',
	...Object.values(wordStyleNames).filter((name) => name !== wordStyleNames.Blank)
]);

/**
 * The opinions in a council pack that comes back, as Word or as Excel: what stands in its frames and tables, beside
 * them on the same pages, and in comments. Whatever the bytes are, this ends with an answer.
 */
export function readCouncilOpinions(
	bytes: Uint8Array
): CouncilOpinions | { readonly refusal: ImportRefusal } {
	const zip = openZip(bytes, isWordPart, wordLimits);
	if ('refusal' in zip) return zip;
	if (zip.names.includes('xl/workbook.xml')) return readWorkbook(bytes);
	const main = zip.names.find((name) => mainPart.test(name));
	const document = main === undefined ? undefined : zip.parts.get(main);
	if (!document) return { refusal: 'otherKind' };

	const styles = readStyleNames(zip.parts.get('word/styles.xml'));
	if (typeof styles === 'string') return { refusal: styles };
	const pieces = readWordPieces(document, styles);
	if (typeof pieces === 'string') return { refusal: pieces };
	const comments = zip.parts.get('word/comments.xml');
	const remarks = comments ? readWordPieces(comments, styles) : [];
	if (typeof remarks === 'string') return { refusal: remarks };
	const found = opinionsOfPieces(pieces);
	const said = opinionsOfLines(remarks.flatMap(linesOfPiece));
	if (found === null && said.length === 0) return { refusal: 'noOpinionPlace' };
	return answer([...(found ?? []), ...said], zip.names);
}

function isWordPart(name: string): boolean {
	return mainPart.test(name) || name === 'word/styles.xml' || name === 'word/comments.xml';
}

function answer(
	opinions: readonly CouncilOpinion[],
	names: readonly string[]
): CouncilOpinions | { readonly refusal: ImportRefusal } {
	if (opinions.length === 0) return { refusal: 'noOpinionWritten' };
	const isMore = names.some((name) => /vbaProject|\/embeddings\//i.test(name));
	return { opinions, cardsByNumber: new Map(), notes: isMore ? [importNote.cleaned()] : [] };
}

/** What was written in a frame, by its name. */
type Frames = Map<string, WrittenLine[]>;

/** What was written on the pages for opinions; null when the document has no place for them. */
function opinionsOfPieces(pieces: readonly WordPiece[]): readonly CouncilOpinion[] | null {
	const frames: Frames = new Map();
	const inTables: CouncilOpinion[] = [];
	const beside: WrittenLine[] = [];
	let announced: string | null = null;
	let isOnPage = false;
	for (const piece of pieces) {
		if (piece.kind === 'paragraph') {
			if (isPageHeading(piece)) isOnPage = piece.text.includes(opinionWord);
			announced = piece.announces ?? announced;
			// What we printed ends what somebody wrote before it.
			if (piece.announces !== null && opinionSpace.test(piece.announces))
				put(frames, piece.announces, addedTo(piece));
			else if (printedStyles.has(piece.style)) beside.push(emptyLine);
			else if (isOnPage) beside.push(piece);
			continue;
		}
		const name = piece.space ?? announced;
		announced = null;
		if (name !== null && opinionSpace.test(name)) {
			put(frames, name, piece.rows.flat(2));
			beside.push(emptyLine);
			isOnPage = true;
			continue;
		}
		const found = piece.space === null ? opinionsOfTable(piece.rows) : null;
		if (found === null && !isOnPage) continue;
		if (found === null) beside.push(...piece.rows.flat(2), emptyLine);
		else inTables.push(...found);
		isOnPage = true;
	}
	if (frames.size === 0 && inTables.length === 0 && !isOnPage) return null;
	return [...inTables, ...[...frames.values(), beside].flatMap(opinionsOfLines)];
}

const emptyLine: WrittenLine = { text: '', isListed: false };

function put(frames: Frames, name: string, lines: readonly WrittenLine[]): void {
	const list = frames.get(name);
	if (list) list.push(...lines);
	else frames.set(name, [...lines]);
}

/** What somebody wrote on the line of our words over a frame. */
function addedTo({ announces, text }: WordParagraph): readonly WrittenLine[] {
	return announces === null ? [] : [{ text: text.replace(/^[\s：:]+/u, ''), isListed: false }];
}

function isPageHeading({ style }: WordParagraph): boolean {
	return style === 'heading 1' || style === 'title';
}

function linesOfPiece(piece: WordPiece): readonly WrittenLine[] {
	return piece.kind === 'paragraph' ? [piece] : piece.rows.flat(2);
}

function readWorkbook(bytes: Uint8Array): CouncilOpinions | { readonly refusal: ImportRefusal } {
	const read = readSheets(bytes);
	if ('refusal' in read) return read;
	const sheet = read.sheets.find(({ name }) => name.trim() === sheetNames.opinions);
	const opinions = sheet ? opinionsOfTable(sheet.rows.map((cells) => cells.map(cellLines))) : null;
	if (opinions === null) return { refusal: 'noOpinionPlace' };
	if (opinions.length === 0) return { refusal: 'noOpinionWritten' };
	const list = read.sheets.find(({ name }) => name === sheetNames.cardList);
	return {
		opinions,
		cardsByNumber: numbersOf(list),
		notes: read.isCleaned ? [importNote.cleaned()] : []
	};
}

function cellLines(cell: string): readonly WrittenLine[] {
	return cell.split('\n').map((text) => ({ text, isListed: false }));
}

/** The numbers of カード一覧 in the same file: on the board they may have moved on. */
function numbersOf(list: Grid | undefined): ReadonlyMap<string, string> {
	const [headings = [], ...rows] = list?.rows ?? [];
	const [number, id] = [headings.indexOf('No.'), headings.indexOf('ID')];
	if (number === -1 || id === -1) return new Map();
	return new Map(rows.map((cells) => [cells[number] ?? '', cells[id] ?? '']));
}
