import { choiceField, defineCardType, lineField } from './define-card-type.ts';

/** 対策に期待したこと／期待される成果・効果 (Step 7). */
export const outcome = defineCardType({
	mark: '果',
	label: { ja: '期待したこと', en: 'Expected outcome' },
	zone: 'outcome',
	step: 'evaluation',
	fields: {
		direction: choiceField(
			['none', 'up', 'down', 'restrain'],
			'none',
			'増えるか減るか',
			'Direction'
		),
		whose: lineField('誰の・何の', 'Whose'),
		decision: choiceField(['none', 'continue', 'revise', 'end'], 'none', 'これから', 'Decision'),
		decisionReason: lineField('これからの理由', 'Reason for the decision', 500)
	},
	parts: {}
});
