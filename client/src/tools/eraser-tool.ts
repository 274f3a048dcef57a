import type { BoardPoint } from '@renkei/shared/geometry/point.ts';
import { boardPoint } from '@renkei/shared/geometry/point.ts';
import { boxContains } from '@renkei/shared/geometry/box.ts';
import { distanceToStroke, strokeWidths } from '@renkei/shared/geometry/stroke-shape.ts';
import type { PlacedStroke } from '@renkei/shared/lane-layout/placed-strokes.ts';
import { placeStrokes } from '@renkei/shared/lane-layout/placed-strokes.ts';
import { recordsOf } from '@renkei/shared/method/records/index.ts';
import { actionsOnStroke } from '@renkei/shared/method/rights.ts';
import { penDeskOf } from './pen-desk.svelte.ts';
import type { BoardPointerEvent, Tool, ToolContext } from './tool.ts';

/** How near the eraser must come to a line, in CSS px. */
const reachPx = { mouse: 8, touch: 16 } as const;
/** The eraser is looked at so often on its way (CSS px): a quick hand must not jump over a line. */
const stepPx = 6;

/** 消しゴム: takes whole lines that it touches, all of one sweep in one step; only those that one may take away. */
export class EraserTool implements Tool {
	readonly #context: ToolContext;
	/** What can be touched, read when the eraser is put down. */
	#strokes: readonly PlacedStroke[] = [];
	#last: BoardPoint | null = null;
	#hasMissed = false;

	constructor(context: ToolContext) {
		this.#context = context;
	}

	press(event: BoardPointerEvent): void {
		const { open } = this.#context;
		this.#strokes = placeStrokes(recordsOf(open.board, 'stroke'), open.layout.cards);
		this.#hasMissed = false;
		this.#last = event.board;
		this.#touch(event.board, event.pointer);
	}

	tap(): void {
		this.#finish();
	}

	dragStart(press: BoardPointerEvent, event: BoardPointerEvent): void {
		this.#last = press.board;
		this.drag(event);
	}

	drag({ board, pointer }: BoardPointerEvent): void {
		const from = this.#last ?? board;
		const away = Math.hypot(board.x - from.x, board.y - from.y);
		const steps = Math.ceil((away * this.#context.open.viewport.zoom) / stepPx);
		for (let step = 1; step <= steps; step += 1) {
			const t = step / steps;
			const place = boardPoint(from.x + (board.x - from.x) * t, from.y + (board.y - from.y) * t);
			this.#touch(place, pointer);
		}
		this.#last = board;
	}

	drop(event: BoardPointerEvent): void {
		this.drag(event);
		this.#finish();
	}

	hover(): void {}

	cancel(): void {
		this.#strokes = [];
		this.#last = null;
		penDeskOf(this.#context.open).erasing = new Set();
	}

	key(): boolean {
		return false;
	}

	#touch(place: BoardPoint, pointer: 'mouse' | 'touch'): void {
		const { open } = this.#context;
		const desk = penDeskOf(open);
		const reach = reachPx[pointer] / open.viewport.zoom;
		for (const { stroke, points, dx, dy, box } of this.#strokes) {
			if (desk.erasing.has(stroke.id) || !boxContains(box, place, reach)) continue;
			const away = distanceToStroke(points, { x: place.x - dx, y: place.y - dy });
			if (away > reach + strokeWidths[stroke.size] / 2) continue;
			const isOwn = stroke.createdBy === open.access.participant;
			if (actionsOnStroke(isOwn).every((action) => open.may(action)))
				desk.erasing = new Set([...desk.erasing, stroke.id]);
			else this.#hasMissed = true;
		}
	}

	#finish(): void {
		const { open } = this.#context;
		const { erasing } = penDeskOf(open);
		if (erasing.size > 0) open.commands.eraseStrokes(erasing);
		else if (this.#hasMissed) open.notices.show('notInThisPart');
		this.cancel();
	}
}
