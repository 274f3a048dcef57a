import type { Board } from './board.ts';
import type { Card, CardId } from './card.ts';
import { compareByOrder } from './card.ts';
import type { LinkKind } from './link-types.ts';

/** What the paths are read from. */
export type Linked = Pick<Board, 'cards' | 'links'>;

/** The kinds that lead from a cause towards the final result, the nearest step first. */
const onwards: readonly LinkKind[] = ['why', 'causeTheme', 'factTheme'];

/** The cards a cause leads to one after another, itself first, the final result last; the theme stands at the end when nothing else leads there. */
export function pathFrom(board: Linked, start: CardId): readonly Card[] {
	const path: Card[] = [];
	const seen = new Set<CardId>();
	for (let id: CardId | null = start; id !== null && !seen.has(id); id = nextOf(board, id)) {
		seen.add(id);
		const card = board.cards.get(id);
		if (card) path.push(card);
	}
	const theme = chosenTheme(board);
	if (path.length > 0 && theme && path.every(({ type }) => type !== 'theme')) path.push(theme);
	return path;
}

/** The causes that a 解決すべき原因 was written from, in the order they were linked. */
export function originsOf(board: Linked, id: CardId): readonly Card[] {
	return linked(board, id, 'writtenFrom', 'to');
}

/** The measures against a cause. */
export function measuresOf(board: Linked, id: CardId): readonly Card[] {
	return linked(board, id, 'causeMeasure', 'from');
}

/** The first thing that both causes lead to, itself or through others, or null. */
export function commonResult(board: Linked, one: CardId, other: CardId): Card | null {
	const others = new Set(pathFrom(board, other).map(({ id }) => id));
	return (
		pathFrom(board, one)
			.slice(1)
			.find(({ id }) => id !== other && others.has(id)) ?? null
	);
}

/** The theme the table chose, else the first one it proposed. */
export function chosenTheme({ cards }: Pick<Linked, 'cards'>): Card | null {
	let first: Card | null = null;
	for (const card of [...cards.values()].sort(compareByOrder)) {
		if (card.type !== 'theme') continue;
		if (card.status === 'chosen') return card;
		if (card.status === 'candidate') first ??= card;
	}
	return first;
}

/** What a cause leads to directly: what it explains before the result it brings about, the oldest first. */
export function nextOf(board: Linked, id: CardId): CardId | null {
	for (const kind of onwards) {
		const next = linked(board, id, kind, 'from')[0];
		if (next) return next.id;
	}
	return null;
}

/** The cards at the other end of the links of one kind, oldest first; `end` is the end this card stands at. */
function linked(
	{ cards, links }: Linked,
	id: CardId,
	kind: LinkKind,
	end: 'from' | 'to'
): readonly Card[] {
	return [...links.values()]
		.filter((link) => link.kind === kind && link[end] === id)
		.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
		.flatMap((link) => cards.get(end === 'from' ? link.to : link.from) ?? []);
}
