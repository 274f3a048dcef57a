import type { CardId } from '../method/card.ts';
import { findCircles } from '../method/checks/find-circles.ts';
import type { Link, LinkId } from '../method/link.ts';

/** The links that close circles of causes (check C6), one for each circle: the one that was drawn last. */
export function closingLinks(links: readonly Link[]): ReadonlySet<LinkId> {
	const onward = new Map<CardId, Link[]>();
	for (const link of links) {
		if (link.kind !== 'why') continue;
		const list = onward.get(link.from);
		if (list) list.push(link);
		else onward.set(link.from, [link]);
	}
	const closing = new Set<LinkId>();
	if (onward.size < 2) return closing;
	const next = (id: CardId): readonly CardId[] => (onward.get(id) ?? []).map(({ to }) => to);
	for (const circle of findCircles([...onward.keys()], next)) {
		const members = new Set(circle);
		const [last] = circle
			.flatMap((id) => onward.get(id) ?? [])
			.filter(({ to }) => members.has(to))
			.sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
		if (last) closing.add(last.id);
	}
	return closing;
}
