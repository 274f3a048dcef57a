import type { Localised } from './localised.ts';
import type { StampId } from './records/stamp.ts';

/** What each stamp says, on screens and in files. */
export const stampWords: Readonly<Record<StampId, Localised>> = {
	agree: { ja: '賛成', en: 'Agree' },
	important: { ja: '大事', en: 'Important' },
	question: { ja: '質問', en: 'Question' },
	concern: { ja: '気になる', en: 'Concern' },
	thanks: { ja: 'ありがとう', en: 'Thanks' }
};
