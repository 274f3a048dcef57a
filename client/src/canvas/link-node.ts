import { pathEnd, pathMiddle } from '@renkei/shared/lane-layout/link-path.ts';
import type { LinkPath } from '@renkei/shared/lane-layout/link-path.ts';
import type { LinkRoute } from '@renkei/shared/lane-layout/link-routes.ts';
import type { Brush } from './card-node.ts';
import { setFont } from './card-node.ts';

const headLength = 10.2;
const headOver = 1.2;
const headHalf = 5.04;
const labelSize = 18;
const questionRadius = 13;

/** Draws one link; `extra` bu are added to its width when it belongs to the chain that stands out. */
export function drawLink(brush: Brush, route: LinkRoute, extra = 0): void {
	const { context, theme, detail } = brush;
	const colour = route.kind === 'unusual' ? theme.unusual : theme.cards[route.strong].strong;
	context.strokeStyle = colour;
	context.lineWidth = route.width + extra;
	if (route.dash.length > 0 && detail !== 'plain') context.setLineDash([...route.dash]);
	tracePath(context, route.path);
	context.stroke();
	if (route.dash.length > 0) context.setLineDash([]);
	if (detail === 'plain') return;
	if (route.hasHead) drawHead(context, route.path, colour);
	if (route.kind === 'unusual' && detail === 'full') drawQuestion(brush, route.path, colour);
	if (route.label && detail === 'full') {
		setFont(context, theme, 700, labelSize);
		// Over zones and other links the word needs a halo of the zone's own colour.
		context.strokeStyle = theme.zoneFace;
		context.lineWidth = 4;
		context.lineJoin = 'round';
		context.strokeText(route.label.text[brush.language], route.label.at.x, route.label.at.y + 6);
		context.fillStyle = colour;
		context.fillText(route.label.text[brush.language], route.label.at.x, route.label.at.y + 6);
	}
}

/** A question mark on the middle of a link that the method does not know: it is asked about, not refused. */
function drawQuestion({ context, theme }: Brush, path: LinkPath, colour: string): void {
	const { x, y } = pathMiddle(path);
	context.beginPath();
	context.arc(x, y, questionRadius, 0, Math.PI * 2);
	context.fillStyle = theme.zoneFace;
	context.fill();
	context.strokeStyle = context.fillStyle = colour;
	context.lineWidth = 2;
	context.stroke();
	setFont(context, theme, 700, labelSize);
	context.textAlign = 'center';
	context.fillText('？', x, y + 6.5);
	context.textAlign = 'left';
}

/** Begins a link's line. */
export function tracePath(context: CanvasRenderingContext2D, path: LinkPath): void {
	context.beginPath();
	context.moveTo(path.start[0], path.start[1]);
	for (const piece of path.pieces)
		if (piece.length === 2) context.lineTo(piece[0], piece[1]);
		else context.bezierCurveTo(piece[0], piece[1], piece[2], piece[3], piece[4], piece[5]);
}

/** The arrow head at the end of a line. */
export function drawHead(context: CanvasRenderingContext2D, path: LinkPath, colour: string): void {
	const { at, angle } = pathEnd(path);
	context.save();
	context.translate(at.x, at.y);
	context.rotate(angle);
	context.beginPath();
	context.moveTo(headOver, 0);
	context.lineTo(-headLength, -headHalf);
	context.lineTo(-headLength, headHalf);
	context.closePath();
	context.fillStyle = colour;
	context.fill();
	context.restore();
}
