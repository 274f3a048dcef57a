import type { CardOf } from '../card.ts';
import type { Check, Finding } from './check.ts';
import { each } from './check.ts';

/** I1–I3: can it be seen whether what was expected has come. */
export const indicatorChecks = {
	I1: {
		step: 'evaluation',
		severity: 3,
		phrase: {
			ja: '指標を使って、現状が目指す姿に近づいたかどうかを確認する',
			en: 'Check by indicators whether we have come closer to the vision'
		},
		phraseFrom: 'manual',
		question: { ja: '何で確かめますか？', en: 'How will you check it?' },
		finding: { ja: '指標も把握方法もまだです', en: 'Neither indicator nor source yet' },
		find: (view) =>
			each(
				view
					.cardsOf('outcome')
					.filter(({ id }) => !view.isLinked(id, 'indicator') && !view.isLinked(id, 'source')),
				({ id }) => ({ kind: 'addCard', type: 'source', link: { from: id } })
			)
	},
	I2: {
		step: 'evaluation',
		severity: 3,
		phrase: {
			ja: '評価指標をどう設定し、どう把握しようと考えたか',
			en: 'How the indicators were set, and how they were to be obtained'
		},
		phraseFrom: 'manual',
		question: { ja: 'どこから数字を得ますか？', en: 'Where does the figure come from?' },
		finding: { ja: '把握方法がまだです', en: 'No data source yet' },
		find: (view) =>
			view.cardsOf('indicator').flatMap(({ id }): readonly Finding[] => {
				const cards = [id, ...view.before(id, 'outcome').map((outcome) => outcome.id)];
				// A source named at the outcome itself serves its indicator too.
				if (cards.some((card) => view.isLinked(card, 'source'))) return [];
				return [
					{ subject: id, cards, action: { kind: 'addCard', type: 'source', link: { from: id } } }
				];
			})
	},
	I3: {
		step: 'evaluation',
		severity: 2,
		phrase: {
			ja: '評価とは、「期待したこと」と「現状」を比較し',
			en: 'To evaluate is to compare what was expected with the current state'
		},
		phraseFrom: 'manual',
		question: {
			ja: '今はいくつですか？ 目標は？',
			en: 'What is the value now? And the target?'
		},
		finding: { ja: '現状値・目標値がまだです', en: 'No baseline or target yet' },
		find: (view) => [
			...each(
				view.cardsOf('outcome').filter(({ id }) => !view.isLinked(id, 'indicator')),
				({ id }) => ({ kind: 'addCard', type: 'indicator', link: { from: id } })
			),
			...each(
				view
					.cardsOf('indicator')
					.filter((indicator) => !hasBaseline(indicator) || indicator.target === ''),
				(indicator) => ({
					kind: 'field',
					card: indicator.id,
					field: hasBaseline(indicator) ? 'target' : 'baseline'
				})
			)
		]
	}
} satisfies Record<string, Check>;

function hasBaseline({ baseline, values }: CardOf<'indicator'>): boolean {
	return baseline !== '' || values.some(({ value }) => value !== '');
}
