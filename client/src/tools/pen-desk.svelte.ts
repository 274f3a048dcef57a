import type { BoardPoint } from '@renkei/shared/geometry/point.ts';
import type { StrokePoint } from '@renkei/shared/geometry/stroke-points.ts';
import type { StrokeSize } from '@renkei/shared/geometry/stroke-shape.ts';
import type { RecordId } from '@renkei/shared/method/records/index.ts';
import type { StrokeColour } from '@renkei/shared/method/records/stroke.ts';
import type { OpenBoard } from '../state/open-board.ts';

/** A line that is being drawn. */
export interface StrokeUnderWay {
	readonly points: readonly StrokePoint[];
	readonly colour: StrokeColour;
	readonly size: StrokeSize;
}

/** The pen this person draws with, and what pen, eraser and laser are doing on this screen; nothing of it is stored. */
export class PenDesk {
	colour = $state.raw<StrokeColour>('red');
	size = $state.raw<StrokeSize>('thin');
	/** Replaced with every place that comes, though its points are one growing list. */
	underWay = $state.raw<StrokeUnderWay | null>(null);
	/** Lines the eraser has passed, which go when it is lifted. */
	erasing = $state.raw<ReadonlySet<RecordId>>(new Set());
	/** Where this person's laser points. */
	laser = $state.raw<BoardPoint | null>(null);
	/** The laser has been in the hand for so long that its key, if it came by one, is being held. */
	isLaserHeld = false;
}

const desks = new WeakMap<OpenBoard, PenDesk>();

/** The pen of whoever works on this board. */
export function penDeskOf(open: OpenBoard): PenDesk {
	const known = desks.get(open);
	if (known) return known;
	const made = new PenDesk();
	desks.set(open, made);
	return made;
}

/** The laser goes out, here and for all. */
export function darkenLaser(open: OpenBoard): void {
	const desk = penDeskOf(open);
	if (desk.laser === null) return;
	desk.laser = null;
	open.participants.announce({ laser: null });
}

/** A key is let go: who held that of the laser puts the laser down. */
export function endHeldLaser(open: OpenBoard, code: string): void {
	if (code !== 'KeyK' || !penDeskOf(open).isLaserHeld || open.toolbox.tool !== 'laser') return;
	open.toolbox.choose('select');
}
