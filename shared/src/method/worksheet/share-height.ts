/** What a block would need, and its part of the column while there is room for all. */
export interface Claim {
	readonly need: number;
	readonly share: number;
}

/**
 * Divides a column among its blocks. With room for all, each gets its share or more if it needs more; without, a block
 * that needs less than its share keeps what it needs and the others divide the rest.
 */
export function shareHeight(height: number, claims: readonly Claim[]): readonly number[] {
	const total = claims.reduce((sum, claim) => sum + claim.need, 0);
	const isFixed = (need: number, fair: number): boolean =>
		total <= height ? need > fair : need < fair;
	const heights = claims.map((): number | null => null);
	let left = height;
	let shares = claims.reduce((sum, claim) => sum + claim.share, 0);
	for (let changed = true; changed;) {
		changed = false;
		for (const [index, { need, share }] of claims.entries()) {
			if (heights[index] !== null || !isFixed(need, (left * share) / shares)) continue;
			heights[index] = need;
			left -= need;
			shares -= share;
			changed = true;
		}
	}
	return claims.map(({ share }, index) => heights[index] ?? (left * share) / shares);
}
