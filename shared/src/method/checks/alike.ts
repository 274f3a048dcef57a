/** From this share of common pairs of signs on, two texts say the same in slightly different words. */
const alikeFrom = 0.8;
/** Shorter texts are alike only when they are the same. */
const shortest = 6;

/**
 * Groups of texts that say the same or nearly the same, each as places in `texts`, smallest first. Texts are folded
 * already. Two texts can only be alike when they share one of their rarest pairs of signs, so few are compared.
 */
export function findAlike(texts: readonly string[]): readonly (readonly number[])[] {
	const pairs = texts.map(pairsOf);
	const counts = new Map<number, number>();
	for (const set of pairs) for (const pair of set) counts.set(pair, (counts.get(pair) ?? 0) + 1);
	const rarity = (a: number, b: number): number =>
		(counts.get(a) ?? 0) - (counts.get(b) ?? 0) || a - b;

	const groups = new Groups(texts.length);
	const sames = new Map<string, number>();
	const seen = new Map<number, number[]>();
	texts.forEach((text, place) => {
		const same = sames.get(text);
		if (same !== undefined) {
			groups.join(same, place);
			return;
		}
		sames.set(text, place);
		const own = pairs[place] ?? new Set();
		if (text.length < shortest) return;
		// Of two alike texts each shares more than so many pairs with the other, so one of the rest is common too.
		const kept = own.size - Math.ceil((alikeFrom / (2 - alikeFrom)) * own.size) + 1;
		const rarest = [...own].sort(rarity).slice(0, kept);
		const candidates = new Set(rarest.flatMap((pair) => seen.get(pair) ?? []));
		for (const other of candidates) {
			const theirs = pairs[other] ?? new Set();
			if (isAlike(own, theirs)) groups.join(other, place);
		}
		for (const pair of rarest) {
			const list = seen.get(pair);
			if (list) list.push(place);
			else seen.set(pair, [place]);
		}
	});
	return groups.all();
}

/** Tells of a folded text whether it says nearly the same as one of these. */
export function alikeTo(texts: readonly string[]): (text: string) => boolean {
	const whole = new Set(texts);
	const pairs = texts.filter(({ length }) => length >= shortest).map(pairsOf);
	return (text) => {
		if (whole.has(text)) return true;
		if (text.length < shortest) return false;
		const own = pairsOf(text);
		return pairs.some((other) => isAlike(own, other));
	};
}

function isAlike(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
	const [small, large] = a.size < b.size ? [a, b] : [b, a];
	if (2 * small.size < alikeFrom * (small.size + large.size)) return false;
	let common = 0;
	for (const pair of small) if (large.has(pair)) common += 1;
	return 2 * common >= alikeFrom * (small.size + large.size);
}

/** Every pair of neighbouring signs as one number. Punctuation says nothing of what a text means; two figures that differ do. */
function pairsOf(text: string): ReadonlySet<number> {
	const bare = text.replace(/[、。，．,.・()「」『』!?]/g, '');
	const pairs = new Set<number>();
	for (let at = 0; at + 1 < bare.length; at += 1)
		pairs.add(bare.charCodeAt(at) * 0x10000 + bare.charCodeAt(at + 1));
	for (const figure of bare.match(/\d{1,15}/g) ?? []) pairs.add(-1 - Number(figure));
	return pairs;
}

/** Places that belong together, told apart by the smallest of them. */
class Groups {
	readonly #above: number[];

	constructor(size: number) {
		this.#above = Array.from({ length: size }, (_, place) => place);
	}

	join(a: number, b: number): void {
		const [first, second] = [this.#top(a), this.#top(b)];
		this.#above[Math.max(first, second)] = Math.min(first, second);
	}

	all(): readonly (readonly number[])[] {
		const groups = new Map<number, number[]>();
		this.#above.forEach((_, place) => {
			const top = this.#top(place);
			const group = groups.get(top);
			if (group) group.push(place);
			else groups.set(top, [place]);
		});
		return [...groups.values()].filter(({ length }) => length > 1);
	}

	#top(place: number): number {
		let top = place;
		for (let above = this.#above[top]; above !== undefined && above !== top;) {
			top = above;
			above = this.#above[top];
		}
		this.#above[place] = top;
		return top;
	}
}
