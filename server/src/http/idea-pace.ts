/** Counts what one person sends, over any minute and not by the clock's. */
export interface Pace {
	/** How long this person must wait before the next one, in ms; 0 when it may come now, and then it is counted. */
	readonly take: (person: string) => number;
}

const windowMs = 60_000;

/** As many as this in any minute; `now` is a clock in ms. */
export function createPace(perMinute: number, now: () => number): Pace {
	const taken = new Map<string, readonly number[]>();
	let sweptAt = now();

	/** Whoever has gone home is not remembered. */
	function sweep(at: number): void {
		if (Math.abs(at - sweptAt) < windowMs) return;
		sweptAt = at;
		for (const [person, moments] of taken)
			if (moments.every((moment) => !isFresh(moment, at))) taken.delete(person);
	}

	return {
		take: (person) => {
			const at = now();
			sweep(at);
			const fresh = (taken.get(person) ?? []).filter((moment) => isFresh(moment, at));
			const [oldest] = fresh;
			if (oldest !== undefined && fresh.length >= perMinute) return oldest + windowMs - at;
			taken.set(person, [...fresh, at]);
			return 0;
		}
	};
}

/** A moment that lies ahead is of a clock that was set back. */
function isFresh(moment: number, at: number): boolean {
	return moment <= at && at - moment < windowMs;
}
