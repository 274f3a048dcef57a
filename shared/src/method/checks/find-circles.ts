/** Every group of nodes that can all be reached from one another, in the order of `nodes`; a node alone is no circle. */
export function findCircles<Id>(
	nodes: readonly Id[],
	next: (id: Id) => readonly Id[]
): readonly (readonly Id[])[] {
	// Tarjan's strongly connected components, with a stack of our own: a chain of causes may be thousands long.
	const order = new Map<Id, number>();
	const low = new Map<Id, number>();
	const open: Id[] = [];
	const isOpen = new Set<Id>();
	const circles: Id[][] = [];
	for (const start of nodes) {
		if (order.has(start)) continue;
		const path: { readonly id: Id; readonly ends: readonly Id[]; at: number }[] = [];
		const enter = (id: Id): void => {
			order.set(id, order.size);
			low.set(id, order.size - 1);
			open.push(id);
			isOpen.add(id);
			path.push({ id, ends: next(id), at: 0 });
		};
		enter(start);
		for (let step = path.at(-1); step; step = path.at(-1)) {
			const end = step.ends[step.at++];
			if (end !== undefined) {
				if (!order.has(end)) enter(end);
				else if (isOpen.has(end)) lower(low, step.id, order.get(end));
				continue;
			}
			path.pop();
			const above = path.at(-1);
			if (above) lower(low, above.id, low.get(step.id));
			if (low.get(step.id) !== order.get(step.id)) continue;
			const circle = open.splice(open.lastIndexOf(step.id));
			for (const id of circle) isOpen.delete(id);
			if (circle.length > 1) circles.push(circle);
		}
	}
	const rank = new Map(nodes.map((id, index) => [id, index]));
	const at = (id: Id | undefined): number => (id === undefined ? 0 : (rank.get(id) ?? 0));
	for (const circle of circles) circle.sort((a, b) => at(a) - at(b));
	return circles.sort(([a], [b]) => at(a) - at(b));
}

function lower<Id>(low: Map<Id, number>, id: Id, value: number | undefined): void {
	if (value !== undefined && value < (low.get(id) ?? Number.POSITIVE_INFINITY)) low.set(id, value);
}
