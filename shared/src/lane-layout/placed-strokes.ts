import type { Box } from '../geometry/box.ts';
import { boxContains, boxesOverlap, growBox, unionOfBoxes } from '../geometry/box.ts';
import { boardPoint } from '../geometry/point.ts';
import type { StrokePoint } from '../geometry/stroke-points.ts';
import { decodeStroke } from '../geometry/stroke-points.ts';
import { boxOfStroke } from '../geometry/stroke-shape.ts';
import type { CardId } from '../method/card.ts';
import type { RecordOf } from '../method/records/index.ts';

/** A drawn line where it is shown now: `dx, dy` (bu) is how far from the places it was drawn at. */
export interface PlacedStroke {
	readonly stroke: RecordOf<'stroke'>;
	readonly points: readonly StrokePoint[];
	readonly dx: number;
	readonly dy: number;
	/** Around all of it, where it is shown. */
	readonly box: Box;
}

/** Where cards stand. */
export type CardPlaces = ReadonlyMap<CardId, { readonly box: Box }>;

interface Read {
	readonly points: readonly StrokePoint[];
	readonly box: Box | null;
}

/** Records are replaced, never edited: what was read once holds. */
const read = new WeakMap<RecordOf<'stroke'>, Read>();
/** A line this near a card belongs to it: it underlines it. */
const near = 12;
/** Lines drawn within this distance of the board (bu) are in its picture. */
const drawnBeside = 600;

/** The lines of a board in the order in which they were drawn, each where its card has taken it. */
export function placeStrokes(
	strokes: Iterable<RecordOf<'stroke'>>,
	cards: CardPlaces
): readonly PlacedStroke[] {
	return [...strokes].flatMap((stroke) => {
		const { points, box } = readStroke(stroke);
		if (!box) return [];
		const now = stroke.card === null ? undefined : cards.get(stroke.card)?.box;
		const [x, y] = stroke.at ?? [0, 0];
		const isCarried = now !== undefined && stroke.at !== null;
		const [dx, dy] = isCarried ? [now.x - x, now.y - y] : [0, 0];
		return [{ stroke, points, dx, dy, box: { ...box, x: box.x + dx, y: box.y + dy } }];
	});
}

/**
 * The card that a line is about: the one it begins on, as an arrow does, else the one it lies over most, as what goes
 * around a card does; null on empty ground.
 */
export function cardOfStroke(points: readonly StrokePoint[], cards: CardPlaces): CardId | null {
	const [first] = points;
	const box = boxOfStroke(points, 'thin');
	if (!first || !box) return null;
	const last = points.at(-1) ?? first;
	const isAround =
		Math.hypot(last.x - first.x, last.y - first.y) < Math.hypot(box.width, box.height) / 4;
	const reach = growBox(box, near);
	let most = 0;
	let best: CardId | null = null;
	for (const [id, { box: card }] of cards) {
		if (!isAround && boxContains(card, boardPoint(first.x, first.y))) return id;
		const shared = sharedArea(reach, card);
		if (shared <= most) continue;
		most = shared;
		best = id;
	}
	return best;
}

/** The board with what is drawn on it and beside it; what is far away would only make a picture of it small. */
export function boundsWithStrokes(bounds: Box, strokes: readonly { readonly box: Box }[]): Box {
	const beside = growBox(bounds, drawnBeside);
	const near = strokes.filter(({ box }) => boxesOverlap(box, beside));
	return unionOfBoxes([bounds, ...near.map(({ box }) => box)]) ?? bounds;
}

function readStroke(stroke: RecordOf<'stroke'>): Read {
	const known = read.get(stroke);
	if (known) return known;
	const points = decodeStroke(stroke);
	const made = { points, box: boxOfStroke(points, stroke.size) };
	read.set(stroke, made);
	return made;
}

function sharedArea(a: Box, b: Box): number {
	const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
	const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
	return width > 0 && height > 0 ? width * height : 0;
}
