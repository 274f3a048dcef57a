/** A long list is shown in portions: five thousand rows at once would stop the page. */
const portion = 100;

/** How much of a long list is shown so far. */
export class Portions {
	readonly #length: () => number;
	#most = $state.raw(portion);

	constructor(length: () => number) {
		this.#length = length;
	}

	get count(): number {
		return Math.min(this.#most, this.#length());
	}

	/** How many more the next portion brings. */
	get next(): number {
		return Math.min(portion, this.#length() - this.count);
	}

	showMore(): void {
		this.#most += portion;
	}
}
