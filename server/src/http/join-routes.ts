import * as z from 'zod/mini';
import { newId } from '@renkei/shared/document/new-id.ts';
import { sceneLabel } from '@renkei/shared/method/packs/method.ts';
import { sceneSchema } from '@renkei/shared/method/scenes.ts';
import type { CodeRole, Participant } from '../storage/storage.ts';
import { answer, refuse } from './api.ts';
import type { Handlers } from './api.ts';
import { professionOf } from './attendance-routes.ts';
import { createCodeFinder } from './code-finder.ts';
import { placesOf, rememberPlace } from './cookie-jar.ts';
import type { Services } from './services.ts';

/** Joining by a six-digit code, with a profession and no name. */
export function joinRoutes(services: Services): Pick<Handlers, 'lookUpCode' | 'join'> {
	const { storage, signer, packs, now } = services;
	const { catalogue, lives } = storage;

	const find = createCodeFinder(services);

	return {
		lookUpCode: async ({ request, params }) => {
			const found = await find(params.code, request.ip);
			if ('refused' in found) return refuse(found.refused, found.waitMs);
			const { workshop, role } = found;
			const boards = await catalogue.listBoards(workshop.id);
			const scene = z.catch(sceneSchema, 'daily').parse(workshop.scene);
			const here = await placeIn(workshop.id, placesOf(request, signer));
			return answer({
				name: workshop.name,
				scene,
				sceneLabel: sceneLabel(packs.methodOf(workshop.pack), scene),
				tables: Math.max(0, ...boards.map(({ table }) => table)),
				state: workshop.state,
				role,
				...(here === null
					? {}
					: {
							here: {
								role: here.role,
								profession: professionOf(here),
								table: boards.find(({ id }) => id === here.boardId)?.table ?? null
							}
						})
			});
		},

		join: async ({ request, reply, body }) => {
			const found = await find(body.code, request.ip);
			if ('refused' in found) return refuse(found.refused, found.waitMs);
			const { workshop, role: codeRole } = found;
			const boards = await catalogue.listBoards(workshop.id);
			const board = boards.find(({ table }) => table === body.table);
			if (!board) return refuse('tableUnknown');
			const before = await placeIn(workshop.id, placesOf(request, signer));
			const wanted = {
				boardId: board.id,
				role: roleBy(codeRole, body.asRecorder, before),
				profession: body.profession,
				lastSeenAt: now()
			};
			const id = before?.id ?? newId();
			if (before) {
				if (!(await catalogue.updateParticipant(id, wanted))) return refuse('internal');
				const isElse = before.role !== wanted.role || before.boardId !== wanted.boardId;
				if (isElse || before.profession !== wanted.profession)
					await services.tellRooms({
						participantId: id,
						workshopId: workshop.id,
						boardId: null,
						reason: 'changed'
					});
			} else {
				const person = {
					...wanted,
					id,
					workshopId: workshop.id,
					createdAt: now(),
					revokedAt: null
				};
				if (!(await catalogue.addParticipant(person))) return refuse('internal');
			}
			rememberPlace(reply, services, id);
			// The first to arrive at a table begins the workshop; nobody has to press a button for it.
			if (
				workshop.state === 'preparing' &&
				codeRole === 'participant' &&
				!(await isRehearsal(workshop.id))
			)
				await catalogue.updateWorkshop(workshop.id, { state: 'open' });
			return answer({ boardId: board.id });
		}
	};

	async function isRehearsal(workshopId: string): Promise<boolean> {
		const life = (await lives.read([workshopId])).get(workshopId);
		return typeof life?.rehearsingSince === 'number';
	}

	/** The participant this browser already is in a workshop. */
	async function placeIn(
		workshopId: string,
		places: readonly string[]
	): Promise<Participant | null> {
		for (const id of places) {
			const place = await catalogue.getParticipant(id);
			if (place?.workshopId === workshopId && place.revokedAt === null) return place;
		}
		return null;
	}
}

/** Who leads does not stop leading by reading the code on the wall once more; that is taken back by others. */
function roleBy(
	code: CodeRole,
	asRecorder: boolean,
	before: Participant | null
): Participant['role'] {
	if (code !== 'participant') return code;
	if (before?.role === 'facilitator') return 'facilitator';
	return asRecorder ? 'recorder' : 'participant';
}
