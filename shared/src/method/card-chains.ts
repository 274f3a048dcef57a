import type { Board } from './board.ts';
import type { CardId } from './card.ts';
import { compareByOrder } from './card.ts';
import type { CardType } from './ids.ts';

/** The chains テーマ→原因→対策→期待したこと→把握方法 that run through single cards of a board. */
export interface CardChains {
	/** One chain through this card, the longest, in the order of the method and with a vision of its theme. */
	readonly lineThrough: (id: CardId) => readonly CardId[];
	/** Everything that leads to this card or follows from it, with the visions of its themes, in the order of the method. */
	readonly allThrough: (id: CardId) => readonly CardId[];
}

/** How far down the chain a type stands; visions and notes stand beside it. */
const places: Readonly<Record<CardType, number | null>> = {
	theme: 0,
	vision: null,
	fact: 1,
	cause: 2,
	measure: 3,
	outcome: 4,
	indicator: 5,
	source: 6,
	note: null
};

/** Nobody reads a longer line; it also bounds the work on a board that means harm. */
const maxLine = 30;

type Neighbours = Map<CardId, CardId[]>;

/** Reads a board once, so that every chain after is a walk. */
export function readCardChains(board: Board): CardChains {
	const { up, down, visions } = readNeighbours(board);
	const lengths = { up: new Map<CardId, number>(), down: new Map<CardId, number>() };

	/** How many cards follow at most; a circle counts once. */
	function lengthOf(id: CardId, way: 'up' | 'down', depth = 0): number {
		const known = lengths[way].get(id);
		if (known !== undefined) return known;
		if (depth >= maxLine) return 0;
		lengths[way].set(id, 0);
		const next = (way === 'up' ? up : down).get(id) ?? [];
		const length = next.reduce((most, at) => Math.max(most, 1 + lengthOf(at, way, depth + 1)), 0);
		lengths[way].set(id, length);
		return length;
	}

	function walk(start: CardId, way: 'up' | 'down'): CardId[] {
		const line: CardId[] = [];
		const seen = new Set([start]);
		let at: CardId | undefined = start;
		while (at !== undefined && line.length < maxLine) {
			let furthest: CardId | undefined;
			for (const id of (way === 'up' ? up : down).get(at) ?? []) {
				if (seen.has(id)) continue;
				if (furthest === undefined || lengthOf(id, way) > lengthOf(furthest, way)) furthest = id;
			}
			if (furthest !== undefined) {
				seen.add(furthest);
				line.push(furthest);
			}
			at = furthest;
		}
		return line;
	}

	return {
		lineThrough: (id) => {
			const line = [...walk(id, 'up').reverse(), id, ...walk(id, 'down')];
			const theme = line.find((at) => board.cards.get(at)?.type === 'theme');
			const vision = theme === undefined ? undefined : visions.get(theme)?.[0];
			if (theme === undefined || vision === undefined || line.includes(vision)) return line;
			return line.flatMap((at) => (at === theme ? [theme, vision] : [at]));
		},
		allThrough: (id) => {
			const found = new Set([...closure(id, up), ...closure(id, down)]);
			for (const at of found)
				if (board.cards.get(at)?.type === 'theme')
					for (const vision of closure(at, visions))
						if (board.cards.get(vision)?.type === 'vision') found.add(vision);
			return inReadingOrder(board, found);
		}
	};
}

/** Who stands directly above and below whom, and which visions belong to which theme and to each other. */
function readNeighbours(board: Board): {
	readonly up: Neighbours;
	readonly down: Neighbours;
	readonly visions: Neighbours;
} {
	const [up, down, visions]: [Neighbours, Neighbours, Neighbours] = [
		new Map(),
		new Map(),
		new Map()
	];
	const join = (above: CardId, below: CardId): void => {
		push(down, above, below);
		push(up, below, above);
	};
	const gaps: (readonly [fact: CardId, vision: CardId])[] = [];
	const links = [...board.links.values()].sort(
		(a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)
	);
	for (const { from, to, kind } of links) {
		const [fromType, toType] = [board.cards.get(from)?.type, board.cards.get(to)?.type];
		if (!fromType || !toType || kind === 'uses' || kind === 'unusual') continue;
		if (kind === 'gap') gaps.push([from, to]);
		if (kind === 'themeVision' || kind === 'collaborationArea') {
			push(visions, from, to);
			push(visions, to, from);
		}
		const [fromPlace, toPlace] = [places[fromType], places[toType]];
		if (fromPlace === null || toPlace === null) continue;
		// A cause explains what it leads to, so it stands below; one written from others comes after them.
		const isWhy = fromType === 'cause' && toType === 'cause' && kind !== 'writtenFrom';
		if (fromPlace > toPlace || isWhy) join(to, from);
		else join(from, to);
	}
	// The manual's own case ties its 現状 to the theme by the gap to the vision alone, and its root cause by nothing.
	for (const [fact, vision] of gaps)
		for (const theme of visions.get(vision) ?? [])
			if (board.cards.get(theme)?.type === 'theme' && !up.get(fact)?.includes(theme))
				join(theme, fact);
	const themes = [...board.cards.values()].filter((card) => card.type === 'theme');
	const chosen = themes.find(({ status }) => status === 'chosen') ?? themes[0];
	for (const card of board.cards.values())
		if (chosen && card.type === 'cause' && card.isRoot && !up.has(card.id))
			join(chosen.id, card.id);
	return { up, down, visions };
}

function closure(start: CardId, ways: ReadonlyMap<CardId, readonly CardId[]>): Set<CardId> {
	const found = new Set([start]);
	// A set grows while it is walked through.
	for (const id of found) for (const next of ways.get(id) ?? []) found.add(next);
	return found;
}

function inReadingOrder(board: Board, ids: Iterable<CardId>): CardId[] {
	// A vision is read right after its theme.
	const placeOf = (type: CardType): number => places[type] ?? (type === 'vision' ? 0.5 : 7);
	return [...ids].sort((a, b) => {
		const [one, two] = [board.cards.get(a), board.cards.get(b)];
		if (!one || !two) return 0;
		return placeOf(one.type) - placeOf(two.type) || compareByOrder(one, two);
	});
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}
