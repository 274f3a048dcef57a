import type { WriteSheet } from 'hucre/xlsx';
import type { Board } from '../method/board.ts';
import type { CardListTable } from '../method/worksheet/card-list.ts';
import type { LinkListRow } from '../method/worksheet/card-list-links.ts';
import { markOf, marksOfCards } from '../method/worksheet/card-list-marks.ts';
import { cleanBoard } from '../method/worksheet/clean-board.ts';
import { sheetNames } from './xlsx-lists.ts';

/** What the hidden sheet says, so that a later version knows what it reads. */
export const workbookFormat = { format: 'renkei-worksheet', version: 2 } as const;

/** The entries of the head that the form shows. */
export const headKeys = ['title', 'scene', 'municipality', 'group', 'date', 'reviewDate'] as const;
export type HeadKey = (typeof headKeys)[number];

/** The mark of an entry of the head; of an empty one too. */
export function headMark(key: HeadKey, value: string | null): string {
	return markOf('head', key, (value ?? '').trim());
}

/** The marks of a link: one for its two ends, one with its kind. */
export function linkMarks({
	from,
	to,
	kind
}: Pick<LinkListRow, 'from' | 'to' | 'kind'>): readonly [pair: string, whole: string] {
	return [markOf('link', from, to), markOf('link', from, to, kind)];
}

/** The mark of what stands on a sheet, the same in whichever program it was saved. */
export function sheetMark(rows: readonly (readonly string[])[]): string {
	return markOf(
		...rows.flatMap((row) => row.map((cell) => cell.trim()).filter((cell) => cell !== ''))
	);
}

/** What was written, as marks without any words, so that on its return what was changed in the file is told from what was changed on the board. */
export function marksSheet(
	raw: Board,
	date: string,
	list: CardListTable,
	links: readonly LinkListRow[],
	longRows: readonly (readonly string[])[]
): WriteSheet {
	const { meta, cards } = cleanBoard(raw);
	const head = {
		...workbookFormat,
		exportedOn: date,
		columns: Object.fromEntries(list.columns.map(({ heading, key }) => [heading, key])),
		head: Object.fromEntries(headKeys.map((key) => [key, headMark(key, meta[key])])),
		longTable: sheetMark(longRows)
	};
	return {
		name: sheetNames.marks,
		veryHidden: true,
		rows: [
			[JSON.stringify(head)],
			...links.map((link) => [linkMarks(link).join(' ')]),
			...[...marksOfCards(list, cards)].map(([id, marks]) => [
				`${id}: ${Object.entries(marks)
					.map(([key, mark]) => `${key}=${mark}`)
					.join(' ')}`
			])
		]
	};
}
