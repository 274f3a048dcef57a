import type { Services } from './services.ts';

/**
 * Deletes the boards of a workshop for good, by hand of a member of staff or, without one, because its time is
 * over; both leave the same record. False when there is nothing to delete.
 */
export async function eraseWorkshop(
	{ storage, tellRooms, now }: Pick<Services, 'storage' | 'tellRooms' | 'now'>,
	workshopId: string,
	staffId: string | null
): Promise<boolean> {
	const at = now();
	const role = staffId === null ? ('server' as const) : ('staff' as const);
	const why = staffId === null ? ('date' as const) : ('hand' as const);
	const boards = await storage.lives.erase(workshopId, { at, role, why });
	if (boards === null) return false;
	for (const boardId of boards)
		await tellRooms({ participantId: null, workshopId, boardId, reason: 'deleted' });
	await storage.catalogue.addAudit({
		at,
		role,
		participantId: staffId,
		workshopId,
		boardId: null,
		what: staffId === null ? 'workshop-expired' : 'workshop-deleted'
	});
	return true;
}
