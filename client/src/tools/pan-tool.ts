import type { ScreenPoint } from '@renkei/shared/geometry/point.ts';
import type { BoardPointerEvent, Tool, ToolContext } from './tool.ts';

/** Moves the board under the pointer. */
export class PanTool implements Tool {
	readonly #context: ToolContext;
	#last: ScreenPoint | null = null;

	constructor(context: ToolContext) {
		this.#context = context;
	}

	press(): void {}

	tap(): void {}

	dragStart(press: BoardPointerEvent, event: BoardPointerEvent): void {
		this.#last = press.screen;
		this.#context.gesture.showPanning(true);
		this.drag(event);
	}

	drag({ screen }: BoardPointerEvent): void {
		if (!this.#last) return;
		this.#context.open.viewport.panBy(screen.x - this.#last.x, screen.y - this.#last.y);
		this.#last = screen;
	}

	drop(event: BoardPointerEvent): void {
		this.drag(event);
		this.cancel();
	}

	hover(): void {}

	cancel(): void {
		this.#last = null;
		this.#context.gesture.showPanning(false);
	}

	key(): boolean {
		return false;
	}
}
