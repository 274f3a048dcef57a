import * as z from 'zod/mini';
import type { Localised } from './localised.ts';

/** The four 場面 of home medical and long-term care (manual, chapter 5); other method packs have others. */
export const sceneIds = ['daily', 'discharge', 'emergency', 'endOfLife'] as const;
export type HomeCareScene = (typeof sceneIds)[number];

/** A scene id as stored and sent, of whichever pack: it opens too where nobody knows its word. */
export const sceneSchema = z.string().check(
	z.regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/),
	z.refine((id) => id !== 'constructor' && id !== 'prototype')
);
export type Scene = z.infer<typeof sceneSchema>;

/** The words for each of the four, as the manual labels them. */
export const scenes = {
	daily: { ja: '日常療養支援', en: 'Everyday care' },
	discharge: { ja: '入退院支援', en: 'Admission and discharge' },
	emergency: { ja: '急変時', en: 'Sudden change' },
	endOfLife: { ja: '看取り', en: 'End of life' }
} satisfies Record<HomeCareScene, Localised>;

/** Whether a scene is one of the four. */
export function isHomeCareScene(scene: Scene): scene is HomeCareScene {
	return sceneIds.some((id) => id === scene);
}
