import { choiceField, defineCardType, lineField } from './define-card-type.ts';

/** 評価指標 with baseline and target; values are text as people write them ("約3割"), dates are free (Step 7). */
export const indicator = defineCardType({
	mark: '指',
	label: { ja: '評価指標', en: 'Indicator' },
	zone: 'indicatorSource',
	step: 'evaluation',
	fields: {
		kind: choiceField(['none', 'structure', 'process', 'outcome'], 'none', '指標の種類', 'Kind'),
		unit: lineField('単位', 'Unit', 40),
		baseline: lineField('現状値', 'Baseline', 100),
		baselineAt: lineField('現状値の時点', 'Baseline as of', 100),
		target: lineField('目標値', 'Target', 100),
		targetAt: lineField('目標の時点', 'Target by', 100)
	}
});
