import type { CardId } from '../card.ts';
import type { Check } from './check.ts';
import { each, whole } from './check.ts';
import type { CheckView } from './check-view.ts';

/** O1–O4: is it said what the measures are expected to change. */
export const outcomeChecks = {
	O1: {
		step: 'evaluation',
		severity: 3,
		isAskedEarly: true,
		phrase: {
			ja: '③対策によって期待した成果・効果は何かを考えること',
			en: '③ to think what results and effects were expected of the measures'
		},
		phraseFrom: 'manual',
		question: {
			ja: '何がどうなることを期待しますか？',
			en: 'What do you expect to change, and how?'
		},
		finding: { ja: '期待したことがまだです', en: 'No expected outcome yet' },
		find: (view) =>
			each(
				view.cardsOf('measure').filter(({ id }) => !view.isLinked(id, 'outcome')),
				({ id }) => ({ kind: 'addCard', type: 'outcome', link: { from: id } })
			)
	},
	O2: {
		step: 'evaluation',
		severity: 2,
		phrase: { ja: '対策によって期待した', en: 'What was expected of the measures' },
		phraseFrom: 'manual',
		question: { ja: 'どの対策の効果ですか？', en: 'Which measure is it an effect of?' },
		finding: { ja: '対策につながっていません', en: 'Not linked to a measure' },
		find: (view) => {
			const reached = reachedByMeasures(view);
			return each(
				view.cardsOf('outcome').filter(({ id }) => !reached.has(id)),
				({ id }) =>
					view.cardsOf('measure').length > 0
						? { kind: 'link', card: id, type: 'measure' }
						: { kind: 'addCard', type: 'measure', link: { to: id } }
			);
		}
	},
	O3: {
		step: 'evaluation',
		severity: 2,
		phrase: {
			ja: '再入院する高齢者の割合が減少する',
			en: 'The share of older people readmitted to hospital goes down'
		},
		phraseFrom: 'manual',
		question: { ja: '増えますか、減りますか？', en: 'Will it go up or down?' },
		finding: { ja: '増えるか減るかがまだです', en: 'No direction yet' },
		find: (view) =>
			each(
				view
					.cardsOf('outcome')
					.filter(({ text, direction }) => direction === 'none' && !view.has(text, 'directions')),
				({ id }) => ({ kind: 'field', card: id, field: 'direction' })
			)
	},
	O4: {
		step: 'evaluation',
		severity: 2,
		phrase: {
			ja: '現状が目指す姿に近づいているのかどうか',
			en: 'Whether the current state is coming closer to the vision'
		},
		phraseFrom: 'manual',
		question: {
			ja: '目指す姿に近づいたと、どこで分かりますか？',
			en: 'How will you see that you have come closer to the vision?'
		},
		finding: { ja: '実施した回数や人数だけです', en: 'Counts only what was done' },
		find: (view) => {
			const outcomes = view.cardsOf('outcome');
			const isOnlyActivity = outcomes.every(
				({ id, text, whose }) =>
					view.has(text, 'activities') &&
					!view.has(`${text} ${whose}`, 'lives') &&
					!view.isLinked(id, 'vision')
			);
			return whole(outcomes.length > 0 && isOnlyActivity, outcomes, {
				kind: 'addCard',
				type: 'outcome',
				link: null
			});
		}
	}
} satisfies Record<string, Check>;

/** The outcomes of measures, and what those lead to in turn. */
function reachedByMeasures(view: CheckView): ReadonlySet<CardId> {
	const waiting = view
		.cardsOf('outcome')
		.filter(({ id }) => view.isLinked(id, 'measure'))
		.map(({ id }) => id);
	const reached = new Set(waiting);
	for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
		for (const next of view.after(id, 'outcome'))
			if (!reached.has(next.id)) {
				reached.add(next.id);
				waiting.push(next.id);
			}
	return reached;
}
