/** More than a board ever shows in one run: a slip of the finger must not make a thousand links. */
const longestRun = 100;

/** The numbers somebody has written: 「17〜20、22」, in whichever letters, each once, in order. */
export function numbersInWords(written: string): readonly number[] {
	const found = new Set<number>();
	const plain = written.normalize('NFKC');
	for (const [, first = '', last] of plain.matchAll(
		/([0-9]{1,4})(?:\s*[-~〜–—]\s*([0-9]{1,4}))?/g
	)) {
		const [from, to] = [Number(first), Number(last ?? first)];
		for (let number = from; number <= Math.min(to, from + longestRun); number += 1)
			found.add(number);
	}
	return [...found].sort((a, b) => a - b);
}
