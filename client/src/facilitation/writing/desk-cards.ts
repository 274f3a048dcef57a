import type { OwnCard } from '@renkei/shared/facilitation/writing-card.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { CardType } from '@renkei/shared/method/ids.ts';
import type { Profession } from '@renkei/shared/method/professions.ts';
import type { WaitingCard } from './waiting-cards.ts';

/** A card as its author sees it on the desk. */
export interface DeskCard {
	readonly id: CardId;
	readonly type: CardType;
	readonly text: string;
	readonly isHeld: boolean;
	/** For whom it was written; null where nobody's profession is known. */
	readonly profession: Profession | null;
	/** `kept`: the server has it as it stands here. */
	readonly state: 'kept' | 'waiting' | 'refused';
	readonly isKnown: boolean;
}

/** The author's cards of one run: those the server has, with what was written on this device since. */
export function deskCards(
	own: readonly OwnCard[],
	waiting: readonly WaitingCard[],
	of: number,
	me: Profession | null
): readonly DeskCard[] {
	const byId = new Map(waiting.map((card) => [card.id, card]));
	const known = own.filter((card) => card.of === of && card.place === 'private');
	const ids = new Set(own.map(({ id }) => id));
	return [
		...known.map(({ id, type, text, isHeld, profession }) => {
			const since = byId.get(id);
			const words = since && !isSame(since, type, text) ? since : { type, text };
			const state = since && words === since ? stateOf(since) : 'kept';
			return {
				id,
				type: words.type,
				text: words.text,
				isHeld,
				profession,
				state,
				isKnown: true
			} as const;
		}),
		...waiting
			.filter((card) => card.of === of && !ids.has(card.id))
			.map((card) => ({
				id: card.id,
				type: card.type,
				text: card.text,
				isHeld: false,
				profession: card.forProfession ?? me,
				state: stateOf(card),
				isKnown: false
			}))
	];
}

function isSame(card: WaitingCard, type: CardType, text: string): boolean {
	return card.type === type && card.text.trim() === text;
}

function stateOf(card: WaitingCard): DeskCard['state'] {
	return card.isRefused ? 'refused' : 'waiting';
}
