/** Waits for one's turn. */
export type Turns = () => Promise<void>;

/**
 * A whole board takes a while to put together, on the thread that everybody waits for: of many asked for at once,
 * edits come between every two.
 */
export function createTurns(): Turns {
	let turns: Promise<void> = Promise.resolve();
	return () => {
		turns = turns.then(async () => await new Promise((resolve) => setImmediate(resolve)));
		return turns;
	};
}

/** Does work a few pieces at a time, in the order it was asked for; equal wishes that still wait are one. */
export function createLine(atOnce: number) {
	const waiting: (() => void)[] = [];
	const asked = new Map<string, Promise<unknown>>();
	let free = atOnce;
	const start = async <Result>(work: () => Promise<Result>): Promise<Result> => {
		try {
			return await work();
		} finally {
			const next = waiting.shift();
			if (next) next();
			else free += 1;
		}
	};
	return async <Result>(wish: string, work: () => Promise<Result>): Promise<Result> => {
		if (free > 0) {
			free -= 1;
			return await start(work);
		}
		// Under one wish there is one kind of work.
		const known = asked.get(wish) as Promise<Result> | undefined;
		if (known) return await known;
		const turn = new Promise<void>((resolve) => waiting.push(resolve));
		const done = turn.then(async () => {
			asked.delete(wish);
			return await start(work);
		});
		asked.set(wish, done);
		return await done;
	};
}
