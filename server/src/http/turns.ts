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

/**
 * Does work a few pieces at a time; equal wishes that still wait are one. Whose turn was longest ago comes first, so that
 * a hundred wishes of one, each slow, hold up no other.
 */
export function createLine(atOnce: number) {
	const waiting: { readonly whose: string; readonly begin: () => void }[] = [];
	const turns = new Map<string, number>();
	let lastTurn = 0;
	const asked = new Map<string, Promise<unknown>>();
	let free = atOnce;
	const takeTurn = (whose: string): void => {
		turns.set(whose, (lastTurn += 1));
	};
	const takeNext = (): (() => void) | null => {
		const turnOf = (at: number): number => turns.get(waiting[at]?.whose ?? '') ?? 0;
		let first = 0;
		for (const at of waiting.keys()) if (turnOf(at) < turnOf(first)) first = at;
		const [next] = waiting.splice(first, 1);
		if (next) takeTurn(next.whose);
		else turns.clear();
		return next?.begin ?? null;
	};
	const start = async <Result>(work: () => Promise<Result>): Promise<Result> => {
		try {
			return await work();
		} finally {
			const next = takeNext();
			if (next) next();
			else free += 1;
		}
	};
	return async <Result>(
		whose: string,
		wish: string,
		work: () => Promise<Result>
	): Promise<Result> => {
		if (free > 0) {
			free -= 1;
			takeTurn(whose);
			return await start(work);
		}
		// Under one wish there is one kind of work.
		const known = asked.get(wish) as Promise<Result> | undefined;
		if (known) return await known;
		const turn = new Promise<void>((resolve) => waiting.push({ whose, begin: resolve }));
		const done = turn.then(async () => {
			asked.delete(wish);
			return await start(work);
		});
		asked.set(wish, done);
		return await done;
	};
}
