/**
 * What two hands made of one text, put together: whatever either of them wrote is there once, what either took away is
 * gone. Where both wrote at the same place, `theirs` comes first.
 */
export function mergeTexts(base: string, mine: string, theirs: string): string {
	const from = Array.from(base);
	const [own, others] = [gapsOf(from, Array.from(mine)), gapsOf(from, Array.from(theirs))];
	let [merged, written, elsewhere] = ['', '', ''];
	for (let index = 0; index <= from.length; index++) {
		written += own.written[index] ?? '';
		elsewhere += others.written[index] ?? '';
		const isLast = index === from.length;
		// Where one of them took a character away, what stands on both sides of it is one place.
		if (!isLast && !(own.keeps[index] && others.keeps[index])) continue;
		merged += joined(written, elsewhere) + (from[index] ?? '');
		[written, elsewhere] = ['', ''];
	}
	return merged;
}

/** So many characters alike are no chance: they are the same words, arrived by two ways, and are said once. */
const sameFrom = 3;

function joined(mine: string, theirs: string): string {
	if (mine.includes(theirs)) return mine;
	if (theirs.includes(mine)) return theirs;
	const { length, inMine, inTheirs } = longestAlike(mine, theirs);
	if (length < sameFrom) return theirs + mine;
	return (
		joined(mine.slice(0, inMine), theirs.slice(0, inTheirs)) +
		mine.slice(inMine, inMine + length) +
		joined(mine.slice(inMine + length), theirs.slice(inTheirs + length))
	);
}

function longestAlike(
	mine: string,
	theirs: string
): { readonly length: number; readonly inMine: number; readonly inTheirs: number } {
	let best = { length: 0, inMine: 0, inTheirs: 0 };
	let above = new Uint16Array(theirs.length + 1);
	for (let i = 1; i <= mine.length; i++) {
		const row = new Uint16Array(theirs.length + 1);
		for (let j = 1; j <= theirs.length; j++) {
			if (mine[i - 1] !== theirs[j - 1]) continue;
			const length = (above[j - 1] ?? 0) + 1;
			row[j] = length;
			if (length > best.length) best = { length, inMine: i - length, inTheirs: j - length };
		}
		above = row;
	}
	return best;
}

/** Which characters of `base` are still in `text`, and what was written before each of them and behind the last. */
function gapsOf(
	base: readonly string[],
	text: readonly string[]
): { readonly keeps: readonly boolean[]; readonly written: readonly string[] } {
	const keeps = base.map(() => false);
	const written: string[] = [];
	let start = 0;
	while (start < base.length && start < text.length && base[start] === text[start]) start += 1;
	let [baseEnd, textEnd] = [base.length, text.length];
	while (baseEnd > start && textEnd > start && base[baseEnd - 1] === text[textEnd - 1])
		[baseEnd, textEnd] = [baseEnd - 1, textEnd - 1];

	// How much both have in common from each pair of places to the end of the stretch that differs.
	const width = textEnd - start + 1;
	const common = new Uint16Array((baseEnd - start + 1) * width);
	const at = (i: number, j: number): number => (i - start) * width + (j - start);
	for (let i = baseEnd - 1; i >= start; i--)
		for (let j = textEnd - 1; j >= start; j--)
			common[at(i, j)] =
				base[i] === text[j]
					? (common[at(i + 1, j + 1)] ?? 0) + 1
					: Math.max(common[at(i + 1, j)] ?? 0, common[at(i, j + 1)] ?? 0);

	keeps.fill(true, 0, start).fill(true, baseEnd);
	let [i, j] = [start, start];
	while (i < baseEnd || j < textEnd) {
		const rest = common[at(i, j)] ?? 0;
		if (j < textEnd && (i === baseEnd || (common[at(i, j + 1)] ?? 0) === rest)) {
			written[i] = (written[i] ?? '') + (text[j] ?? '');
			j += 1;
		} else if (j === textEnd || (common[at(i + 1, j)] ?? 0) === rest) i += 1;
		else {
			keeps[i] = true;
			[i, j] = [i + 1, j + 1];
		}
	}
	return { keeps, written };
}
