import type { Board } from '../method/board.ts';
import type { Card, CardId } from '../method/card.ts';
import { chosenTheme, nextOf, pathFrom } from '../method/cause-path.ts';
import { readLanes } from '../method/lanes.ts';
import type { LinkKind } from '../method/link-types.ts';
import { zoneIds } from '../method/ids.ts';

/** An arrow from a cause to what it brings about. */
export interface CauseEdge {
	readonly from: CardId;
	readonly to: CardId;
	/** 解決すべき原因 written from others: dotted. */
	readonly isWritten: boolean;
	/** On the way from 解決すべき原因 to the result. */
	readonly isChosen: boolean;
}

/** The causes of a board with what they lead to, the results. */
export interface CauseGraph {
	/** In the order of reading, results first. */
	readonly cards: readonly Card[];
	readonly results: ReadonlySet<CardId>;
	readonly edges: readonly CauseEdge[];
	/** What each card leads to first; every chain of these ends, also where people linked in a circle. */
	readonly parents: ReadonlyMap<CardId, CardId>;
	readonly chosen: ReadonlySet<CardId>;
}

const leading: ReadonlySet<LinkKind> = new Set(['why', 'causeTheme', 'factTheme']);

/** Reads the causes of a board, what they explain, and the theme they are all about. */
export function readCauses(board: Board): CauseGraph {
	const lanes = readLanes(board);
	const inOrder = zoneIds.flatMap((zone) => lanes[zone].map(({ card }) => card));
	const causes = inOrder.filter(({ type }) => type === 'cause');
	const roots = causes.filter((card) => card.type === 'cause' && card.isRoot);
	const theme = chosenTheme(board);
	const results = findResults(board, causes);
	if (theme) results.add(theme.id);
	const cards = [...inOrder.filter(({ id }) => results.has(id)), ...causes];
	const rank = new Map(cards.map(({ id }, index) => [id, index]));

	const chosenPairs = new Set<string>();
	const chosen = new Set<CardId>();
	for (const root of roots) {
		const path = pathFrom(board, root.id).filter(({ id }) => rank.has(id));
		for (const [index, { id }] of path.entries()) {
			chosen.add(id);
			const next = path[index + 1];
			if (next) chosenPairs.add(`${id} ${next.id}`);
		}
	}

	const edges = new Map<string, CauseEdge>();
	const join = (from: CardId, to: CardId, isWritten: boolean): void => {
		const key = `${from} ${to}`;
		if (from === to || edges.has(key) || !rank.has(from) || !rank.has(to)) return;
		edges.set(key, { from, to, isWritten, isChosen: chosenPairs.has(key) });
	};
	const links = [...board.links.values()].sort(
		(a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)
	);
	for (const { from, to, kind } of links) if (leading.has(kind)) join(from, to, false);
	for (const { from, to, kind } of links) if (kind === 'writtenFrom') join(to, from, true);
	// What is about the theme by meaning only: how things stand now, and the cause to be solved.
	const leads = new Set([...edges.values()].map(({ from }) => from));
	if (theme)
		for (const card of cards) {
			const isAbout = results.has(card.id) || roots.includes(card);
			if (isAbout && card.type !== 'theme' && !leads.has(card.id)) join(card.id, theme.id, false);
		}
	const sorted = [...edges.values()].sort(
		(a, b) =>
			(rank.get(a.to) ?? 0) - (rank.get(b.to) ?? 0) ||
			(rank.get(a.from) ?? 0) - (rank.get(b.from) ?? 0)
	);
	return { cards, results, edges: sorted, parents: findParents(board, cards, sorted), chosen };
}

/** How things stand or what is wanted, wherever a cause leads to it. */
function findResults(board: Board, causes: readonly Card[]): Set<CardId> {
	const found = new Set(causes.map(({ id }) => id));
	const links = [...board.links.values()].filter(({ kind }) => leading.has(kind));
	for (const id of found) for (const { from, to } of links) if (from === id) found.add(to);
	for (const { id } of causes) found.delete(id);
	for (const id of found) if (!board.cards.has(id)) found.delete(id);
	return found;
}

function findParents(
	board: Board,
	cards: readonly Card[],
	edges: readonly CauseEdge[]
): ReadonlyMap<CardId, CardId> {
	const parents = new Map<CardId, CardId>();
	for (const { id } of cards) {
		const next = nextOf(board, id);
		const own = edges.filter(({ from }) => from === id);
		const edge = own.find(({ to }) => to === next) ?? own[0];
		if (!edge) continue;
		let above: CardId | undefined = edge.to;
		while (above !== undefined && above !== id) above = parents.get(above);
		if (above === undefined) parents.set(id, edge.to);
	}
	return parents;
}
