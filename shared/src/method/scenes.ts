import { z } from 'zod';
import type { Localised } from './localised.ts';

/** The four 場面 of home medical and long-term care (manual, chapter 5). */
export const sceneIds = ['daily', 'discharge', 'emergency', 'endOfLife'] as const;

/** A scene id as stored and sent. */
export const sceneSchema = z.enum(sceneIds);
export type Scene = z.infer<typeof sceneSchema>;

/** The words for each scene, as the manual labels them. */
export const scenes = {
	daily: { ja: '日常療養支援', en: 'Everyday care' },
	discharge: { ja: '入退院支援', en: 'Admission and discharge' },
	emergency: { ja: '急変時', en: 'Sudden change' },
	endOfLife: { ja: '看取り', en: 'End of life' }
} satisfies Record<Scene, Localised>;
