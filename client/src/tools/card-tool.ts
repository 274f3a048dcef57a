import { startCardAt } from './new-cards.ts';
import { PanTool } from './pan-tool.ts';
import type { BoardPointerEvent, Tool, ToolContext } from './tool.ts';

/** Puts down one card of the chosen type, then gives the hand back to selecting. A drag still moves the board. */
export class CardTool implements Tool {
	readonly #context: ToolContext;
	readonly #pan: PanTool;

	constructor(context: ToolContext) {
		this.#context = context;
		this.#pan = new PanTool(context);
	}

	press(): void {}

	tap({ target, board }: BoardPointerEvent): void {
		const { open } = this.#context;
		const type = open.toolbox.cardType;
		open.toolbox.choose('select');
		// Only empty ground outside the zones is a place of its own.
		const isOutside = target.kind === 'empty' && target.zone === null;
		startCardAt(open, type, isOutside ? board : null);
	}

	dragStart(press: BoardPointerEvent, event: BoardPointerEvent): void {
		this.#pan.dragStart(press, event);
	}

	drag(event: BoardPointerEvent): void {
		this.#pan.drag(event);
	}

	drop(event: BoardPointerEvent): void {
		this.#pan.drop(event);
	}

	hover(): void {}

	cancel(): void {
		this.#pan.cancel();
	}

	key(): boolean {
		return false;
	}
}
