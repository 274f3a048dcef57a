/** ① … ㊿ as the manual numbers; beyond that (51). */
export function circledNumber(n: number): string {
	if (n >= 1 && n <= 20) return String.fromCharCode(0x2460 + n - 1);
	if (n >= 21 && n <= 35) return String.fromCharCode(0x3251 + n - 21);
	if (n >= 36 && n <= 50) return String.fromCharCode(0x32b1 + n - 36);
	return `(${n})`;
}

/** Numbers as the manual writes sets of them: ①～④, ⑤⑥, ①③. */
export function circledRanges(numbers: Iterable<number>): string {
	const runs: { first: number; last: number }[] = [];
	for (const n of [...new Set(numbers)].sort((a, b) => a - b)) {
		const run = runs.at(-1);
		if (run && run.last === n - 1) run.last = n;
		else runs.push({ first: n, last: n });
	}
	return runs
		.map(({ first, last }) => {
			if (first === last) return circledNumber(first);
			const between = last - first === 1 ? '' : '～';
			return circledNumber(first) + between + circledNumber(last);
		})
		.join('');
}
