import type { AwaitedCard } from './effects.ts';
import type { WrittenCard, Writing } from './writing-card.ts';

/** The card as it comes to the board. */
export function awaited({ id, type, text, participant, profession, at }: WrittenCard): AwaitedCard {
	return { id, type, text, participant, profession, at };
}

/** The state in which these cards are changed. */
export function changed(
	state: Writing,
	cards: ReadonlySet<WrittenCard>,
	change: Partial<Pick<WrittenCard, 'place' | 'isHeld'>>
): Writing {
	return {
		...state,
		cards: state.cards.map((card) => (cards.has(card) ? { ...card, ...change } : card))
	};
}
