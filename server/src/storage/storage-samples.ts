import { sealBlob, type NewRow, type NewWorkshop, type Participant } from './storage.ts';

const at = Date.UTC(2026, 10, 22);

/** A blob with a text in it where Yjs bytes would be: no engine looks inside. */
export function snapshot(text: string): Uint8Array {
	return sealBlob(2, new TextEncoder().encode(text));
}

/** A row by one participant with one client id, unless told otherwise. */
export function row(
	boardId: string,
	epoch: number,
	text: string,
	by: Pick<NewRow, 'participantId' | 'clientIds'> = { participantId: 'p', clientIds: [1] }
): NewRow {
	return { boardId, epoch, ...by, bytes: sealBlob(1, new TextEncoder().encode(text)), at };
}

/** An open workshop with a table per board id, its codes counted up from `firstCode`. */
export function newWorkshop(
	id: string,
	boardIds: readonly string[],
	firstCode = 100_001
): NewWorkshop {
	return {
		key: `key of ${id}`,
		workshop: {
			id,
			name: '在宅医療・介護連携 研修会',
			scene: 'end-of-life',
			municipality: 'I市',
			heldOn: '2026-11-22',
			start: 'blank',
			state: 'open',
			joinCode: String(firstCode),
			facilitatorCode: String(firstCode + 1),
			viewerCode: String(firstCode + 2),
			tables: boardIds.length,
			createdAt: at,
			closedAt: null
		},
		boards: boardIds.map((boardId, index) => ({
			id: boardId,
			workshopId: id,
			table: index + 1,
			title: `${index + 1}卓`,
			scene: 'end-of-life',
			createdAt: at,
			snapshot: snapshot(boardId)
		}))
	};
}

/** A nurse in a workshop who has not chosen a table yet. */
export function newParticipant(id: string, workshopId: string | null): Participant {
	return {
		id,
		workshopId,
		boardId: null,
		role: 'participant',
		profession: 'nurse',
		createdAt: at,
		lastSeenAt: at,
		revokedAt: null
	};
}
