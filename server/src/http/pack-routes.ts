import { packRefusalSentence } from '@renkei/shared/method/packs/parse-pack.ts';
import { answer, refuse } from './api.ts';
import type { Handlers } from './api.ts';
import type { Services } from './services.ts';

/** The method packs a workshop can be made with. */
export function packRoutes({
	packs
}: Pick<Services, 'packs'>): Pick<Handlers, 'listPacks' | 'readPack'> {
	return {
		listPacks: async () =>
			answer({
				packs: packs.all.map(({ id, name, scenes }) => ({ id, name, scenes })),
				refusals: packs.refusals.map(packRefusalSentence)
			}),

		readPack: async ({ params }) => {
			const pack = packs.find(params.packId);
			return pack ? answer({ ...pack }) : refuse('notFound');
		}
	};
}
