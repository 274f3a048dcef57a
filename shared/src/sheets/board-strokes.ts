import { shapeOfStroke } from '../geometry/stroke-shape.ts';
import type { CardPlaces, PlacedStroke } from '../lane-layout/placed-strokes.ts';
import { placeStrokes } from '../lane-layout/placed-strokes.ts';
import type { StrokeColour } from '../method/records/stroke.ts';
import { inks } from '../method/worksheet/sheet-items.ts';
import type { BoardBrush } from './board-brush.ts';
import type { BoardPlan } from './board-plan.ts';

/** The colours of the pen on white paper. */
const pens: Readonly<Record<StrokeColour, string>> = {
	ink: inks.text,
	red: '#B4210F',
	blue: '#0B4A8F',
	green: '#006B4B',
	brown: '#7A5300'
};

/** The drawn lines to show where these cards stand; a part of the board shows only those that belong to its cards. */
export function strokesOf(
	{ strokes }: Pick<BoardPlan, 'strokes'>,
	cards: CardPlaces,
	isWhole: boolean
): readonly PlacedStroke[] {
	const shown = strokes.filter(({ card }) => isWhole || (card !== null && cards.has(card)));
	return placeStrokes(shown, cards);
}

/** Draws lines over what they were drawn on. */
export function paintStrokes(brush: BoardBrush, strokes: readonly PlacedStroke[]): void {
	for (const { stroke, points, dx, dy } of strokes) {
		const colour = brush.isMonochrome ? inks.text : pens[stroke.colour];
		for (const { width, data } of shapeOfStroke(points, stroke.size))
			brush.items.push({
				kind: 'path',
				path: data,
				x: brush.x + dx * brush.scale,
				y: brush.y + dy * brush.scale,
				scale: brush.scale,
				fill: width === null ? colour : null,
				stroke: width === null ? null : colour,
				lineUnits: width ?? 0,
				isRound: true
			});
	}
}
