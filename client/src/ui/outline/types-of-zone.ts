import type { CardType, ZoneId } from '@renkei/shared/method/ids.ts';

/** The types of cards that are written in each zone; the first is offered first. */
export const typesOfZone = {
	themeVision: ['theme', 'vision'],
	fact: ['fact', 'note'],
	cause: ['cause'],
	rootCause: ['cause'],
	measure: ['measure'],
	outcome: ['outcome'],
	indicatorSource: ['source', 'indicator']
} as const satisfies Record<ZoneId, readonly CardType[]>;
