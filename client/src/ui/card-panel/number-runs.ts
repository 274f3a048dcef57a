/** Numbers as people read them out, in order, with three or more in a row as a run: 「17〜24・26」. */
export function numberRuns(numbers: readonly number[]): string {
	const sorted = [...new Set(numbers)].sort((a, b) => a - b);
	const runs: { first: number; last: number }[] = [];
	for (const number of sorted) {
		const run = runs.at(-1);
		if (run && number === run.last + 1) run.last = number;
		else runs.push({ first: number, last: number });
	}
	return runs
		.flatMap(({ first, last }) => {
			if (last - first >= 2) return [`${first}〜${last}`];
			return first === last ? [`${first}`] : [`${first}`, `${last}`];
		})
		.join('・');
}

/** Things by what they are called, in the order each name comes up first. */
export function groupsOf<T>(
	things: readonly T[],
	nameOf: (thing: T) => string
): readonly (readonly [string, readonly T[]])[] {
	const groups = new Map<string, T[]>();
	for (const thing of things) {
		const name = nameOf(thing);
		const group = groups.get(name);
		if (group) group.push(thing);
		else groups.set(name, [thing]);
	}
	return [...groups];
}
