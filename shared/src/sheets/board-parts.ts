import type { CardContent, FooterTag, SubActionRow } from '../lane-layout/card-content.ts';
import { cardMeasures as m } from '../lane-layout/measures.ts';

/** As much of a card as one column holds. */
export interface CardPart {
	readonly content: CardContent;
	readonly text: string;
}

/** A card that is higher than a page in parts below each other; every line in exactly one of them. */
export function splitContent(
	content: CardContent,
	text: string,
	mostBu: number
): readonly CardPart[] {
	if (content.height <= mostBu) return [{ content, text }];
	const parts: CardPart[] = [];
	let lines: string[] = [];
	let rows: { readonly mark: string; readonly y: number; readonly lines: string[] }[] = [];
	let tags: FooterTag[] = [];
	let y: number = m.padding;

	const close = (): void => {
		const subActions: readonly SubActionRow[] = rows;
		const height = Math.max(m.minHeight, y + m.padding);
		parts.push({ content: { ...content, lines, subActions, tags, height }, text: lines.join('') });
		[lines, rows, tags, y] = [[], [], [], m.padding];
	};
	const room = (height: number): void => {
		if (y > m.padding && y + height + m.padding > mostBu) close();
	};

	for (const line of content.lines) {
		room(content.lineHeight);
		lines.push(line);
		y += content.lineHeight;
	}
	for (const row of content.subActions) {
		let current: { readonly mark: string; readonly y: number; readonly lines: string[] } | null =
			null;
		for (const line of row.lines) {
			const above: number = current === null ? m.subActionRuleAbove + m.subActionPadding : 0;
			const before = parts.length;
			room(above + m.subActionLineHeight);
			if (current === null || parts.length > before) {
				y += m.subActionRuleAbove + m.subActionPadding;
				current = { mark: current === null ? row.mark : '', y, lines: [] };
				rows.push(current);
			}
			current.lines.push(line);
			y += m.subActionLineHeight;
		}
	}
	let above: number | null = null;
	for (const tag of content.tags) {
		if (tag.y !== above) {
			room(m.footerAbove + m.tagHeight);
			y += (tags.length === 0 ? m.footerAbove : m.tagGap / 2) + m.tagHeight;
		}
		above = tag.y;
		tags.push({ ...tag, y: y - m.tagHeight });
	}
	close();
	return parts;
}
