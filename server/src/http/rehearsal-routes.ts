import { gatherUpdates } from '@renkei/shared/document/gather-updates.ts';
import type { SignedInPerson } from '../auth/signed-in.ts';
import { openBlob, sealBlob } from '../storage/storage.ts';
import type { LoadedBoard } from '../storage/storage.ts';
import type { BoardBefore } from '../storage/workshop-life.ts';
import { answer, refuse } from './api.ts';
import type { Handlers } from './api.ts';
import type { Services } from './services.ts';
import type { Turns } from './turns.ts';

/** How often the boards are read anew because somebody wrote meanwhile. */
const maxTries = 10;

/** Trying a workshop out before it begins, and wiping away what was done in it. */
export function rehearsalRoutes(
	{ storage, tellRooms, now }: Services,
	nextTurn: Turns
): Pick<Handlers, 'startRehearsal' | 'endRehearsal'> {
	const { catalogue, lives, log } = storage;
	const note = async (
		what: string,
		{ role }: SignedInPerson,
		participantId: string | null,
		workshopId: string
	): Promise<void> =>
		await catalogue.addAudit({ at: now(), role, participantId, workshopId, boardId: null, what });

	async function readBoards(workshopId: string): Promise<readonly BoardBefore[] | null> {
		const boards: BoardBefore[] = [];
		for (const { id: boardId } of await catalogue.listBoards(workshopId)) {
			const loaded = await log.load(boardId);
			// A damaged board could not be put back as it was.
			if (!loaded?.ok || loaded.fellBack) return null;
			await nextTurn();
			boards.push({
				boardId,
				epoch: loaded.epoch,
				seq: loaded.lastSeq,
				content: contentOf(loaded)
			});
		}
		return boards;
	}

	return {
		startRehearsal: async ({ params: { workshopId }, person }) => {
			for (let tries = 0; tries < maxTries; tries += 1) {
				const boards = await readBoards(workshopId);
				if (boards === null) return refuse('internal');
				const begun = await lives.startRehearsal(workshopId, now(), boards);
				if (!begun.ok) {
					if (begun.reason === 'changed') continue;
					// Somebody else pressed at the same moment.
					if (begun.reason === 'rehearsing') return answer({ ok: true as const });
					return refuse(begun.reason === 'no-workshop' ? 'notFound' : 'rehearsalNotNow');
				}
				await note('rehearsal-started', person, person.participantId, workshopId);
				await tellRooms({ participantId: null, workshopId, boardId: null, reason: 'changed' });
				return answer({ ok: true as const });
			}
			return refuse('internal');
		},

		endRehearsal: async ({ params: { workshopId }, person }) => {
			const ended = await lives.endRehearsal(workshopId);
			if (!ended.ok) return answer({ ok: true as const });
			const { boardsGone, peopleGone } = ended;
			for (const participantId of peopleGone)
				await tellRooms({ participantId, workshopId, boardId: null, reason: 'revoked' });
			for (const boardId of boardsGone)
				await tellRooms({ participantId: null, workshopId, boardId, reason: 'deleted' });
			// Everybody else finds the board in a new epoch.
			await tellRooms({ participantId: null, workshopId, boardId: null, reason: 'changed' });
			const { participantId } = person;
			const isGone = peopleGone.includes(participantId);
			await note('rehearsal-ended', person, isGone ? null : participantId, workshopId);
			return answer({ ok: true as const });
		}
	};
}

function contentOf({ snapshot, rows }: LoadedBoard): Uint8Array {
	const blobs = [...(snapshot ? [snapshot] : []), ...rows.map(({ bytes }) => bytes)];
	const updates = blobs.map((blob) => {
		const opened = openBlob(blob);
		if (opened === null) throw new Error('a stored blob has an unknown format');
		return opened;
	});
	return sealBlob(1, gatherUpdates(updates));
}
