import type { CardId } from '../method/card.ts';
import type { RawBoard } from './raw-board.ts';
import type { RollBackPlan } from './roll-back.ts';

/** What becomes of one card when somebody is rolled back. */
export interface RolledBackCard {
	readonly id: CardId;
	readonly what: 'withdrawn' | 'broughtBack' | 'putBack';
	readonly textBefore: string;
	readonly textAfter: string;
	readonly fields: readonly string[];
}

/** A plan in the words of cards, for the person who decides. */
export interface RollBackPreview {
	readonly cards: readonly RolledBackCard[];
	readonly links: number;
	readonly records: number;
	readonly head: number;
	readonly kept: readonly { readonly id: CardId; readonly text: string }[];
}

const silentKeys: ReadonlySet<string> = new Set(['deletedAt', 'deletedBy']);

/** What a plan would do to a board that says this now. */
export function previewRollBack(plan: RollBackPlan, now: RawBoard): RollBackPreview {
	const textOf = (card: string): string => now.cards.get(card)?.text ?? '';
	const touched = (root: string): ReadonlySet<string> =>
		new Set([
			...plan.withdrawals.filter((one) => one.root === root).map(({ record }) => record),
			...plan.fields.filter((one) => one.root === root).map(({ record }) => record)
		]);
	const cards = new Set([...touched('cards'), ...plan.texts.map(({ card }) => card)]);
	return {
		cards: [...cards].map((id): RolledBackCard => {
			const fields = plan.fields.filter(({ root, record }) => root === 'cards' && record === id);
			const flag = fields.find(({ key }) => key === 'deletedAt');
			const isMade = plan.withdrawals.some((one) => one.root === 'cards' && one.record === id);
			const what =
				isMade || typeof flag?.before === 'number'
					? 'withdrawn'
					: flag === undefined
						? 'putBack'
						: 'broughtBack';
			return {
				id: id as CardId,
				what,
				textBefore: textOf(id),
				textAfter: plan.texts.find(({ card }) => card === id)?.before ?? textOf(id),
				fields: fields.map(({ key }) => key).filter((key) => !silentKeys.has(key))
			};
		}),
		links: touched('links').size,
		records: touched('records').size,
		head: plan.fields.filter(({ root }) => root === 'meta').length,
		kept: plan.kept.map((id) => ({ id, text: textOf(id) }))
	};
}
