/** The code points of a CSS `unicode-range`, like `U+20-7e,U+3041`. */
export function readRanges(ranges: string): number[] {
	return ranges.split(',').flatMap((range) => {
		const [first = 0, last = first] = range
			.trim()
			.replace(/^U\+/i, '')
			.split('-')
			.map((code) => Number.parseInt(code, 16));
		return Array.from({ length: last - first + 1 }, (_, index) => first + index);
	});
}

/** The shortest CSS `unicode-range` for code points in rising order. */
export function writeRanges(codes: Iterable<number>): string {
	const runs: { first: number; last: number }[] = [];
	for (const code of codes) {
		const run = runs.at(-1);
		if (run && code === run.last + 1) run.last = code;
		else runs.push({ first: code, last: code });
	}
	return runs
		.map(({ first, last }) =>
			first === last ? `U+${first.toString(16)}` : `U+${first.toString(16)}-${last.toString(16)}`
		)
		.join();
}
