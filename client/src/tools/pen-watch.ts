/**
 * Whether a real pen has been seen: one whose pressure changes. A tablet that plays a mouse says `pen` too, but
 * always presses alike, and whoever works with one keeps drawing with the finger.
 */
export class PenWatch {
	#first: number | null = null;
	#isReal = false;

	get isReal(): boolean {
		return this.#isReal;
	}

	/** Looks at one event; true when it comes from something that says it is a pen. */
	watch({ pointerType, pressure = 0 }: { pointerType: string; pressure?: number }): boolean {
		if (pointerType !== 'pen') return false;
		if (pressure > 0 && pressure < 1) {
			if (this.#first === null) this.#first = pressure;
			else if (pressure !== this.#first) this.#isReal = true;
		}
		return true;
	}
}
