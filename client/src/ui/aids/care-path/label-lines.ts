/** How wide a letter is in em: Japanese ones fill their square, Latin ones about half of it. */
const letterEm = { wide: 1, narrow: 0.56 } as const;

/** A label on one line, or broken at the blank nearest its middle where one line of `widthEm` would not do. */
export function labelLines(label: string, widthEm: number): readonly string[] {
	const blanks = [...label.matchAll(/ /g)].map(({ index }) => index);
	const middle = label.length / 2;
	const [at] = blanks.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
	if (at === undefined || emOf(label) <= widthEm) return [label];
	return [label.slice(0, at), label.slice(at + 1)];
}

function emOf(label: string): number {
	let em = 0;
	for (const letter of label) em += letter.charCodeAt(0) < 0x2000 ? letterEm.narrow : letterEm.wide;
	return em;
}
