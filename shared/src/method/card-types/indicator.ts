import * as z from 'zod/mini';
import type { Part } from './define-card-type.ts';
import { choiceField, defineCardType, lineField } from './define-card-type.ts';

/**
 * What was found in one fiscal year (from April), which is the id: `2025` is 令和7年度. `value` is a number as people
 * write it, `count` the number of cases behind it, `unit` only where it differs from the indicator's.
 */
const yearValueSchema = z.object({
	value: z.string().check(z.maxLength(100)),
	unit: z.optional(z.string().check(z.maxLength(40))),
	count: z.optional(z.string().check(z.maxLength(40))),
	isPartial: z.optional(z.boolean()),
	note: z.optional(z.string().check(z.maxLength(300)))
});
export type YearValue = z.infer<typeof yearValueSchema>;

const values: Part<YearValue> = { prefix: 'value.', schema: yearValueSchema, most: 40 };

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
	},
	parts: { values }
});
