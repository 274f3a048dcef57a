import type { Card } from '../method/card.ts';
import type { Localised } from '../method/localised.ts';

/** The languages in which the few fixed words of a card's footer exist. */
export type Language = keyof Localised;

const visionLevels = {
	single: null,
	area: { ja: '地域の姿', en: 'Of the area' },
	collaboration: { ja: '連携の姿', en: 'Of working together' }
} satisfies Record<string, Localised | null>;

const setAside: Localised = { ja: '見送り', en: 'Set aside' };

/** The words that stand as tags at the foot of a card, in order, each once. */
export function footerTags(card: Card, language: Language): readonly string[] {
	return [...new Set(tagsOf(card, language).filter((tag) => tag !== ''))];
}

function tagsOf(card: Card, language: Language): readonly string[] {
	switch (card.type) {
		case 'theme':
			return card.status === 'setAside' ? [setAside[language]] : [];
		case 'vision':
			return [visionLevels[card.level]?.[language] ?? ''];
		case 'fact':
			return [card.heardFrom];
		case 'measure':
			return [
				withMembers(card.owner, card.members),
				card.audience,
				card.timing,
				...card.subActions.flatMap((part) => [
					part.owner ?? '',
					part.audience ?? '',
					part.timing ?? ''
				])
			];
		case 'indicator':
			return [fromTo(card.baseline, card.target, card.unit)];
		case 'source':
			return [[card.level, card.year].filter((part) => part !== '').join('・')];
		case 'cause':
			return [card.category];
		case 'outcome':
		case 'note':
			return [];
	}
}

function withMembers(owner: string, members: readonly string[]): string {
	return owner !== '' && members.length > 0 ? `${owner}（${members.join('・')}）` : owner;
}

function fromTo(baseline: string, target: string, unit: string): string {
	if (baseline === '' && target === '') return '';
	return `${baseline || '—'} → ${target || '—'}${unit}`;
}
