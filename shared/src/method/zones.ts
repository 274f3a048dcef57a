import type { ZoneId } from './ids.ts';
import type { Localised } from './localised.ts';

/** A column of the board: its heading, and its width in bu while it holds one column of cards. */
export interface ZoneDefinition {
	readonly label: Localised;
	readonly width: number;
}

/** Every zone with its heading and base width. */
export const zones = {
	themeVision: { label: { ja: 'テーマ・目指す姿', en: 'Theme and vision' }, width: 286 },
	fact: { label: { ja: '現状', en: 'Current state' }, width: 266 },
	cause: { label: { ja: '原因', en: 'Causes' }, width: 350 },
	rootCause: { label: { ja: '解決すべき原因', en: 'Root cause' }, width: 290 },
	measure: { label: { ja: '対策', en: 'Measures' }, width: 330 },
	outcome: { label: { ja: '期待したこと', en: 'Expected outcomes' }, width: 298 },
	indicatorSource: { label: { ja: '指標・把握方法', en: 'Indicators and sources' }, width: 282 }
} satisfies Record<ZoneId, ZoneDefinition>;
