import { newJoinCodes } from '../auth/join-codes.ts';
import { screenOf } from '../auth/projector-ticket.ts';
import type { SignedInPerson } from '../auth/signed-in.ts';
import type { Participant } from '../storage/storage.ts';
import { answer, refuse } from './api.ts';
import type { Handlers } from './api.ts';
import { professionOf } from './attendance-routes.ts';
import { codeTries } from './new-boards.ts';
import type { Services } from './services.ts';

/** Shutting a workshop's doors: new codes, and removing one person. */
export function codesRoutes(
	services: Services
): Pick<Handlers, 'listPeople' | 'removePerson' | 'rotateCodes'> {
	const { storage, presentAt, now } = services;
	const { catalogue } = storage;
	const note = async (
		what: string,
		{ role, participantId }: SignedInPerson,
		workshopId: string
	): Promise<void> =>
		await catalogue.addAudit({ at: now(), role, participantId, workshopId, boardId: null, what });

	return {
		listPeople: async ({ params, person }) => {
			const boards = await catalogue.listBoards(params.workshopId);
			const people = await catalogue.listParticipants(params.workshopId);
			const present = new Set(boards.flatMap(({ id }) => [...presentAt(id)]));
			return answer({
				people: people
					.filter((other) => mayRemove(person, other))
					.map((other) => ({
						id: other.id,
						role: other.role,
						profession: professionOf(other),
						table: boards.find(({ id }) => id === other.boardId)?.table ?? null,
						joinedAt: other.createdAt,
						isConnected: present.has(other.id)
					}))
			});
		},

		removePerson: async ({ params, person }) => {
			const { workshopId, participantId } = params;
			const other = await catalogue.getParticipant(participantId);
			if (other?.workshopId !== workshopId || other.revokedAt !== null) return refuse('notFound');
			if (!mayRemove(person, other)) return refuse('forbidden');
			await catalogue.updateParticipant(participantId, { revokedAt: now() });
			await services.tellRooms({ participantId, workshopId, boardId: null, reason: 'revoked' });
			await note('person-removed', person, workshopId);
			return answer({ ok: true as const });
		},

		rotateCodes: async ({ params, person }) => {
			const workshop = await catalogue.getWorkshop(params.workshopId);
			if (workshop?.state === 'closed') return refuse('workshopClosed');
			for (let tries = 0; tries < codeTries; tries += 1) {
				const result = await catalogue.updateWorkshop(params.workshopId, newJoinCodes());
				if (result.ok) {
					await note('codes-rotated', person, params.workshopId);
					// Their address carries the old code.
					for (const { id } of await catalogue.listBoards(params.workshopId))
						await services.tellRooms({
							participantId: screenOf(id),
							workshopId: params.workshopId,
							boardId: id,
							reason: 'revoked'
						});
					const { joinCode, facilitatorCode, viewerCode } = result.workshop;
					return answer({ joinCode, facilitatorCode, viewerCode });
				}
				if (result.reason === 'no-workshop') return refuse('notFound');
			}
			return refuse('internal');
		}
	};
}

/** Facilitators remove everybody but each other, staff everybody; nobody removes themselves. */
function mayRemove(person: SignedInPerson, other: Participant): boolean {
	if (other.revokedAt !== null || other.id === person.participantId) return false;
	return person.role === 'staff' || other.role !== 'facilitator';
}
