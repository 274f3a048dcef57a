import { mayLead } from '@renkei/shared/method/roles.ts';
import { answer, refuse } from './api.ts';
import type { Handler, Handlers } from './api.ts';
import type { Services } from './services.ts';

/** Handing the lead over: who leads makes others facilitator or recorder, or takes it back. */
export function roleRoutes({ storage, tellRooms, now }: Services): Pick<Handlers, 'giveRole'> {
	const { catalogue } = storage;
	let line: Promise<unknown> = Promise.resolve();

	async function isLastFacilitator(workshopId: string, participantId: string): Promise<boolean> {
		const people = await catalogue.listParticipants(workshopId);
		return !people.some(
			({ id, role, revokedAt }) =>
				role === 'facilitator' && revokedAt === null && id !== participantId
		);
	}

	const give: Handler<'giveRole'> = async ({ params, body: { role }, person }) => {
		const { boardId, participantId } = params;
		if (!mayLead(person.role)) return refuse('forbidden');
		const board = await catalogue.getBoard(boardId);
		const workshop = board && (await catalogue.getWorkshop(board.workshopId));
		const other = await catalogue.getParticipant(participantId);
		if (!workshop || other?.workshopId !== workshop.id || other.revokedAt !== null)
			return refuse('notFound');
		if (workshop.state === 'closed') return refuse('workshopClosed');
		// Who only looks came by a code of their own, perhaps from outside the room.
		if (other.role === 'viewer') return refuse('forbidden');
		if (other.role === role) return answer({ ok: true as const });
		const isLeaving = other.role === 'facilitator' && person.role !== 'staff';
		if (isLeaving && (await isLastFacilitator(workshop.id, other.id)))
			return refuse('lastFacilitator');
		await catalogue.updateParticipant(other.id, { role });
		await catalogue.addAudit({
			at: now(),
			role: person.role,
			participantId: person.participantId,
			workshopId: workshop.id,
			boardId,
			what: `role-given-${role}`
		});
		await tellRooms({
			participantId: other.id,
			workshopId: workshop.id,
			boardId: null,
			reason: 'changed'
		});
		return answer({ ok: true as const });
	};

	return {
		// One after the other: two who take the lead from each other at once would leave nobody who leads.
		giveRole: (call) => {
			const given = line.then(async () => await give(call));
			line = given.catch(() => {});
			return given;
		}
	};
}
