import { cleanText } from '../method/clean-text.ts';
import type { OpenedZip } from './open-zip.ts';
import { officeLimits, openZip } from './open-zip.ts';
import type { CellFormat } from './cell-formats.ts';
import { readFormats, showNumber } from './cell-formats.ts';
import type { ImportRefusal } from './refusals.ts';
import { StopReading, walkXml } from './walk-xml.ts';

/** Cells that were made one, by rows and columns from 0. */
export interface Merge {
	readonly top: number;
	readonly left: number;
	readonly bottom: number;
	readonly right: number;
}

/** A sheet as the words in its cells. */
export interface Grid {
	readonly name: string;
	readonly isHidden: boolean;
	readonly rows: readonly (readonly string[])[];
	readonly merges: readonly Merge[];
}

/** A workbook as words; `isCleaned` when it holds macros or ties to other files, of which nothing is read. */
export interface Sheets {
	readonly sheets: readonly Grid[];
	readonly isCleaned: boolean;
}

/** The most rows that are looked at: a table of a workshop has a few hundred, our own 一覧表 may have 5,000. */
export const maxRows = 12_000;

/** The most columns that are looked at. */
export const maxColumns = 256;

/** The longest text of a cell, as in Excel. */
export const maxCellLength = 32_767;

const maxCells = 300_000;
// One long text can stand in every cell and costs the file nothing.
const maxCharacters = 12_000_000;
const maxSheets = 40;
const workbookLimits = { ...officeLimits, unpackedBytes: 24 * 1024 * 1024 };

/** The words of an Excel file. Formulas are never worked out: what stood in their cells when it was saved is taken. */
export function readSheets(bytes: Uint8Array): Sheets | { readonly refusal: ImportRefusal } {
	const zip = openZip(bytes, isSheetPart, workbookLimits);
	if ('refusal' in zip) return zip;
	try {
		return readWorkbookParts(zip);
	} catch (error) {
		if (error instanceof StopReading) return { refusal: error.refusal ?? 'damaged' };
		throw error;
	}
}

function isSheetPart(name: string): boolean {
	return (
		/\.(xml|rels)$/.test(name) &&
		!/\/(drawings|charts|media|theme|externalLinks|pivot\w*|customXml|comments\w*|threadedComments|tables|persons|printerSettings)\//.test(
			name
		)
	);
}

function readWorkbookParts(zip: OpenedZip): Sheets | { readonly refusal: ImportRefusal } {
	const main = relationsOf(zip, '').find(({ type }) => type.endsWith('/officeDocument'))?.target;
	const workbook = main === undefined ? undefined : zip.parts.get(main);
	if (main === undefined || !workbook) return { refusal: 'otherKind' };
	const listed: { name: string; relation: string; isHidden: boolean }[] = [];
	let isSpreadsheet = false;
	let startsIn1904 = false;
	walk(workbook, {
		open: (name, attributes) => {
			if (name === 'workbook') isSpreadsheet = true;
			if (name === 'workbookPr') startsIn1904 = isTrue(attributes['date1904']);
			if (name !== 'sheet' || listed.length >= maxSheets) return;
			const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
			const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
			listed.push({ name: cleanText(attributes['name'] ?? ''), relation, isHidden });
		}
	});
	if (!isSpreadsheet) return { refusal: 'otherKind' };
	const relations = relationsOf(zip, main);
	const partOf = (type: string): Uint8Array | undefined =>
		zip.parts.get(relations.find((one) => one.type.endsWith(type))?.target ?? '');
	const words = readSharedWords(partOf('/sharedStrings'));
	const stylesPart = partOf('/styles');
	const formats = stylesPart ? readFormats(stylesPart) : [];
	if ('refusal' in formats) return formats;
	const budget = { cells: maxCells, characters: maxCharacters };
	const sheets = listed.flatMap(({ name, relation, isHidden }): Grid[] => {
		const target = relations.find(({ id }) => id === relation)?.target ?? '';
		const part = zip.parts.get(target);
		if (!part) return [];
		return [{ name, isHidden, ...readGrid(part, words, formats, startsIn1904, budget) }];
	});
	const isCleaned = zip.names.some((name) => /vbaProject|externalLinks?\//i.test(name));
	return sheets.length === 0 ? { refusal: 'damaged' } : { sheets, isCleaned };
}

interface Relation {
	readonly id: string;
	readonly type: string;
	readonly target: string;
}

function relationsOf({ parts }: OpenedZip, part: string): readonly Relation[] {
	const cut = part.lastIndexOf('/') + 1;
	const list = parts.get(`${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`);
	const relations: Relation[] = [];
	if (list)
		walk(list, {
			open: (name, { Id = '', Type = '', Target = '', TargetMode = '' }) => {
				if (name === 'Relationship' && TargetMode !== 'External')
					relations.push({ id: Id, type: Type, target: pathOf(part.slice(0, cut), Target) });
			}
		});
	return relations;
}

function pathOf(folder: string, target: string): string {
	if (target.startsWith('/')) return target.slice(1);
	const steps: string[] = [];
	for (const step of (folder + target).split('/'))
		if (step === '..') steps.pop();
		else if (step !== '.' && step !== '') steps.push(step);
	return steps.join('/');
}

/** The texts that cells point to, without the readings (ふりがな) Excel keeps beside them. */
function readSharedWords(part: Uint8Array | undefined): readonly string[] {
	const words: string[] = [];
	if (!part) return words;
	let isText = false;
	let isReading = false;
	walk(part, {
		open: (name) => {
			if (name === 'si' && words.push('') > maxCells) throw new StopReading('swollen');
			if (name === 'rPh') isReading = true;
			if (name === 't') isText = !isReading;
		},
		close: (name) => {
			if (name === 'rPh') isReading = false;
			if (name === 't') isText = false;
		},
		text: (text) => {
			if (isText && words.length > 0) words[words.length - 1] += text;
		}
	});
	return words.map(unescapeText);
}

function readGrid(
	part: Uint8Array,
	words: readonly string[],
	formats: readonly CellFormat[],
	startsIn1904: boolean,
	budget: { cells: number; characters: number }
): Pick<Grid, 'rows' | 'merges'> {
	const rows: string[][] = [];
	const merges: Merge[] = [];
	let row = -1;
	let column = -1;
	let type = '';
	let format: CellFormat = 'plain';
	let value = '';
	let inline = '';
	let taking: 'value' | 'inline' | null = null;
	let isReading = false;
	walk(part, {
		open: (name, attributes) => {
			if (name === 'row') {
				row = numberOf(attributes['r'], row + 2) - 1;
				column = -1;
			} else if (name === 'c') {
				const place = placeOf(attributes['r'] ?? '');
				column = place?.column ?? column + 1;
				row = place?.row ?? row;
				type = attributes['t'] ?? 'n';
				format = formats[Number(attributes['s'] ?? 0)] ?? 'plain';
				value = inline = '';
			} else if (name === 'v') taking = 'value';
			else if (name === 'rPh') isReading = true;
			else if (name === 't') taking = isReading ? null : 'inline';
			else if (name === 'mergeCell') {
				const [from, to] = (attributes['ref'] ?? '').split(':').map(placeOf);
				if (from && to && merges.length < maxRows)
					merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
			}
		},
		close: (name) => {
			if (name === 'v' || name === 't') taking = null;
			else if (name === 'rPh') isReading = false;
			else if (name === 'c') {
				const text = shownText(type, value, inline, words, format, startsIn1904);
				if (text === '' || column >= maxColumns) return;
				budget.cells -= 1;
				budget.characters -= text.length;
				const isTooMuch = budget.cells < 0 || budget.characters < 0;
				if (row < 0 || row >= maxRows || isTooMuch) throw new StopReading('swollen');
				while (rows.length <= row) rows.push([]);
				const cells = rows[row] ?? [];
				while (cells.length < column) cells.push('');
				cells[column] = text;
			}
		},
		text: (text) => {
			if (taking === 'value') value += text;
			else if (taking === 'inline') inline += text;
		}
	});
	return { rows, merges };
}

function shownText(
	type: string,
	value: string,
	inline: string,
	words: readonly string[],
	format: CellFormat,
	startsIn1904: boolean
): string {
	switch (type) {
		case 's':
			return words[Number(value)] ?? '';
		case 'inlineStr':
			return unescapeText(inline);
		case 'str':
		case 'd':
			return unescapeText(value);
		case 'b':
			return value === '1' ? 'TRUE' : 'FALSE';
		case 'e':
			return '';
		default:
			return value === '' ? '' : showNumber(value, format, startsIn1904);
	}
}

/** The format writes characters XML has no place for as `_x000B_`, and such words themselves as `_x005F_x000B_`. */
function unescapeText(text: string): string {
	return cleanText(
		text
			.slice(0, maxCellLength)
			.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
				String.fromCharCode(Number.parseInt(code, 16))
			)
	);
}

function placeOf(reference: string): { readonly row: number; readonly column: number } | null {
	const [, letters, digits] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
	if (letters === undefined) return null;
	let column = 0;
	for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
	return { row: Number(digits) - 1, column: column - 1 };
}

function numberOf(text: string | undefined, fallback: number): number {
	return /^\d{1,7}$/.test(text ?? '') ? Number(text) : fallback;
}

function isTrue(text: string | undefined): boolean {
	return text === '1' || text === 'true';
}

function walk(part: Uint8Array, listener: Parameters<typeof walkXml>[1]): void {
	const refusal = walkXml(part, listener);
	if (refusal !== null) throw new StopReading(refusal);
}
