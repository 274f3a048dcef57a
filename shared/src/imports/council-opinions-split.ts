import { maxCardTextLength } from '../method/card.ts';
import { cleanText } from '../method/clean-text.ts';

/** A line that was written; `isListed` when the program set a number or a dot before it. */
export interface WrittenLine {
	readonly text: string;
	readonly isListed: boolean;
}

// What people set before one of several opinions. A number only with a mark behind it: 「2-3カ月に1回」 is none.
const bullet =
	/^[\s　]*(?:[・･•●○◯◎■□◆◇▪‣＊*※]|[-－–—‐](?![0-9０-９])|[①-⑳㉑-㊿❶-❿]|[(（][0-9０-９]{1,2}[)）]|[0-9０-９]{1,2}(?:[.．、)）](?![0-9０-９])))[\s　]*/u;

/** The opinions in one place: a new one begins at a line with a dot or number before it, and behind an empty line. */
export function splitOpinions(lines: readonly WrittenLine[]): readonly string[] {
	const opinions: string[] = [];
	let current: string[] = [];
	const end = (): void => {
		const text = current.join('\n').trim();
		if (text !== '') opinions.push(...fittingTexts(text));
		current = [];
	};
	for (const { text, isListed } of lines)
		for (const [index, line] of cleanText(text).split('\n').entries()) {
			const rest = line.replace(bullet, '');
			const begins = (isListed && index === 0) || rest !== line || line.trim() === '';
			if (begins) end();
			// A line of nothing but marks is a rule somebody drew, or a mark they stopped behind.
			if (rest.trim() !== '') current.push(current.length === 0 ? rest.trim() : rest.trimEnd());
		}
	end();
	return opinions;
}

/** A text as many as a card each can hold, cut behind a sentence where there is one. */
function fittingTexts(text: string): readonly string[] {
	const texts: string[] = [];
	let rest = text;
	while (rest.length > maxCardTextLength) {
		const head = rest.slice(0, maxCardTextLength);
		const sentence = Math.max(head.lastIndexOf('。'), head.lastIndexOf('\n')) + 1;
		const half = /[\ud800-\udbff]$/.test(head) ? maxCardTextLength - 1 : maxCardTextLength;
		const at = sentence > maxCardTextLength / 2 ? sentence : half;
		texts.push(rest.slice(0, at).trimEnd());
		rest = rest.slice(at).trimStart();
	}
	return rest === '' ? texts : [...texts, rest];
}
