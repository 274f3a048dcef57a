import type { DatabaseSync } from 'node:sqlite';
import type { FacilitationStates, StoredFacilitation } from './facilitation.ts';
import type { Synchronous } from './sqlite-calls.ts';

/** The states of leading on an open database; the caller provides the transaction. */
export function createSqliteFacilitation(database: DatabaseSync): Synchronous<FacilitationStates> {
	const select = database.prepare('SELECT version, state FROM facilitation WHERE board_id = ?');
	const selectBoard = database.prepare('SELECT 1 FROM board WHERE id = ? AND deleted_at IS NULL');
	const upsert = database.prepare(
		`INSERT INTO facilitation (board_id, version, state) VALUES (?, ?, ?)
		ON CONFLICT (board_id) DO UPDATE SET version = excluded.version, state = excluded.state`
	);

	const read = (boardId: string) => (select.get(boardId) ?? null) as StoredFacilitation | null;

	return {
		read,

		replace(boardId, version, state) {
			if (selectBoard.get(boardId) === undefined) return { ok: false, reason: 'no-board' };
			if ((read(boardId)?.version ?? 0) !== version) return { ok: false, reason: 'changed' };
			upsert.run(boardId, version + 1, state);
			return { ok: true, version: version + 1 };
		}
	};
}
