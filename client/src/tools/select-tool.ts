import type { Box } from '@renkei/shared/geometry/box.ts';
import type { BoardPoint } from '@renkei/shared/geometry/point.ts';
import { cardMeasures } from '@renkei/shared/lane-layout/measures.ts';
import type { Side } from '@renkei/shared/lane-layout/link-curves.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { ZoneId } from '@renkei/shared/method/ids.ts';
import { dropPlaces } from './drop-places.ts';
import { DropOffer, cardsOfIsland, putDown } from './islands.ts';
import type { Snap } from './guides.ts';
import { linkToNewCard } from './link-cards.ts';
import { endAt, linkEnds } from './link-ends.ts';
import { startCardAt, typeForZone } from './new-cards.ts';
import { PanTool } from './pan-tool.ts';
import { writeLinkNote } from './selection-actions.ts';
import type { BoardPointerEvent, Tool, ToolContext } from './tool.ts';

/** A finger that rests so long on a card picks it up without a tap before. */
const pickUpMs = 250;

type Doing =
	| { readonly what: 'nothing' }
	| { readonly what: 'pan' }
	| { readonly what: 'marquee'; readonly from: BoardPoint; readonly before: ReadonlySet<CardId> }
	| { readonly what: 'move'; readonly from: BoardPoint; readonly cards: ReadonlySet<CardId> }
	| { readonly what: 'link'; readonly card: CardId; readonly side: Side };

const nothing: Doing = { what: 'nothing' };

/** Selects, moves and duplicates cards, draws links from their handles, and moves the board on empty ground. */
export class SelectTool implements Tool {
	readonly #context: ToolContext;
	readonly #pan: PanTool;
	readonly #offer: DropOffer;
	#doing: Doing = nothing;
	/** The card that was selected alone before the press. */
	#wasOnly: CardId | null = null;

	constructor(context: ToolContext) {
		this.#context = context;
		this.#pan = new PanTool(context);
		this.#offer = new DropOffer(context);
	}

	press(event: BoardPointerEvent): void {
		const { selection } = this.#context.open;
		this.#context.gesture.showFocused(null);
		this.#wasOnly = selection.only;
		if (event.pointer === 'touch' || event.shift || event.target.kind !== 'card') return;
		// A mouse selects on the way down, so that one movement selects and moves.
		if (!selection.cards.has(event.target.card)) selection.choose([event.target.card]);
	}

	tap(event: BoardPointerEvent, count: number): void {
		const { open } = this.#context;
		const { target } = event;
		switch (target.kind) {
			case 'handle':
			case 'card':
				if (event.shift) open.selection.toggle(target.card);
				else open.selection.choose([target.card]);
				// Ctrl goes for one card of a 島, as it goes into a group elsewhere.
				this.#context.gesture.enter(
					event.ctrl ? (open.layout.cards.get(target.card)?.cluster ?? null) : null
				);
				if (event.shift || !open.canWrite) return;
				if (count === 2 || this.#meansText(event, target.card)) open.editing.start(target.card);
				return;
			case 'island':
				open.selection.choose(cardsOfIsland(open, target.cluster));
				if (count === 2 && open.canWrite) open.editing.startTitle(target.cluster);
				return;
			case 'link':
				open.selection.chooseLink(target.link);
				if (count === 2) writeLinkNote(open);
				return;
			case 'empty':
				open.selection.clear();
				if (count === 2 && open.canWrite) this.#startCard(event, target.zone);
				return;
		}
	}

	dragStart(press: BoardPointerEvent, event: BoardPointerEvent): void {
		this.#doing = this.#beginning(press, event);
		if (this.#doing.what === 'pan') this.#pan.dragStart(press, event);
		else this.drag(event);
	}

	drag(event: BoardPointerEvent): void {
		const doing = this.#doing;
		const { gesture, open } = this.#context;
		switch (doing.what) {
			case 'nothing':
				return;
			case 'pan':
				this.#pan.drag(event);
				return;
			case 'marquee': {
				const marquee = boxBetween(doing.from, event.board);
				gesture.showMarquee(marquee);
				open.selection.choose([...doing.before, ...this.#context.cardsTouching(marquee)]);
				return;
			}
			case 'move': {
				const { dx, dy, guides } = this.#movement(doing.cards, doing.from, event);
				gesture.showDrag({ cards: doing.cards, dx, dy, isCopy: event.alt, guides });
				this.#offer.watch(event, doing.cards);
				const ids = [...doing.cards].slice(0, 50);
				open.participants.announce({ drag: event.alt ? null : { ids, dx, dy } });
				return;
			}
			case 'link': {
				const target = cardOf(event);
				gesture.showLink({
					from: doing.card,
					side: doing.side,
					to: event.board,
					target: target === doing.card ? null : target
				});
				return;
			}
		}
	}

	drop(event: BoardPointerEvent): void {
		const doing = this.#doing;
		this.drag(event);
		if (doing.what === 'pan') this.#pan.cancel();
		this.#doing = nothing;
		if (doing.what === 'move') this.#dropCards(doing.cards, doing.from, event);
		this.#clear();
		if (doing.what === 'link') this.#dropLink(doing.card, event);
	}

	hover(event: BoardPointerEvent): void {
		this.#context.gesture.showHovered(cardOf(event));
	}

	cancel(): void {
		if (this.#doing.what === 'pan') this.#pan.cancel();
		if (this.#doing.what === 'marquee') this.#context.open.selection.choose(this.#doing.before);
		this.#doing = nothing;
		this.#clear();
	}

	key(): boolean {
		return false;
	}

	#beginning(press: BoardPointerEvent, event: BoardPointerEvent): Doing {
		const { open, isLeader } = this.#context;
		const { target } = press;
		if (target.kind === 'handle' && open.canWrite)
			return { what: 'link', card: target.card, side: target.side };
		if (target.kind === 'card' && open.canWrite) {
			const isSelected = open.selection.cards.has(target.card);
			if (!isSelected && press.pointer === 'touch' && event.heldMs < pickUpMs)
				return { what: 'pan' };
			if (!isSelected) open.selection.choose([target.card]);
			return { what: 'move', from: press.board, cards: open.selection.cards };
		}
		if (target.kind === 'island' && open.canWrite) {
			open.selection.choose(cardsOfIsland(open, target.cluster));
			return { what: 'move', from: press.board, cards: open.selection.cards };
		}
		if (isLeader && press.pointer === 'mouse' && target.kind !== 'card')
			return {
				what: 'marquee',
				from: press.board,
				before: press.shift ? open.selection.cards : new Set()
			};
		return { what: 'pan' };
	}

	#dropCards(cards: ReadonlySet<CardId>, from: BoardPoint, event: BoardPointerEvent): void {
		const { open } = this.#context;
		const { dx, dy } = this.#movement(cards, from, event);
		// Cards that somebody withdrew while they were held are not there to be dropped.
		const held = new Set([...cards].filter((id) => open.board.cards.has(id)));
		if (held.size === 0) return;
		if (!event.alt) {
			if (!this.#offer.take([...held])) putDown(open, held, dx, dy, event.board);
			return;
		}
		const ids = [...held];
		const places = dropPlaces(open.layout.cards, held, dx, dy);
		const made = open.commands.duplicateCards(ids, places);
		if (made) open.selection.choose(made);
	}

	#dropLink(card: CardId, event: BoardPointerEvent): void {
		const { open } = this.#context;
		const { target } = event;
		const end = target.kind === 'empty' ? null : endAt(open, event);
		if (end?.[0] === card) return;
		if (end) linkEnds(open, [card], end);
		else if (event.target.kind === 'empty')
			linkToNewCard(open, card, event.board, event.target.zone);
	}

	#startCard(event: BoardPointerEvent, zone: ZoneId | null): void {
		const { open, isLeader } = this.#context;
		// Beside the zones only those who lead make cards: nobody else does so but by accident.
		if (zone === null && !isLeader) return;
		const type = zone === null ? open.toolbox.cardType : typeForZone(open, zone);
		if (!open.may({ do: 'create', type })) return;
		startCardAt(open, type, zone === null ? event.board : null);
		const made = open.editing.card;
		if (made === null) return;
		open.notices.show('cardMade', {
			action: () => {
				open.editing.finish();
				// Left empty, it has gone by itself.
				if (open.board.cards.has(made)) open.commands.withdrawCards([made]);
			}
		});
	}

	/** A mouse that presses the words of a card that was selected already wants to write there. */
	#meansText({ pointer, ctrl, board, target }: BoardPointerEvent, card: CardId): boolean {
		if (pointer !== 'mouse' || ctrl || target.kind !== 'card' || this.#wasOnly !== card)
			return false;
		const box = this.#context.open.layout.cards.get(card)?.box;
		return box !== undefined && board.x > box.x + cardMeasures.band + cardMeasures.border;
	}

	/** How far cards have been dragged, drawn into row with others unless Ctrl is held. */
	#movement(cards: ReadonlySet<CardId>, from: BoardPoint, event: BoardPointerEvent): Snap {
		const [dx, dy] = movement(from, event);
		const { open, snap } = this.#context;
		const axes = event.shift ? { x: dy === 0, y: dx === 0 } : { x: true, y: true };
		return (event.ctrl ? null : snap()?.(open, cards, dx, dy, axes)) ?? { dx, dy, guides: [] };
	}

	#clear(): void {
		const { gesture, open } = this.#context;
		if (gesture.drag) open.participants.announce({ drag: null });
		gesture.showDrag(null);
		this.#offer.clear();
		gesture.showMarquee(null);
		gesture.showLink(null);
	}
}

/** With Shift held a card moves along one axis only. */
function movement(
	from: BoardPoint,
	{ board, shift }: BoardPointerEvent
): readonly [number, number] {
	const dx = board.x - from.x;
	const dy = board.y - from.y;
	if (!shift) return [dx, dy];
	return Math.abs(dx) >= Math.abs(dy) ? [dx, 0] : [0, dy];
}

function boxBetween(a: BoardPoint, b: BoardPoint): Box {
	return {
		x: Math.min(a.x, b.x),
		y: Math.min(a.y, b.y),
		width: Math.abs(a.x - b.x),
		height: Math.abs(a.y - b.y)
	};
}

function cardOf({ target }: BoardPointerEvent): CardId | null {
	return target.kind === 'card' || target.kind === 'handle' ? target.card : null;
}
