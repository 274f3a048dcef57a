import { defineCardType, flagField, lineField } from './define-card-type.ts';

/** 原因; one of them may be the 解決すべき原因 of the board (Step 4). */
export const cause = defineCardType({
	mark: '因',
	label: { ja: '原因', en: 'Cause' },
	zone: 'cause',
	step: 'cause',
	fields: {
		isRoot: flagField('解決すべき原因', 'Root cause'),
		rootReason: lineField('選んだ理由（一言）', 'Reason, one phrase', 500),
		category: lineField('区分（…に関する課題）', 'Category')
	},
	parts: {}
});
