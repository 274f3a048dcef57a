import { notAtEnd, notAtStart } from '@renkei/shared/method/worksheet/break-lines.ts';

/** A stretch of a line as it was drawn; `y` grows down the page. */
export interface DrawnPiece {
	readonly text: string;
	readonly y: number;
}

/** What was broken where it must not be, and how many breaks were looked at. */
export interface BreakReport {
	readonly breaks: number;
	readonly faults: readonly string[];
}

/**
 * The breaks within texts, found again among what was drawn: every place where the next character stands on another
 * line though nobody typed a line end there.
 */
export function breaksIn(drawn: readonly DrawnPiece[], texts: Iterable<string>): BreakReport {
	let stream = '';
	const heights: number[] = [];
	for (const { text, y } of drawn)
		for (const character of text)
			if (character.trim() !== '') {
				stream += character;
				for (let unit = 0; unit < character.length; unit += 1) heights.push(y);
			}
	let breaks = 0;
	const faults: string[] = [];
	for (const text of texts) {
		const words = text.replace(/\s/gu, '');
		const typed = typedEnds(text);
		if (words === '') continue;
		for (let at = stream.indexOf(words); at >= 0; at = stream.indexOf(words, at + words.length))
			for (let index = 1; index < words.length; index += 1) {
				const down = (heights[at + index] ?? 0) - (heights[at + index - 1] ?? 0);
				if (typed.has(index) || Math.abs(down) < 0.5) continue;
				breaks += 1;
				if (notAtStart.includes(words.charAt(index)) || notAtEnd.includes(words.charAt(index - 1)))
					faults.push(
						`${words.slice(Math.max(0, index - 8), index)}|${words.slice(index, index + 8)}`
					);
			}
	}
	return { breaks, faults };
}

/** After how many characters, white space left out, somebody typed a line end. */
function typedEnds(text: string): ReadonlySet<number> {
	const ends = new Set<number>();
	let length = 0;
	for (const paragraph of text.split('\n')) {
		length += paragraph.replace(/\s/gu, '').length;
		ends.add(length);
	}
	return ends;
}
