import type { CardId } from '../method/card.ts';
import type { CardType } from '../method/ids.ts';
import type { Profession } from '../method/professions.ts';

/** A card that was written away from the board; under its id it comes to the board once, however often it is sent. */
export interface AwaitedCard {
	readonly id: CardId;
	readonly type: CardType;
	readonly text: string;
	readonly participant: string;
	readonly profession: Profession | null;
	/** When it was written, server time in ms. */
	readonly at: number;
}

/** What a moment in the history of a board is remembered as. */
export type MomentKind = 'phase' | 'reveal' | 'voteEnd';

/**
 * What a command does beside changing its aid's state. Effects are done first and the state is kept after them, so
 * each must be harmless when it is done again after a crash in between.
 */
export type Effect =
	| { readonly kind: 'insertCards'; readonly cards: readonly AwaitedCard[] }
	/** Notes on each card how many votes it got in the end. */
	| {
			readonly kind: 'setVotes';
			readonly votes: readonly { readonly card: CardId; readonly votes: number }[];
	  }
	/**
	 * Marks cards as what goes on: themes become 決定, of a single cause the 解決すべき原因; other types have no such mark.
	 * `instead` are those they stood against.
	 */
	| {
			readonly kind: 'chooseCards';
			readonly cards: readonly CardId[];
			readonly instead: readonly CardId[];
	  }
	/** Takes cards off the board that have just come; done after the state is kept, which says then where they are. */
	| { readonly kind: 'takeCards'; readonly cards: readonly AwaitedCard[] }
	/** Names this moment in the board's history; `label` is shown, and holds no words of a card. */
	| { readonly kind: 'mark'; readonly moment: MomentKind; readonly label: string };
