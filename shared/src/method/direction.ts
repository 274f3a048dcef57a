import { foldText } from './fold-text.ts';

/** The way an expectation points: more, less, or kept from growing. */
export type Direction = 'up' | 'down' | 'restrain';

/** Words of change as they are written; compared folded, so kana and kanji are the same. */
const words: Readonly<Record<Direction, readonly string[]>> = {
	up: [
		'増え',
		'増加',
		'増や',
		'増す',
		'上が',
		'上昇',
		'高ま',
		'高くな',
		'向上',
		'伸び',
		'広が',
		'広ま',
		'深ま',
		'多くな',
		'拡大',
		'強ま',
		'改善'
	],
	down: [
		'減る',
		'減り',
		'減っ',
		'減れ',
		'減ら',
		'減少',
		'下が',
		'低下',
		'低くな',
		'少なくな',
		'短くな',
		'短縮',
		'軽くな',
		'軽減',
		'弱ま',
		'縮ま',
		'縮小',
		'解消',
		'なくなる'
	],
	restrain: ['抑え', '抑制', 'おさえ', '防ぐ', '防が', '防げ', '防止', '食い止め', '歯止め']
};

const foldedWords = (Object.keys(words) as Direction[]).flatMap((direction) =>
	words[direction].map((word) => ({ direction, word: foldText(word) }))
);

/**
 * Which way the words of an expectation point, or null when they do not say. A Japanese sentence ends with what
 * happens, so the last word of change decides: in 「医療費の伸びが抑えられる」 nothing rises.
 */
export function suggestDirection(text: string): Direction | null {
	const folded = foldText(text);
	let last = -1;
	let found: Direction | null = null;
	for (const { direction, word } of foldedWords) {
		const at = folded.lastIndexOf(word);
		// 「なくなる」 lies within 「少なくなる」 and says the same.
		if (at > last) [last, found] = [at, direction];
	}
	return found;
}
