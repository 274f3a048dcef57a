import { darkenLaser, penDeskOf } from './pen-desk.svelte.ts';
import type { BoardPointerEvent, Tool, ToolContext } from './tool.ts';

/** A key held longer than this is held to point, and its end is the laser's; a shorter press takes the tool. */
const heldMs = 350;

/** 指し示す: a point of light that all at the table see, and of those who lead also the screen of the room. */
export class LaserTool implements Tool {
	readonly #context: ToolContext;
	#callOff: (() => void) | null = null;

	constructor(context: ToolContext) {
		this.#context = context;
	}

	take(): void {
		const { open, later } = this.#context;
		this.#callOff = later(() => (penDeskOf(open).isLaserHeld = true), heldMs);
	}

	press(event: BoardPointerEvent): void {
		this.#shine(event);
	}

	tap(event: BoardPointerEvent): void {
		this.#lift(event);
	}

	dragStart(_press: BoardPointerEvent, event: BoardPointerEvent): void {
		this.#shine(event);
	}

	drag(event: BoardPointerEvent): void {
		this.#shine(event);
	}

	drop(event: BoardPointerEvent): void {
		this.#lift(event);
	}

	hover(event: BoardPointerEvent): void {
		this.#shine(event);
	}

	cancel(): void {
		this.#callOff?.();
		this.#callOff = null;
		penDeskOf(this.#context.open).isLaserHeld = false;
		darkenLaser(this.#context.open);
	}

	/** While the key is held it comes again and again. */
	key(key: string): boolean {
		return key === 'K';
	}

	/** A finger that is lifted points at nothing; a mouse still does. */
	#lift({ pointer }: BoardPointerEvent): void {
		if (pointer === 'touch') darkenLaser(this.#context.open);
	}

	#shine({ board, target }: BoardPointerEvent): void {
		const { open } = this.#context;
		penDeskOf(open).laser = board;
		const card = target.kind === 'card' || target.kind === 'handle' ? target.card : null;
		const box = card === null ? undefined : open.layout.cards.get(card)?.box;
		const share = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1000);
		open.participants.announce({
			laser: {
				at: [Math.round(board.x), Math.round(board.y)],
				on:
					card !== null && box
						? {
								card,
								x: share((board.x - box.x) / box.width) / 1000,
								y: share((board.y - box.y) / box.height) / 1000
							}
						: null
			}
		});
	}
}
