import type { Card } from '../method/card.ts';
import { breakLines, lineWidthEm } from '../method/worksheet/break-lines.ts';
import type { FontAdvances } from '../method/worksheet/font-advances.ts';
import type { Language } from './footer-tags.ts';
import { footerTags } from './footer-tags.ts';
import { cardMeasures as m } from './measures.ts';

/** The two weights of the one font that every text on the board is set in. */
export interface BoardFonts {
	readonly regular: FontAdvances;
	readonly bold: FontAdvances;
}

/** What paper asks of a card beyond what the canvas shows. */
export interface WholeContent {
	/** Words that stand as tags behind the card's own. */
	readonly moreTags: (card: Card) => readonly string[];
}

/** One ①② row: `y` is the top of its first line. */
export interface SubActionRow {
	readonly mark: string;
	readonly y: number;
	readonly lines: readonly string[];
}

/** A word in a frame at the foot of a card, placed from the left edge of the text. */
export interface FooterTag {
	readonly text: string;
	readonly x: number;
	readonly y: number;
	readonly width: number;
}

/** What stands on a card and where, from its top edge and the left edge of its text; the same at every zoom. */
export interface CardContent {
	readonly textSize: number;
	readonly lineHeight: number;
	readonly isBold: boolean;
	readonly lines: readonly string[];
	/** The text goes on after the last line; a chip 続きを読む stands below it. */
	readonly isCut: boolean;
	readonly subActions: readonly SubActionRow[];
	readonly tags: readonly FooterTag[];
	readonly height: number;
}

/** How wide a line of text may be on a card of this width. */
export function textWidth(cardWidth: number): number {
	return cardWidth - 2 * m.border - m.band - 2 * m.padding;
}

/** Whether a card's text is set bold: what the table has chosen, and headings of measures. */
function isBoldCard(card: Card): boolean {
	switch (card.type) {
		case 'theme':
			return card.status === 'chosen';
		case 'cause':
			return card.isRoot;
		case 'measure':
			return true;
		default:
			return false;
	}
}

/** Whether the flag 解決すべき原因 stands on top of this card. */
export function isFlagged(card: Card): boolean {
	return card.type === 'cause' && card.isRoot;
}

/** Breaks everything on a card of this width into lines and says how high the card is; nothing is cut when it is asked for `whole`. */
export function buildCardContent(
	card: Card,
	cardWidth: number,
	isDense: boolean,
	fonts: BoardFonts,
	language: Language,
	whole: WholeContent | null = null
): CardContent {
	const width = textWidth(cardWidth);
	const textSize = isDense ? 19 : 20;
	const lineHeight = isDense ? 27 : 28;
	const isBold = isBoldCard(card);
	const font = isBold ? fonts.bold : fonts.regular;
	// As the field over the card breaks it: a card must not jump when somebody begins to write on it.
	const all = breakLines(card.text, width / textSize, font, 'asTyped');
	// One line more than the limit takes no more room than the chip that would replace it.
	const isCut = whole === null && all.length > m.maxLines + 1;
	const lines = isCut ? endWithEllipsis(all.slice(0, m.maxLines)) : all;
	let y = m.padding + (lines.length + (isCut ? 1 : 0)) * lineHeight;

	const subActions: SubActionRow[] = [];
	if (card.type === 'measure')
		for (const [index, part] of card.subActions.entries()) {
			y += m.subActionRuleAbove + m.subActionPadding;
			const every = breakLines(
				part.text,
				(width - m.subActionIndent) / m.subActionSize,
				fonts.regular
			);
			const shown =
				whole === null && every.length > m.maxSubActionLines
					? endWithEllipsis(every.slice(0, m.maxSubActionLines))
					: every;
			subActions.push({ mark: circled(index + 1), y, lines: shown });
			y += shown.length * m.subActionLineHeight;
		}

	const words = [...footerTags(card, language), ...(whole?.moreTags(card) ?? [])];
	const tagWidth = width - 2 * m.tagPadding;
	const shownWords = whole
		? words.flatMap((word) => breakLines(word, tagWidth / m.tagSize, fonts.regular))
		: words.map((word) => fitTag(word, tagWidth, fonts.regular));
	const tags = placeTags(shownWords, y + m.footerAbove, width, fonts.regular);
	const lastTag = tags.at(-1);
	if (lastTag) y = lastTag.y + m.tagHeight + m.footerBelow;
	return {
		textSize,
		lineHeight,
		isBold,
		lines,
		isCut,
		subActions,
		tags,
		height: Math.max(m.minHeight, y + m.padding)
	};
}

function placeTags(
	words: readonly string[],
	top: number,
	width: number,
	font: FontAdvances
): readonly FooterTag[] {
	const tags: FooterTag[] = [];
	let x = 0;
	let y = top;
	for (const text of words) {
		const tagWidth = lineWidthEm(text, font) * m.tagSize + 2 * m.tagPadding;
		if (x > 0 && x + tagWidth > width) {
			x = 0;
			y += m.tagHeight + m.tagGap / 2;
		}
		tags.push({ text, x, y, width: tagWidth });
		x += tagWidth + m.tagGap;
	}
	return tags;
}

function fitTag(word: string, width: number, font: FontAdvances): string {
	const fits = (text: string): boolean => lineWidthEm(text, font) * m.tagSize <= width;
	if (fits(word)) return word;
	const characters = Array.from(word);
	while (characters.length > 1 && !fits(`${characters.join('')}…`)) characters.pop();
	return `${characters.join('')}…`;
}

function endWithEllipsis(lines: readonly string[]): readonly string[] {
	const last = Array.from((lines.at(-1) ?? '').trimEnd());
	last.pop();
	return [...lines.slice(0, -1), `${last.join('')}…`];
}

function circled(number: number): string {
	return number <= 20 ? String.fromCodePoint(0x245f + number) : `(${number})`;
}
