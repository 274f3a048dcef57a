import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Histories, PointMark, StoredPoint } from './history.ts';
import type { StoredSnapshot } from './snapshot-check.ts';
import { damageOf } from './snapshot-check.ts';
import type { Synchronous } from './sqlite-calls.ts';

/** A whole state is kept every so many rows, so that none is far from one. */
const rowsBetweenStates = 500;

/** Everything of a board's past that goes when its epoch goes. */
export const historyTables = ['past_update', 'past_snapshot', 'history_point'] as const;

interface BoardRecord {
	readonly epoch: number;
	readonly lastSeq: number;
	readonly createdAt: number;
}

/** Names states on an open database; the caller provides the transaction. */
export function createPointWriter(
	database: DatabaseSync
): (boardId: string, epoch: number, seq: number, mark: PointMark) => void {
	const insert: StatementSync = database.prepare(
		'INSERT INTO history_point VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'
	);
	return (boardId, epoch, seq, { id, at, kind, params, text, isStarred, participantId, role }) => {
		const starred = isStarred ? 1 : 0;
		insert.run(id, boardId, epoch, seq, at, kind, params, text, starred, participantId, role);
	};
}

/** Keeps what compaction takes out of the log; the caller provides the transaction. */
export function createPastKeeper(database: DatabaseSync): {
	/** A sound snapshot that is about to be replaced; kept when it is far enough from the one before. */
	readonly keepSnapshot: (boardId: string, epoch: number, snapshot: StoredSnapshot) => void;
	/** The rows up to this one leave the log; answers how many. */
	readonly moveRows: (boardId: string, epoch: number, uptoSeq: number) => number;
} {
	const insertSnapshot = database.prepare(
		`INSERT INTO past_snapshot SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (
			SELECT 1 FROM past_snapshot WHERE board_id = ?1 AND epoch = ?2 AND seq > ?3 - ${rowsBetweenStates}
		)`
	);
	const copyRows = database.prepare(
		`INSERT INTO past_update
		SELECT board_id, epoch, seq, participant_id, bytes, at FROM board_update
		WHERE board_id = ? AND epoch = ? AND seq <= ?`
	);
	const deleteRows = database.prepare(
		'DELETE FROM board_update WHERE board_id = ? AND epoch = ? AND seq <= ?'
	);
	return {
		keepSnapshot: (boardId, epoch, { seq, sha256, bytes }) =>
			void insertSnapshot.run(boardId, epoch, seq, sha256, bytes),
		moveRows: (boardId, epoch, uptoSeq) => {
			copyRows.run(boardId, epoch, uptoSeq);
			return Number(deleteRows.run(boardId, epoch, uptoSeq).changes);
		}
	};
}

/** The past of boards on an open database; the caller provides the transaction. */
export function createSqliteHistory(database: DatabaseSync): Synchronous<Histories> {
	const selectBoard = database.prepare(
		`SELECT epoch, last_seq AS lastSeq, created_at AS createdAt
		FROM board WHERE id = ? AND deleted_at IS NULL`
	);
	const union = (columns: string, condition: string) =>
		`SELECT ${columns} FROM past_update WHERE board_id = ?1 AND epoch = ?2 AND ${condition}
		UNION ALL
		SELECT ${columns} FROM board_update WHERE board_id = ?1 AND epoch = ?2 AND ${condition}`;
	// What was moved out of the log lies before what is still in it.
	const selectFirstRow = database.prepare(
		`SELECT coalesce(
			(SELECT min(seq) FROM past_update WHERE board_id = ?1 AND epoch = ?2),
			(SELECT min(seq) FROM board_update WHERE board_id = ?1 AND epoch = ?2)
		) AS seq`
	);
	const selectMoments = database.prepare(
		`${union('seq, participant_id AS participantId, at', 'seq > ?3')} ORDER BY seq`
	);
	const selectRows = database.prepare(
		`${union('seq, bytes', 'seq > ?3 AND seq <= ?4')} ORDER BY seq`
	);
	const selectStateSeqs = database.prepare(
		`SELECT seq FROM past_snapshot WHERE board_id = ?1 AND epoch = ?2
		UNION SELECT seq FROM board_snapshot WHERE board_id = ?1 AND epoch = ?2 ORDER BY seq`
	);
	const selectState = database.prepare(
		`SELECT seq, sha256, bytes FROM past_snapshot WHERE board_id = ?1 AND epoch = ?2 AND seq = ?3
		UNION ALL
		SELECT seq, sha256, bytes FROM board_snapshot WHERE board_id = ?1 AND epoch = ?2 AND seq = ?3`
	);
	const selectPoints = database.prepare(
		`SELECT id, seq, at, kind, params, text, is_starred AS isStarred,
			participant_id AS participantId, role
		FROM history_point WHERE board_id = ? AND epoch = ? ORDER BY seq, at, rowid`
	);
	const addMark = createPointWriter(database);

	const liveBoard = (boardId: string) => selectBoard.get(boardId) as BoardRecord | undefined;

	const soundState = (boardId: string, epoch: number, seq: number): StoredSnapshot | undefined =>
		(selectState.all(boardId, epoch, seq) as unknown as StoredSnapshot[]).find(
			(each) => damageOf(each) === null
		);

	/** The states that every later row is there for, the earliest first; 0 also without a blob. */
	const stateSeqs = (boardId: string, { epoch, lastSeq }: BoardRecord): number[] => {
		const found = selectStateSeqs.all(boardId, epoch).map(({ seq }) => Number(seq));
		const firstRow = selectFirstRow.get(boardId, epoch)?.['seq'];
		// Databases of before this table have lost their earliest rows.
		const earliest = firstRow === null ? lastSeq : Number(firstRow) - 1;
		const usable = found.filter((seq) => seq >= earliest);
		return earliest === 0 && usable[0] !== 0 ? [0, ...usable] : usable;
	};

	return {
		readMoments(boardId) {
			const board = liveBoard(boardId);
			const [firstSeq] = board === undefined ? [] : stateSeqs(boardId, board);
			if (board === undefined || firstSeq === undefined) return null;
			const { epoch, lastSeq, createdAt } = board;
			const size = lastSeq - firstSeq;
			const at = new Float64Array(size);
			const writer = new Uint16Array(size);
			const places = new Map<string | null, number>();
			let count = 0;
			for (const row of selectMoments.iterate(boardId, epoch, firstSeq)) {
				if (Number(row['seq']) !== firstSeq + count + 1) return null;
				const participantId = row['participantId'] as string | null;
				let place = places.get(participantId);
				if (place === undefined) places.set(participantId, (place = places.size));
				at[count] = Number(row['at']);
				writer[count] = place;
				count += 1;
			}
			if (count !== size) return null;
			const firstAt = firstSeq === 0 ? createdAt : (at[0] ?? createdAt);
			return { epoch, firstSeq, firstAt, lastSeq, at, writer, participants: [...places.keys()] };
		},

		readState(boardId, seq) {
			const board = liveBoard(boardId);
			if (board === undefined) return null;
			const { epoch, lastSeq } = board;
			const seqs = stateSeqs(boardId, board);
			const before = seqs.filter((each) => each <= seq).reverse();
			for (const each of before.length > 0 ? before : seqs) {
				const sound = soundState(boardId, epoch, each);
				if (sound !== undefined) return { epoch, seq: each, snapshot: sound.bytes, lastSeq };
				const isEmptyStart = selectState.get(boardId, epoch, each) === undefined;
				if (isEmptyStart) return { epoch, seq: each, snapshot: null, lastSeq };
			}
			return null;
		},

		readRows(boardId, epoch, afterSeq, most) {
			const board = liveBoard(boardId);
			if (board?.epoch !== epoch) return null;
			const upto = Math.min(board.lastSeq, afterSeq + most);
			const rows = selectRows.all(boardId, epoch, afterSeq, upto) as unknown as {
				readonly seq: number;
				readonly bytes: Uint8Array;
			}[];
			if (rows.length !== Math.max(0, upto - afterSeq)) return null;
			const lengths = Uint32Array.from(rows, ({ bytes }) => bytes.length);
			const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
			let offset = 0;
			for (const row of rows) {
				bytes.set(row.bytes, offset);
				offset += row.bytes.length;
			}
			return { firstSeq: afterSeq + 1, lengths, bytes };
		},

		addPoint(boardId, seq, mark) {
			const board = liveBoard(boardId);
			if (board === undefined) return false;
			if (seq !== null) {
				const [firstSeq] = stateSeqs(boardId, board);
				if (firstSeq === undefined || seq < firstSeq || seq > board.lastSeq) return false;
			}
			addMark(boardId, board.epoch, seq ?? board.lastSeq, mark);
			return true;
		},

		listPoints(boardId) {
			const board = liveBoard(boardId);
			if (board === undefined) return [];
			const rows = selectPoints.all(boardId, board.epoch) as unknown as (Omit<
				StoredPoint,
				'isStarred'
			> & { readonly isStarred: number })[];
			return rows.map((row) => ({ ...row, isStarred: row.isStarred === 1 }));
		}
	};
}
