import { choiceField, defineCardType, lineField } from './define-card-type.ts';

/** 把握方法・データ源: where the number or the impression comes from (Step 7). */
export const source = defineCardType({
	mark: '源',
	label: { ja: '把握方法', en: 'Data source' },
	zone: 'indicatorSource',
	step: 'evaluation',
	fields: {
		method: choiceField(
			['none', 'survey', 'hearing', 'published', 'system', 'claims'],
			'none',
			'方法',
			'Method'
		),
		respondent: lineField('回答者', 'Respondent'),
		collector: lineField('集める人', 'Collected by'),
		level: lineField('地域単位', 'Geographic level'),
		year: lineField('年度', 'Year', 60)
	},
	parts: {}
});
