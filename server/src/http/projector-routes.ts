import * as z from 'zod/mini';
import { sceneLabel } from '@renkei/shared/method/packs/method.ts';
import { sceneSchema } from '@renkei/shared/method/scenes.ts';
import { projectorTicket } from '../auth/projector-ticket.ts';
import { answer, refuse } from './api.ts';
import type { Handlers } from './api.ts';
import { createCodeFinder } from './code-finder.ts';
import type { Services } from './services.ts';

/** What the screen of a room is shown; only the code of viewers opens it, and nobody joins by it. */
export function projectorRoutes(
	services: Services
): Pick<Handlers, 'openProjector' | 'readProjectorPack'> {
	const { storage, signer, packs } = services;
	const find = createCodeFinder(services);

	return {
		openProjector: async ({ request, params }) => {
			const found = await find(params.code, request.ip);
			if ('refused' in found) return refuse(found.refused, found.waitMs);
			const { workshop, role } = found;
			if (role !== 'viewer') return refuse('codeUnknown');
			const boards = await storage.catalogue.listBoards(workshop.id);
			const scene = z.catch(sceneSchema, 'daily').parse(workshop.scene);
			return answer({
				workshopName: workshop.name,
				sceneLabel: sceneLabel(packs.methodOf(workshop.pack), scene),
				state: workshop.state,
				joinCode: workshop.joinCode,
				ticket: projectorTicket(signer, workshop),
				tables: boards.map(({ table, id, epoch }) => ({ table, boardId: id, epoch }))
			});
		},

		readProjectorPack: async ({ request, params }) => {
			const found = await find(params.code, request.ip);
			if ('refused' in found) return refuse(found.refused, found.waitMs);
			const pack = found.role === 'viewer' ? packs.find(params.packId) : undefined;
			return pack ? answer({ ...pack }) : refuse('notFound');
		}
	};
}
