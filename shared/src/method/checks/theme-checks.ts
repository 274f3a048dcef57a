import type { CardOf } from '../card.ts';
import type { Check } from './check.ts';
import { each, whole } from './check.ts';
import type { CheckView } from './check-view.ts';

/** T1–T7: is the theme concrete, is it one, and who has been asked. */
export const themeChecks = {
	T1: {
		step: 'theme',
		severity: 3,
		phrase: {
			ja: '解決したいテーマが抽象的だと対策も抽象的になり、評価ができなくなります',
			en: 'An abstract theme leads to abstract measures, and then nothing can be evaluated'
		},
		phraseFrom: 'manual',
		question: {
			ja: '特に課題があるのは、どことどこの連携ですか？',
			en: 'Between whom exactly is working together difficult?'
		},
		finding: { ja: 'テーマがまだ抽象的です', en: 'The theme is still abstract' },
		find: (view) =>
			each(
				view.themes.filter((theme) => isAbstract(view, theme)),
				({ id }) => ({ kind: 'field', card: id, field: 'ward' })
			)
	},
	T2: {
		step: 'theme',
		severity: 2,
		phrase: {
			ja: 'テーマ（対象疾患、対象となる連携当事者など）を具体化すると、対策もより具体的になります',
			en: 'A theme that names disease and parties makes the measures concrete as well'
		},
		phraseFrom: 'manual',
		question: { ja: '誰と誰の連携ですか？', en: 'Who has to work together with whom?' },
		finding: { ja: '連携当事者がまだです', en: 'No parties named yet' },
		find: (view) =>
			each(
				view.themes.filter(
					({ text, parties }) => parties.length === 0 && !view.has(text, 'parties')
				),
				({ id }) => ({ kind: 'field', card: id, field: 'parties' })
			)
	},
	T3: {
		step: 'theme',
		severity: 1,
		phrase: {
			ja: '対象疾患なども具体化せずに、単に「情報共有を図る」という抽象的な対策をとっていては',
			en: 'Without naming the disease, and with no more than “sharing information” as a measure'
		},
		phraseFrom: 'manual',
		question: {
			ja: '対象の疾患・状態はありますか？（なければ不要）',
			en: 'Is there a disease or condition in question? (Not needed if there is none)'
		},
		finding: { ja: '対象疾患が空いています', en: 'No target disease' },
		find: (view) =>
			each(
				view.themes.filter(({ text, disease }) => disease === '' && !view.has(text, 'diseases')),
				({ id }) => ({ kind: 'field', card: id, field: 'disease' })
			)
	},
	T4: {
		step: 'theme',
		severity: 2,
		phrase: {
			ja: '「多職種研修会を開催する」「退院支援ルールを作る」「情報共有を図る」などの記載',
			en: 'Statements such as “hold a training”, “make discharge rules”, “share information” (which are measures)'
		},
		phraseFrom: 'manual',
		question: {
			ja: 'それで解決したい困りごとは何ですか？',
			en: 'Which difficulty is that meant to solve?'
		},
		finding: { ja: 'テーマが対策の形です', en: 'The theme reads like a measure' },
		find: (view) =>
			each(
				view.themes.filter(({ text }) => view.endsWith(text, 'solutionEndings')),
				({ id }) => ({ kind: 'edit', card: id })
			)
	},
	T5: {
		step: 'theme',
		severity: 2,
		phrase: {
			ja: '3つのテーマのうち、どのテーマの優先度が高いと思う？',
			en: 'Of the three themes, which do you think has the highest priority?'
		},
		phraseFrom: 'manual',
		question: {
			ja: 'どのテーマの優先度が高いですか？',
			en: 'Which theme has the highest priority?'
		},
		finding: { ja: 'まだどれも選ばれていません', en: 'None has been chosen yet' },
		find: ({ themes }) => {
			const candidates = themes.filter(({ status }) => status === 'candidate');
			return whole(candidates.length >= 2, candidates, chooseTheme(candidates));
		}
	},
	T6: {
		step: 'theme',
		severity: 2,
		phrase: {
			ja: '優先度が高いテーマをそれぞれ1つ設定した',
			en: 'One theme of high priority was set for each'
		},
		phraseFrom: 'manual',
		question: {
			ja: 'テーマごとに盤を分けますか？',
			en: 'Should each theme have a board of its own?'
		},
		finding: { ja: '選んだテーマが2つ以上あります', en: 'More than one theme is chosen' },
		find: ({ themes }) => {
			const chosen = themes.filter(({ status }) => status === 'chosen');
			return whole(chosen.length >= 2, chosen, chooseTheme(chosen));
		}
	},
	T7: {
		step: 'theme',
		severity: 1,
		phrase: {
			ja: '様々な関係者から得られた情報をもとに',
			en: 'From what was learnt from people in various places'
		},
		phraseFrom: 'manual',
		question: { ja: '現場の誰に聞きましたか？', en: 'Whom in the field have you asked?' },
		finding: {
			ja: '現状がまだないか、1つの職種からだけです',
			en: 'No current state, or from one profession only'
		},
		find: (view) =>
			whole(view.themes.length > 0 && speakers(view).size < 2, view.themes, {
				kind: 'addCard',
				type: 'fact',
				link: view.themes.length === 1 && view.themes[0] ? { to: view.themes[0].id } : null,
				fields: { kind: 'hearing' }
			})
	}
} satisfies Record<string, Check>;

function chooseTheme(themes: readonly CardOf<'theme'>[]) {
	return { kind: 'choose', as: 'theme', among: themes.map(({ id }) => id) } as const;
}

/** Says only that people should work together: no disease, nobody by name, nothing that happens to anyone. */
function isAbstract(view: CheckView, { text, disease, parties, ward }: CardOf<'theme'>): boolean {
	if (disease !== '' || parties.length > 0 || ward !== '') return false;
	if (!view.has(text, 'abstractTheme')) return false;
	const rest = view.without(text, 'general');
	return !(['diseases', 'parties', 'events'] as const).some((list) => view.has(rest, list));
}

/** Who stands behind what is known: those heard, those who wrote, and figures as one more. */
function speakers(view: CheckView): ReadonlySet<string> {
	const found = new Set<string>();
	for (const { heardFrom, profession, kind, source } of view.cardsOf('fact')) {
		if (heardFrom !== '') found.add(view.fold(heardFrom));
		else if (kind === 'data' || source !== '') found.add(`data ${view.fold(source)}`);
		else if (profession !== null) found.add(profession);
	}
	return found;
}
