import type { CardId } from '../method/card.ts';
import type { ZoneId } from '../method/ids.ts';
import type { LinkKind } from '../method/link-types.ts';
import { linkKinds } from '../method/link-types.ts';
import type { Link, LinkId } from '../method/link.ts';
import type { BracketRoute } from './bracket-route.ts';
import {
	arrowEnds,
	arrowStop,
	bracketOut,
	legFromCard,
	pieceTo,
	setWidth
} from './bracket-route.ts';
import type { CardBox } from './lane-layout.ts';
import type { groupArrows } from './link-groups.ts';
import type { LinkPath } from './link-path.ts';
import { bracketSets } from './link-sets.ts';

const bracketInset = 4;
/** Brackets that overlap on one side of a lane stand this much further out each. */
const bracketStep = 5;
const solid: readonly number[] = [];

/** Finds the links that are drawn together as brackets, and leaves the rest (design §4); whole islands have one arrow where its maker is at hand. */
export function takeBrackets(
	cards: ReadonlyMap<CardId, CardBox>,
	links: readonly Link[],
	arrowsOfGroups: typeof groupArrows | null
): { readonly rest: readonly Link[]; readonly brackets: readonly BracketRoute[] } {
	const taken = new Set<LinkId>();
	const brackets: BracketRoute[] = arrowsOfGroups ? [...arrowsOfGroups(cards, links, taken)] : [];
	const single = taken.size === 0 ? links : links.filter(({ id }) => !taken.has(id));
	brackets.push(...bracketSets(cards, single, taken));
	const neighbours = readNeighbours(cards);
	const free = taken.size === 0 ? links : links.filter(({ id }) => !taken.has(id));
	bracketMeasures(cards, free, neighbours, taken, brackets);
	bracketOutcomes(cards, free, neighbours, taken, brackets);
	return { rest: links.filter(({ id }) => !taken.has(id)), brackets };
}

/** Measures that expect the same outcomes point at one bracket around them instead of drawing n × m arrows. */
function bracketMeasures(
	cards: ReadonlyMap<CardId, CardBox>,
	links: readonly Link[],
	neighbours: Neighbours,
	taken: Set<LinkId>,
	brackets: BracketRoute[]
): void {
	const targets = new Map<CardId, Link[]>();
	for (const link of links) if (link.kind === 'measureOutcome') push(targets, link.from, link);
	const sets = new Map<string, Link[][]>();
	for (const list of targets.values())
		push(
			sets,
			list
				.map(({ to }) => to)
				.sort()
				.join(),
			list
		);

	const topOf = ([link]: readonly Link[]): number => (link && cards.get(link.from)?.box.y) ?? 0;
	for (const members of sets.values()) {
		const outcomes = (members[0] ?? []).map(({ to }) => to);
		for (const run of runsOf(outcomes, cards, neighbours)) {
			const [first, last] = ends(run);
			const x = first.box.x - bracketOut - legFromCard;
			const inRun = new Set(run.map(({ card }) => card.id));
			const arrows = members.filter((list) => {
				const from = list[0] && cards.get(list[0].from);
				return from && from.box.x + from.box.width <= x - arrowStop;
			});
			if (arrows.length === 0) continue;
			arrows.sort((a, b) => topOf(a) - topOf(b));
			const leg = first.box.x - legFromCard;
			const top = first.box.y;
			const bottom = last.box.y + last.box.height;
			const covered = arrows.flat().filter(({ to }) => inRun.has(to));
			brackets.push(
				bracketOf('measureOutcome', covered, 2.5, false, {
					start: [leg, top],
					pieces: [
						[x, top],
						[x, bottom],
						[leg, bottom]
					]
				})
			);
			for (const list of arrows) {
				const mine = list.filter(({ to }) => inRun.has(to));
				const from = mine[0] && cards.get(mine[0].from);
				if (!from) continue;
				const start = [from.box.x + from.box.width, from.box.y + from.box.height / 2] as const;
				const y = Math.min(Math.max(start[1], top + 12), bottom - 12);
				brackets.push(arrowOf('measureOutcome', mine, setWidth, start, [x - arrowStop, y], [from]));
			}
			for (const { id } of covered) taken.add(id);
		}
	}
}

/** A run of outcomes with one and the same source (or indicator) shares a bracket and one arrow to it. */
function bracketOutcomes(
	cards: ReadonlyMap<CardId, CardBox>,
	links: readonly Link[],
	neighbours: Neighbours,
	taken: Set<LinkId>,
	brackets: BracketRoute[]
): void {
	const bySource = new Map<CardId, Link[]>();
	for (const link of links)
		if (link.kind === 'outcomeSource' || link.kind === 'outcomeIndicator')
			push(bySource, link.to, link);
	const standing: { zone: ZoneId; x: number; top: number; bottom: number }[] = [];
	for (const [to, list] of bySource) {
		const target = cards.get(to);
		if (!target) continue;
		const outcomes = list.map(({ from }) => from);
		for (const run of runsOf(outcomes, cards, neighbours)) {
			const [first, last] = ends(run);
			const right = first.box.x + first.box.width;
			const top = first.box.y + bracketInset;
			const bottom = last.box.y + last.box.height - bracketInset;
			let x = right + bracketOut;
			while (standing.some((b) => b.x === x && b.top <= bottom && top <= b.bottom))
				x += bracketStep;
			const end = [target.box.x - 3, target.box.y + target.box.height / 2] as const;
			if (end[0] < x + bracketStep) continue;
			standing.push({ zone: first.zone, x, top, bottom });
			const inRun = new Set(run.map(({ card }) => card.id));
			const covered = list.filter(({ from }) => inRun.has(from));
			const kind = covered[0]?.kind ?? 'outcomeSource';
			const leg = right + legFromCard;
			const middle = (top + bottom) / 2;
			brackets.push(
				bracketOf(kind, covered, linkKinds[kind].width, false, {
					start: [leg, top],
					pieces: [
						[x, top],
						[x, bottom],
						[leg, bottom]
					]
				}),
				arrowOf(kind, covered, linkKinds[kind].width, [x, middle], end, [target])
			);
			for (const { id } of covered) taken.add(id);
		}
	}
}

function bracketOf(
	kind: LinkKind,
	links: readonly Link[],
	width: number,
	hasHead: boolean,
	path: LinkPath
): BracketRoute {
	return {
		links: links.map(({ id }) => id),
		cards: [...new Set(links.flatMap(({ from, to }) => [from, to]))],
		set: null,
		kind,
		strong: linkKinds[kind].strong,
		width,
		dash: solid,
		hasHead,
		path,
		ends: null
	};
}

function arrowOf(
	kind: LinkKind,
	links: readonly Link[],
	width: number,
	start: readonly [number, number],
	end: readonly [number, number],
	cards: readonly CardBox[]
): BracketRoute {
	const ends = arrowEnds(
		start,
		end,
		cards.map(({ box }) => box)
	);
	const path = { start, pieces: [pieceTo(start, end)] };
	return { ...bracketOf(kind, links, width, true, path), ends };
}

type Neighbours = ReadonlyMap<CardId, CardBox>;

/** For every card of an automatic column the card right below it. */
function readNeighbours(cards: ReadonlyMap<CardId, CardBox>): Neighbours {
	const columns = new Map<number, CardBox[]>();
	for (const card of cards.values())
		if (card.column !== null && card.zone === 'outcome') push(columns, card.column, card);
	const neighbours = new Map<CardId, CardBox>();
	for (const column of columns.values()) {
		column.sort((a, b) => a.box.y - b.box.y);
		for (const [index, { card }] of column.entries()) {
			const below = column[index + 1];
			if (below) neighbours.set(card.id, below);
		}
	}
	return neighbours;
}

/** The stretches of two or more of these cards that stand directly under each other. */
function runsOf(
	ids: readonly CardId[],
	cards: ReadonlyMap<CardId, CardBox>,
	neighbours: Neighbours
): readonly (readonly CardBox[])[] {
	const wanted = new Set(ids);
	const below = new Set<CardId>();
	for (const id of wanted) {
		const next = neighbours.get(id)?.card.id;
		if (next !== undefined && wanted.has(next)) below.add(next);
	}
	const runs: CardBox[][] = [];
	for (const id of wanted) {
		if (below.has(id)) continue;
		const run: CardBox[] = [];
		let card = cards.get(id);
		while (card && wanted.has(card.card.id)) {
			run.push(card);
			card = neighbours.get(card.card.id);
		}
		if (run.length > 1) runs.push(run);
	}
	return runs;
}

function ends(run: readonly CardBox[]): readonly [CardBox, CardBox] {
	return [run[0] as CardBox, run.at(-1) as CardBox];
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}
