import type { DatabaseSync } from 'node:sqlite';
import type { Photos, StoredPhoto } from './photos.ts';
import type { Synchronous } from './sqlite-calls.ts';

const columns = `id, board_id AS boardId, media_type AS mediaType, width, height,
	byte_count AS byteCount, added_at AS addedAt, added_by AS addedBy, role, profession`;

/** The photos on an open database; the caller provides the transaction. */
export function createSqlitePhotos(database: DatabaseSync): Synchronous<Photos> {
	const insert = database.prepare(
		`INSERT INTO photo (id, board_id, media_type, width, height, byte_count, added_at, added_by,
		role, profession) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	);
	const insertBytes = database.prepare('INSERT INTO photo_bytes VALUES (?, ?, ?)');
	const select = database.prepare(`SELECT ${columns} FROM photo WHERE board_id = ? AND id = ?`);
	const selectAll = database.prepare(
		`SELECT ${columns} FROM photo WHERE board_id = ? ORDER BY added_at, rowid`
	);
	const selectBytes = database.prepare(
		'SELECT bytes FROM photo_bytes WHERE board_id = ? AND id = ?'
	);
	const count = database.prepare('SELECT count(*) AS count FROM photo WHERE board_id = ?');
	const selectBoard = database.prepare('SELECT 1 FROM board WHERE id = ? AND deleted_at IS NULL');
	const drop = database.prepare('DELETE FROM photo WHERE board_id = ? AND id = ?');

	const get = (boardId: string, photoId: string) =>
		(select.get(boardId, photoId) ?? null) as StoredPhoto | null;

	return {
		add(photo, bytes, mostPerBoard) {
			if (selectBoard.get(photo.boardId) === undefined) return { ok: false, reason: 'no-board' };
			const before = get(photo.boardId, photo.id);
			if (before !== null) return { ok: true, photo: before };
			if (Number(count.get(photo.boardId)?.['count']) >= mostPerBoard)
				return { ok: false, reason: 'too-many' };
			insert.run(
				photo.id,
				photo.boardId,
				photo.mediaType,
				photo.width,
				photo.height,
				photo.byteCount,
				photo.addedAt,
				photo.addedBy,
				photo.role,
				photo.profession
			);
			insertBytes.run(photo.boardId, photo.id, bytes);
			return { ok: true, photo };
		},

		list: (boardId) => selectAll.all(boardId) as unknown as StoredPhoto[],

		get,

		read: (boardId, photoId) =>
			(selectBytes.get(boardId, photoId) as { bytes: Uint8Array } | undefined)?.bytes ?? null,

		remove: (boardId, photoId) => Number(drop.run(boardId, photoId).changes) > 0
	};
}
