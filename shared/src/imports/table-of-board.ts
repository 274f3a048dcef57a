import type { Board } from '../method/board.ts';
import type { Card, CardId } from '../method/card.ts';
import { compareByOrder } from '../method/card.ts';
import { cardTypes } from '../method/card-types/index.ts';
import { partNames } from '../method/worksheet/card-list-parts.ts';
import type { ImportedCard, ImportedTable } from './imported-table.ts';
import { emptyTable } from './imported-table.ts';

/**
 * A whole board, out of its file, as what it says of another: cards by their ids, with every field. It cannot tell
 * what was deleted there from what was written here, so people are asked.
 */
export function tableOfBoard({ cards: all, links, meta }: Board): ImportedTable {
	const sorted = [...all.values()].sort(compareByOrder);
	const places = new Map<CardId, number>(sorted.map(({ id }, index) => [id, index]));
	const { title, scene, municipality, group, date, reviewDate } = meta;
	return {
		...emptyTable('workbook'),
		cards: sorted.map(importedCard),
		links: [...links.values()].flatMap(({ from, to, kind }) => {
			const [start, end] = [places.get(from), places.get(to)];
			return start === undefined || end === undefined ? [] : [{ from: start, to: end, kind }];
		}),
		head: { title, scene, municipality, group, date, reviewDate },
		isWhole: true,
		saysLinks: true
	};
}

function importedCard(card: Card, index: number): ImportedCard {
	const values: Readonly<Record<string, unknown>> = { ...card };
	const { fields, parts } = cardTypes[card.type];
	return {
		row: index + 1,
		id: card.id,
		number: '',
		type: card.type,
		text: card.text,
		fields: Object.fromEntries(Object.keys(fields).map((key) => [key, values[key]])),
		parts: Object.fromEntries(
			partNames
				.filter((name) => name in parts)
				.map((name) => [name, (values[name] as readonly Member[]).map(wordsOf)])
		),
		votes: card.votes
	};
}

type Member = Readonly<Record<string, unknown>>;

/** Without its place, and without its id, unless that says something: a year. */
function wordsOf({ id, order: _order, ...words }: Member): Member {
	return /^\d{4}$/.test(String(id)) ? { id, ...words } : words;
}
