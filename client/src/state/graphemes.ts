const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('ja') : null;

/** From so many characters on people are gently asked to be shorter. */
export const longTextFrom = 60;

/** How many characters a person sees: が typed with a separate voicing mark is one, a family emoji is one. */
export function countGraphemes(text: string): number {
	return segmenter ? Array.from(segmenter.segment(text)).length : countWithoutSegmenter(text);
}

/** A character is what does not join the one before it: a mark on it, a skin colour, the second half of a flag. */
const character =
	/\r\n|\p{Regional_Indicator}{2}|(?:[^\p{M}\u200d]|^[\p{M}\u200d])[\p{M}\p{Emoji_Modifier}\ufe0f]*(?:\u200d[^\p{M}\u200d][\p{M}\p{Emoji_Modifier}\ufe0f]*)*/gu;

/** The same for browsers that cannot tell by themselves. */
export function countWithoutSegmenter(text: string): number {
	return text.match(character)?.length ?? 0;
}
