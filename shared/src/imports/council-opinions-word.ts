import { spaceNameOf, spaceOfBookmark } from '../exports/docx-marks.ts';
import type { ImportRefusal } from './refusals.ts';
import { StopReading, walkXml } from './walk-xml.ts';

/** A paragraph of a document as words. */
export interface WordParagraph {
	readonly text: string;
	/** The name of its style that people see, in small letters. */
	readonly style: string;
	/** Whether Word puts a number or a dot before it. */
	readonly isListed: boolean;
	/** The frame that a bookmark in it says comes next; the words in the bookmark are ours and not in `text`. */
	readonly announces: string | null;
}

/** A piece of a document in its order; a table says by itself which frame it is, when the program that saved it kept that. */
export type WordPiece =
	| ({ readonly kind: 'paragraph' } & WordParagraph)
	| {
			readonly kind: 'table';
			readonly space: string | null;
			/** Rows of cells of paragraphs; a table within a cell gives its paragraphs to the cell. */
			readonly rows: readonly (readonly (readonly WordParagraph[])[])[];
	  };

// What is not there to the reader: words taken out while changes were tracked, a second form of the same drawing,
// readings above characters, and what was valid before a change.
const unseen: ReadonlySet<string> = new Set([
	'del',
	'moveFrom',
	'Fallback',
	'rt',
	'instrText',
	'pPrChange',
	'rPrChange',
	'tblPrChange',
	'trPrChange',
	'tcPrChange',
	'sectPr'
]);
const maxPieces = 50_000;

type Open<T> = { -readonly [Key in keyof T]: T[Key] };

interface OpenTable {
	space: string | null;
	readonly rows: WordParagraph[][][];
}

/** A part of a document as its pieces, or why it is refused. */
export function readWordPieces(
	part: Uint8Array,
	styles: ReadonlyMap<string, string>
): readonly WordPiece[] | ImportRefusal {
	const pieces: WordPiece[] = [];
	const path: string[] = [];
	const paragraphs: Open<WordParagraph>[] = [];
	let bookmark: string | null = null;
	let table: OpenTable | null = null;
	let tables = 0;
	let count = 0;
	let unseenDepth = 0;

	const place = (paragraph: WordParagraph): void => {
		count += 1;
		if (count > maxPieces) throw new StopReading('swollen');
		if (table === null) {
			pieces.push({ kind: 'paragraph', ...paragraph });
			return;
		}
		const row = table.rows.at(-1);
		row?.at(-1)?.push(paragraph);
	};
	const add = (text: string): void => {
		const paragraph = paragraphs.at(-1);
		if (paragraph && bookmark === null) paragraph.text += text;
	};

	const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
		const parent = path.at(-1) ?? '';
		path.push(name);
		if (unseenDepth > 0 || unseen.has(name)) {
			unseenDepth += 1;
			return;
		}
		const value = attributes['w:val'] ?? attributes['val'] ?? '';
		const paragraph = paragraphs.at(-1);
		switch (name) {
			case 'p':
				paragraphs.push(emptyParagraph());
				break;
			case 'pStyle':
				if (paragraph) paragraph.style = styles.get(value) ?? value.toLowerCase();
				break;
			case 'bookmarkStart': {
				const frame = spaceOfBookmark(attributes['w:name'] ?? attributes['name'] ?? '');
				if (!paragraph || frame === null) break;
				paragraph.announces ??= frame;
				bookmark = idOf(attributes);
				break;
			}
			case 'bookmarkEnd':
				if (idOf(attributes) === bookmark) bookmark = null;
				break;
			case 'numPr':
				if (paragraph) paragraph.isListed = true;
				break;
			case 'tab':
				if (parent === 'r') add('\t');
				break;
			case 'br':
			case 'cr':
				if (parent === 'r') add('\n');
				break;
			case 'noBreakHyphen':
				add('-');
				break;
			case 'tbl':
				tables += 1;
				if (tables === 1) table = { space: null, rows: [] };
				break;
			case 'tblCaption':
				if (table && tables === 1) table.space = spaceNameOf(value) ?? table.space;
				break;
			case 'tr':
				if (tables === 1) table?.rows.push([]);
				break;
			case 'tc':
				if (tables === 1) table?.rows.at(-1)?.push([]);
		}
	};
	const close = (name: string): void => {
		path.pop();
		if (unseenDepth > 0) {
			unseenDepth -= 1;
			return;
		}
		if (name === 'p') {
			const paragraph = paragraphs.pop();
			// A bookmark of ours holds words of one line.
			bookmark = null;
			if (paragraph) place(paragraph);
		} else if (name === 'comment') place(emptyParagraph());
		else if (name === 'tbl') {
			tables -= 1;
			if (tables > 0 || table === null) return;
			pieces.push({ kind: 'table', ...table });
			table = null;
		}
	};
	const text = (words: string): void => {
		if (unseenDepth === 0 && path.at(-1) === 't') add(words);
	};
	return walkXml(part, { open, close, text }) ?? pieces;
}

function emptyParagraph(): Open<WordParagraph> {
	return { text: '', style: '', isListed: false, announces: null };
}

function idOf(attributes: Readonly<Record<string, string>>): string {
	return attributes['w:id'] ?? attributes['id'] ?? '';
}

/** The names of the styles by their ids: programs change the ids when they save, the names they keep. */
export function readStyleNames(
	part: Uint8Array | undefined
): ReadonlyMap<string, string> | ImportRefusal {
	const names = new Map<string, string>();
	if (!part) return names;
	let id = '';
	const refusal = walkXml(part, {
		open: (name, attributes) => {
			if (name === 'style') id = attributes['w:styleId'] ?? attributes['styleId'] ?? '';
			else if (name === 'name' && id !== '') {
				names.set(id, (attributes['w:val'] ?? attributes['val'] ?? '').toLowerCase());
				id = '';
			}
		}
	});
	return refusal ?? names;
}
