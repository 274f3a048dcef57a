import type { DatabaseSync } from 'node:sqlite';
import { sha256 } from './snapshot-check.ts';
import type { Synchronous } from './sqlite-calls.ts';
import { openBlob } from './storage.ts';
import type { WorkshopLives } from './workshop-life.ts';

/** What happened to the workshop itself while it was rehearsed stays known; what people did in it does not. */
const lastingNotes = `(what LIKE 'workshop-%' OR what LIKE 'rehearsal-%' OR what = 'codes-rotated')`;

const photoColumns =
	'board_id, id, media_type, width, height, byte_count, added_at, added_by, role, profession';

/** Beginning and ending rehearsals on an open database; the caller provides the transaction. */
export function createSqliteRehearsals(
	database: DatabaseSync
): Pick<Synchronous<WorkshopLives>, 'startRehearsal' | 'endRehearsal'> {
	const selectState = database.prepare(
		`SELECT state, rehearsing_since AS since, audit_before AS auditBefore FROM workshop
		LEFT JOIN workshop_life ON workshop_id = workshop.id WHERE workshop.id = ?`
	);
	const upsertLife = database.prepare(
		`INSERT INTO workshop_life (workshop_id, rehearsing_since, audit_before)
		VALUES (?, ?, (SELECT coalesce(max(id), 0) FROM audit))
		ON CONFLICT (workshop_id) DO UPDATE SET
		rehearsing_since = excluded.rehearsing_since, audit_before = excluded.audit_before`
	);
	const endLife = database.prepare(
		'UPDATE workshop_life SET rehearsing_since = NULL, audit_before = NULL WHERE workshop_id = ?'
	);
	const selectLive = database.prepare(
		`SELECT id, epoch, last_seq AS seq FROM board
		WHERE workshop_id = ? AND deleted_at IS NULL ORDER BY table_number`
	);
	const selectDead = database.prepare(
		'SELECT id FROM board WHERE workshop_id = ? AND deleted_at IS NOT NULL'
	);
	const keepBoard = database.prepare(
		`INSERT INTO rehearsal_board
		SELECT id, workshop_id, title, board.scene,
			(SELECT state FROM facilitation WHERE facilitation.board_id = board.id), ?2
		FROM board WHERE id = ?1`
	);
	const keepPhotos = database.prepare(
		`INSERT INTO rehearsal_photo (${photoColumns}, bytes)
		SELECT ${photoColumns}, (SELECT bytes FROM photo_bytes
			WHERE photo_bytes.board_id = photo.board_id AND photo_bytes.id = photo.id)
		FROM photo WHERE board_id = ? ORDER BY added_at, rowid`
	);
	const keepPeople = database.prepare(
		`INSERT INTO rehearsal_participant
		SELECT id, workshop_id, board_id, role, profession, last_seen_at, revoked_at
		FROM participant WHERE workshop_id = ?`
	);
	const selectKept = database.prepare(
		'SELECT board_id AS id, content, facilitation FROM rehearsal_board WHERE workshop_id = ?'
	);
	const restoreBoard = database.prepare(
		`UPDATE board SET epoch = epoch + 1, last_seq = 0,
			title = (SELECT title FROM rehearsal_board WHERE board_id = board.id),
			scene = (SELECT scene FROM rehearsal_board WHERE board_id = board.id)
		WHERE id = ? RETURNING epoch`
	);
	const insertSnapshot = database.prepare('INSERT INTO board_snapshot VALUES (?, ?, 0, ?, ?)');
	const selectFacilitation = database.prepare(
		'SELECT version FROM facilitation WHERE board_id = ?'
	);
	const insertFacilitation = database.prepare(
		'INSERT INTO facilitation (board_id, version, state) VALUES (?, ?, ?)'
	);
	const restorePhotos = database.prepare(
		`INSERT INTO photo (${photoColumns}) SELECT ${photoColumns} FROM rehearsal_photo
		WHERE board_id = ? ORDER BY rowid`
	);
	const restorePhotoBytes = database.prepare(
		`INSERT INTO photo_bytes (board_id, id, bytes)
		SELECT board_id, id, bytes FROM rehearsal_photo WHERE board_id = ?`
	);
	const restorePeople = database.prepare(
		`UPDATE participant SET board_id = kept.board_id, role = kept.role,
			profession = kept.profession, last_seen_at = kept.last_seen_at, revoked_at = kept.revoked_at
		FROM rehearsal_participant AS kept
		WHERE kept.id = participant.id AND kept.workshop_id = ?`
	);
	const selectGuests = database.prepare(
		`SELECT id FROM participant
		WHERE workshop_id = ? AND id NOT IN (SELECT id FROM rehearsal_participant)`
	);
	const dropNotes = database.prepare(
		`DELETE FROM audit WHERE id > ?2 AND NOT ${lastingNotes} AND (workshop_id = ?1
			OR board_id IN (SELECT id FROM board WHERE workshop_id = ?1))`
	);
	const namelessNotes = database.prepare(
		'UPDATE audit SET participant_id = NULL WHERE participant_id = ?'
	);
	const dropGuest = database.prepare('DELETE FROM participant WHERE id = ?');
	const dropBoard = database.prepare('DELETE FROM board WHERE id = ?');
	const dropTransferTokens = database.prepare(
		`DELETE FROM sign_in_token WHERE hash IN (SELECT json_extract(entry.value, '$.hash')
			FROM setting, json_each(setting.value) AS entry WHERE setting.key = ?)`
	);
	const dropSetting = database.prepare('DELETE FROM setting WHERE key = ?');
	const forgetPeople = database.prepare('DELETE FROM rehearsal_participant WHERE workshop_id = ?');
	const forgetPhotos = database.prepare('DELETE FROM rehearsal_photo WHERE board_id = ?');
	const forgetBoards = database.prepare('DELETE FROM rehearsal_board WHERE workshop_id = ?');

	/** Whatever is kept board by board, also in tables that later versions add: none may be forgotten here. */
	const contentTables = database
		.prepare(
			`SELECT tables.name FROM sqlite_schema AS tables
			JOIN pragma_table_info(tables.name) AS columns ON columns.name = 'board_id'
			WHERE tables.type = 'table' AND tables.name NOT LIKE 'rehearsal%'
			AND tables.name NOT IN ('participant', 'audit', 'cause_group_member')
			ORDER BY tables.name = 'photo'`
		)
		.all()
		.map(({ name }) => database.prepare(`DELETE FROM "${String(name)}" WHERE board_id = ?`));
	const dropCauses = database.prepare('DELETE FROM cause_group_member WHERE board_id = ?');

	const empty = (boardId: string): void => {
		for (const statement of contentTables) statement.run(boardId);
	};

	return {
		startRehearsal(workshopId, at, boards) {
			const workshop = selectState.get(workshopId) as
				{ state: string; since: number | null } | undefined;
			if (workshop === undefined) return { ok: false, reason: 'no-workshop' };
			if (workshop.since !== null) return { ok: false, reason: 'rehearsing' };
			if (workshop.state !== 'preparing') return { ok: false, reason: 'not-preparing' };
			const live = selectLive.all(workshopId) as { id: string; epoch: number; seq: number }[];
			const given = new Map(boards.map((board) => [board.boardId, board]));
			const isAsGiven = ({ id, epoch, seq }: (typeof live)[number]): boolean => {
				const board = given.get(id);
				if (board === undefined || openBlob(board.content) === null) return false;
				return board.epoch === epoch && board.seq === seq;
			};
			if (live.length === 0) return { ok: false, reason: 'no-workshop' };
			if (live.length !== given.size || !live.every(isAsGiven))
				return { ok: false, reason: 'changed' };
			for (const { boardId, content } of boards) {
				keepBoard.run(boardId, content);
				keepPhotos.run(boardId);
			}
			keepPeople.run(workshopId);
			upsertLife.run(workshopId, at);
			return { ok: true };
		},

		endRehearsal(workshopId) {
			const life = selectState.get(workshopId) as
				{ since: number | null; auditBefore: number } | undefined;
			if (life === undefined || life.since === null) return { ok: false, reason: 'not-rehearsing' };
			dropNotes.run(workshopId, life.auditBefore);
			const kept = selectKept.all(workshopId) as {
				id: string;
				content: Uint8Array;
				facilitation: string | null;
			}[];
			for (const { id, content, facilitation } of kept) {
				// Never a version of before: somebody may still hold what was led under it.
				const version = Number(selectFacilitation.get(id)?.['version'] ?? 0) + 1;
				empty(id);
				const { epoch } = restoreBoard.get(id) as { epoch: number };
				insertSnapshot.run(id, epoch, sha256(content), content);
				if (facilitation !== null) insertFacilitation.run(id, version, facilitation);
				restorePhotos.run(id);
				restorePhotoBytes.run(id);
				forgetPhotos.run(id);
			}
			restorePeople.run(workshopId);
			const peopleGone = selectGuests.all(workshopId).map(({ id }) => String(id));
			forgetPeople.run(workshopId);
			for (const id of peopleGone) {
				namelessNotes.run(id);
				dropGuest.run(id);
			}
			const stays = new Set(
				[...kept, ...(selectDead.all(workshopId) as { id: string }[])].map(({ id }) => id)
			);
			const boardsGone = (selectLive.all(workshopId) as { id: string }[])
				.map(({ id }) => id)
				.filter((id) => !stays.has(id));
			for (const id of boardsGone) {
				empty(id);
				dropCauses.run(id);
				dropBoard.run(id);
			}
			const transferCodes = `transfer-codes/${workshopId}`;
			dropTransferTokens.run(transferCodes);
			dropSetting.run(transferCodes);
			forgetBoards.run(workshopId);
			endLife.run(workshopId);
			return { ok: true, boardsGone, peopleGone };
		}
	};
}
