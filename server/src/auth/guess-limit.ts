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
		const found = guesses.get(keyOf(address));
		if (!found) return null;
		const leftMs = found.until - now();
		// More than a whole minute left: the clock was set back.
		return leftMs > 0 && leftMs <= windowMs ? found : null;
	};
	const forgetOld = (): void => {
		for (const [address, { until }] of guesses) if (until <= now()) guesses.delete(address);
		// An attacker with many addresses must not fill the memory: the oldest are forgotten first, many at a time,
		// because looking through all of them with every guess would be the better attack.
		for (const address of guesses.keys()) {
			if (guesses.size < maxAddresses * 0.9) break;
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
			guesses.set(keyOf(address), { count: 1, until: now() + windowMs });
		},
		forgive: (address) => {
			const found = current(address);
			if (found) found.count -= 1;
		}
	};
}

/** One device has a whole IPv6 network of addresses (/64) to itself, and of IPv4 just the one. */
function keyOf(address: string): string {
	if (!address.includes(':') || address.includes('.')) return address;
	const [head = '', tail = ''] = address.split('%', 1)[0]?.split('::', 2) ?? [];
	const groups = head.split(':').filter((group) => group !== '');
	const after = tail.split(':').filter((group) => group !== '');
	const zeros = address.includes('::') ? Math.max(0, 8 - groups.length - after.length) : 0;
	return [...groups, ...Array.from({ length: zeros }, () => '0'), ...after].slice(0, 4).join(':');
}
