import type { Limits } from './connection.ts';
import { TokenBucket } from './rate-limit.ts';

/** As many windows as people have open on purpose: a PC and an iPad. */
const windowsEach = 2;

/** Counts what one person asks of a board, through however many windows, and also after coming back. */
export class PersonPace {
	readonly #limits: Limits;
	readonly #buckets = new Map<string, TokenBucket>();

	constructor(limits: Limits) {
		this.#limits = limits;
	}

	/** Whether this person may ask once more at this moment of the clock that nobody sets. */
	take(participantId: string, now = performance.now()): boolean {
		const { leadsPerSecond, leadBurst, maxConnectionsPerBoard } = this.#limits;
		const bucket =
			this.#buckets.get(participantId) ??
			new TokenBucket(leadsPerSecond * windowsEach, leadBurst * windowsEach, now);
		this.#buckets.delete(participantId);
		this.#buckets.set(participantId, bucket);
		for (const longestSilent of this.#buckets.keys()) {
			if (this.#buckets.size <= maxConnectionsPerBoard) break;
			this.#buckets.delete(longestSilent);
		}
		return bucket.take(1, now);
	}
}
