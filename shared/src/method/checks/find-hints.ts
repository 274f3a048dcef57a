import type { Board } from '../board.ts';
import type { CardId } from '../card.ts';
import { stepIds } from '../ids.ts';
import type { StepId } from '../ids.ts';
import type { Localised } from '../localised.ts';
import { hasCarrier, hasTiming } from '../progress.ts';
import { recordsOf } from '../records/index.ts';
import type { RecordOf } from '../records/index.ts';
import type { CheckId } from './check-ids.ts';
import { checkIds } from './check-ids.ts';
import type { Check, HintAction } from './check.ts';
import type { CheckView } from './check-view.ts';
import { viewBoard } from './check-view.ts';
import { checks } from './index.ts';
import type { OwnWords } from './words.ts';
import { withOwnWords } from './words.ts';

/** One thing worth asking about a board. What is `about` null concerns the whole board; `cards` are those to look at. */
export interface Hint {
	readonly check: CheckId;
	readonly severity: 1 | 2 | 3;
	readonly about: CardId | null;
	readonly cards: readonly CardId[];
	readonly question: Localised;
	readonly action: HintAction | null;
}

/** Everything the method asks about a board, in the order of the checks and of the cards, whether put aside or not; `own` are the words of a method pack. */
export function findHints(board: Board, own?: OwnWords): readonly Hint[] {
	const view = viewBoard(board, withOwnWords(own));
	const begun = begunSteps(view);
	return checkIds.flatMap((id) => {
		const check: Check = checks[id];
		if (check.severity === 3 && check.isAskedEarly !== true && !begun.has(check.step)) return [];
		return [...check.find(view)].map(({ subject, cards, action, question }) => ({
			check: id,
			severity: check.severity,
			about: subject,
			cards,
			question: question ?? check.question,
			action
		}));
	});
}

/** The hints that nobody has put aside. */
export function openHints(board: Board, own?: OwnWords): readonly Hint[] {
	const muted = recordsOf(board, 'mutedCheck');
	return findHints(board, own).filter((hint) => !muted.some((record) => mutes(record, hint)));
}

/** Whether somebody put this hint aside, on its card or on the whole board. */
export function mutes({ check, card }: RecordOf<'mutedCheck'>, hint: Hint): boolean {
	return check === hint.check && (card === '' || card === hint.about);
}

/** Every step up to the last one that has a card or was called done: what was passed over has begun too (method §5.2). */
function begunSteps({ board, cardsOf }: CheckView): ReadonlySet<StepId> {
	const measures = cardsOf('measure');
	const isFilled: Record<StepId, boolean> = {
		vision: cardsOf('vision').length > 0,
		currentState: cardsOf('fact').length > 0,
		theme: cardsOf('theme').length > 0,
		cause: cardsOf('cause').length > 0,
		measure: measures.length > 0,
		roles: measures.some((measure) => hasCarrier(measure) || hasTiming(measure)),
		evaluation: (['outcome', 'indicator', 'source'] as const).some(
			(type) => cardsOf(type).length > 0
		),
		review: board.meta.reviewDate !== ''
	};
	const last = stepIds.reduce(
		(latest, id, index) => (isFilled[id] || board.meta.doneSteps.includes(id) ? index : latest),
		-1
	);
	return new Set(stepIds.slice(0, last + 1));
}
