import type { ChainStage } from '../chains.ts';
import { followChains } from '../chains.ts';
import type { CardId } from '../card.ts';
import type { CardType } from '../ids.ts';
import type { Profession } from '../professions.ts';
import type { Check, Finding } from './check.ts';
import { whole } from './check.ts';

/** S1 and P1–P3: what can only be said of the whole board. */
export const boardChecks = {
	S1: {
		step: 'vision',
		severity: 2,
		phrase: {
			ja: '4つの場面に分けて、具体的に議論する必要性が分かった',
			en: 'We saw the need to discuss concretely, scene by scene'
		},
		phraseFrom: 'manual',
		question: { ja: '4場面のどれですか？', en: 'Which of the four scenes is it?' },
		finding: { ja: '場面がまだです', en: 'No scene yet' },
		find: ({ board }) => whole(board.meta.scene === null, [], { kind: 'head', field: 'scene' })
	},
	P1: {
		step: 'evaluation',
		severity: 3,
		phrase: {
			ja: '解決したいテーマの設定⇒目指す姿の設定⇒原因と対策の検討⇒評価方法の検討',
			en: 'Setting the theme ⇒ the vision ⇒ causes and measures ⇒ how to evaluate'
		},
		phraseFrom: 'manual',
		question: { ja: 'ここが途切れています', en: 'The chain ends here: what comes next?' },
		finding: {
			ja: 'テーマから把握方法までつながっていません',
			en: 'Nothing leads from the theme all the way to a data source'
		},
		find: (view): readonly Finding[] => {
			const { reached, ends } = followChains(view, view.themes);
			const next = view.themes.length > 0 ? nextOfChain[reached] : null;
			if (next === null) return [];
			return [{ subject: null, cards: ends, action: continueChain(next, ends) }];
		}
	},
	P2: {
		step: 'vision',
		severity: 2,
		phrase: {
			ja: '連携の現場にいない市区町村の担当者にとって、自身で、解決したいテーマを考えたり、原因・対策を考えたり、期待される成果・効果を考えることは困難です',
			en: 'For officials who do not work in the field it is hard to think of themes, causes, measures and effects by themselves'
		},
		phraseFrom: 'manual',
		question: {
			ja: '保健師・コーディネーターは加わっていますか？',
			en: 'Is a public health nurse or a coordinator taking part?'
		},
		finding: { ja: '参加職種が事務職だけです', en: 'Only administrative staff take part' },
		find: ({ board: { meta } }) =>
			whole(
				meta.professionsPresent.length > 0 &&
					meta.professionsPresent.every((profession) => clerks.has(profession)),
				[],
				{ kind: 'head', field: 'professionsPresent' }
			)
	},
	P3: {
		step: 'review',
		severity: 1,
		phrase: { ja: '必要に応じて計画の見直しを図る', en: 'Revise the plan when needed' },
		phraseFrom: 'manual',
		question: { ja: 'いつ見直しますか？', en: 'When will you review it?' },
		finding: { ja: '見直しの予定日がまだです', en: 'No date of review yet' },
		find: ({ board, cardsOf }) =>
			whole(
				cardsOf('measure').length > 0 &&
					cardsOf('outcome').length > 0 &&
					board.meta.reviewDate === '',
				[],
				{ kind: 'head', field: 'reviewDate' }
			)
	}
} satisfies Record<string, Check>;

const clerks: ReadonlySet<Profession> = new Set(['municipalOfficer', 'nhiOfficer']);

const nextOfChain = {
	theme: 'cause',
	cause: 'measure',
	measure: 'outcome',
	outcome: 'source',
	source: null
} as const satisfies Record<ChainStage, CardType | null>;

function continueChain(type: CardType, [end]: readonly CardId[]) {
	// A cause points to its theme; every later card is pointed to by the one before.
	const link = end === undefined ? null : type === 'cause' ? { to: end } : { from: end };
	return { kind: 'addCard', type, link } as const;
}
