import { boxCentre } from '@renkei/shared/geometry/box.ts';
import { boardPoint } from '@renkei/shared/geometry/point.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { linkCards, linkToNewCard } from './link-cards.ts';
import { directions, nearestCard } from './nearest-card.ts';
import type { ArrowKey } from './nearest-card.ts';
import type { BoardPointerEvent, Tool, ToolContext } from './tool.ts';

/** つなぐ: tap one card, then another; or drag from one to the other; or pick the other by arrows or number. */
export class LinkTool implements Tool {
	readonly #context: ToolContext;
	#from: CardId | null = null;
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
		this.#from = card;
		this.#digits = '';
		this.#aim(null, boxCentre(place.box).x + place.box.width, boxCentre(place.box).y);
	}

	press(): void {}

	tap(event: BoardPointerEvent): void {
		const card = cardOf(event);
		if (card === null) {
			this.#leave();
			return;
		}
		if (this.#from === null) {
			this.#from = card;
			this.#context.open.selection.choose([card]);
			this.#aim(null, event.board.x, event.board.y);
			return;
		}
		this.#finish(card);
	}

	dragStart(press: BoardPointerEvent, event: BoardPointerEvent): void {
		this.#from = cardOf(press);
		this.#isDragging = this.#from !== null;
		this.drag(event);
	}

	drag(event: BoardPointerEvent): void {
		if (this.#from !== null) this.#aim(cardOf(event), event.board.x, event.board.y);
	}

	drop(event: BoardPointerEvent): void {
		const from = this.#from;
		const target = cardOf(event);
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
		this.#from = null;
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
			this.#finish(this.#target);
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

	#finish(target: CardId): void {
		const from = this.#from;
		const { open } = this.#context;
		if (from !== null && linkCards(open, from, target)) open.selection.choose([target]);
		this.#leave();
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
