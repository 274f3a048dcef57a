import type { DatabaseSync } from 'node:sqlite';
import type { Synchronous } from './sqlite-calls.ts';
import { createSqliteLog } from './sqlite-log.ts';
import { createSqliteRehearsals } from './sqlite-rehearsals.ts';
import type { Deletion, WorkshopLife, WorkshopLives } from './workshop-life.ts';

/** The lives of workshops on an open database; the caller provides the transaction. */
export function createSqliteWorkshopLives(database: DatabaseSync): Synchronous<WorkshopLives> {
	const selectLives = database.prepare(
		`SELECT workshop_id AS workshopId, kept_until AS keptUntil,
		rehearsing_since AS rehearsingSince FROM workshop_life
		WHERE workshop_id IN (SELECT value FROM json_each(?))`
	);
	const selectName = database.prepare('SELECT name FROM workshop WHERE id = ?');
	const upsertDay = database.prepare(
		`INSERT INTO workshop_life (workshop_id, kept_until) VALUES (?, ?)
		ON CONFLICT (workshop_id) DO UPDATE SET kept_until = excluded.kept_until`
	);
	const selectBoards = database.prepare(
		'SELECT id FROM board WHERE workshop_id = ? AND deleted_at IS NULL'
	);
	const close = database.prepare(
		`UPDATE workshop SET state = 'closed', closed_at = coalesce(closed_at, ?) WHERE id = ?`
	);
	const dropCodes = database.prepare('DELETE FROM workshop_code WHERE workshop_id = ?');
	const dropLife = database.prepare('DELETE FROM workshop_life WHERE workshop_id = ?');
	const dropKeptPeople = database.prepare(
		'DELETE FROM rehearsal_participant WHERE workshop_id = ?'
	);
	const insertDeletion = database.prepare(
		`INSERT INTO deletion (at, workshop_id, name, boards, role, why) VALUES (?, ?, ?, ?, ?, ?)`
	);
	const selectDeletions = database.prepare(
		`SELECT at, workshop_id AS workshopId, name, boards, role, why FROM deletion
		ORDER BY at DESC, id DESC LIMIT ?`
	);
	const log = createSqliteLog(database);

	return {
		...createSqliteRehearsals(database),

		read(workshopIds) {
			const rows = selectLives.all(JSON.stringify(workshopIds)) as unknown as (WorkshopLife & {
				workshopId: string;
			})[];
			return new Map(rows.map(({ workshopId, ...life }) => [workshopId, life]));
		},

		keepUntil(workshopId, day) {
			if (selectName.get(workshopId) === undefined) return false;
			upsertDay.run(workshopId, day);
			return true;
		},

		erase(workshopId, { at, role, why }) {
			const name = selectName.get(workshopId)?.['name'];
			const boards = selectBoards.all(workshopId).map(({ id }) => String(id));
			if (name === undefined || boards.length === 0) return null;
			close.run(at, workshopId);
			dropCodes.run(workshopId);
			for (const boardId of boards) log.delete(boardId, at);
			dropKeptPeople.run(workshopId);
			dropLife.run(workshopId);
			insertDeletion.run(at, workshopId, name, boards.length, role, why);
			return boards;
		},

		listDeletions: (limit) => selectDeletions.all(limit) as unknown as Deletion[]
	};
}
