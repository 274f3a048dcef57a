import type { Board } from '../method/board.ts';
import type { CardListTable } from '../method/worksheet/card-list.ts';
import type { LinkListRow } from '../method/worksheet/card-list-links.ts';
import type { DialogueRow } from '../method/worksheet/dialogue-sheet.ts';
import { dialogueTitle } from '../method/worksheet/dialogue-sheet.ts';
import type { LongTableRow } from '../method/worksheet/long-table.ts';
import { longTableColumns } from '../method/worksheet/long-table.ts';
import type { Table } from './xlsx-tables.ts';

/** The names of the sheets that are read again. */
export const sheetNames = {
	worksheet: '演習シート',
	longTable: '一覧表',
	cardList: 'カード一覧',
	links: 'つながり',
	opinions: '委員意見',
	marks: '_meta'
} as const;

// Columns of the long table that hold sentences.
const wideColumns: ReadonlySet<string> = new Set([
	'テーマ',
	'目指す地域の姿',
	'目指す連携の姿',
	'原因',
	'対策',
	'内訳',
	'期待したこと',
	'評価指標',
	'把握方法'
]);

/** The sheet with one row per chain. */
export function longTable(rows: readonly LongTableRow[]): Table {
	const columns = longTableColumns.map((heading) => ({
		heading,
		widthPx: wideColumns.has(heading) ? 224 : 96
	}));
	return { name: sheetNames.longTable, columns, rows, formLines: null };
}

const cardListWidths: Readonly<Record<string, number>> = {
	number: 56,
	text: 420,
	subActions: 300,
	roles: 180,
	values: 200,
	votes: 56,
	comments: 320,
	stamps: 150,
	links: 150,
	id: 170
};

/** The sheet with one row per card, from which the board is read again. */
export function cardList({ columns, rows }: CardListTable, board: Board): Table {
	// Columns of types nobody has used would only push the others apart.
	const types = new Set([...board.cards.values()].map(({ type }) => type));
	return {
		name: sheetNames.cardList,
		columns: columns.map(({ key, heading, type }) => ({
			heading,
			widthPx: cardListWidths[key] ?? 120,
			isHidden: key === 'id' || (type !== null && types.size > 0 && !types.has(type)),
			isNumber: key === 'number' || key === 'votes'
		})),
		rows,
		// Most cells of this wide table are empty; thousands of frames would only make the file large.
		formLines: null,
		fixedColumns: 3
	};
}

/** The columns of the sheet with one row per link. */
export const linkColumns = [
	'元のNo.',
	'元の内容',
	'つながり',
	'先のNo.',
	'先の内容',
	'メモ'
] as const;

/** The sheet with one row per link. */
export function linkList(rows: readonly LinkListRow[]): Table {
	const widths = [72, 360, 110, 72, 360, 200];
	return {
		name: sheetNames.links,
		columns: linkColumns.map((heading, at) => ({
			heading,
			widthPx: widths[at] ?? 96,
			isNumber: at === 0 || at === 3
		})),
		rows: rows.map(({ fromNumber, fromText, phrase, toNumber, toText, note }) => [
			String(fromNumber),
			fromText,
			phrase,
			String(toNumber),
			toText,
			note
		]),
		formLines: null
	};
}

const dialogueColumns = ['順番', 'Step', '聞いた人', '問い', '答えた人', '答え', 'できたカード'];

/** The sheet with the conversation in its order. */
export function dialogueList(rows: readonly DialogueRow[]): Table {
	const widths = [56, 96, 120, 340, 120, 520, 160];
	return {
		name: dialogueTitle,
		columns: dialogueColumns.map((heading, at) => ({ heading, widthPx: widths[at] ?? 96 })),
		rows: rows.map(({ number, step, asker, question, answerer, answer, cards }) => [
			String(number),
			step,
			asker,
			question,
			answerer,
			answer,
			cards
		])
	};
}

/** How many opinions there is room for. */
const opinionRows = 12;

/** The sheet for what the members of the council say, to be filled in and brought back. */
export function opinionList({ meta }: Board): Table {
	return {
		name: sheetNames.opinions,
		title: [`委員意見（お名前は書かず、職種だけをお書きください）`, meta.title]
			.filter(Boolean)
			.join('　'),
		columns: [
			{ heading: '番号', widthPx: 56, isNumber: true },
			{ heading: '職種', widthPx: 200 },
			{ heading: 'ご意見', widthPx: 640 },
			{ heading: '関係するカードのNo.', widthPx: 160 }
		],
		rows: Array.from({ length: opinionRows }, (_, at) => [String(at + 1), '', '', '']),
		formLines: 3
	};
}
