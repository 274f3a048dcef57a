/** The nine card types; the order is the reading order of the types inside a board. */
export const cardTypeIds = [
	'theme',
	'vision',
	'fact',
	'cause',
	'measure',
	'outcome',
	'indicator',
	'source',
	'note'
] as const;
export type CardType = (typeof cardTypeIds)[number];

/** The columns of the board from left to right. */
export const zoneIds = [
	'themeVision',
	'fact',
	'cause',
	'rootCause',
	'measure',
	'outcome',
	'indicatorSource'
] as const;
export type ZoneId = (typeof zoneIds)[number];

/** Steps 1–7 and ⑧ of 図表4-9. */
export const stepIds = [
	'vision',
	'currentState',
	'theme',
	'cause',
	'measure',
	'roles',
	'evaluation',
	'review'
] as const;
export type StepId = (typeof stepIds)[number];
