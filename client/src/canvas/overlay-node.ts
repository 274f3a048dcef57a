import type { Box } from '@renkei/shared/geometry/box.ts';
import { growBox } from '@renkei/shared/geometry/box.ts';
import { curveBetween, facingSides, portOf } from '@renkei/shared/lane-layout/link-curves.ts';
import type { LinkRoute } from '@renkei/shared/lane-layout/link-routes.ts';
import type { LinkPath } from '@renkei/shared/lane-layout/link-path.ts';
import { lineWidthEm } from '@renkei/shared/method/worksheet/break-lines.ts';
import { boldAdvances } from '@renkei/shared/method/worksheet/font-advances.ts';
import type { Localised } from '@renkei/shared/method/localised.ts';
import type { Brush } from './card-node.ts';
import { baselineIn, drawCard, setFont } from './card-node.ts';
import { handleRadius, sides } from './hit-test.ts';
import { drawHead, drawLink, tracePath } from './link-node.ts';
import type { CardPicture, GuidePicture, Overlay, Picture, RemotePicture } from './picture.ts';
import { traceRoundRect, traceRoundStrip } from './shapes.ts';

const chainExtra = 1.5;
const veil = 0.65;
const ghost = 0.6;
/** From here on out handles would cover the cards they belong to. */
const smallestHandleZoom = 0.4;
const isWriting: Readonly<Record<keyof Localised, (who: string) => string>> = {
	ja: (who) => `${who}さんが入力中`,
	en: (who) => `${who} is writing`
};

/** Draws everything that moves above the board, bottom to top. */
export function drawOverlay(brush: Brush, picture: Picture, overlay: Overlay, seen: Box): void {
	if (overlay.chain) drawChain(brush, picture, overlay, seen);
	if (overlay.selectedLink !== null) drawSelectedLink(brush, picture, overlay.selectedLink);
	if (overlay.offer) drawOfferRing(brush, overlay.offer.box);
	for (const remote of overlay.remote) drawRemote(brush, picture, remote);
	if (overlay.drag) drawDrag(brush, picture, overlay);
	for (const id of overlay.selected) {
		const card = picture.cards.get(id);
		if (card && id !== overlay.edited) drawSelection(brush, movedBox(card, overlay), card.isRoot);
	}
	const focused = overlay.focused === null ? undefined : picture.cards.get(overlay.focused);
	if (focused) drawFocus(brush, movedBox(focused, overlay));
	if (overlay.drag) for (const guide of overlay.drag.guides) drawGuide(brush, guide);
	if (overlay.draft) drawDraft(brush, picture, overlay);
	const handles = overlay.handles === null ? undefined : picture.cards.get(overlay.handles);
	if (handles && !overlay.drag) drawHandles(brush, handles.box);
	if (overlay.marquee) drawMarquee(brush, overlay.marquee);
	if (overlay.offer) drawBubble(brush, overlay.offer);
}

function movedBox(card: CardPicture, { drag }: Overlay): Box {
	if (!drag?.cards.has(card.id)) return card.box;
	return { ...card.box, x: card.box.x + drag.dx, y: card.box.y + drag.dy };
}

/** Everything off the chain goes to 35 % under a veil; the chain is drawn again above it. */
function drawChain(brush: Brush, picture: Picture, { chain }: Overlay, seen: Box): void {
	if (!chain) return;
	const { context, theme } = brush;
	context.globalAlpha = veil;
	context.fillStyle = theme.canvas;
	context.fillRect(seen.x, seen.y, seen.width, seen.height);
	context.globalAlpha = 1;
	for (const route of picture.routes)
		if (route.links.some((id) => chain.links.has(id))) drawLink(brush, route, chainExtra);
	for (const id of chain.cards) {
		const card = picture.cards.get(id);
		if (card) drawCard(brush, card);
	}
}

function drawSelectedLink(brush: Brush, picture: Picture, id: string): void {
	const { context, theme } = brush;
	const has = ({ links }: LinkRoute): boolean => links.some((link) => link === id);
	const set = picture.routes.find(has)?.set ?? null;
	for (const route of picture.routes) {
		if (set === null ? !has(route) : route.set !== set) continue;
		context.strokeStyle = theme.primary;
		context.lineWidth = route.width + 6;
		context.globalAlpha = 0.35;
		tracePath(context, route.path);
		context.stroke();
		context.globalAlpha = 1;
		drawLink(brush, route, chainExtra);
	}
}

function drawDrag(brush: Brush, picture: Picture, { drag }: Overlay): void {
	if (!drag) return;
	const { context, theme } = brush;
	const moved = (card: CardPicture): Box => ({
		...card.box,
		x: card.box.x + drag.dx,
		y: card.box.y + drag.dy
	});
	if (!drag.isCopy)
		for (const route of picture.routes) {
			if (!route.cards.some((id) => drag.cards.has(id))) continue;
			const [from, to] = [route.cards[0], route.cards[1]].map((id) =>
				id === undefined ? undefined : picture.cards.get(id)
			);
			if (!from || !to) continue;
			drawPreview(
				brush,
				linkPath(
					drag.cards.has(from.id) ? moved(from) : from.box,
					drag.cards.has(to.id) ? moved(to) : to.box
				),
				theme.cards[route.strong].strong
			);
		}
	context.save();
	context.translate(drag.dx, drag.dy);
	for (const id of drag.cards) {
		const card = picture.cards.get(id);
		if (!card) continue;
		traceRoundRect(context, card.box.x, card.box.y + 5, card.box.width, card.box.height, 8);
		context.fillStyle = theme.shadow;
		context.fill();
		drawCard(brush, card);
	}
	context.restore();
}

function linkPath(from: Box, to: Box): LinkPath {
	const [start, end] = facingSides(from, to);
	return curveBetween(portOf(from, start, 0), start, portOf(to, end, 0), end);
}

function drawPreview({ context }: Brush, path: LinkPath, colour: string): void {
	context.strokeStyle = colour;
	context.lineWidth = 2.5;
	context.setLineDash([6, 4]);
	tracePath(context, path);
	context.stroke();
	context.setLineDash([]);
}

function drawSelection(brush: Brush, box: Box, isRoot: boolean): void {
	const line = ringWidth(brush);
	ring(brush, growBox(box, line / 2), line, brush.theme.surface, isRoot ? 8 : 9);
	ring(brush, growBox(box, line * 1.5), line, brush.theme.primary, 11);
}

function drawFocus(brush: Brush, box: Box): void {
	const line = ringWidth(brush);
	ring(brush, growBox(box, line * 2.5), line, brush.theme.focusInner, 14);
	ring(brush, growBox(box, line * 3.3), line * 0.7, brush.theme.focusOuter, 16);
}

/** Rings keep at least two pixels on screen. */
function ringWidth({ zoom }: Brush): number {
	return Math.max(3, 2 / zoom);
}

function ring({ context }: Brush, box: Box, width: number, colour: string, radius: number): void {
	traceRoundRect(context, box.x, box.y, box.width, box.height, radius);
	context.strokeStyle = colour;
	context.lineWidth = width;
	context.stroke();
}

function drawHandles(brush: Brush, box: Box): void {
	const { context, theme, zoom } = brush;
	if (zoom < smallestHandleZoom) return;
	for (const side of sides) {
		const [x, y] = portOf(box, side, 0);
		context.beginPath();
		context.arc(x, y, handleRadius - 1.5, 0, Math.PI * 2);
		context.fillStyle = theme.surface;
		context.fill();
		context.strokeStyle = theme.primary;
		context.lineWidth = 3;
		context.stroke();
		context.lineWidth = 2.2;
		context.beginPath();
		context.moveTo(x - 5.5, y);
		context.lineTo(x + 5.5, y);
		context.moveTo(x, y - 5.5);
		context.lineTo(x, y + 5.5);
		context.stroke();
	}
}

function drawDraft(brush: Brush, picture: Picture, { draft }: Overlay): void {
	const from = draft && picture.cards.get(draft.from);
	if (!draft || !from) return;
	const { context, theme } = brush;
	const target = draft.target === null ? undefined : picture.cards.get(draft.target);
	const path = target
		? linkPath(from.box, target.box)
		: {
				start: portOf(from.box, draft.side, 0),
				pieces: [[draft.to.x, draft.to.y] as const]
			};
	context.strokeStyle = theme.primary;
	context.lineWidth = 3;
	tracePath(context, path);
	context.stroke();
	drawHead(context, path, theme.primary);
	if (target) ring(brush, growBox(target.box, 4), 4, theme.primary, 11);
}

/** As thin on screen at every zoom; a gap ends in two short strokes. */
function drawGuide({ context, theme, zoom }: Brush, { kind, from, to }: GuidePicture): void {
	const stroke = kind === 'gap' ? 5 / zoom : 0;
	const [acrossX, acrossY] = from[0] === to[0] ? [stroke, 0] : [0, stroke];
	context.strokeStyle = theme.primary;
	context.lineWidth = 1.5 / zoom;
	context.beginPath();
	context.moveTo(...from);
	context.lineTo(...to);
	for (const [x, y] of stroke === 0 ? [] : [from, to]) {
		context.moveTo(x - acrossX, y - acrossY);
		context.lineTo(x + acrossX, y + acrossY);
	}
	context.stroke();
}

function drawMarquee({ context, theme, zoom }: Brush, box: Box): void {
	context.globalAlpha = 0.4;
	context.fillStyle = theme.primarySoft;
	context.fillRect(box.x, box.y, box.width, box.height);
	context.globalAlpha = 1;
	context.strokeStyle = theme.primary;
	context.lineWidth = 1.5 / zoom;
	context.strokeRect(box.x, box.y, box.width, box.height);
}

function drawOfferRing(brush: Brush, box: Box): void {
	const line = ringWidth(brush);
	brush.context.setLineDash([7, 5]);
	ring(brush, growBox(box, line), line, brush.theme.primary, 12);
	brush.context.setLineDash([]);
}

/** What a drop would do, in words above the place; as large on screen at every zoom. */
function drawBubble({ context, theme, zoom }: Brush, offer: NonNullable<Overlay['offer']>): void {
	const size = 16;
	const height = 34;
	const widths = offer.words.map((words) => lineWidthEm(words, boldAdvances) * size + 28);
	const width = widths.reduce((sum, one) => sum + one, 0);
	context.save();
	context.translate(offer.box.x + offer.box.width / 2, offer.box.y - 8);
	context.scale(1 / zoom, 1 / zoom);
	traceRoundRect(context, -width / 2, -height, width, height, height / 2);
	context.fillStyle = theme.surface;
	context.fill();
	context.strokeStyle = theme.primary;
	context.lineWidth = 1.5;
	context.stroke();
	setFont(context, theme, 700, size);
	context.textAlign = 'center';
	let left = -width / 2;
	for (const [index, words] of offer.words.entries()) {
		const own = widths[index] ?? 0;
		const isChosen = index === offer.chosen;
		if (isChosen) {
			traceRoundRect(context, left, -height, own, height, height / 2);
			context.fillStyle = theme.primary;
			context.fill();
		}
		context.fillStyle = isChosen ? theme.surface : theme.primary;
		context.fillText(words, left + own / 2, -height + baselineIn(height, size));
		left += own;
	}
	context.textAlign = 'left';
	context.restore();
}

function drawRemote(brush: Brush, picture: Picture, remote: RemotePicture): void {
	const { context, theme, language } = brush;
	const colour = theme.who[remote.who - 1] ?? theme.primary;
	for (const id of remote.selected) {
		const card = picture.cards.get(id);
		if (!card || id === remote.writingOn) continue;
		ring(brush, growBox(card.box, 2), Math.max(2, 1.5 / brush.zoom), colour, 10);
	}
	const written = remote.writingOn === null ? undefined : picture.cards.get(remote.writingOn);
	if (written) {
		ring(brush, growBox(written.box, 3), 4, colour, 12);
		const words = isWriting[language](remote.label);
		drawTab(
			brush,
			written.box,
			remote.preview ? `${words}「${remote.preview}」` : words,
			colour,
			true
		);
	}
	if (!remote.drag) return;
	context.save();
	context.translate(remote.drag.dx, remote.drag.dy);
	context.globalAlpha = ghost;
	for (const id of remote.drag.cards) {
		const card = picture.cards.get(id);
		if (card) drawGhost(brush, card, remote.label, colour);
	}
	context.restore();
}

/** A see-through card; drawn plainly because parts of a whole card set their own opacity. */
function drawGhost(brush: Brush, card: CardPicture, label: string, colour: string): void {
	const { context, theme } = brush;
	const { x, y, width, height } = card.box;
	const { content } = card;
	traceRoundRect(context, x, y, width, height, 8);
	context.fillStyle = theme.cards[card.type].face;
	context.fill();
	ring(brush, card.box, 3, colour, 8);
	if (brush.detail === 'full') {
		context.fillStyle = theme.cards[card.type].ink;
		setFont(context, theme, content.isBold ? 700 : 400, content.textSize);
		content.lines.forEach((line, index) => {
			const top = y + 10 + index * content.lineHeight;
			context.fillText(line, x + 47.5, top + baselineIn(content.lineHeight, content.textSize));
		});
	}
	context.globalAlpha = 1;
	drawTab(brush, card.box, label, colour, false);
	context.globalAlpha = ghost;
}

const tabHeight = 30;
const tabTextSize = 17;
const pencil =
	'M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497zM15 5l4 4';
let pencilPath: Path2D | null = null;

/** A name tab standing on a card; from afar it keeps a readable size. */
function drawTab(
	{ context, theme, zoom }: Brush,
	box: Box,
	words: string,
	colour: string,
	hasPencil: boolean
): void {
	const scale = Math.max(1, 0.7 / zoom);
	const left = hasPencil ? 12 + 17 + 6 : 12;
	const width = lineWidthEm(words, boldAdvances) * tabTextSize + left + 12;
	context.save();
	context.translate(box.x - 5, box.y - 5);
	context.scale(scale, scale);
	traceRoundStrip(context, 0, -tabHeight + 1, width, tabHeight, 8, 'top');
	context.fillStyle = colour;
	context.fill();
	context.fillStyle = theme.surface;
	setFont(context, theme, 700, tabTextSize);
	context.fillText(words, left, -tabHeight + 1 + baselineIn(tabHeight, tabTextSize));
	if (hasPencil) {
		pencilPath ??= new Path2D(pencil);
		context.translate(12, -tabHeight + 7);
		context.scale(17 / 24, 17 / 24);
		context.strokeStyle = theme.surface;
		context.lineWidth = 2;
		context.lineJoin = 'round';
		context.stroke(pencilPath);
	}
	context.restore();
}
