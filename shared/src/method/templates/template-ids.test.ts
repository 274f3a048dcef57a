import { expect, test } from 'vitest';
import { sceneIds } from '../scenes.ts';
import { templates } from './index.ts';
import { likelyTemplate } from './template-ids.ts';

test.each(sceneIds)('a board of %s is offered a case that is about it', (scene) => {
	expect(templates[likelyTemplate(scene)](scene).scene).toBe(scene);
});
