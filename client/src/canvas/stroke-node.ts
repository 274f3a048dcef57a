import { shapeOfStroke } from '@renkei/shared/geometry/stroke-shape.ts';
import type { CardPlaces, PlacedStroke } from '@renkei/shared/lane-layout/placed-strokes.ts';
import { placeStrokes } from '@renkei/shared/lane-layout/placed-strokes.ts';
import type { RecordOf } from '@renkei/shared/method/records/index.ts';
import type { StrokePicture } from './picture.ts';

/** Below this zoom no place of a straight piece is half a pixel from the curve in its stead. */
const curvesFrom = 0.7;
/** A line keeps at least this width on screen (CSS px), or it would vanish from afar. */
const thinnestPx = 1.2;

interface Drawn {
	readonly dx: number;
	readonly dy: number;
	readonly picture: StrokePicture;
}

/** Records are replaced, never edited: the picture of one holds until its card takes it elsewhere. */
const drawn = new WeakMap<RecordOf<'stroke'>, Drawn>();

/** The drawn lines of a board as they are painted; one that did not change keeps its picture. */
export function picturesOfStrokes(
	strokes: Iterable<RecordOf<'stroke'>>,
	cards: CardPlaces
): readonly StrokePicture[] {
	return placeStrokes(strokes, cards).map((placed) => {
		const { stroke, dx, dy } = placed;
		const known = drawn.get(stroke);
		if (known?.dx === dx && known.dy === dy) return known.picture;
		const picture = pictureOf(placed);
		drawn.set(stroke, { dx, dy, picture });
		return picture;
	});
}

interface Part {
	readonly width: number | null;
	readonly path: Path2D;
}

function pictureOf({ stroke, points, dx, dy, box }: PlacedStroke): StrokePicture {
	const read = (isStraight: boolean): readonly Part[] =>
		shapeOfStroke(points, stroke.size, isStraight).map(({ width, data }) => ({
			width,
			path: new Path2D(data)
		}));
	let curves: readonly Part[] | null = null;
	let pieces: readonly Part[] | null = null;
	return {
		box,
		paint: ({ context, theme, zoom }) => {
			const isNear = zoom >= curvesFrom;
			const parts = isNear ? (curves ??= read(false)) : (pieces ??= read(true));
			const colour = theme.pens[stroke.colour];
			context.save();
			context.translate(dx, dy);
			context.lineCap = 'round';
			context.lineJoin = isNear ? 'round' : 'bevel';
			for (const { width, path } of parts)
				if (width === null) {
					context.fillStyle = colour;
					context.fill(path);
				} else {
					context.strokeStyle = colour;
					context.lineWidth = Math.max(width, thinnestPx / zoom);
					context.stroke(path);
				}
			context.restore();
		}
	};
}
