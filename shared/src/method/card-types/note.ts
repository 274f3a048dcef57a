import { choiceField, defineCardType } from './define-card-type.ts';

/** メモ: the reason for a choice, the point of a measure, an opinion; belongs to the card it is linked to. */
export const note = defineCardType({
	mark: 'メ',
	label: { ja: 'メモ', en: 'Note' },
	zone: 'fact',
	step: 'currentState',
	fields: {
		kind: choiceField(
			['memo', 'reason', 'point', 'opinion', 'plan'],
			'memo',
			'メモの種類',
			'Kind of note'
		)
	},
	parts: {}
});
