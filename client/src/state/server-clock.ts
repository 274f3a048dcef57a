const samplesKept = 5;
/** A message that says so much more than all before it was not on its way longer: this device has slept. */
const sleptMs = 2000;

/**
 * The server's clock as far as messages tell it. It goes by the clock nobody sets, so neither a PC that is ten
 * minutes off nor one that is put right meanwhile shows another time than the others.
 */
export class ServerClock {
	#ahead: number[] = [];

	/** Takes the time a message carries; `at` is when it was heard. */
	take(serverNow: number, at: number): void {
		const ahead = serverNow - at;
		if (this.#ahead.length > 0 && ahead > this.#median() + sleptMs) this.#ahead = [];
		this.#ahead = [...this.#ahead, ahead].slice(-samplesKept);
	}

	/** Server time in ms since 1970 at a moment of the clock nobody sets. */
	now(at: number): number {
		return at + this.#median();
	}

	#median(): number {
		const sorted = [...this.#ahead].sort((a, b) => a - b);
		const middle = sorted.length >> 1;
		const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[middle] ?? 0];
		return (low + high) / 2;
	}
}
