import { boxCentre } from '@renkei/shared/geometry/box.ts';
import { boardPoint } from '@renkei/shared/geometry/point.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { linkToNewCard } from './link-cards.ts';
import { endAt, linkEnds } from './link-ends.ts';
import { directions, nearestCard } from './nearest-card.ts';
import type { ArrowKey } from './nearest-card.ts';
import type { BoardPointerEvent, Tool, ToolContext } from './tool.ts';

/**
 * つなぐ: tap one end, then the other; or drag from one to the other; or pick the other by arrows or number. An end is
 * a card, a 島 by its title or a zone by its heading.
 */
export class LinkTool implements Tool {
	readonly #context: ToolContext;
	#ends: readonly CardId[] = [];
	#target: CardId | null = null;
	#digits = '';
	#isDragging = false;

	constructor(context: ToolContext) {
		this.#context = context;
	}

	/** Starts from a card that is already selected. */
	startFrom(card: CardId): void {
		const place = this.#context.open.layout.cards.get(card);
		if (!place) return;
		this.#ends = [card];
		this.#digits = '';
		this.#aim(null, boxCentre(place.box).x + place.box.width, boxCentre(place.box).y);
	}

	press(): void {}

	tap(event: BoardPointerEvent): void {
		const end = endAt(this.#context.open, event);
		if (end === null) {
			this.#leave();
			return;
		}
		if (this.#from === null) {
			this.#ends = end;
			this.#context.open.selection.choose(end);
			this.#aim(null, event.board.x, event.board.y);
			return;
		}
		this.#finish(end);
	}

	dragStart(press: BoardPointerEvent, event: BoardPointerEvent): void {
		this.#ends = endAt(this.#context.open, press) ?? [];
		this.#isDragging = this.#from !== null;
		this.drag(event);
	}

	drag(event: BoardPointerEvent): void {
		if (this.#from !== null) this.#aim(cardOf(event), event.board.x, event.board.y);
	}

	drop(event: BoardPointerEvent): void {
		const from = this.#from;
		const target = endAt(this.#context.open, event);
		this.#isDragging = false;
		if (from === null) return;
		if (target !== null) {
			this.#finish(target);
			return;
		}
		const zone = event.target.kind === 'empty' ? event.target.zone : null;
		this.#leave();
		linkToNewCard(this.#context.open, from, event.board, zone);
	}

	hover(event: BoardPointerEvent): void {
		if (this.#from === null) this.#context.gesture.showHovered(cardOf(event));
		else if (!this.#isDragging) this.#aim(cardOf(event), event.board.x, event.board.y);
	}

	cancel(): void {
		this.#ends = [];
		this.#target = null;
		this.#digits = '';
		this.#isDragging = false;
		this.#context.gesture.showLink(null);
	}

	key(key: string): boolean {
		if (this.#from === null) return false;
		if (key in directions) {
			const at = this.#target ?? this.#from;
			const next = nearestCard(this.#context.open.layout.cards, at, key as ArrowKey);
			if (next !== null && next !== this.#from) this.#aimAt(next);
			return true;
		}
		if (/^[0-9]$/.test(key)) {
			this.#digits += key;
			const wanted = Number(this.#digits);
			for (const [card, number] of this.#context.open.board.numbers)
				if (number === wanted && card !== this.#from) this.#aimAt(card);
			return true;
		}
		if (key === 'Enter' && this.#target !== null) {
			this.#finish([this.#target]);
			return true;
		}
		return false;
	}

	#aimAt(card: CardId): void {
		const place = this.#context.open.layout.cards.get(card);
		if (!place) return;
		const { x, y } = boxCentre(place.box);
		this.#aim(card, x, y);
		this.#context.open.viewport.reveal(place.box);
	}

	#aim(target: CardId | null, x: number, y: number): void {
		if (this.#from === null) return;
		this.#target = target === this.#from ? null : target;
		this.#context.gesture.showLink({
			from: this.#from,
			side: 'right',
			to: boardPoint(x, y),
			target: this.#target
		});
	}

	#finish(end: readonly CardId[]): void {
		const { open } = this.#context;
		if (linkEnds(open, this.#ends, end)) open.selection.choose(end);
		this.#leave();
	}

	/** The card that the line under way is drawn from. */
	get #from(): CardId | null {
		return this.#ends[0] ?? null;
	}

	/** Back to selecting, as after every single use of a tool. */
	#leave(): void {
		this.cancel();
		this.#context.open.toolbox.choose('select');
	}
}

function cardOf({ target }: BoardPointerEvent): CardId | null {
	return target.kind === 'card' || target.kind === 'handle' ? target.card : null;
}
