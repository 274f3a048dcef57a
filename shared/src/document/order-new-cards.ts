import { generateNKeysBetween } from 'fractional-indexing';
import { maxOrderLength } from '../method/card.ts';
import { orderBetween } from './write-card.ts';

/** Where a new card is to stand: behind a card that is there, behind another new one, or at the end. */
export type NewPlace = { readonly card: string } | { readonly key: string } | null;

/**
 * The orders of new cards by their keys, so that each stands directly behind the one it names; those that name the
 * same one keep their sequence. Whole runs are placed at once: one after the other their orders would grow too long.
 */
export function orderNewCards(
	there: readonly { readonly id: string; readonly order: string }[],
	added: readonly { readonly key: string; readonly after: NewPlace }[]
): ReadonlyMap<string, string> {
	const orders = new Map<string, string>();
	const ids = new Set(there.map(({ id }) => id));
	const keys = new Set(added.map(({ key }) => key));
	const behindCard = new Map<string, string[]>();
	const behindKey = new Map<string, string[]>();
	const atEnd: string[] = [];
	for (const { key, after } of added) {
		if (after && 'card' in after && ids.has(after.card)) append(behindCard, after.card, key);
		else if (after && 'key' in after && keys.has(after.key)) append(behindKey, after.key, key);
		else atEnd.push(key);
	}
	const give = (first: readonly string[], before: string | null, after: string | null): void => {
		const run: string[] = [];
		const waiting = [...first].reverse();
		for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
			if (orders.has(key)) continue;
			orders.set(key, '');
			run.push(key);
			waiting.push(...[...(behindKey.get(key) ?? [])].reverse());
		}
		for (const [index, order] of ordersBetween(before, after, run.length).entries())
			orders.set(run[index] ?? '', order);
	};
	const sorted = [...there].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
	for (const [index, { id, order }] of sorted.entries()) {
		const first = behindCard.get(id);
		if (!first) continue;
		let next = index + 1;
		while (sorted[next]?.order === order) next += 1;
		give(first, order, sorted[next]?.order ?? null);
	}
	const used = [...orders.values()].reduce((a, b) => (b > a ? b : a), '');
	const last = sorted.at(-1)?.order ?? '';
	const highest = used > last ? used : last;
	// Those that wait for each other in a ring are reached by nobody.
	give([...atEnd, ...keys], highest === '' ? null : highest, null);
	return orders;
}

function append(lists: Map<string, string[]>, name: string, key: string): void {
	const list = lists.get(name);
	if (list) list.push(key);
	else lists.set(name, [key]);
}

function ordersBetween(
	before: string | null,
	after: string | null,
	count: number
): readonly string[] {
	if (count === 0) return [];
	try {
		const orders = generateNKeysBetween(before, after, count);
		if (orders.every(({ length }) => length <= maxOrderLength)) return orders;
	} catch {
		// Malformed orders of others; one after the other they still sort.
	}
	const orders: string[] = [];
	for (let index = 0; index < count; index++)
		orders.push(orderBetween(orders.at(-1) ?? before, after));
	return orders;
}
