import * as z from 'zod/mini';
import type { Board, BoardMeta } from './board.ts';
import type { Card, CardId } from './card.ts';
import type { CardType } from './ids.ts';
import type { Link, LinkId } from './link.ts';
import { recordsOf } from './records/index.ts';
import type { BoardRecord, RecordId } from './records/index.ts';

/** What the next board takes over: only where it is to go, also why things are as they are, all of it, or all of it for a 見直し版. */
export const takeIds = ['themeAndVision', 'toCauses', 'everything', 'review'] as const;
export const takeSchema = z.enum(takeIds);
export type Take = (typeof takeIds)[number];

/** The types a short take goes up to; notes come with the card they belong to. */
const typesOf: Readonly<Record<'themeAndVision' | 'toCauses', ReadonlySet<CardType>>> = {
	themeAndVision: new Set(['theme', 'vision']),
	toCauses: new Set(['theme', 'vision', 'fact', 'cause'])
};

/** What is said anew of the next board; everything else of its head goes on. */
type NextHead = Pick<BoardMeta, 'title' | 'group' | 'date'>;

/**
 * The board that goes on from this one: every card says which one it was copied from, none is pinned to a place, and
 * whatever it was before, it is a whole board. A 見直し版 leaves behind what people decided to end.
 */
export function nextBoard(board: Board, boardId: string, take: Take, head: NextHead): Board {
	const isTaken = choose(board, take);
	const cards = new Map<CardId, Card>();
	for (const [id, card] of board.cards)
		if (isTaken(card)) cards.set(id, takeOver(card, `${boardId}/${id}`, take));
	const links = new Map<LinkId, Link>();
	for (const [id, link] of board.links)
		if (cards.has(link.from) && cards.has(link.to)) links.set(id, link);
	const { meta } = board;
	return {
		meta: {
			...meta,
			...head,
			kind: 'full',
			previousBoard: boardId,
			carried: [],
			reviewDate: '',
			doneSteps: [],
			professionsPresent: []
		},
		cards,
		links,
		trash: new Map(),
		records: clustersOf(board, cards),
		problems: [],
		isFromNewerVersion: false
	};
}

function choose(board: Board, take: Take): (card: Card) => boolean {
	if (take === 'everything') return () => true;
	if (take === 'review') {
		const ended = endedCards(board);
		return ({ id }) => !ended.has(id);
	}
	const types = typesOf[take];
	const isWanted = (card: Card | undefined): boolean =>
		card !== undefined &&
		types.has(card.type) &&
		!(card.type === 'theme' && card.status === 'setAside' && take === 'themeAndVision');
	const noted = new Set<CardId>();
	for (const { from, to } of board.links.values()) {
		if (isWanted(board.cards.get(to))) noted.add(from);
		if (isWanted(board.cards.get(from))) noted.add(to);
	}
	return (card) => (card.type === 'note' ? noted.has(card.id) : isWanted(card));
}

/** Outcomes that were decided to end, with the indicators and sources that served nothing else. */
function endedCards(board: Board): ReadonlySet<CardId> {
	const ended = new Set<CardId>();
	for (const card of board.cards.values())
		if (card.type === 'outcome' && card.decision === 'end') ended.add(card.id);
	if (ended.size === 0) return ended;
	for (const type of ['indicator', 'source'] as const)
		for (const card of board.cards.values()) {
			if (card.type !== type) continue;
			const served = [...board.links.values()].filter(({ to }) => to === card.id);
			if (served.length > 0 && served.every(({ from }) => ended.has(from))) ended.add(card.id);
		}
	return ended;
}

function takeOver(card: Card, copiedFrom: string, take: Take): Card {
	const copy = { ...card, position: null, copiedFrom };
	if (copy.type === 'outcome' && take === 'review')
		return { ...copy, decision: 'none', decisionReason: '' };
	return copy;
}

/** The 島 of the cards that came along; pins, dialogue and muted hints belong to the meeting that made them. */
function clustersOf(
	board: Board,
	cards: ReadonlyMap<CardId, Card>
): ReadonlyMap<RecordId, BoardRecord> {
	const used = new Set([...cards.values()].map(({ cluster }) => cluster));
	return new Map(
		recordsOf(board, 'cluster')
			.filter(({ id }) => used.has(id))
			.map((cluster) => [cluster.id, cluster])
	);
}
