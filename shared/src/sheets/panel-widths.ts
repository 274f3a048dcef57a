/** Widths of columns side by side, such that the highest is as low as can be; `heightAt` tells how high a column gets. */
export function balanceWidths(
	totalMm: number,
	leastMm: number,
	heightsAt: readonly ((widthMm: number) => number)[]
): readonly number[] {
	const count = heightsAt.length;
	const least = Math.min(leastMm, totalMm / count);
	let widths = heightsAt.map(() => totalMm / count);
	let best = widths;
	let lowest = Infinity;
	for (let round = 0; round < rounds; round += 1) {
		const heights = heightsAt.map((heightAt, index) => heightAt(widths[index] ?? 0));
		const highest = Math.max(...heights);
		if (highest < lowest - 0.01) {
			lowest = highest;
			best = widths;
		}
		const mean = heights.reduce((sum, height) => sum + height, 0) / count;
		// A column twice as high as the others does not become twice as wide at once, or the widths would swing.
		widths = fitted(
			widths.map((width, index) => width * Math.pow((heights[index] ?? mean) / mean, 0.45)),
			totalMm,
			least
		);
	}
	return best;
}

const rounds = 8;

/** The same proportions in all, none narrower than the least. */
function fitted(wanted: readonly number[], totalMm: number, least: number): number[] {
	const sum = wanted.reduce((all, width) => all + width, 0);
	const scaled = wanted.map((width) => Math.max(least, (width * totalMm) / sum));
	const over = scaled.reduce((all, width) => all + width, 0) - totalMm;
	const free = scaled.reduce((all, width) => all + width - least, 0);
	return scaled.map((width) => (free <= 0 ? width : width - ((width - least) * over) / free));
}
