const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('ja') : null;

/** From so many characters on people are gently asked to be shorter. */
export const longTextFrom = 60;

/** How many characters a person sees: が typed with a separate voicing mark is one, a family emoji is one. */
export function countGraphemes(text: string): number {
	if (!segmenter) return Array.from(text).length;
	return Array.from(segmenter.segment(text)).length;
}
