import { cardMeasures } from '@renkei/shared/lane-layout/measures.ts';
import { textWidth } from '@renkei/shared/lane-layout/card-content.ts';
import { breakLines, lineWidthEm } from '@renkei/shared/method/worksheet/break-lines.ts';
import { boldAdvances } from '@renkei/shared/method/worksheet/font-advances.ts';
import type { Localised } from '@renkei/shared/method/localised.ts';
import type { Badges } from './badges.ts';
import { badgeSize } from './badges.ts';
import type { Detail } from './detail.ts';
import type { CardPicture } from './picture.ts';
import { traceRoundRect, traceRoundStrip } from './shapes.ts';
import type { CanvasTheme, Outline } from './theme.ts';

/** What every drawing function needs beside the thing to draw. */
export interface Brush {
	readonly context: CanvasRenderingContext2D;
	readonly theme: CanvasTheme;
	readonly badges: Badges;
	readonly zoom: number;
	readonly detail: Detail;
	readonly language: keyof Localised;
}

const { border, band, padding } = cardMeasures;
const radius = 8;
const rootBorder = 4;
const rootOutline: Outline = { width: 2, dash: [], isDouble: true };
const rootFlag: Localised = { ja: '解決すべき原因', en: 'Root cause' };
const readOn: Localised = { ja: '続きを読む', en: 'Read on' };
const flagHeight = 34;
const flagTextSize = 18;
/** Where the baseline of BIZ UDPGothic lies below the top of its em square. */
const ascent = 0.88;
/** Text on a card seen from afar: this many CSS px, whatever the zoom. */
const briefTextPx = 12;
const briefLinePx = 15;
/** The outlines of 固定 and of a place that a hand chose, 24 units wide. */
const signPaths = {
	lock: 'M5 11h14v10H5zM8 11V7a4 4 0 0 1 8 0v4',
	pin: 'M12 17v5M9 10.76a2 2 0 0 1-1.11 1.79l-1.78.9A2 2 0 0 0 5 15.24V16a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-.76a2 2 0 0 0-1.11-1.79l-1.78-.9A2 2 0 0 1 15 10.76V7a1 1 0 0 1 1-1 2 2 0 0 0 0-4H8a2 2 0 0 0 0 4 1 1 0 0 1 1 1z'
} as const;
const signs = new Map<keyof typeof signPaths, Path2D>();

/** Draws one card at its place on the board, as much of it as the zoom allows. */
export function drawCard(brush: Brush, card: CardPicture): void {
	switch (brush.detail) {
		case 'full':
			drawFullCard(brush, card);
			return;
		case 'brief':
			drawBriefCard(brush, card);
			return;
		case 'mark':
			drawMarkCard(brush, card);
			return;
		case 'plain':
			drawPlainCard(brush, card);
			return;
	}
}

function drawFullCard(brush: Brush, card: CardPicture): void {
	const { context, theme, badges } = brush;
	const { x, y } = card.box;
	const { content } = card;
	drawFace(brush, card);
	badges.draw(
		context,
		card.type,
		x + border + (band - badgeSize) / 2,
		y + 9.5,
		badgeSize,
		card.isChosenTheme
	);
	const ink = card.isChosenTheme ? theme.surface : theme.cards[card.type].ink;
	context.fillStyle = ink;
	context.globalAlpha = 0.85;
	setFont(context, theme, 400, 14);
	context.textAlign = 'center';
	context.fillText(card.sign, x + border + band / 2, y + 9.5 + badgeSize + 16.5);
	context.globalAlpha = 1;
	context.textAlign = 'left';
	if (card.depthSign !== '') drawDepth(brush, card);
	if (card.isPinned) drawSign(brush, 'pin', x + border + band / 2 - 7, y + 60, ink);

	const left = x + border + band + padding;
	setFont(context, theme, content.isBold ? 700 : 400, content.textSize);
	let baseline = y + padding + baselineIn(content.lineHeight, content.textSize);
	for (const line of content.lines) {
		context.fillText(line, left, baseline);
		baseline += content.lineHeight;
	}
	if (content.isCut) {
		setFont(context, theme, 700, 16);
		context.fillStyle = theme.primary;
		context.fillText(readOn[brush.language], left, baseline);
	}
	drawSubActions(brush, card, left);
	drawTags(brush, card, left);
	drawLock(brush, card);
	card.remarks?.paint(brush, card.box);
}

/** How deep the whys go, beside a card that has no room for another indent. */
function drawDepth({ context, theme }: Brush, { type, box, depthSign }: CardPicture): void {
	const width = 10 + depthSign.length * 8;
	const x = box.x - width - 3;
	traceRoundRect(context, x, box.y + 6, width, 22, 6);
	context.fillStyle = theme.surface;
	context.fill();
	context.strokeStyle = theme.cards[type].border;
	context.lineWidth = border;
	context.stroke();
	context.fillStyle = theme.cards[type].ink;
	setFont(context, theme, 700, 14);
	context.textAlign = 'center';
	context.fillText(depthSign, x + width / 2, box.y + 6 + baselineIn(22, 14));
	context.textAlign = 'left';
}

function drawSubActions({ context, theme }: Brush, card: CardPicture, left: number): void {
	const m = cardMeasures;
	if (card.content.subActions.length === 0) return;
	const { ink } = theme.cards[card.type];
	const right = card.box.x + card.box.width - padding - border;
	for (const row of card.content.subActions) {
		const ruleY = card.box.y + row.y - m.subActionPadding + 0.5;
		context.strokeStyle = ink;
		context.lineWidth = 1;
		context.setLineDash([3, 3]);
		context.beginPath();
		context.moveTo(left, ruleY);
		context.lineTo(right, ruleY);
		context.stroke();
		context.setLineDash([]);
		context.fillStyle = ink;
		setFont(context, theme, 400, m.subActionSize);
		let baseline = card.box.y + row.y + baselineIn(m.subActionLineHeight, m.subActionSize);
		context.fillText(row.mark, left, baseline);
		for (const line of row.lines) {
			context.fillText(line, left + m.subActionIndent, baseline);
			baseline += m.subActionLineHeight;
		}
	}
}

function drawTags({ context, theme }: Brush, card: CardPicture, left: number): void {
	const m = cardMeasures;
	for (const tag of card.content.tags) {
		const x = left + tag.x;
		const y = card.box.y + tag.y;
		traceRoundRect(context, x + 0.5, y + 0.5, tag.width - 1, m.tagHeight - 1, 4);
		context.fillStyle = theme.surface;
		context.fill();
		context.strokeStyle = theme.tagText;
		context.lineWidth = 1;
		context.stroke();
		context.fillStyle = theme.tagText;
		setFont(context, theme, 400, m.tagSize);
		context.fillText(tag.text, x + m.tagPadding, y + baselineIn(m.tagHeight, m.tagSize));
	}
}

/** 固定 stands on the corner of the badge: a card of one line has room for it nowhere else. */
function drawLock(brush: Brush, { lock, type, box }: CardPicture): void {
	if (lock === null) return;
	const { context, theme } = brush;
	const [x, y] = [box.x + border + band - 3, box.y + 11];
	context.beginPath();
	context.arc(x, y, 10, 0, 2 * Math.PI);
	context.fillStyle = theme.surface;
	context.fill();
	drawSign(brush, 'lock', x - 7, y - 7.5, theme.cards[type].ink);
}

function drawSign(
	{ context }: Brush,
	name: keyof typeof signPaths,
	x: number,
	y: number,
	ink: string
): void {
	const sign = signs.get(name) ?? new Path2D(signPaths[name]);
	signs.set(name, sign);
	context.save();
	context.translate(x, y);
	context.scale(14 / 24, 14 / 24);
	context.strokeStyle = ink;
	context.lineWidth = 2.5;
	context.lineCap = 'round';
	context.lineJoin = 'round';
	context.stroke(sign);
	context.restore();
}

/** The face, its shadow line, the band and the border; a root cause has a wide border and its flag. */
function drawFace({ context, theme, detail, language }: Brush, card: CardPicture): void {
	const { x, y, width, height } = card.box;
	const colours = theme.cards[card.type];
	if (detail === 'full') {
		traceRoundRect(context, x, y + 1.5, width, height, radius);
		context.fillStyle = theme.shadow;
		context.fill();
	}
	const line = card.isRoot ? rootBorder : border;
	traceRoundRect(
		context,
		x + line / 2,
		y + line / 2,
		width - line,
		height - line,
		radius - line / 2
	);
	context.fillStyle = card.isChosenTheme
		? colours.strong
		: card.isRoot
			? theme.surface
			: colours.face;
	context.fill();
	if (!card.isChosenTheme) {
		traceRoundStrip(context, x + line, y + line, band, height - 2 * line, radius - line, 'left');
		context.fillStyle = colours.band;
		context.fill();
	}
	traceRoundRect(
		context,
		x + line / 2,
		y + line / 2,
		width - line,
		height - line,
		radius - line / 2
	);
	context.strokeStyle = card.isRoot || card.isChosenTheme ? colours.strong : colours.border;
	if (colours.outline) strokeOutline(context, card, colours.outline);
	else {
		context.lineWidth = line;
		if (card.type === 'note') context.setLineDash([2, 3]);
		context.stroke();
		if (card.type === 'note') context.setLineDash([]);
	}
	if (card.isRoot) drawFlag(context, theme, x, y, rootFlag[language]);
}

/** Where there are no colours the line tells the type; the root cause stands in a double frame. */
function strokeOutline(
	context: CanvasRenderingContext2D,
	{ box, isRoot }: CardPicture,
	outline: Outline
): void {
	const { width, dash, isDouble } = isRoot ? rootOutline : outline;
	context.lineWidth = width;
	context.setLineDash([...dash]);
	for (const inset of isDouble ? [width / 2, width * 2.5] : [width / 2]) {
		const { x, y, height } = box;
		const across = box.width - 2 * inset;
		traceRoundRect(context, x + inset, y + inset, across, height - 2 * inset, radius - inset);
		context.stroke();
	}
	context.setLineDash([]);
}

function drawFlag(
	context: CanvasRenderingContext2D,
	theme: CanvasTheme,
	x: number,
	y: number,
	words: string
): void {
	const top = y + rootBorder - flagHeight;
	const width = lineWidthEm(words, boldAdvances) * flagTextSize + 24;
	traceRoundStrip(context, x, top, width, flagHeight, radius, 'top');
	context.fillStyle = theme.cards.cause.strong;
	context.fill();
	context.fillStyle = theme.mark;
	setFont(context, theme, 700, flagTextSize);
	context.fillText(words, x + 12, top + baselineIn(flagHeight, flagTextSize));
}

const briefLines = new WeakMap<
	CardPicture,
	{ readonly zoom: number; readonly lines: readonly string[] }
>();

function drawBriefCard(brush: Brush, card: CardPicture): void {
	const { context, theme, badges, zoom } = brush;
	const { x, y, width, height } = card.box;
	drawFace(brush, card);
	badges.draw(context, card.type, x + border + 4, y + 9.5, badgeSize, card.isChosenTheme);
	drawLock(brush, card);
	const size = briefTextPx / zoom;
	const lineHeight = briefLinePx / zoom;
	const room = Math.max(1, Math.min(2, Math.floor((height * zoom - 4) / briefLinePx)));
	let brief = briefLines.get(card);
	if (brief?.zoom !== zoom) {
		const all = breakLines(card.text.replaceAll('\n', ' '), textWidth(width) / size, boldAdvances);
		const last = all[room - 1];
		const lines =
			all.length > room && last !== undefined
				? [...all.slice(0, room - 1), `${last.slice(0, -1)}…`]
				: all;
		brief = { zoom, lines };
		briefLines.set(card, brief);
	}
	context.fillStyle = card.isChosenTheme ? theme.surface : theme.cards[card.type].ink;
	setFont(context, theme, 700, size);
	const top = room === 1 && height * zoom < briefLinePx + 6 ? y + (height - lineHeight) / 2 : y + 5;
	brief.lines.forEach((line, index) => {
		context.fillText(
			line,
			x + border + band + padding,
			top + index * lineHeight + baselineIn(lineHeight, size)
		);
	});
}

function drawMarkCard(brush: Brush, card: CardPicture): void {
	const { x, y, width, height } = card.box;
	drawPlainCard(brush, card);
	const size = Math.min(2 * badgeSize, height - 8);
	brush.badges.draw(
		brush.context,
		card.type,
		x + (width - size) / 2,
		y + (height - size) / 2,
		size,
		card.isChosenTheme
	);
}

function drawPlainCard({ context, theme, detail }: Brush, card: CardPicture): void {
	const { x, y, width, height } = card.box;
	const colours = theme.cards[card.type];
	context.fillStyle =
		(detail === 'plain' && !colours.outline) || card.isChosenTheme
			? card.isRoot || card.isChosenTheme
				? colours.strong
				: colours.border
			: colours.face;
	context.fillRect(x, y, width, height);
	if (detail === 'plain' && !colours.outline) return;
	context.strokeStyle = card.isRoot ? colours.strong : colours.border;
	context.lineWidth = card.isRoot ? 8 : 3;
	// From afar a dash must be longer to be seen.
	if (colours.outline) context.setLineDash(colours.outline.dash.map((length) => length * 3));
	context.strokeRect(x, y, width, height);
	context.setLineDash([]);
}

/** How far below the top of a line its baseline lies. */
export function baselineIn(lineHeight: number, size: number): number {
	return (lineHeight - size) / 2 + ascent * size;
}

/** Setting an equal font again costs a parse in some browsers; the context itself remembers. */
export function setFont(
	context: CanvasRenderingContext2D,
	theme: CanvasTheme,
	weight: 400 | 700,
	size: number
): void {
	context.font = `${weight} ${size}px ${theme.font}`;
}
