import { cellsOfCard } from '../method/worksheet/card-list.ts';
import { fieldColumn } from '../method/worksheet/card-list-fields.ts';
import { partNames } from '../method/worksheet/card-list-parts.ts';
import type { CardType } from '../method/ids.ts';
import type { ImportedCard } from './imported-table.ts';

/** What an imported card says, by column of カード一覧, and only of columns it speaks of; `type` says the type's id. */
export function cellsOfImported(
	{ type, text, fields, parts, votes }: ImportedCard,
	typeThere: CardType | null = type
): Readonly<Record<string, string>> {
	const kind = type ?? typeThere;
	const cells: Record<string, string> = { text };
	if (kind === null) return cells;
	if (type !== null) cells['type'] = type;
	const all = cellsOfCard({ type: kind, text, ...fields, ...parts });
	for (const key of Object.keys(fields)) {
		const cell = all[fieldColumn(kind, key)];
		if (cell !== undefined) cells[fieldColumn(kind, key)] = cell;
	}
	for (const name of partNames) if (parts[name] && all[name] !== undefined) cells[name] = all[name];
	if (votes !== undefined) cells['votes'] = votes === null ? '' : String(votes);
	return cells;
}
