import type { DatabaseSync } from 'node:sqlite';
import { damageOf, isComplete, sha256, type StoredSnapshot } from './snapshot-check.ts';
import type { Synchronous } from './sqlite-calls.ts';
import { createPastKeeper, createPointWriter, historyTables } from './sqlite-history.ts';
import { openBlob, type BoardLog, type LogRow, type NewRow, type Refusal } from './storage.ts';

interface BoardRecord {
	epoch: number;
	lastSeq: number;
	deletedAt: number | null;
}

interface UpdateRecord {
	seq: number;
	participantId: string | null;
	clientIds: string;
	bytes: Uint8Array;
	at: number;
}

/** The board log on an open database; the caller provides the transaction. */
export function createSqliteLog(database: DatabaseSync): Synchronous<BoardLog> {
	const selectBoard = database.prepare(
		'SELECT epoch, last_seq AS lastSeq, deleted_at AS deletedAt FROM board WHERE id = ?'
	);
	const setLastSeq = database.prepare('UPDATE board SET last_seq = ? WHERE id = ?');
	const insertRow = database.prepare(
		`INSERT INTO board_update (board_id, epoch, seq, participant_id, client_ids, bytes, at)
		VALUES (?, ?, ?, ?, ?, ?, ?)`
	);
	const selectRows = database.prepare(
		`SELECT seq, participant_id AS participantId, client_ids AS clientIds, bytes, at
		FROM board_update WHERE board_id = ? AND epoch = ? AND seq > ? ORDER BY seq`
	);
	const selectOwner = database.prepare(
		`SELECT participant_id AS participantId FROM client_owner
		WHERE board_id = ? AND epoch = ? AND client_id = ?`
	);
	const insertOwner = database.prepare('INSERT INTO client_owner VALUES (?, ?, ?, ?)');
	const selectOwners = database.prepare(
		`SELECT client_id AS clientId, participant_id AS participantId FROM client_owner
		WHERE board_id = ? AND epoch = ?`
	);
	const insertSnapshot = database.prepare('INSERT INTO board_snapshot VALUES (?, ?, ?, ?, ?)');
	const selectSnapshots = database.prepare(
		`SELECT seq, sha256, bytes FROM board_snapshot
		WHERE board_id = ? AND epoch = ? ORDER BY seq DESC`
	);
	const deleteSnapshot = database.prepare(
		'DELETE FROM board_snapshot WHERE board_id = ? AND epoch = ? AND seq = ?'
	);
	const selectLastSeqs = database.prepare(
		`SELECT id, epoch, last_seq AS lastSeq FROM board
		WHERE deleted_at IS NULL AND id IN (SELECT value FROM json_each(?))`
	);
	const nextEpoch = database.prepare(
		'UPDATE board SET epoch = epoch + 1, last_seq = 0 WHERE id = ?'
	);
	const markDeleted = database.prepare(
		'UPDATE board SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL'
	);
	const past = createPastKeeper(database);
	const addPoint = createPointWriter(database);
	const logTables = ['board_update', 'board_snapshot', 'client_owner', ...historyTables];
	const deleteOlder = logTables.map((table) =>
		database.prepare(`DELETE FROM ${table} WHERE board_id = ? AND epoch < ?`)
	);
	// What lists and searches remember of a board is its content too.
	const forget = [
		'board_summary',
		'board_disease',
		'library_card',
		'cause_group_member',
		'photo',
		'facilitation',
		'rehearsal_board',
		'rehearsal_photo'
	].map((table) => database.prepare(`DELETE FROM ${table} WHERE board_id = ?`));

	function liveBoard(
		boardId: string,
		epoch: number
	): (BoardRecord & { ok: true }) | Refusal<'no-board' | 'deleted' | 'stale-epoch'> {
		const board = selectBoard.get(boardId) as BoardRecord | undefined;
		if (board === undefined) return { ok: false, reason: 'no-board' };
		if (board.deletedAt !== null) return { ok: false, reason: 'deleted' };
		if (board.epoch !== epoch) return { ok: false, reason: 'stale-epoch' };
		return { ...board, ok: true };
	}

	function rowsAfter(boardId: string, epoch: number, seq: number): LogRow[] {
		const records = selectRows.all(boardId, epoch, seq) as unknown as UpdateRecord[];
		return records.map((row) => ({ ...row, clientIds: JSON.parse(row.clientIds) as number[] }));
	}

	function snapshotsOf(boardId: string, epoch: number): StoredSnapshot[] {
		return selectSnapshots.all(boardId, epoch) as unknown as StoredSnapshot[];
	}

	function bindClients(row: NewRow, bound: Map<string, string>): boolean {
		if (row.participantId === null) return true;
		for (const clientId of row.clientIds) {
			const key = `${clientId} ${row.boardId}`;
			let owner = bound.get(key);
			if (owner === undefined) {
				const record = selectOwner.get(row.boardId, row.epoch, clientId);
				owner = record === undefined ? undefined : String(record['participantId']);
			}
			if (owner === undefined) bound.set(key, row.participantId);
			else if (owner !== row.participantId) return false;
		}
		return true;
	}

	return {
		append(rows) {
			// Everything is judged before anything is written, so a refusal leaves nothing to undo.
			const lastSeqs = new Map<string, number>();
			const bound = new Map<string, string>();
			for (const row of rows) {
				const { boardId } = row;
				const board = liveBoard(boardId, row.epoch);
				if (!board.ok) return { ...board, boardId };
				if (openBlob(row.bytes) === null) return { ok: false, reason: 'unknown-format', boardId };
				if (!bindClients(row, bound)) return { ok: false, reason: 'client-bound', boardId };
				lastSeqs.set(boardId, board.lastSeq);
			}
			const seqs = rows.map((row) => {
				const seq = (lastSeqs.get(row.boardId) ?? 0) + 1;
				lastSeqs.set(row.boardId, seq);
				const clientIds = JSON.stringify(row.clientIds);
				insertRow.run(row.boardId, row.epoch, seq, row.participantId, clientIds, row.bytes, row.at);
				if (row.point) addPoint(row.boardId, row.epoch, seq - 1, row.point);
				for (const clientId of row.clientIds) {
					const participantId = bound.get(`${clientId} ${row.boardId}`);
					if (participantId === undefined) continue;
					insertOwner.run(row.boardId, row.epoch, clientId, participantId);
					bound.delete(`${clientId} ${row.boardId}`);
				}
				return seq;
			});
			for (const [boardId, seq] of lastSeqs) setLastSeq.run(seq, boardId);
			return { ok: true, seqs };
		},

		load(boardId) {
			const board = selectBoard.get(boardId) as BoardRecord | undefined;
			if (board === undefined) return null;
			const { epoch, lastSeq } = board;
			const owners = selectOwners.all(boardId, epoch) as unknown as {
				clientId: number;
				participantId: string;
			}[];
			const base = {
				ok: true,
				epoch,
				lastSeq,
				clientOwners: new Map(owners.map((owner) => [owner.clientId, owner.participantId]))
			} as const;
			if (board.deletedAt !== null) {
				return { ...base, state: 'deleted', snapshotSeq: 0, rows: [], fellBack: false };
			}

			const snapshots = snapshotsOf(boardId, epoch);
			const chosen = snapshots.find((each) => damageOf(each) === null);
			const newest = snapshots[0];
			const damage = newest === undefined ? null : damageOf(newest);
			const snapshotSeq = chosen?.seq ?? 0;
			const rows = rowsAfter(boardId, epoch, snapshotSeq);
			if (!isComplete(rows, snapshotSeq, lastSeq)) {
				return { ok: false, reason: damage ?? 'missing-rows' };
			}
			// Rows alone make a board only when it began without a snapshot.
			if (chosen === undefined && damage !== null) return { ok: false, reason: damage };
			if (rows.some((row) => openBlob(row.bytes) === null)) {
				return { ok: false, reason: 'row-format' };
			}
			const loaded = {
				...base,
				state: 'live',
				snapshotSeq,
				rows,
				fellBack: damage !== null
			} as const;
			return chosen === undefined ? loaded : { ...loaded, snapshot: chosen.bytes };
		},

		readSince(boardId, epoch, seq) {
			const board = liveBoard(boardId, epoch);
			if (!board.ok) return board;
			const rows = rowsAfter(boardId, epoch, seq);
			if (!isComplete(rows, seq, Math.max(seq, board.lastSeq))) {
				return { ok: false, reason: 'compacted' };
			}
			if (rows.some((row) => openBlob(row.bytes) === null)) {
				return { ok: false, reason: 'row-format' };
			}
			return { ok: true, rows, lastSeq: board.lastSeq };
		},

		lastSeqs(boardIds) {
			const found = selectLastSeqs.all(JSON.stringify(boardIds)) as unknown as {
				id: string;
				epoch: number;
				lastSeq: number;
			}[];
			return new Map(found.map(({ id, epoch, lastSeq }) => [id, { epoch, lastSeq }]));
		},

		compact(boardId, epoch, uptoSeq, blob) {
			const board = liveBoard(boardId, epoch);
			if (!board.ok) return board;
			if (openBlob(blob) === null) return { ok: false, reason: 'unknown-format' };
			if (uptoSeq > board.lastSeq) return { ok: false, reason: 'beyond-log' };

			const snapshots = snapshotsOf(boardId, epoch);
			// Only a sound snapshot may be what we fall back to, and only then may its rows go.
			const previous = snapshots.find((each) => damageOf(each) === null);
			if (previous !== undefined && previous.seq >= uptoSeq) {
				return { ok: false, reason: 'nothing-new' };
			}
			for (const each of snapshots) {
				if (each === previous) continue;
				if (damageOf(each) === null) past.keepSnapshot(boardId, epoch, each);
				deleteSnapshot.run(boardId, epoch, each.seq);
			}
			insertSnapshot.run(boardId, epoch, uptoSeq, sha256(blob), blob);
			if (previous === undefined) return { ok: true, deletedRows: 0 };
			return { ok: true, deletedRows: past.moveRows(boardId, epoch, previous.seq) };
		},

		replaceEpoch(boardId, epoch, blob) {
			const board = liveBoard(boardId, epoch);
			if (!board.ok) return board;
			if (openBlob(blob) === null) return { ok: false, reason: 'unknown-format' };
			nextEpoch.run(boardId);
			insertSnapshot.run(boardId, epoch + 1, 0, sha256(blob), blob);
			for (const statement of deleteOlder) statement.run(boardId, epoch);
			return { ok: true, epoch: epoch + 1 };
		},

		delete(boardId, at) {
			const { changes } = markDeleted.run(at, boardId);
			if (Number(changes) === 0) return false;
			for (const statement of deleteOlder) statement.run(boardId, Number.MAX_SAFE_INTEGER);
			for (const statement of forget) statement.run(boardId);
			return true;
		}
	};
}
