import { choiceField, defineCardType } from './define-card-type.ts';

/** 目指す姿, of the area, of working together, or a single one for both (manual, Point 1). */
export const vision = defineCardType({
	mark: '姿',
	label: { ja: '目指す姿', en: 'Vision' },
	zone: 'themeVision',
	step: 'vision',
	fields: {
		level: choiceField(['single', 'area', 'collaboration'], 'single', 'どの姿か', 'Level')
	},
	parts: {}
});
