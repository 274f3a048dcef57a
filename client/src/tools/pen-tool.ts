import type { StrokePoint } from '@renkei/shared/geometry/stroke-points.ts';
import { evenPressure } from '@renkei/shared/geometry/stroke-points.ts';
import { fitStroke, newestOfStroke } from '@renkei/shared/geometry/stroke-fit.ts';
import { cardOfStroke } from '@renkei/shared/lane-layout/placed-strokes.ts';
import { recordActions } from '@renkei/shared/method/rights.ts';
import { penDeskOf } from './pen-desk.svelte.ts';
import type { BoardPointerEvent, Tool, ToolContext } from './tool.ts';

/** How often others are told of a line under way. */
const tellEveryMs = 100;
/** Places nearer to each other than this (CSS px) say nothing. */
const nearestPx = 0.5;
/** How much of the pressure of the moment counts beside that of before. */
const freshPressure = 0.4;

/** 描く: from pressing to lifting is one line and one step; it is in the document only when it is whole. */
export class PenTool implements Tool {
	readonly #context: ToolContext;
	#points: StrokePoint[] | null = null;
	#pressure = 0;
	#telling: (() => void) | null = null;
	#hasNews = false;

	constructor(context: ToolContext) {
		this.#context = context;
	}

	press(): void {
		// A line is drawn over what is selected, whose panel would only be in the way.
		this.#context.open.selection.clear();
	}

	tap(event: BoardPointerEvent): void {
		if (!this.#begin(event)) return;
		this.#finish();
	}

	dragStart(press: BoardPointerEvent, event: BoardPointerEvent): void {
		if (this.#begin(press)) this.drag(event);
	}

	drag(event: BoardPointerEvent): void {
		if (!this.#points) return;
		const { open } = this.#context;
		const point = this.#pointOf(event);
		const last = this.#points.at(-1);
		const away = last ? Math.hypot(point.x - last.x, point.y - last.y) : Infinity;
		if (away * open.viewport.zoom < nearestPx) return;
		this.#points.push(point);
		this.#show();
		this.#hasNews = true;
		if (this.#telling === null) this.#tell();
	}

	drop(event: BoardPointerEvent): void {
		this.drag(event);
		this.#finish();
	}

	hover(): void {}

	cancel(): void {
		if (!this.#points) return;
		this.#points = null;
		this.#telling?.();
		this.#telling = null;
		penDeskOf(this.#context.open).underWay = null;
		this.#context.open.participants.announce({ draws: null });
	}

	key(): boolean {
		return false;
	}

	#begin(event: BoardPointerEvent): boolean {
		const { open } = this.#context;
		if (!open.may(recordActions.stroke)) {
			open.notices.show('notInThisPart');
			return false;
		}
		this.#pressure = event.pressure ?? 0;
		this.#points = [this.#pointOf(event)];
		this.#show();
		return true;
	}

	#finish(): void {
		const drawn = this.#points;
		if (!drawn) return;
		const { open } = this.#context;
		const { colour, size } = penDeskOf(open);
		const cards = open.layout.cards;
		const card = cardOfStroke(drawn, cards);
		const box = card === null ? undefined : cards.get(card)?.box;
		const at = box ? ([box.x, box.y] as const) : null;
		const lines = fitStroke(drawn, open.viewport.zoom);
		const same = { colour, size, card: at && card, at: at && ([...at] as [number, number]) };
		open.commands.addStrokes(lines.map((line) => ({ ...line, ...same })));
		this.cancel();
	}

	#pointOf({ board, pressure }: BoardPointerEvent): StrokePoint {
		const { x, y } = board;
		if (pressure === null) return { x, y, pressure: evenPressure };
		this.#pressure += (pressure - this.#pressure) * freshPressure;
		return { x, y, pressure: Math.max(1, Math.min(5, Math.ceil(this.#pressure * 5))) };
	}

	#show(): void {
		const desk = penDeskOf(this.#context.open);
		const { colour, size } = desk;
		if (this.#points) desk.underWay = { points: this.#points, colour, size };
	}

	#tell(): void {
		const { open, later } = this.#context;
		if (!this.#points || !this.#hasNews) return;
		this.#hasNews = false;
		const { colour, size } = penDeskOf(open);
		const { path } = newestOfStroke(this.#points, open.viewport.zoom);
		open.participants.announce({ draws: { path, colour, size } });
		this.#telling = later(() => {
			this.#telling = null;
			this.#tell();
		}, tellEveryMs);
	}
}
