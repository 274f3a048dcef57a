import { Graph, layout } from '@dagrejs/dagre';

/** Cards that stand together beside the zones, and the links among them; names and sizes are all there is of a card. */
export interface TidyGroup {
	readonly cards: readonly {
		readonly id: string;
		readonly width: number;
		readonly height: number;
	}[];
	readonly links: readonly (readonly [from: string, to: string])[];
}

/** The group in order: the upper left corner of every card, counted from that of the group. */
export interface TidiedGroup {
	readonly places: ReadonlyMap<string, readonly [x: number, y: number]>;
	readonly width: number;
	readonly height: number;
}

/** Between cards above each other, and between a card and those it leads to, in bu. */
const gap = { down: 24, across: 72 } as const;

/** Places cards in layers from left to right as the links lead, with as few crossings as can be; the same for the same cards on every machine. */
export function layOutInLayers({ cards, links }: TidyGroup): TidiedGroup {
	const graph = new Graph();
	graph.setGraph({ rankdir: 'LR', nodesep: gap.down, ranksep: gap.across, align: 'UL' });
	graph.setDefaultEdgeLabel(() => ({}));
	const known = new Set<string>();
	for (const { id, width, height } of cards) {
		graph.setNode(id, { width, height });
		known.add(id);
	}
	for (const [from, to] of links)
		if (from !== to && known.has(from) && known.has(to)) graph.setEdge(from, to);
	layout(graph);
	const corners = cards.map(({ id, width, height }) => {
		const { x = 0, y = 0 } = graph.node(id) as { x?: number; y?: number };
		return { id, x: x - width / 2, y: y - height / 2, right: x + width / 2, foot: y + height / 2 };
	});
	const left = Math.min(...corners.map(({ x }) => x));
	const top = Math.min(...corners.map(({ y }) => y));
	return {
		places: new Map(
			corners.map(({ id, x, y }) => [id, [Math.round(x - left), Math.round(y - top)]])
		),
		width: Math.max(...corners.map(({ right }) => right)) - left,
		height: Math.max(...corners.map(({ foot }) => foot)) - top
	};
}
