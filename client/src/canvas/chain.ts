import type { CardId } from '@renkei/shared/method/card.ts';
import type { Link, LinkId } from '@renkei/shared/method/link.ts';

/** The cards and links that lead to a card and away from it. */
export interface Chain {
	readonly cards: ReadonlySet<CardId>;
	readonly links: ReadonlySet<LinkId>;
}

/** Everything upstream and downstream of a card, or null when it stands alone. Notes belong to the card they are tied to and lead no further. */
export function findChain(card: CardId, links: Iterable<Link>): Chain | null {
	const onward = new Map<CardId, Link[]>();
	const back = new Map<CardId, Link[]>();
	for (const link of links) {
		push(onward, link.from, link);
		push(back, link.to, link);
	}
	const cards = new Set([card]);
	const found = new Set<LinkId>();
	walk(card, onward, 'to');
	walk(card, back, 'from');
	return found.size === 0 ? null : { cards, links: found };

	function walk(
		start: CardId,
		next: ReadonlyMap<CardId, readonly Link[]>,
		end: 'from' | 'to'
	): void {
		const seen = new Set([start]);
		const open = [start];
		for (let at = open.pop(); at !== undefined; at = open.pop())
			for (const link of next.get(at) ?? []) {
				found.add(link.id);
				const id = link[end];
				cards.add(id);
				if (seen.has(id) || link.kind === 'note') continue;
				seen.add(id);
				open.push(id);
			}
	}
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}
