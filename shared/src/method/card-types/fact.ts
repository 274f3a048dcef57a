import { choiceField, defineCardType, lineField } from './define-card-type.ts';

/** 現状: a figure, something heard, an idea offered, or how things stand now (Step 2). */
export const fact = defineCardType({
	mark: '現',
	label: { ja: '現状', en: 'Current state' },
	zone: 'fact',
	step: 'currentState',
	fields: {
		kind: choiceField(['current', 'data', 'hearing', 'idea'], 'current', '種類', 'Kind'),
		heardFrom: lineField('聞いた相手（職種）', 'Heard from (profession)'),
		source: lineField('出どころ', 'Where it comes from')
	},
	parts: {}
});
