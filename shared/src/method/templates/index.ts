import type { Scene } from '../scenes.ts';
import { isHomeCareScene } from '../scenes.ts';
import { aCityFracture } from './a-city-fracture.ts';
import { cCityDischarge } from './c-city-discharge.ts';
import { gCityEvaluation } from './g-city-evaluation.ts';
import { iCityCouncil } from './i-city-council.ts';
import { iCityFourScenes } from './i-city-four-scenes.ts';
import { iCityMitori } from './i-city-mitori.ts';
import type { TemplateId } from './template-ids.ts';
import type { Template } from './template.ts';

/** Every worked case for a workshop of this scene; only the case of the four scenes differs by it. */
export const templates = {
	'a-city-fracture': () => aCityFracture,
	'c-city-discharge': () => cCityDischarge,
	'g-city-evaluation': () => gCityEvaluation,
	'i-city-mitori': () => iCityMitori,
	'i-city-four-scenes': (scene) => iCityFourScenes[isHomeCareScene(scene) ? scene : 'daily'],
	'i-city-council': () => iCityCouncil
} satisfies Record<TemplateId, (scene: Scene) => Template>;
