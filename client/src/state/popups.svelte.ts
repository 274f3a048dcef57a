import type { BoardPoint } from '@renkei/shared/geometry/point.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { CardType, ZoneId } from '@renkei/shared/method/ids.ts';
import type { LinkId } from '@renkei/shared/method/link.ts';

/** What the menu of the board is opened with; it is about what is selected. */
export interface MenuSubject {
	/** The place in the window (CSS px) where it stands. */
	readonly at: readonly [x: number, y: number];
	/** The place on the board it was asked for, or null by keyboard. */
	readonly place: BoardPoint | null;
	/** Takes つなぐ with a card in it. */
	readonly startLink: (card: CardId) => void;
	/** Puts cards in the trash, asking first when they are many. */
	readonly withdraw: (cards: readonly CardId[]) => void;
}

/** What may open over the board, and what each is opened with. */
export interface PopupSubjects {
	readonly help: null;
	readonly menu: MenuSubject;
	readonly find: null;
	/** Lines from elsewhere that shall become cards. */
	readonly paste: { readonly text: string; readonly type: CardType };
	readonly cardPast: CardId;
	/** 整える, begun with one zone or the whole board. */
	readonly tidy: ZoneId | 'board';
	/** The note and the kind of a link. */
	readonly link: LinkId;
	/** What is said about a card: stamps and comments. */
	readonly remarks: CardId;
}
export type PopupKind = keyof PopupSubjects;

/** What is open over the board, told apart by `kind`. */
export type Popup = {
	readonly [Kind in PopupKind]: { readonly kind: Kind; readonly subject: PopupSubjects[Kind] };
}[PopupKind];

/** What is open over the board, one at a time; its part of the page is fetched when it opens first. */
export class Popups {
	#current = $state.raw<Popup | null>(null);

	get current(): Popup | null {
		return this.#current;
	}

	/** Opens something in the place of what was open. */
	open(popup: Popup): void {
		this.#current = popup;
	}

	close(): void {
		this.#current = null;
	}
}
