import { choiceField, defineCardType, lineField, wordsField } from './define-card-type.ts';

/** 解決したいテーマ: a candidate until the table chooses it or sets it aside (manual, Point 2). */
export const theme = defineCardType({
	mark: '題',
	label: { ja: '解決したいテーマ', en: 'Theme to solve' },
	zone: 'themeVision',
	step: 'theme',
	fields: {
		status: choiceField(['candidate', 'chosen', 'setAside'], 'candidate', '扱い', 'Status'),
		disease: lineField('対象疾患', 'Target disease'),
		ward: lineField('病床・どことどこ', 'Ward, from where to where'),
		parties: wordsField('連携当事者', 'Parties'),
		earlierWording: lineField('前の表現', 'Earlier wording', 2000)
	},
	parts: {}
});
