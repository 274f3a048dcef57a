import type { CardId } from '../method/card.ts';
import { maxCardTextLength } from '../method/card.ts';
import { foldText } from '../method/fold-text.ts';
import type { CardType } from '../method/ids.ts';
import { fieldColumns, readField } from '../method/worksheet/card-list-fields.ts';
import { cellMark } from '../method/worksheet/card-list-marks.ts';
import { longTableColumns } from '../method/worksheet/long-table.ts';
import { linkChain } from './chain-links.ts';
import type { ImportedCard, ImportedLink, ImportedTable, WrittenMarks } from './imported-table.ts';
import { emptyTable, maxImportedCards } from './imported-table.ts';
import type { Grid } from './read-sheets.ts';

type Heading = (typeof longTableColumns)[number];

const cardColumns: readonly (readonly [heading: Heading, type: CardType])[] = [
	['原因', 'cause'],
	['対策', 'measure'],
	['期待したこと', 'outcome'],
	['評価指標', 'indicator'],
	['把握方法', 'source']
];

// Only columns that hold one field as it is; the others join several, and no program could take them apart again.
const detailColumns: readonly (readonly [heading: Heading, column: string])[] = [
	['原因の区分', 'cause.category'],
	['解決すべき原因（○）', 'cause.isRoot'],
	['方向', 'outcome.direction'],
	['単位', 'indicator.unit'],
	['データの地域単位', 'source.level']
];

/** Details that a new card takes from columns which are not read back for known ones. */
const newDetailColumns: readonly (readonly [heading: Heading, column: string])[] = [
	...detailColumns,
	['対象（誰に）', 'measure.audience'],
	['担当・作業部会', 'measure.owner'],
	['時期', 'measure.timing']
];

interface Found {
	readonly row: number;
	readonly id: CardId | null;
	readonly type: CardType;
	text: string;
	readonly fields: Record<string, unknown>;
}

/**
 * 一覧表 after somebody edited it. A card stands in as many rows as it has chains: what differs from what was written
 * in any of them is the change. Cells that were filled in become cards, linked along their row. Which card is meant the
 * numbers say that カード一覧 gives them.
 */
export function readLongTable(
	{ rows }: Grid,
	list: readonly ImportedCard[],
	written: WrittenMarks
): ImportedTable | null {
	const byNumber = new Map(list.map((card) => [card.number, card]));
	const headAt = rows.findIndex((row) => row.includes('原因') && row.includes('対策'));
	const head = rows[headAt];
	if (!head) return null;
	const places = new Map(longTableColumns.map((heading) => [heading, head.indexOf(heading)]));
	const found: Found[] = [];
	const known = new Map<string, number>();
	const links = new Map<string, ImportedLink>();
	for (const [index, row] of rows.slice(headAt + 1).entries()) {
		const cell = (heading: Heading): string => row[places.get(heading) ?? -1] ?? '';
		const ids = idsOf(cell('カードのNo.'), byNumber);
		const inRow: { readonly at: number; readonly type: CardType }[][] = [];
		for (const [heading, type] of cardColumns) {
			const id = ids.get(type) ?? null;
			const text = cell(heading);
			if (id === null && text.trim() === '') continue;
			const key = id ?? `${type}\n${foldText(text)}`;
			let at = known.get(key);
			if (at === undefined) {
				if (found.length >= maxImportedCards) continue;
				at = found.length;
				known.set(key, at);
				found.push({
					row: headAt + index + 2,
					id,
					type,
					text: text.slice(0, maxCardTextLength),
					fields: {}
				});
			}
			const card = found[at];
			if (!card) continue;
			take(card, text, cell, written);
			inRow.push([{ at, type }]);
		}
		for (const link of linkChain(inRow))
			if (found[link.from]?.id === null || found[link.to]?.id === null)
				links.set(`${link.from} ${link.to}`, link);
	}
	const cards = found.map((card): ImportedCard => ({ ...card, number: '', parts: {} }));
	return { ...emptyTable('workbook'), cards, links: [...links.values()], written };
}

/** Takes from one row of a card what was changed there. */
function take(
	card: Found,
	text: string,
	cell: (heading: Heading) => string,
	written: WrittenMarks
): void {
	const { id, type } = card;
	const marks = id === null ? undefined : written.cards.get(id);
	const isChanged = (key: string, value: string): boolean =>
		id === null || cellMark(id, key, value) !== (marks?.[key] ?? '');
	if (id !== null && isChanged('text', text)) card.text = text.slice(0, maxCardTextLength);
	for (const [heading, column] of id === null ? newDetailColumns : detailColumns) {
		const field = fieldColumns.get(column);
		const read = field?.type === type ? readField(column, cell(heading)) : null;
		if (!field || !read || (id === null && cell(heading).trim() === '')) continue;
		if (card.fields[field.key] === undefined || isChanged(column, cell(heading)))
			card.fields[field.key] = read.value;
	}
}

/** The cards of a row by type, from the numbers it ends with: 3 → 12 → 15. */
function idsOf(
	cell: string,
	byNumber: ReadonlyMap<string, ImportedCard>
): ReadonlyMap<CardType, CardId> {
	const ids = new Map<CardType, CardId>();
	for (const number of cell.normalize('NFKC').match(/\d+/g) ?? []) {
		const card = byNumber.get(number);
		if (card?.type && card.id !== null) ids.set(card.type, card.id);
	}
	return ids;
}
