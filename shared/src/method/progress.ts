import type { Board } from './board.ts';
import type { Card, CardOf } from './card.ts';
import type { CardType, StepId } from './ids.ts';
import { stepIds } from './ids.ts';

/** How far a step has come: nothing there, begun, or with everything the step asks for. */
export type StepProgress = 'empty' | 'partial' | 'done';

/** How far a board has come, in the order of the steps: what the cards say, or people who called a step done. Never a word about quality. */
export function readProgress(board: Board): readonly StepProgress[] {
	const linked = {
		from: new Set([...board.links.values()].map(({ from }) => from)),
		to: new Set([...board.links.values()].map(({ to }) => to))
	};
	const measures = cardsOf(board, 'measure');
	const outcomes = cardsOf(board, 'outcome');
	const indicators = cardsOf(board, 'indicator');
	const checked = outcomes.filter(({ id }) => linked.from.has(id));

	const progress: Record<StepId, StepProgress> = {
		vision: begun(cardsOf(board, 'vision'), isWritten),
		currentState: begun(cardsOf(board, 'fact'), isWritten),
		theme: begun(cardsOf(board, 'theme'), (card) => card.status === 'chosen' && isWritten(card)),
		cause: begun(cardsOf(board, 'cause'), (card) => card.isRoot && isWritten(card)),
		measure: begun(measures, (card) => linked.to.has(card.id) && isWritten(card)),
		roles: all(
			measures.length,
			measures.filter((card) => hasCarrier(card) && hasTiming(card)).length,
			measures.some((card) => hasCarrier(card) || hasTiming(card))
		),
		evaluation: all(outcomes.length, checked.length, outcomes.length > 0),
		review:
			board.meta.reviewDate !== ''
				? 'done'
				: indicators.some(({ target, targetAt }) => target !== '' || targetAt !== '')
					? 'partial'
					: 'empty'
	};
	return stepIds.map((id) => (board.meta.doneSteps.includes(id) ? 'done' : progress[id]));
}

/** The words a board is known by in a list: its chosen theme (else the only one) and its vision. */
export function readHeadline(board: Board): { readonly theme: string; readonly vision: string } {
	const themes = cardsOf(board, 'theme');
	const theme =
		themes.find(({ status }) => status === 'chosen') ?? (themes.length === 1 ? themes[0] : null);
	const visions = cardsOf(board, 'vision');
	const vision = visions.find(({ level }) => level !== 'collaboration') ?? visions[0];
	return { theme: theme?.text ?? '', vision: vision?.text ?? '' };
}

function cardsOf<T extends CardType>(board: Board, type: T): readonly CardOf<T>[] {
	return [...board.cards.values()].filter(
		(card): card is Extract<Card, { type: T }> & CardOf<T> => card.type === type
	);
}

function isWritten({ text }: Card): boolean {
	return text.trim() !== '';
}

function begun<C>(cards: readonly C[], isDone: (card: C) => boolean): StepProgress {
	if (cards.length === 0) return 'empty';
	return cards.some(isDone) ? 'done' : 'partial';
}

function all(count: number, doneCount: number, isBegun: boolean): StepProgress {
	if (count > 0 && count === doneCount) return 'done';
	return isBegun ? 'partial' : 'empty';
}

/** Whether somebody is named who carries a measure: an owner, a group, the owner of a part or of a role. */
export function hasCarrier(card: CardOf<'measure'>): boolean {
	const isNamed = card.owner !== '' || card.members.length > 0;
	const isShared = card.roles.length > 0;
	return isNamed || isShared || card.subActions.some(({ owner = '' }) => owner !== '');
}

/** Whether it is said when a measure, or a part of it, is done. */
export function hasTiming(card: CardOf<'measure'>): boolean {
	return card.timing !== '' || card.subActions.some(({ timing = '' }) => timing !== '');
}
