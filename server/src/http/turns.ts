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
