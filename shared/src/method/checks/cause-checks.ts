import type { CardId, CardOf } from '../card.ts';
import type { Check, Finding } from './check.ts';
import { each, whole } from './check.ts';
import type { CheckView } from './check-view.ts';
import { findCircles } from './find-circles.ts';

/** C1–C7: are the causes a chain that ends at one to be solved. */
export const causeChecks = {
	C1: {
		step: 'cause',
		severity: 3,
		phrase: {
			ja: '②原因をおさえて対策を考えること',
			en: '② to grasp the causes before thinking of measures'
		},
		phraseFrom: 'manual',
		question: { ja: 'なぜそうなっていますか？', en: 'Why has it come to this?' },
		finding: {
			ja: '対策がありますが、原因がまだです',
			en: 'There are measures, but no causes yet'
		},
		find: ({ cardsOf, themes }) => {
			const measures = cardsOf('measure');
			const [theme] = themes;
			return whole(measures.length > 0 && cardsOf('cause').length === 0, measures, {
				kind: 'addCard',
				type: 'cause',
				link: theme ? { to: theme.id } : null
			});
		}
	},
	C2: {
		step: 'cause',
		severity: 2,
		phrase: { ja: '原因と結果の関係性', en: 'How causes and results hang together' },
		phraseFrom: 'manual',
		question: { ja: '何の原因ですか？', en: 'What is it a cause of?' },
		finding: {
			ja: 'テーマにもほかの原因にもつながっていません',
			en: 'Linked neither to the theme nor to another cause'
		},
		find: (view) =>
			each(
				view.cardsOf('cause').filter((cause) => !isPlaced(view, cause)),
				({ id }) =>
					view.themes.length > 0
						? { kind: 'link', card: id, type: 'theme' }
						: { kind: 'addCard', type: 'theme', link: { from: id } }
			)
	},
	C3: {
		step: 'cause',
		severity: 1,
		phrase: {
			ja: 'さらに、「では、なぜ、在宅生活のイメージを持てないのか？」',
			en: 'And further: “Then why can they not picture life at home?”'
		},
		phraseFrom: 'manual',
		question: { ja: 'では、なぜ？', en: 'Then why?' },
		finding: { ja: '「なぜ」がまだ1回だけです', en: '“Why” has been asked only once' },
		find: ({ cardsOf, after }) => {
			const causes = cardsOf('cause');
			const isAskedAgain = causes.some(({ id }) => after(id, 'cause', 'why').length > 0);
			const asked = causes.find(({ isRoot }) => isRoot) ?? causes[0];
			return whole(!isAskedAgain && asked !== undefined, causes, {
				kind: 'addCard',
				type: 'cause',
				link: asked ? { to: asked.id } : null
			});
		}
	},
	C4: {
		step: 'cause',
		severity: 3,
		phrase: {
			ja: '課題を生じさせている要因や根本原因を追究する',
			en: 'Pursue the factors and the root cause behind the issue'
		},
		phraseFrom: 'manual',
		question: {
			ja: '解決が必要な原因はどれですか？',
			en: 'Which of the causes needs to be solved?'
		},
		finding: { ja: '解決すべき原因がまだです', en: 'No root cause chosen yet' },
		find: ({ cardsOf }) => {
			const causes = cardsOf('cause');
			return whole(causes.length > 0 && !causes.some(({ isRoot }) => isRoot), causes, {
				kind: 'choose',
				as: 'root',
				among: causes.map(({ id }) => id)
			});
		}
	},
	C5: {
		step: 'cause',
		severity: 1,
		phrase: {
			ja: 'キーとなるのは「家族の不安の軽減」だと思う',
			en: 'I think the key is “to ease the family’s anxiety”'
		},
		phraseFrom: 'manual',
		question: { ja: '選んだ理由を一言', en: 'Why this one, in a phrase?' },
		finding: { ja: '選んだ理由がまだです', en: 'No reason noted yet' },
		find: (view) =>
			each(
				view
					.cardsOf('cause')
					.filter(
						({ id, isRoot, rootReason }) =>
							isRoot && rootReason === '' && view.notesOf(id).length === 0
					),
				({ id }) => ({ kind: 'field', card: id, field: 'rootReason' })
			)
	},
	C6: {
		step: 'cause',
		severity: 2,
		phrase: { ja: '原因と最終結果の関係', en: 'Causes and their final result' },
		phraseFrom: 'manual',
		question: { ja: 'どちらが先ですか？', en: 'Which comes first?' },
		finding: { ja: '原因が輪になっています', en: 'These causes run in a circle' },
		find: ({ cardsOf, after }) =>
			findCircles(
				cardsOf('cause').map(({ id }) => id),
				(id) => after(id, 'cause', 'why').map((next) => next.id)
			).map((circle): Finding => ({ subject: first(circle), cards: circle, action: null }))
	},
	C7: {
		step: 'cause',
		severity: 1,
		phrase: {
			ja: '病院スタッフのイメージ力に関する課題',
			en: 'Issues of what hospital staff can picture (beside their knowledge, local resources and the family)'
		},
		phraseFrom: 'manual',
		question: {
			ja: 'ほかの立場から見るとどうですか？',
			en: 'How does it look from another side?'
		},
		finding: { ja: '原因が1つの立場に集まっています', en: 'All causes lie with one side' },
		find: (view) => {
			const causes = view.cardsOf('cause');
			const named = causes.map((cause) => sidesOf(view, cause));
			const isOneSided =
				causes.length >= 3 &&
				named.every((sides) => sides.length === 1 && sides[0] === named[0]?.[0]);
			const [theme] = view.themes;
			const link = theme ? { to: theme.id } : null;
			return whole(isOneSided, causes, { kind: 'addCard', type: 'cause', link });
		}
	}
} satisfies Record<string, Check>;

/** Leads to the theme, to how things stand, or to another cause; the root cause belongs to the theme by being it. */
function isPlaced({ after, before }: CheckView, { id, isRoot }: CardOf<'cause'>): boolean {
	return (
		isRoot ||
		(['theme', 'fact', 'cause'] as const).some((type) => after(id, type).length > 0) ||
		// Arrows from a result back to its cause are drawn too; which is which can be seen.
		(['theme', 'fact'] as const).some((type) => before(id, type).length > 0)
	);
}

function first(ids: readonly CardId[]): CardId | null {
	return ids.reduce<CardId | null>(
		(least, id) => (least === null || id < least ? id : least),
		null
	);
}

function sidesOf({ sides, fold }: CheckView, { text, category }: CardOf<'cause'>): number[] {
	const words = fold(`${text} ${category}`);
	return sides.flatMap((side, index) => (side.some((word) => words.includes(word)) ? [index] : []));
}
