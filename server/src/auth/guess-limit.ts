/** Counts wrong guesses per address; who makes too many must wait until a minute has passed. */
export interface GuessLimit {
	/** How long this address must wait before it may try again, in ms; 0 when it may try now. */
	readonly waitMs: (address: string) => number;
	/** Notes a wrong guess. */
	readonly wrong: (address: string) => void;
	/** Takes one back that turned out to be no guess. */
	readonly forgive: (address: string) => void;
}

const windowMs = 60_000;
const maxAddresses = 10_000;

/**
 * Only wrong guesses count, because a whole room of people often shares one address. `now` is a clock in ms.
 */
export function createGuessLimit(perMinute: number, now: () => number): GuessLimit {
	const guesses = new Map<string, { count: number; until: number }>();

	const current = (address: string): { count: number; until: number } | null => {
		const found = guesses.get(address);
		return found && found.until > now() ? found : null;
	};
	const forgetOld = (): void => {
		for (const [address, { until }] of guesses) if (until <= now()) guesses.delete(address);
		// An attacker with many addresses must not fill the memory: the oldest are forgotten first.
		for (const address of guesses.keys()) {
			if (guesses.size < maxAddresses) break;
			guesses.delete(address);
		}
	};

	return {
		waitMs: (address) => {
			const found = current(address);
			return found && found.count >= perMinute ? found.until - now() : 0;
		},
		wrong: (address) => {
			const found = current(address);
			if (found) {
				found.count += 1;
				return;
			}
			if (guesses.size >= maxAddresses) forgetOld();
			guesses.set(address, { count: 1, until: now() + windowMs });
		},
		forgive: (address) => {
			const found = current(address);
			if (found) found.count -= 1;
		}
	};
}
