import type { Localised } from '../localised.ts';

/** The manual's worked cases (手引きの例) that a board can start from, in the order of the manual. */
export const templateIds = [
	'a-city-fracture',
	'c-city-discharge',
	'g-city-evaluation',
	'i-city-mitori',
	'i-city-four-scenes',
	'i-city-council'
] as const;
export type TemplateId = (typeof templateIds)[number];

/** How each case is called where one chooses; apart from the cards, so that a list of names stays small. */
export const templateLabels = {
	'a-city-fracture': { ja: 'A市 骨折：テーマの具体化', en: 'A City, fractures: a concrete theme' },
	'c-city-discharge': { ja: 'C市 退院：原因の追究', en: 'C City, discharge: finding the cause' },
	'g-city-evaluation': { ja: 'G市 再入院：対策と評価', en: 'G City, readmission: evaluation' },
	'i-city-mitori': { ja: 'I市 看取り：はじめから終わりまで', en: 'I City, end of life: all steps' },
	'i-city-four-scenes': {
		ja: 'I市 4場面：テーマと目指す姿',
		en: 'I City, four scenes: theme and vision'
	},
	'i-city-council': { ja: 'I市 協議会：委員の意見', en: 'I City, council: what members said' }
} satisfies Record<TemplateId, Localised>;

/** The case that fits a scene: one of that very scene, else the one that has something for each. */
export function likelyTemplate(scene: string): TemplateId {
	if (scene === 'endOfLife') return 'i-city-mitori';
	return scene === 'discharge' ? 'g-city-evaluation' : 'i-city-four-scenes';
}
