import type { Box } from '@renkei/shared/geometry/box.ts';
import type { BoardPoint } from '@renkei/shared/geometry/point.ts';
import type { Side } from '@renkei/shared/lane-layout/link-curves.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { RecordId } from '@renkei/shared/method/records/index.ts';

/** What a drop would do now: make a 島 with the card under it, link to that card, or join a 島. */
export type IslandOffer =
	| { readonly kind: 'make' | 'link'; readonly card: CardId }
	| { readonly kind: 'join'; readonly cluster: RecordId };

/** Cards being dragged: how far (bu), and whether the originals stay. */
export interface CardDrag {
	readonly cards: ReadonlySet<CardId>;
	readonly dx: number;
	readonly dy: number;
	readonly isCopy: boolean;
	/** The lines along which they stand in row with others just now. */
	readonly guides: readonly GuideLine[];
}

/** A line on the board between two points; `gap` marks one of several equal distances. */
export interface GuideLine {
	readonly kind: 'edge' | 'gap';
	readonly from: readonly [x: number, y: number];
	readonly to: readonly [x: number, y: number];
}

/** A link under way to the pointer, or to the card it would meet. */
export interface LinkUnderWay {
	readonly from: CardId;
	readonly side: Side;
	readonly to: BoardPoint;
	readonly target: CardId | null;
}

/** What a gesture in progress shows on this screen; nothing of it is in the document. */
export class Gesture {
	#drag = $state.raw<CardDrag | null>(null);
	#offer = $state.raw<IslandOffer | null>(null);
	#marquee = $state.raw<Box | null>(null);
	#link = $state.raw<LinkUnderWay | null>(null);
	#hovered = $state.raw<CardId | null>(null);
	#focused = $state.raw<CardId | null>(null);
	#isPanning = $state.raw(false);
	#entered = $state.raw<RecordId | null>(null);

	get drag(): CardDrag | null {
		return this.#drag;
	}

	/** What a drop would do now beside moving the cards. */
	get offer(): IslandOffer | null {
		return this.#offer;
	}

	get marquee(): Box | null {
		return this.#marquee;
	}

	get link(): LinkUnderWay | null {
		return this.#link;
	}

	/** The card under a mouse: its handles show. */
	get hovered(): CardId | null {
		return this.#hovered;
	}

	/** The card that was selected by keyboard. */
	get focused(): CardId | null {
		return this.#focused;
	}

	get isPanning(): boolean {
		return this.#isPanning;
	}

	/** The 島 whose cards are gone through one by one; Esc leaves it. */
	get entered(): RecordId | null {
		return this.#entered;
	}

	/** Goes into a 島, or (null) out of it. */
	enter(island: RecordId | null): void {
		this.#entered = island;
	}

	showDrag(drag: CardDrag | null): void {
		this.#drag = drag;
	}

	showOffer(offer: IslandOffer | null): void {
		this.#offer = offer;
	}

	showMarquee(marquee: Box | null): void {
		this.#marquee = marquee;
	}

	showLink(link: LinkUnderWay | null): void {
		this.#link = link;
	}

	showHovered(card: CardId | null): void {
		this.#hovered = card;
	}

	showFocused(card: CardId | null): void {
		this.#focused = card;
	}

	showPanning(isPanning: boolean): void {
		this.#isPanning = isPanning;
	}
}
