import { migrateDocument, statedVersion } from '@renkei/shared/document/migrations.ts';
import { schemaVersion } from '@renkei/shared/method/board.ts';
import type { CloseCode } from '@renkei/shared/protocol/close-codes.ts';
import { closeCodes } from '@renkei/shared/protocol/close-codes.ts';
import * as Y from 'yjs';
import type { LoadedBoard } from '../storage/storage.ts';
import { sealBlob } from '../storage/storage.ts';
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
	{ storage, limits, logger }: Pick<SyncContext, 'storage' | 'limits' | 'logger'>
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
	const document = new LiveDocument(board, limits);
	const migration = migrationOf(document.doc);
	if (migration) {
		// On disk before anybody sees it, like every change; then opened as any other board.
		await appendMigration(storage, board, boardId, migration);
		logger.info({ board: boardId }, 'board brought to the present schema');
		return await openRoomDocument(boardId, { storage, limits, logger });
	}
	return {
		document,
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
): Promise<{
	readonly workshopId: string | null;
	readonly isClosed: boolean;
	readonly epoch: number | null;
}> {
	const entry = await storage.catalogue.getBoard(boardId);
	const workshop = entry && (await storage.catalogue.getWorkshop(entry.workshopId));
	return {
		workshopId: workshop?.id ?? null,
		isClosed: workshop?.state === 'closed',
		epoch: entry?.epoch ?? null
	};
}

/** The update (V1) that brings an older document to the present schema, or null when it needs none. */
function migrationOf(doc: Y.Doc): Uint8Array | null {
	if (statedVersion(doc) >= schemaVersion) return null;
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	const before = Y.encodeStateVector(copy);
	migrateDocument(copy);
	const update = Y.encodeStateAsUpdate(copy, before);
	copy.destroy();
	return update;
}

async function appendMigration(
	storage: SyncContext['storage'],
	{ epoch }: LoadedBoard,
	boardId: string,
	update: Uint8Array
): Promise<void> {
	const bytes = sealBlob(1, update);
	const row = { boardId, epoch, participantId: null, clientIds: [], bytes, at: Date.now() };
	const result = await storage.log.append([row]);
	// A new epoch or a deletion came between; whoever opens the board next sees which.
	if (!result.ok) throw new Error(`a migration was not kept: ${result.reason}`);
}
