import type { Box } from '../geometry/box.ts';
import type { CardContent } from '../lane-layout/card-content.ts';
import { isFlagged, textWidth } from '../lane-layout/card-content.ts';
import { cardMeasures } from '../lane-layout/measures.ts';
import type { Card } from '../method/card.ts';
import { lineWidthEm } from '../method/worksheet/break-lines.ts';
import { boldAdvances } from '../method/worksheet/font-advances.ts';
import type { TextRun } from '../method/worksheet/sheet-items.ts';
import { inks } from '../method/worksheet/sheet-items.ts';
import { mmPerPt } from '../method/worksheet/sheet-metrics.ts';
import type { BoardBrush } from './board-brush.ts';
import { badgeOf, baselineIn, paintFrame, paintText } from './board-brush.ts';
import { cardOutlines, coloursOf, mixColours, paintBadge } from './card-looks.ts';

/** A card, or as much of one as a page holds, at its place on the board. */
export interface BoardCard {
	/** What connectors call it; unique on its page. */
	readonly id: string;
	readonly card: Card;
	readonly box: Box;
	readonly content: CardContent;
	/** The words of this part, with the line ends people typed. */
	readonly text: string;
	/** Its number, or the direction of an outcome. */
	readonly sign: string;
}

const { border, band, padding } = cardMeasures;
const badgeSize = 28;
const badgeTop = 9.5;
const radius = 8;
const signSize = 14;
const bandShare = 0.16;
const flag = { words: '解決すべき原因', height: 34, size: 18, over: 4, margin: 12 } as const;

/** Draws a card as the canvas does, all its words and with the outline of its type. */
export function paintCard(brush: BoardBrush, part: BoardCard): void {
	const { card, box, content } = part;
	const isDark = card.type === 'theme' && card.status === 'chosen' && !brush.isMonochrome;
	paintFace(brush, part, isDark);
	paintBadge(brush.items, badgeOf(card.type, brush.words), {
		x: brush.x + (box.x + border + (band - badgeSize) / 2) * brush.scale,
		y: brush.y + (box.y + badgeTop) * brush.scale,
		size: badgeSize * brush.scale,
		isMonochrome: brush.isMonochrome,
		isReversed: isDark
	});
	const ink = isDark ? inks.paper : inks.text;
	paintText(brush, {
		x: box.x + border + band / 2,
		y: box.y + badgeTop + badgeSize + 17,
		text: part.sign,
		size: signSize,
		colour: ink,
		align: 'center'
	});
	const left = box.x + border + band + padding;
	const isBold = content.isBold;
	const run = runOf(brush, left, textWidth(box.width), content.lineHeight, part.text, isBold);
	const { textSize: size, lineHeight } = content;
	let y = box.y + padding + baselineIn(lineHeight, size);
	for (const text of content.lines) {
		paintText(brush, { x: left, y, text, size, isBold, colour: ink, cardIds: [card.id], run });
		y += lineHeight;
	}
	paintSubActions(brush, part, left);
	paintTags(brush, part, left);
}

function runOf(
	brush: BoardBrush,
	left: number,
	width: number,
	lineHeight: number,
	text: string,
	isBold: boolean
): TextRun {
	return {
		parts: [{ text, isBold }],
		x: brush.x + left * brush.scale,
		widthMm: width * brush.scale,
		lineMm: lineHeight * brush.scale,
		align: 'left'
	};
}

/** Face, band and outline; 解決すべき原因 has its flag and a double frame of 2 pt. */
function paintFace(brush: BoardBrush, { id, card, box }: BoardCard, isDark: boolean): void {
	const colours = coloursOf(card.type, brush.isMonochrome);
	const outline = cardOutlines[card.type];
	const isRoot = isFlagged(card);
	const isQuiet = card.type === 'theme' && card.status !== 'chosen';
	const line = isQuiet ? cardOutlines.fact.width : outline.width;
	if (isRoot) paintFlag(brush, box);
	paintFrame(brush, id, box, {
		radius,
		fill: isDark ? colours.strong : isRoot ? inks.paper : colours.face,
		colour: isRoot || isDark ? colours.strong : colours.border,
		line,
		dash: outline.dash
	});
	const inset = line / 2;
	if (!isDark && !brush.isMonochrome) {
		const height = box.height - 2 * inset;
		const turn = Math.min(radius - inset, height / 2);
		brush.items.push({
			kind: 'path',
			path: `M${band} 0H${turn}A${turn} ${turn} 0 0 0 0 ${turn}V${height - turn}A${turn} ${turn} 0 0 0 ${turn} ${height}H${band}Z`,
			x: brush.x + (box.x + inset) * brush.scale,
			y: brush.y + (box.y + inset) * brush.scale,
			scale: brush.scale,
			fill: mixColours(isRoot ? inks.paper : colours.face, colours.strong, bandShare),
			stroke: null,
			lineUnits: 0
		});
	}
	const double = isRoot ? (2 * mmPerPt) / brush.scale : line;
	const within = isRoot ? line * 1.3 + double / 2 : line * 2.2;
	if (isRoot || outline.isDouble)
		brush.items.push({
			kind: 'rect',
			x: brush.x + (box.x + within) * brush.scale,
			y: brush.y + (box.y + within) * brush.scale,
			width: (box.width - within * 2) * brush.scale,
			height: (box.height - within * 2) * brush.scale,
			lineMm: double * brush.scale,
			colour: isRoot ? colours.strong : colours.border
		});
}

function paintFlag(brush: BoardBrush, { x, y }: Box): void {
	const { strong } = coloursOf('cause', brush.isMonochrome);
	const width = lineWidthEm(flag.words, boldAdvances) * flag.size + flag.margin * 2;
	const top = y + flag.over - flag.height;
	brush.items.push({
		kind: 'path',
		path: `M0 ${flag.height}V${radius}A${radius} ${radius} 0 0 1 ${radius} 0H${width - radius}A${radius} ${radius} 0 0 1 ${width} ${radius}V${flag.height}Z`,
		x: brush.x + x * brush.scale,
		y: brush.y + top * brush.scale,
		scale: brush.scale,
		fill: strong,
		stroke: null,
		lineUnits: 0
	});
	paintText(brush, {
		x: x + flag.margin,
		y: top + baselineIn(flag.height, flag.size) - 1,
		text: flag.words,
		size: flag.size,
		isBold: true,
		colour: inks.paper
	});
}

function paintSubActions(brush: BoardBrush, { card, box, content }: BoardCard, left: number): void {
	const m = cardMeasures;
	const right = box.x + box.width - padding - border;
	const width = textWidth(box.width) - m.subActionIndent;
	for (const row of content.subActions) {
		const ruleY = box.y + row.y - m.subActionPadding;
		if (row.mark !== '')
			brush.items.push({
				kind: 'line',
				x1: brush.x + left * brush.scale,
				y1: brush.y + ruleY * brush.scale,
				x2: brush.x + right * brush.scale,
				y2: brush.y + ruleY * brush.scale,
				lineMm: brush.scale,
				dash: [3 * brush.scale, 3 * brush.scale],
				colour: inks.rule
			});
		let y = box.y + row.y + baselineIn(m.subActionLineHeight, m.subActionSize);
		const base = { size: m.subActionSize, cardIds: [card.id] };
		paintText(brush, { ...base, x: left, y, text: row.mark });
		const x = left + m.subActionIndent;
		const run = runOf(brush, x, width, m.subActionLineHeight, row.lines.join(''), false);
		for (const text of row.lines) {
			paintText(brush, { ...base, x, y, text, run });
			y += m.subActionLineHeight;
		}
	}
}

function paintTags(brush: BoardBrush, { id, card, box, content }: BoardCard, left: number): void {
	const m = cardMeasures;
	for (const [index, tag] of content.tags.entries()) {
		const at = { x: left + tag.x, y: box.y + tag.y, width: tag.width, height: m.tagHeight };
		paintFrame(brush, `${id}.tag${index}`, at, {
			radius: 4,
			fill: inks.paper,
			colour: inks.muted,
			line: 1
		});
		paintText(brush, {
			x: at.x + m.tagPadding,
			y: at.y + baselineIn(m.tagHeight, m.tagSize),
			text: tag.text,
			size: m.tagSize,
			colour: inks.muted,
			cardIds: [card.id]
		});
	}
}

/** Draws a card seen from afar: its face, its badge and its number as far as they are readable there. */
export function paintMark(brush: BoardBrush, { id, card, box, sign }: BoardCard): void {
	const { scale } = brush;
	const colours = coloursOf(card.type, brush.isMonochrome);
	const isRoot = isFlagged(card);
	paintFrame(brush, id, box, {
		radius: 0,
		fill: isRoot ? inks.paper : colours.face,
		colour: isRoot ? colours.strong : colours.border,
		line: isRoot ? 6 : Math.max(1.5, 0.15 / scale)
	});
	const badge = Math.min(box.height * scale * 0.8, 7);
	if (badge < 3) return;
	const top = brush.y + (box.y + box.height / 2) * scale - badge / 2;
	const left = brush.x + box.x * scale + badge * 0.2;
	paintBadge(brush.items, badgeOf(card.type, brush.words), {
		x: left,
		y: top,
		size: badge,
		isMonochrome: brush.isMonochrome
	});
	const size = badge * 0.8;
	const width = lineWidthEm(sign, boldAdvances) * size;
	if (size / mmPerPt < 8 || left + badge * 1.4 + width > brush.x + (box.x + box.width) * scale)
		return;
	paintText(brush, {
		x: (left + badge * 1.4 - brush.x) / scale,
		y: (top + badge / 2 + size * 0.38 - brush.y) / scale,
		text: sign,
		size: size / scale,
		isBold: true
	});
}
