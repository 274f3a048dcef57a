import type { ImportNote } from './import-notes.ts';
import { importNote } from './import-notes.ts';
import type { BoardLink, ImportedLink, ImportedTable } from './imported-table.ts';
import type { ReadList } from './read-list.ts';
import { linkKindByPhrase } from './read-list.ts';

/** The table with the links of its つながり column; a number no row has is the board's where rows have none at all. */
export function resolveNamed({ table, named }: ReadList): ImportedTable {
	const numbers = numbersOf(table);
	const links: ImportedLink[] = [];
	const boardLinks: BoardLink[] = [];
	const notes: ImportNote[] = [];
	for (const { from, number, phrase } of named) {
		const to = numbers.get(number);
		const card = table.cards[from];
		if (to === undefined) {
			if (numbers.size === 0) boardLinks.push({ from, number: Number(number) });
			else notes.push(importNote.linkWithoutCard(number, card?.row ?? 0));
		} else if (to !== from)
			links.push({
				from,
				to,
				kind: linkKindByPhrase(phrase, card?.type ?? null, table.cards[to]?.type ?? null)
			});
	}
	return { ...table, links, boardLinks, notes: [...table.notes, ...notes] };
}

/** The places of cards by the numbers the file gives them; of a number given twice the first. */
export function numbersOf({ cards }: ImportedTable): ReadonlyMap<string, number> {
	const numbers = new Map<string, number>();
	for (const [at, { number }] of cards.entries())
		if (number !== '' && !numbers.has(number)) numbers.set(number, at);
	return numbers;
}
