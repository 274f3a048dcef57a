/** A text as what stands before, in and behind the stretch in which it differs from another. */
export interface DifferingText {
	readonly start: string;
	readonly middle: string;
	readonly end: string;
}

/** The differing stretch of two texts, in whole characters as people see them. */
export function differingPart(
	before: string,
	after: string
): readonly [before: DifferingText, after: DifferingText] {
	const [a, b] = [charactersOf(before), charactersOf(after)];
	const shorter = Math.min(a.length, b.length);
	let start = 0;
	while (start < shorter && a[start] === b[start]) start += 1;
	let end = 0;
	while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
	return [split(a, start, end), split(b, start, end)];
}

function split(characters: readonly string[], start: number, end: number): DifferingText {
	const from = characters.length - end;
	return {
		start: characters.slice(0, start).join(''),
		middle: characters.slice(start, from).join(''),
		end: characters.slice(from).join('')
	};
}

/** Code points with what combines onto them: 葛 with its variation selector is one character. */
function charactersOf(text: string): readonly string[] {
	return text.match(/[^]\p{M}*/gu) ?? [];
}
