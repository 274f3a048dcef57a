import type { DatabaseSync } from 'node:sqlite';
import type { Synchronous } from './sqlite-calls.ts';
import { createSqlitePeople } from './sqlite-people.ts';
import { sha256 } from './snapshot-check.ts';
import {
	codesOf,
	openBlob,
	type BoardEntry,
	type Catalogue,
	type CodeRole,
	type NewBoard,
	type Workshop
} from './storage.ts';

const workshopColumns = `id, name, scene, municipality, held_on AS heldOn, start, state,
	join_code AS joinCode, facilitator_code AS facilitatorCode, viewer_code AS viewerCode,
	tables, created_at AS createdAt, closed_at AS closedAt, pack`;
const boardColumns = `id, workshop_id AS workshopId, table_number AS "table", title, scene, epoch,
	created_at AS createdAt, deleted_at AS deletedAt`;

/** The catalogue on an open database; the caller provides the transaction. */
export function createSqliteCatalogue(database: DatabaseSync): Synchronous<Catalogue> {
	const insertWorkshop = database.prepare(
		'INSERT INTO workshop VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'
	);
	const selectWorkshop = database.prepare(`SELECT ${workshopColumns} FROM workshop WHERE id = ?`);
	const selectByKey = database.prepare(
		`SELECT ${workshopColumns} FROM workshop WHERE creation_key = ?`
	);
	const selectWorkshops = database.prepare(
		`SELECT ${workshopColumns} FROM workshop ORDER BY created_at DESC, rowid DESC`
	);
	const setWorkshop = database.prepare(
		`UPDATE workshop SET name = ?, municipality = ?, held_on = ?, state = ?, join_code = ?,
		facilitator_code = ?, viewer_code = ?, closed_at = ? WHERE id = ?`
	);
	const insertCode = database.prepare('INSERT INTO workshop_code VALUES (?, ?, ?)');
	const deleteCodes = database.prepare('DELETE FROM workshop_code WHERE workshop_id = ?');
	const selectCode = database.prepare(
		'SELECT workshop_id AS workshopId, role FROM workshop_code WHERE code = ?'
	);
	const insertBoard = database.prepare('INSERT INTO board VALUES (?, ?, ?, ?, ?, 1, 0, ?, NULL)');
	const insertSnapshot = database.prepare('INSERT INTO board_snapshot VALUES (?, 1, 0, ?, ?)');
	const selectBoard = database.prepare(`SELECT ${boardColumns} FROM board WHERE id = ?`);
	const selectAllBoards = database.prepare(
		`SELECT ${boardColumns} FROM board WHERE workshop_id = ? ORDER BY table_number, rowid`
	);
	const selectBoards = database.prepare(
		`SELECT ${boardColumns} FROM board
		WHERE workshop_id = ? AND deleted_at IS NULL ORDER BY table_number`
	);
	const selectTable = database.prepare(
		'SELECT 1 FROM board WHERE workshop_id = ? AND table_number = ? AND deleted_at IS NULL'
	);
	const setBoard = database.prepare('UPDATE board SET title = ?, scene = ? WHERE id = ?');

	const getWorkshop = (id: string) => (selectWorkshop.get(id) ?? null) as Workshop | null;
	const getBoard = (id: string) => (selectBoard.get(id) ?? null) as BoardEntry | null;

	function codesAreFree(workshop: Workshop): boolean {
		const codes = codesOf(workshop).map(([code]) => code);
		if (new Set(codes).size < codes.length) return false;
		return codes.every((code) => {
			const holder = selectCode.get(code)?.['workshopId'];
			return holder === undefined || holder === workshop.id;
		});
	}

	function takeCodes(workshop: Workshop): void {
		deleteCodes.run(workshop.id);
		if (workshop.state === 'closed') return;
		for (const [code, role] of codesOf(workshop)) insertCode.run(code, workshop.id, role);
	}

	function createBoard(board: NewBoard): void {
		const { id, workshopId, table, title, scene, createdAt, snapshot } = board;
		insertBoard.run(id, workshopId, table, title, scene, createdAt);
		insertSnapshot.run(id, sha256(snapshot), snapshot);
	}

	return {
		...createSqlitePeople(database),

		createWorkshop({ key, workshop, boards }) {
			const before = selectByKey.get(key) as Workshop | undefined;
			if (before !== undefined) {
				const kept = selectAllBoards.all(before.id) as unknown as BoardEntry[];
				return { ok: true, created: false, workshop: before, boards: kept };
			}
			const ids = new Set(boards.map((board) => board.id));
			const tables = new Set(boards.map((board) => board.table));
			const isKnown = (board: NewBoard) =>
				board.workshopId !== workshop.id || getBoard(board.id) !== null;
			if (
				getWorkshop(workshop.id) !== null ||
				ids.size < boards.length ||
				tables.size < boards.length ||
				boards.some(isKnown)
			) {
				return { ok: false, reason: 'id-taken' };
			}
			if (workshop.state !== 'closed' && !codesAreFree(workshop)) {
				return { ok: false, reason: 'code-taken' };
			}
			if (boards.some((board) => openBlob(board.snapshot) === null)) {
				return { ok: false, reason: 'unknown-format' };
			}
			insertWorkshop.run(
				workshop.id,
				key,
				workshop.name,
				workshop.scene,
				workshop.municipality,
				workshop.heldOn,
				workshop.start,
				workshop.state,
				workshop.joinCode,
				workshop.facilitatorCode,
				workshop.viewerCode,
				workshop.tables,
				workshop.createdAt,
				workshop.closedAt,
				workshop.pack
			);
			takeCodes(workshop);
			for (const board of boards) createBoard(board);
			const entries = selectBoards.all(workshop.id) as unknown as BoardEntry[];
			return { ok: true, created: true, workshop, boards: entries };
		},

		getWorkshop,

		listWorkshops: () => selectWorkshops.all() as unknown as Workshop[],

		findWorkshopByCode(code) {
			const found = selectCode.get(code) as { workshopId: string; role: CodeRole } | undefined;
			if (found === undefined) return null;
			const workshop = getWorkshop(found.workshopId);
			return workshop === null ? null : { workshop, role: found.role };
		},

		updateWorkshop(id, changes) {
			const current = getWorkshop(id);
			if (current === null) return { ok: false, reason: 'no-workshop' };
			const workshop = { ...current, ...changes };
			if (workshop.state !== 'closed' && !codesAreFree(workshop)) {
				return { ok: false, reason: 'code-taken' };
			}
			setWorkshop.run(
				workshop.name,
				workshop.municipality,
				workshop.heldOn,
				workshop.state,
				workshop.joinCode,
				workshop.facilitatorCode,
				workshop.viewerCode,
				workshop.closedAt,
				id
			);
			takeCodes(workshop);
			return { ok: true, workshop };
		},

		addBoard(board) {
			if (getWorkshop(board.workshopId) === null) return { ok: false, reason: 'no-workshop' };
			if (getBoard(board.id) !== null) return { ok: false, reason: 'id-taken' };
			if (selectTable.get(board.workshopId, board.table) !== undefined) {
				return { ok: false, reason: 'table-taken' };
			}
			if (openBlob(board.snapshot) === null) return { ok: false, reason: 'unknown-format' };
			createBoard(board);
			const { snapshot: _, ...entry } = board;
			return { ok: true, board: { ...entry, epoch: 1, deletedAt: null } };
		},

		getBoard,

		listBoards: (workshopId) => selectBoards.all(workshopId) as unknown as BoardEntry[],

		updateBoard(id, changes) {
			const current = getBoard(id);
			if (current === null) return null;
			const board = { ...current, ...changes };
			setBoard.run(board.title, board.scene, id);
			return board;
		}
	};
}
