import type { CardOf } from '../method/card.ts';
import type { Method } from '../method/packs/method.ts';
import { visionLevels } from '../method/worksheet/words.ts';

/** What a theme or 目指す姿 is called on paper: a vision by its level where it has one. */
export function aimName(
	card: CardOf<'theme'> | CardOf<'vision'>,
	{ cardTypes }: Pick<Method, 'cardTypes'>
): string {
	return card.type === 'vision' && card.level !== 'single'
		? visionLevels[card.level]
		: cardTypes[card.type].label.ja;
}
