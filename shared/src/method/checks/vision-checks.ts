import type { Check } from './check.ts';
import { each, whole } from './check.ts';
import type { CheckView } from './check-view.ts';
import type { CardOf } from '../card.ts';

/** V1–V4: is there a vision, and does it describe the life of people. */
export const visionChecks = {
	V1: {
		step: 'vision',
		severity: 3,
		phrase: {
			ja: '特に重要なことは、①目指す姿を設定すること',
			en: 'What matters most: ① to set a vision'
		},
		phraseFrom: 'manual',
		question: {
			ja: '連携を強化することで何を実現したいですか？',
			en: 'What do you want to achieve by working together more closely?'
		},
		finding: {
			ja: '原因や対策がありますが、目指す姿がまだです',
			en: 'There are causes or measures, but no vision yet'
		},
		find: ({ cardsOf }) =>
			whole(
				cardsOf('vision').length === 0 &&
					(cardsOf('cause').length > 0 || cardsOf('measure').length > 0),
				[],
				{ kind: 'addCard', type: 'vision', link: null, fields: { level: 'area' } }
			)
	},
	V2: {
		step: 'vision',
		severity: 2,
		phrase: {
			ja: '「連携を強化することによって、何を実現したいのか」を、関係者と一緒に考えてみましょう',
			en: 'Think together about what you want to achieve by working together more closely'
		},
		phraseFrom: 'manual',
		question: {
			ja: '連携できたら、本人・家族はどうなりますか？',
			en: 'If you work together well, what becomes of the person and the family?'
		},
		finding: { ja: '手段だけが書かれています', en: 'Names only the means' },
		find: (view) =>
			each(
				aimed(view).filter(({ text }) => view.has(text, 'means') && !view.has(text, 'lives')),
				({ id }) => ({ kind: 'edit', card: id })
			)
	},
	V3: {
		step: 'vision',
		severity: 1,
		phrase: {
			ja: '退院後に再発することなく、在宅での生活を送ることができる',
			en: 'People can live at home after discharge without a relapse'
		},
		phraseFrom: 'manual',
		question: {
			ja: '「〜ことができる」で書けますか？',
			en: 'Can it be written as “people can …”?'
		},
		finding: { ja: 'まだ「姿」の形ではありません', en: 'Does not describe a state yet' },
		find: (view) =>
			each(
				view.cardsOf('vision').filter(({ text }) => !view.endsWith(text, 'stateEndings')),
				({ id }) => ({ kind: 'edit', card: id })
			)
	},
	V4: {
		step: 'vision',
		severity: 1,
		phrase: {
			ja: '目指す地域の姿、目指す連携の姿を設定し',
			en: 'Setting the vision of the area and the vision of working together'
		},
		phraseFrom: 'manual',
		question: {
			ja: 'そのためにどんな連携を目指しますか？',
			en: 'What kind of working together do you aim for to get there?'
		},
		finding: {
			ja: '目指す連携の姿がまだです',
			en: 'No vision of working together yet'
		},
		find: ({ cardsOf }) => {
			const visions = cardsOf('vision');
			const hasBoth = visions.some(({ level }) => level === 'collaboration');
			const [first] = visions;
			return whole(!hasBoth && first !== undefined, visions, {
				kind: 'addCard',
				type: 'vision',
				link: first ? { to: first.id } : null,
				fields: { level: 'collaboration' }
			});
		}
	}
} satisfies Record<string, Check>;

/** The visions that have to speak of people: that of working together may name the means once another stands beside it. */
function aimed(view: CheckView): readonly CardOf<'vision'>[] {
	const visions = view.cardsOf('vision');
	const ofPeople = visions.filter(({ level }) => level !== 'collaboration');
	return ofPeople.length > 0 ? ofPeople : visions;
}
