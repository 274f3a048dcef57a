import type { CardOf } from '../card.ts';
import { hasCarrier, hasTiming } from '../progress.ts';
import type { Check } from './check.ts';
import { each, whole } from './check.ts';
import type { CheckView } from './check-view.ts';

/** M1–M9: is a measure aimed at a cause, and does it say who does what for whom. */
export const measureChecks = {
	M1: {
		step: 'measure',
		severity: 3,
		phrase: {
			ja: '②原因をおさえて対策を考えること',
			en: '② to grasp the causes before thinking of measures'
		},
		phraseFrom: 'manual',
		question: {
			ja: 'どの原因に対する対策ですか？',
			en: 'Which cause is this measure meant for?'
		},
		finding: { ja: '原因につながっていません', en: 'Not linked to a cause' },
		find: (view) =>
			each(
				view.cardsOf('measure').filter(({ id }) => !view.isLinked(id, 'cause')),
				({ id }) =>
					view.cardsOf('cause').length > 0
						? { kind: 'link', card: id, type: 'cause' }
						: { kind: 'addCard', type: 'cause', link: { to: id } }
			)
	},
	M2: {
		step: 'measure',
		severity: 3,
		phrase: {
			ja: '「原因：病院でしか勤務した経験がない」に対しては',
			en: 'For “cause: has only ever worked in a hospital” …'
		},
		phraseFrom: 'manual',
		question: { ja: 'この原因にどう手を打ちますか？', en: 'What will you do about this cause?' },
		finding: { ja: '対策がまだです', en: 'No measure yet' },
		find: (view) =>
			each(
				view.cardsOf('cause').filter(({ id, isRoot }) => isRoot && !view.isLinked(id, 'measure')),
				({ id }) => ({ kind: 'addCard', type: 'measure', link: { from: id } })
			)
	},
	M3: {
		step: 'measure',
		severity: 2,
		phrase: {
			ja: '単に「情報共有を図る」といった抽象的な対策ではなく、具体的かつ効果的な対策を打ち出せるようになります',
			en: 'Not abstract measures such as “share information”, but concrete and effective ones'
		},
		phraseFrom: 'manual',
		question: { ja: '誰が誰に何をしますか？', en: 'Who does what, and for whom?' },
		finding: { ja: '対策がまだ抽象的です', en: 'The measure is still abstract' },
		find: (view) =>
			each(
				view.cardsOf('measure').filter((measure) => isAbstract(view, measure)),
				({ id }) => ({ kind: 'edit', card: id })
			)
	},
	M4: {
		step: 'measure',
		severity: 1,
		phrase: {
			ja: '目的によって手段の中身が変わります',
			en: 'What the means consist of depends on the purpose'
		},
		phraseFrom: 'manual',
		question: { ja: '誰に、どんな中身ですか？', en: 'For whom, and with what content?' },
		finding: { ja: '研修の中身がまだです', en: 'The content of the training is open' },
		find: (view) =>
			each(
				view.cardsOf('measure').filter((measure) => isEmptyTraining(view, measure)),
				({ id }) => ({ kind: 'edit', card: id })
			)
	},
	M5: {
		step: 'measure',
		severity: 1,
		phrase: {
			ja: '病院向け対策としては…ケアマネジャー向け対策としては',
			en: 'As measures for the hospital … as measures for care managers'
		},
		phraseFrom: 'manual',
		question: { ja: '誰に向けた対策ですか？', en: 'Whom is this measure for?' },
		finding: { ja: '対象がまだです', en: 'No audience yet' },
		find: (view) =>
			each(
				view.cardsOf('measure').filter((measure) => audienceWords(view, measure) === ''),
				({ id }) => ({ kind: 'field', card: id, field: 'audience' })
			)
	},
	M6: {
		step: 'roles',
		severity: 2,
		phrase: {
			ja: '関係者と役割分担しながら対策を実行する',
			en: 'Carry the measures out, sharing the roles'
		},
		phraseFrom: 'manual',
		question: { ja: '担当は？', en: 'Who takes care of it?' },
		finding: { ja: '担当・作業部会がまだです', en: 'No owner or working group yet' },
		find: ({ cardsOf }) =>
			each(
				cardsOf('measure').filter((measure) => !hasCarrier(measure)),
				({ id }) => ({ kind: 'field', card: id, field: 'owner' })
			)
	},
	M7: {
		step: 'roles',
		severity: 1,
		phrase: {
			ja: '本年度は家族向け研修会を開催するが、来年度は',
			en: 'A training for families this year, and next year …'
		},
		phraseFrom: 'manual',
		question: { ja: 'いつ？', en: 'When?' },
		finding: { ja: '時期がまだです', en: 'No timing yet' },
		find: ({ cardsOf }) =>
			each(
				cardsOf('measure').filter((measure) => !hasTiming(measure)),
				({ id }) => ({ kind: 'field', card: id, field: 'timing' })
			)
	},
	M8: {
		step: 'measure',
		severity: 1,
		phrase: {
			ja: '家族に対して、心理的準備性を高めるための対策も必要と考えた',
			en: 'We thought that measures were needed for the family too, to prepare them'
		},
		phraseFrom: 'manual',
		question: {
			ja: '本人・家族向けも要りますか？',
			en: 'Are measures for the person and the family needed too?'
		},
		finding: { ja: '対象が片方だけです', en: 'All measures are for one side' },
		find: (view) => {
			const aimed = view
				.cardsOf('measure')
				.map((measure) => audienceWords(view, measure))
				.filter((words) => words !== '');
			const root = view.cardsOf('cause').find(({ isRoot }) => isRoot);
			const isForFamily = aimed.some((words) => view.has(words, 'familyAudience'));
			const isForOthers = aimed.some((words) => view.has(words, 'professionalAudience'));
			return whole(aimed.length >= 2 && isForFamily !== isForOthers, view.cardsOf('measure'), {
				kind: 'addCard',
				type: 'measure',
				link: root ? { from: root.id } : null
			}).map((finding) =>
				isForFamily
					? {
							...finding,
							question: {
								ja: '専門職向けも要りますか？',
								en: 'Are measures for professionals needed too?'
							}
						}
					: finding
			);
		}
	},
	M9: {
		step: 'measure',
		severity: 1,
		phrase: {
			ja: '地域で実現できそうな対策は何かを関係者と意見交換しながら選択し',
			en: 'Choosing, in exchange with those concerned, the measures that can be carried out here'
		},
		phraseFrom: 'manual',
		question: {
			ja: 'この地域で実現できそうですか？',
			en: 'Can this be carried out in this area?'
		},
		finding: {
			ja: '実現できるかを話した跡がありません',
			en: 'No sign yet that feasibility was discussed'
		},
		find: (view) => {
			const measures = view.cardsOf('measure');
			const [measure] = measures;
			const isDiscussed =
				measures.some(
					({ id, text }) => view.notesOf(id).length > 0 || view.has(text, 'feasibility')
				) ||
				view.cardsOf('note').some(({ text }) => view.has(text, 'feasibility')) ||
				measures.every((one) => hasCarrier(one) && hasTiming(one));
			return whole(measure !== undefined && !isDiscussed, measures, {
				kind: 'addCard',
				type: 'note',
				link: measure ? { to: measure.id } : null
			});
		}
	}
} satisfies Record<string, Check>;

/** More than this beside the abstract words says what is shared, or how. */
const objectLength = 12;
const contentLength = 6;

function isAbstract(view: CheckView, measure: CardOf<'measure'>): boolean {
	const { text, audience, subActions } = measure;
	if (audience !== '' || subActions.length > 0 || !view.has(text, 'abstractMeasure')) return false;
	const rest = view.without(text, 'abstractMeasure');
	return rest.length < objectLength && !view.has(rest, 'parties');
}

/** A training of which nothing is said but that it takes place. */
function isEmptyTraining(view: CheckView, { text, subActions }: CardOf<'measure'>): boolean {
	const texts = [text, ...subActions.map((part) => part.text)];
	if (!texts.some((one) => view.has(one, 'training'))) return false;
	return texts.every(
		(one) =>
			view.without(one, 'trainingShell').replace(/[のをにはがとで、。・]/g, '').length <
			contentLength
	);
}

/** Everything that says whom a measure is for, empty when nothing does. */
function audienceWords(
	view: CheckView,
	{ text, audience, group, subActions }: CardOf<'measure'>
): string {
	const fromTexts = [text, group, ...subActions.map((part) => part.text)].filter((words) =>
		view.has(words, 'audienceMarks')
	);
	const fields = [audience, ...subActions.map((part) => part.audience ?? '')];
	return [...fields, ...fromTexts].filter((words) => words.trim() !== '').join(' ');
}
