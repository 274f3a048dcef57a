/** A bucket of tokens that refills with time: so much at once, so much per second. */
export class TokenBucket {
	readonly #perSecond: number;
	readonly #burst: number;
	#tokens: number;
	#filledAt: number;

	constructor(perSecond: number, burst: number, now: number) {
		this.#perSecond = perSecond;
		this.#burst = burst;
		this.#tokens = burst;
		this.#filledAt = now;
	}

	/** Takes `count` tokens, or none and says no. */
	take(count: number, now: number): boolean {
		// A clock set back must not take tokens away.
		const passedMs = Math.max(0, now - this.#filledAt);
		this.#filledAt = now;
		this.#tokens = Math.min(this.#burst, this.#tokens + (passedMs / 1000) * this.#perSecond);
		if (this.#tokens < count) return false;
		this.#tokens -= count;
		return true;
	}
}
