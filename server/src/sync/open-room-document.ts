import type { CloseCode } from '@renkei/shared/protocol/close-codes.ts';
import { closeCodes } from '@renkei/shared/protocol/close-codes.ts';
import { LiveDocument } from './live-document.ts';
import type { SyncContext } from './sync-context.ts';

/** What a room needs to know of its board when it opens. */
export interface RoomDocument {
	readonly document: LiveDocument;
	readonly epoch: number;
	readonly workshopId: string | null;
	readonly lastSeq: number;
	readonly rowCount: number;
	readonly rowBytes: number;
	/** True while the workshop is closed. */
	readonly isReadOnly: boolean;
}

/** Loads a board for a room, or says with which code to send people away. */
export async function openRoomDocument(
	boardId: string,
	{ storage, limits, logger }: SyncContext
): Promise<RoomDocument | { readonly code: CloseCode }> {
	const [board, { workshopId, isClosed }] = await Promise.all([
		storage.log.load(boardId),
		readWorkshopState(boardId, storage)
	]);
	if (board === null || (board.ok && board.state === 'deleted'))
		return { code: closeCodes.boardGone };
	if (!board.ok) {
		// Serving a damaged board could spread the damage; an operator has to look.
		logger.error({ board: boardId, reason: board.reason }, 'board is damaged on disk');
		return { code: closeCodes.storageDown };
	}
	if (board.fellBack) logger.error({ board: boardId }, 'newest snapshot damaged, using the last');
	return {
		document: new LiveDocument(board, limits),
		epoch: board.epoch,
		lastSeq: board.lastSeq,
		rowCount: board.rows.length,
		rowBytes: board.rows.reduce((sum, { bytes }) => sum + bytes.length, 0),
		workshopId,
		isReadOnly: isClosed
	};
}

/** The workshop of a board, and whether it has ended, so that its boards are for reading only. */
export async function readWorkshopState(
	boardId: string,
	storage: SyncContext['storage']
): Promise<{ readonly workshopId: string | null; readonly isClosed: boolean }> {
	const entry = await storage.catalogue.getBoard(boardId);
	const workshop = entry && (await storage.catalogue.getWorkshop(entry.workshopId));
	return { workshopId: workshop?.id ?? null, isClosed: workshop?.state === 'closed' };
}
