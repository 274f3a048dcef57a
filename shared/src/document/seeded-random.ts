/** Numbers that look random and are the same for the same seed, so that a failing run can be run again. */
export interface SeededRandom {
	/** A whole number from 0 up to and without `below`. */
	below(below: number): number;
	/** One of a list that is not empty. */
	pick<T>(list: readonly T[]): T;
	chance(probability: number): boolean;
}

/** A generator of 32 bits (mulberry32), good enough to shuffle tests and fast. */
export function seededRandom(seed: number): SeededRandom {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (limit: number): number => Math.floor(next() * limit);
	return {
		below,
		pick: (list) => {
			const picked = list[below(list.length)];
			if (picked === undefined) throw new Error('Nothing to pick from.');
			return picked;
		},
		chance: (probability) => next() < probability
	};
}
