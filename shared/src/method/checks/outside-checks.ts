import type { CardId, CardOf } from '../card.ts';
import { findPersonalData } from '../find-personal-data.ts';
import type { Localised } from '../localised.ts';
import { cardTypeIds } from '../ids.ts';
import { alikeTo, findAlike } from './alike.ts';
import type { Check, Finding, HintAction } from './check.ts';
import { each } from './check.ts';
import type { CheckView } from './check-view.ts';

/** X1–X6: what practice outside the manual has shown to go wrong. */
export const outsideChecks = {
	X1: {
		step: 'vision',
		severity: 2,
		phrase: {
			ja: '事例は、亡くなった方も含めて個人が特定されないように書きます',
			en: 'Cases are written so that nobody can be identified, the deceased included'
		},
		phraseFrom: 'practice',
		question: {
			ja: '個人が特定されませんか？',
			en: 'Could somebody be identified by this?'
		},
		finding: {
			ja: '氏名・住所・電話番号などに見える言葉があります',
			en: 'Words that look like a name, an address or a number'
		},
		find: ({ board }) => {
			const found = new Set(findPersonalData(board).map(({ card }) => card));
			return [...found].map((id) => aboutOne(id));
		}
	},
	X2: {
		step: 'evaluation',
		severity: 1,
		phrase: {
			ja: 'レセプトをもとにした数字は、市町村単位では空のことがあります',
			en: 'Figures drawn from claims may be empty for a single municipality'
		},
		phraseFrom: 'practice',
		question: {
			ja: '二次医療圏の数字で見ますか？',
			en: 'Would the figures of the secondary medical area do?'
		},
		finding: {
			ja: '市区町村単位では数字がないかもしれません',
			en: 'There may be no figures for one municipality'
		},
		find: (view) =>
			each(
				view.cardsOf('source').filter((source) => mayBeEmpty(view, source)),
				({ id }) => ({ kind: 'setField', card: id, field: 'level', value: '二次医療圏' })
			)
	},
	X3: {
		step: 'evaluation',
		severity: 1,
		phrase: {
			ja: '対象が数人のときは、1人の増減で率が大きく動きます',
			en: 'With a handful of people, one more or less moves a rate a long way'
		},
		phraseFrom: 'practice',
		question: { ja: '率ではなく人数で見ますか？', en: 'Would a count say more than a rate?' },
		finding: { ja: '人数の少ない率です', en: 'A rate drawn from few people' },
		find: (view) =>
			each(
				view.cardsOf('indicator').filter((indicator) => isSmall(view, indicator)),
				() => ({ kind: 'step', step: 'evaluation' })
			)
	},
	X4: {
		step: 'cause',
		severity: 1,
		phrase: {
			ja: '原因の図では、結果や解決策を原因として書いてしまうことがよくあります',
			en: 'In a tree of causes, effects and solutions are often written as causes'
		},
		phraseFrom: 'practice',
		question: { ja: 'これは原因ですか？', en: 'Is this a cause?' },
		finding: { ja: '原因の書き方を確かめてください', en: 'Worth a second look' },
		find: (view) => {
			const results = [...view.themes, ...view.cardsOf('fact')];
			const isResult = alikeTo(results.map(({ text }) => view.fold(text)));
			return view.cardsOf('cause').flatMap((cause) => doubtfulCause(view, cause, isResult));
		}
	},
	X5: {
		step: 'vision',
		severity: 1,
		phrase: {
			ja: '同じ意見は重ね、近い意見は島にします',
			en: 'Same views are stacked, close ones grouped'
		},
		phraseFrom: 'practice',
		question: {
			ja: '同じ内容なら、まとめますか？',
			en: 'If they say the same, put them together?'
		},
		finding: { ja: 'ほぼ同じ内容です', en: 'Say nearly the same' },
		find: (view) => cardTypeIds.flatMap((type) => alikeCards(view, type))
	},
	X6: {
		step: 'evaluation',
		severity: 1,
		phrase: {
			ja: '年度の途中までの数字と1年分の数字は比べられません',
			en: 'Figures of part of a year cannot be compared with those of a whole one'
		},
		phraseFrom: 'practice',
		question: { ja: 'いつの数字ですか？', en: 'Of which year is the figure?' },
		finding: { ja: '時点がまだです', en: 'No date yet' },
		find: (view) => view.cardsOf('indicator').flatMap(withoutYear)
	}
} satisfies Record<string, Check>;

function aboutOne(id: CardId, question?: Localised): Finding {
	return {
		subject: id,
		cards: [id],
		action: { kind: 'edit', card: id },
		...(question ? { question } : {})
	};
}

/** 見える化 and the like come empty for one municipality; claims only where somebody says that it is one. */
function mayBeEmpty(view: CheckView, { text, method, level }: CardOf<'source'>): boolean {
	if (view.has(level, 'wideLevels')) return false;
	if (view.has(text, 'claimSystems')) return true;
	const isDrawnFromClaims = method === 'claims' || method === 'system';
	return isDrawnFromClaims && view.has(level, 'municipalLevels');
}

/** Below so many people a rate says little. */
const fewPeople = 10;

function isSmall(view: CheckView, indicator: CardOf<'indicator'>): boolean {
	const { text, unit, baseline, values } = indicator;
	const isShare = view.has(`${text} ${unit} ${baseline}`, 'shares');
	if (!isShare) return false;
	const counts = values.map(({ count = '' }) =>
		Number.parseInt(view.fold(count).replace(/,/g, ''), 10)
	);
	// 「2人中1人」 in the baseline says as much as a count of its own.
	const [, ofPeople = ''] = /(\d+)(?:人|名|件|例)中/.exec(view.fold(baseline)) ?? [];
	return [...counts, Number.parseInt(ofPeople, 10)].some((count) => count > 0 && count < fewPeople);
}

/** More direct causes than this below one are a list, no longer a chain. */
const mostCauses = 8;
/** A cause this short that names a great thing says nothing about this place. */
const broadLength = 12;

const causeQuestions = {
	effect: {
		ja: '原因ではなく、起きていること（結果）ではないですか？',
		en: 'Is this not what happens, rather than why?'
	},
	solution: {
		ja: 'それがないと、なぜ困りますか？（対策を先に考えていませんか）',
		en: 'Why is its absence a problem? (Is this already a measure?)'
	},
	broad: {
		ja: '大きすぎませんか？ 何が起きていますか？',
		en: 'Is it too broad? What exactly happens?'
	},
	cluttered: {
		ja: '原因が多すぎませんか？ 島にまとめられますか？',
		en: 'Too many causes? Can they be grouped?'
	}
} as const satisfies Record<string, Localised>;

function doubtfulCause(
	view: CheckView,
	cause: CardOf<'cause'>,
	isResult: (text: string) => boolean
): readonly Finding[] {
	const { id, text } = cause;
	const folded = view.fold(text);
	if (isResult(folded)) return [aboutOne(id, causeQuestions.effect)];
	const isMissingSolution = view.has(text, 'solutions') && view.has(text, 'lacks');
	if (isMissingSolution || view.endsWith(text, 'solutionEndings'))
		return [aboutOne(id, causeQuestions.solution)];
	if (folded.length <= broadLength && view.has(text, 'broadCauses'))
		return [aboutOne(id, causeQuestions.broad)];
	const below = view.before(id, 'cause', 'why');
	if (below.length > mostCauses)
		return [
			{
				subject: id,
				cards: [id, ...below.map((one) => one.id)],
				action: null,
				question: causeQuestions.cluttered
			}
		];
	return [];
}

function alikeCards(view: CheckView, type: (typeof cardTypeIds)[number]): readonly Finding[] {
	const cards = view.cardsOf(type);
	return findAlike(cards.map(({ text }) => view.fold(text))).flatMap((places) => {
		const group = places.flatMap((place) => cards[place] ?? []);
		const [first] = group;
		// Cards that lie in one 島 have been put together already.
		if (!first || group.every(({ cluster }) => cluster !== null && cluster === first.cluster))
			return [];
		const ids = group.map(({ id }) => id);
		const subject = ids.reduce((least, id) => (id < least ? id : least), first.id);
		return [{ subject, cards: ids, action: { kind: 'cluster', cards: ids } }];
	});
}

function withoutYear(indicator: CardOf<'indicator'>): readonly Finding[] {
	const { id, baseline, baselineAt, target, targetAt, values } = indicator;
	const about = (action: HintAction, question?: Localised): readonly Finding[] => [
		{ subject: id, cards: [id], action, ...(question ? { question } : {}) }
	];
	const fill = (field: string) => ({ kind: 'field', card: id, field }) as const;
	if (baseline !== '' && baselineAt === '') return about(fill('baselineAt'));
	if (target !== '' && targetAt === '')
		return about(fill('targetAt'), {
			ja: '目標はいつまでですか？',
			en: 'By when is the target to be met?'
		});
	const isMixed =
		values.some(({ isPartial }) => isPartial === true) &&
		values.some(({ isPartial }) => isPartial !== true);
	return isMixed
		? about(
				{ kind: 'step', step: 'evaluation' },
				{
					ja: '年度の途中までの値が混ざっていませんか？',
					en: 'Are values of part of a year mixed in?'
				}
			)
		: [];
}
