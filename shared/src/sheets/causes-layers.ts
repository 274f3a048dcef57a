/** A box of a drawing in columns; `rank` is its place in the order of reading. */
export interface LayerNode {
	readonly id: string;
	readonly rank: number;
	readonly heightMm: number;
	/** Stands in the first column of causes although it leads nowhere. */
	readonly isResult: boolean;
}

/** An arrow between two boxes; arrows of one `look` to one box share their way. */
export interface LayerEdge {
	readonly from: string;
	readonly to: string;
	readonly look: string;
}

/** A place in a column: a box, or the room that passing arrows need. */
export interface LayerSlot {
	readonly key: string;
	readonly node: string | null;
	readonly heightMm: number;
	/** The middle. */
	y: number;
}

/** One column to the next: `to` names the slot in which the arrow arrives, `isBack` an arrow that runs against the columns. */
export interface LayerRoute<Edge extends LayerEdge> {
	readonly edge: Edge;
	readonly slots: readonly string[];
	readonly isBack: boolean;
}

/** Columns from the result (0) to the deepest cause. */
export interface Layers<Edge extends LayerEdge> {
	readonly columns: readonly (readonly LayerSlot[])[];
	readonly routes: readonly LayerRoute<Edge>[];
	readonly columnOf: ReadonlyMap<string, number>;
}

const sweeps = 8;

/** Sorts boxes into columns by how far they are from the result, and within a column so that few arrows cross. */
export function layerNodes<Edge extends LayerEdge>(
	nodes: readonly LayerNode[],
	edges: readonly Edge[],
	passMm: number
): Layers<Edge> {
	const forward = withoutCircles(nodes, edges);
	const columnOf = columnsOf(nodes, forward);
	const depth = Math.max(0, ...columnOf.values());
	const columns: LayerSlot[][] = Array.from({ length: depth + 1 }, () => []);
	const rankOf = new Map<string, number>();
	const put = (column: number, slot: LayerSlot, rank: number): void => {
		if (rankOf.has(slot.key)) return;
		rankOf.set(slot.key, rank);
		columns[column]?.push(slot);
	};
	for (const { id, rank, heightMm } of nodes)
		put(columnOf.get(id) ?? 0, { key: id, node: id, heightMm, y: 0 }, rank);
	const routes = forward.map(({ edge, from, to, isBack }): LayerRoute<Edge> => {
		const slots = [from];
		const last = columnOf.get(to) ?? 0;
		for (let column = (columnOf.get(from) ?? 0) - 1; column > last; column -= 1) {
			const key = `${to} ${edge.look} ${column}${isBack ? ' back' : ''}`;
			put(column, { key, node: null, heightMm: passMm, y: 0 }, rankOf.get(from) ?? 0);
			slots.push(key);
		}
		return { edge, slots: [...slots, to], isBack };
	});
	for (const column of columns)
		column.sort((a, b) => (rankOf.get(a.key) ?? 0) - (rankOf.get(b.key) ?? 0));
	orderSlots(columns, neighboursOf(routes));
	return { columns, routes, columnOf };
}

interface Forward<Edge> {
	readonly edge: Edge;
	readonly from: string;
	readonly to: string;
	readonly isBack: boolean;
}

/** The arrows with those that close a circle turned round. */
function withoutCircles<Edge extends LayerEdge>(
	nodes: readonly LayerNode[],
	edges: readonly Edge[]
): readonly Forward<Edge>[] {
	const leaving = new Map<string, Edge[]>();
	for (const edge of edges) push(leaving, edge.from, edge);
	const state = new Map<string, 'open' | 'done'>();
	const back = new Set<Edge>();
	for (const { id } of nodes) {
		if (state.has(id)) continue;
		const path: { readonly id: string; next: number }[] = [{ id, next: 0 }];
		state.set(id, 'open');
		for (let top = path.at(-1); top; top = path.at(-1)) {
			const edge = leaving.get(top.id)?.[top.next];
			top.next += 1;
			if (!edge) {
				state.set(top.id, 'done');
				path.pop();
			} else if (state.get(edge.to) === 'open') back.add(edge);
			else if (!state.has(edge.to)) {
				state.set(edge.to, 'open');
				path.push({ id: edge.to, next: 0 });
			}
		}
	}
	return edges.map((edge) =>
		back.has(edge)
			? { edge, from: edge.to, to: edge.from, isBack: true }
			: { edge, from: edge.from, to: edge.to, isBack: false }
	);
}

function columnsOf<Edge>(
	nodes: readonly LayerNode[],
	edges: readonly Forward<Edge>[]
): Map<string, number> {
	const leaving = new Map<string, string[]>();
	for (const { from, to } of edges) push(leaving, from, to);
	const columns = new Map<string, number>();
	// No circles are left, so as many rounds as there are boxes settle everything.
	const settle = (ids: readonly string[], least: number): void => {
		for (const id of ids) if (!columns.has(id)) columns.set(id, least);
		for (let changed = true; changed;) {
			changed = false;
			for (const id of ids)
				for (const to of leaving.get(id) ?? []) {
					const column = (columns.get(to) ?? 0) + 1;
					if (column <= (columns.get(id) ?? 0)) continue;
					columns.set(id, column);
					changed = true;
				}
		}
	};
	const ids = (isResult: boolean): readonly string[] =>
		nodes.filter((node) => node.isResult === isResult).map(({ id }) => id);
	settle(ids(true), 0);
	const results = ids(true);
	const first = results.length === 0 ? 0 : Math.max(0, ...columns.values()) + 1;
	const isLoose = (id: string): boolean => (leaving.get(id) ?? []).length === 0;
	const causes = ids(false);
	for (const id of causes) columns.set(id, isLoose(id) ? first : 0);
	settle(causes, 0);
	return columns;
}

type Neighbours = ReadonlyMap<string, readonly string[]>;

function neighboursOf<Edge extends LayerEdge>(routes: readonly LayerRoute<Edge>[]): Neighbours {
	const found = new Map<string, string[]>();
	for (const { slots } of routes)
		for (const [index, slot] of slots.entries()) {
			const next = slots[index + 1];
			if (next === undefined || found.get(slot)?.includes(next)) continue;
			push(found, slot, next);
			push(found, next, slot);
		}
	return found;
}

/** Moves every slot towards the middle of what it is joined to, column by column, there and back. */
function orderSlots(columns: LayerSlot[][], neighbours: Neighbours): void {
	const index = new Map<string, number>();
	const number = (column: readonly LayerSlot[]): void => {
		for (const [at, { key }] of column.entries()) index.set(key, at / Math.max(1, column.length));
	};
	for (const column of columns) number(column);
	for (let sweep = 0; sweep < sweeps; sweep += 1) {
		const order = sweep % 2 === 0 ? columns : [...columns].reverse();
		for (const column of order) {
			const wanted = new Map(
				column.map(({ key }) => {
					const joined = neighbours.get(key) ?? [];
					const sum = joined.reduce((all, one) => all + (index.get(one) ?? 0), 0);
					return [key, joined.length === 0 ? (index.get(key) ?? 0) : sum / joined.length];
				})
			);
			column.sort((a, b) => (wanted.get(a.key) ?? 0) - (wanted.get(b.key) ?? 0));
			number(column);
		}
	}
}

/** How high the highest column is, its slots `gapMm` apart. */
export function heightOfColumns(columns: readonly (readonly LayerSlot[])[], gapMm: number): number {
	return Math.max(
		0,
		...columns.map((column) => column.reduce((sum, { heightMm }) => sum + heightMm + gapMm, -gapMm))
	);
}

/** Gives every slot its place between `top` and `bottom`, as near to what it is joined to as its column allows. */
export function placeSlots<Edge extends LayerEdge>(
	{ columns, routes }: Layers<Edge>,
	area: { readonly top: number; readonly bottom: number; readonly gapMm: number }
): void {
	const neighbours = neighboursOf(routes);
	const y = new Map<string, number>();
	const settle = (column: readonly LayerSlot[], wantedOf: (slot: LayerSlot) => number): void => {
		const places = spread(column, column.map(wantedOf), area);
		for (const [index, slot] of column.entries()) {
			slot.y = places[index] ?? 0;
			y.set(slot.key, slot.y);
		}
	};
	const middle = (area.top + area.bottom) / 2;
	for (const column of columns) {
		let at = middle - heightOfColumns([column], area.gapMm) / 2;
		const starts = column.map(({ heightMm }) => {
			at += heightMm + area.gapMm;
			return at - area.gapMm - heightMm / 2;
		});
		settle(column, (slot) => starts[column.indexOf(slot)] ?? middle);
	}
	for (let sweep = 0; sweep < sweeps; sweep += 1) {
		const order = sweep % 2 === 0 ? [...columns].reverse() : columns;
		for (const column of order)
			settle(column, (slot) => {
				const joined = neighbours.get(slot.key) ?? [];
				if (joined.length === 0) return slot.y;
				return joined.reduce((sum, one) => sum + (y.get(one) ?? middle), 0) / joined.length;
			});
	}
	centre(columns.flat(), area);
}

/** The middle of a drawing stands in the middle of its room. */
function centre(
	slots: readonly LayerSlot[],
	{ top, bottom }: { readonly top: number; readonly bottom: number }
): void {
	const first = Math.min(...slots.map(({ y, heightMm }) => y - heightMm / 2));
	const last = Math.max(...slots.map(({ y, heightMm }) => y + heightMm / 2));
	const by = (top + bottom - first - last) / 2;
	for (const slot of slots) slot.y += by;
}

/** The places nearest to those wanted that keep the order, the distances and the area (pool adjacent violators). */
function spread(
	column: readonly LayerSlot[],
	wanted: readonly number[],
	{ top, bottom, gapMm }: { readonly top: number; readonly bottom: number; readonly gapMm: number }
): readonly number[] {
	const offsets: number[] = [];
	let offset = 0;
	for (const [index, { heightMm }] of column.entries()) {
		const before = column[index - 1];
		offset += before ? before.heightMm / 2 + gapMm + heightMm / 2 : 0;
		offsets.push(offset);
	}
	const pools: { sum: number; count: number }[] = [];
	for (const [index, place] of wanted.entries()) {
		let pool = { sum: place - (offsets[index] ?? 0), count: 1 };
		for (
			let last = pools.at(-1);
			last && last.sum / last.count > pool.sum / pool.count;
			last = pools.at(-1)
		) {
			pools.pop();
			pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
		}
		pools.push(pool);
	}
	const first = column[0]?.heightMm ?? 0;
	const last = column.at(-1)?.heightMm ?? 0;
	const low = top + first / 2;
	const high = bottom - last / 2 - (offsets.at(-1) ?? 0);
	return pools
		.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
		.map((place, index) => Math.max(low, Math.min(high, place)) + (offsets[index] ?? 0));
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}
