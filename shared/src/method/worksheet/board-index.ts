import type { Board } from '../board.ts';
import type { Card, CardId, CardOf } from '../card.ts';
import { compareByOrder } from '../card.ts';
import type { CardType } from '../ids.ts';
import { readLanes } from '../lanes.ts';
import type { LinkKind } from '../link-types.ts';

/** A board with its cards by type and its links by end, for building sheets and tables. */
export interface BoardIndex {
	/** The cards of a type in the order of their lane. */
	readonly cardsOf: <T extends CardType>(type: T) => readonly CardOf<T>[];
	/** The cards of a type that links from this card lead to, in lane order. */
	readonly after: <T extends CardType>(
		id: CardId,
		type: T,
		kind?: LinkKind
	) => readonly CardOf<T>[];
	/** The cards of a type from which links lead to this card, in lane order. */
	readonly before: <T extends CardType>(
		id: CardId,
		type: T,
		kind?: LinkKind
	) => readonly CardOf<T>[];
	/** The notes attached to a card. */
	readonly notesOf: (id: CardId) => readonly CardOf<'note'>[];
	/** The notes that belong to no card. */
	readonly looseNotes: readonly CardOf<'note'>[];
}

/** Reads a board once, so that everything after is a look-up. */
export function indexBoard(board: Board): BoardIndex {
	const sorted = [...board.cards.values()].sort(compareByOrder);
	const rank = new Map(sorted.map((card, index) => [card.id, index]));
	const forward = new Map<CardId, { id: CardId; kind: LinkKind }[]>();
	const backward = new Map<CardId, { id: CardId; kind: LinkKind }[]>();
	for (const { from, to, kind } of board.links.values()) {
		append(forward, from, { id: to, kind });
		append(backward, to, { id: from, kind });
	}
	for (const list of [...forward.values(), ...backward.values()])
		list.sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));

	const notes = new Map<CardId, CardOf<'note'>[]>();
	const looseNotes: CardOf<'note'>[] = [];
	for (const lane of Object.values(readLanes(board)))
		for (const { card, attachedTo } of lane) {
			if (card.type !== 'note') continue;
			if (attachedTo === null) looseNotes.push(card);
			else append(notes, attachedTo, card);
		}

	const follow =
		(ends: ReadonlyMap<CardId, readonly { id: CardId; kind: LinkKind }[]>) =>
		<T extends CardType>(id: CardId, type: T, kind?: LinkKind): CardOf<T>[] => {
			const found: CardOf<T>[] = [];
			for (const end of ends.get(id) ?? []) {
				const card = board.cards.get(end.id);
				if (card && isOf(card, type) && (kind === undefined || end.kind === kind)) found.push(card);
			}
			return found;
		};
	return {
		cardsOf: <T extends CardType>(type: T) =>
			sorted.filter((card): card is Card & CardOf<T> => isOf(card, type)),
		after: follow(forward),
		before: follow(backward),
		notesOf: (id) => notes.get(id) ?? [],
		looseNotes
	};
}

function isOf<T extends CardType>(card: Card, type: T): card is Card & CardOf<T> {
	return card.type === type;
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}
