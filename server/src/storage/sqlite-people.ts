import type { DatabaseSync } from 'node:sqlite';
import type { Synchronous } from './sqlite-calls.ts';
import type { AuditEntry, Catalogue, Participant } from './storage.ts';

type People = Pick<
	Catalogue,
	| 'addParticipant'
	| 'getParticipant'
	| 'listParticipants'
	| 'updateParticipant'
	| 'getSetting'
	| 'setSetting'
	| 'setSettingOnce'
	| 'addSignInToken'
	| 'useSignInToken'
	| 'addAudit'
	| 'listAudit'
>;

const participantColumns = `id, workshop_id AS workshopId, board_id AS boardId, role, profession,
	created_at AS createdAt, last_seen_at AS lastSeenAt, revoked_at AS revokedAt`;

/** The part of the catalogue about who is here and what they did. */
export function createSqlitePeople(database: DatabaseSync): Synchronous<People> {
	const insertParticipant = database.prepare(
		'INSERT INTO participant VALUES (?, ?, ?, ?, ?, ?, ?, ?)'
	);
	const selectParticipant = database.prepare(
		`SELECT ${participantColumns} FROM participant WHERE id = ?`
	);
	const selectParticipants = database.prepare(
		`SELECT ${participantColumns} FROM participant WHERE workshop_id = ?
		ORDER BY created_at, rowid`
	);
	const setParticipant = database.prepare(
		`UPDATE participant SET board_id = ?, role = ?, profession = ?, last_seen_at = ?,
		revoked_at = ? WHERE id = ?`
	);
	const selectWorkshop = database.prepare('SELECT 1 FROM workshop WHERE id = ?');
	const selectBoardOf = database.prepare('SELECT 1 FROM board WHERE id = ? AND workshop_id = ?');
	const selectSetting = database.prepare('SELECT value FROM setting WHERE key = ?');
	const upsertSetting = database.prepare(
		'INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value'
	);
	const insertToken = database.prepare('INSERT OR IGNORE INTO sign_in_token VALUES (?, ?)');
	const deleteToken = database.prepare(
		'DELETE FROM sign_in_token WHERE hash = ? RETURNING expires_at AS expiresAt'
	);
	const deleteExpired = database.prepare('DELETE FROM sign_in_token WHERE expires_at <= ?');
	const insertAudit = database.prepare(
		`INSERT INTO audit (at, role, participant_id, workshop_id, board_id, what, key)
		VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) WHERE key IS NOT NULL DO NOTHING`
	);
	const selectAudit = database.prepare(
		`SELECT at, role, participant_id AS participantId, workshop_id AS workshopId,
		board_id AS boardId, what FROM audit
		WHERE (?1 IS NULL OR workshop_id = ?1) AND substr(what, 1, length(?2)) = ?2
		ORDER BY at DESC, id DESC LIMIT ?3`
	);

	const getParticipant = (id: string) => (selectParticipant.get(id) ?? null) as Participant | null;
	const getSetting = (key: string) =>
		(selectSetting.get(key) as { value: string } | undefined)?.value ?? null;

	/** A board belongs to the workshop one is in; staff are in none, so they hold no board either. */
	function placeExists({ workshopId, boardId }: Participant): boolean {
		if (workshopId !== null && selectWorkshop.get(workshopId) === undefined) return false;
		if (boardId === null) return true;
		return workshopId !== null && selectBoardOf.get(boardId, workshopId) !== undefined;
	}

	return {
		addParticipant(participant) {
			if (getParticipant(participant.id) !== null || !placeExists(participant)) return false;
			insertParticipant.run(
				participant.id,
				participant.workshopId,
				participant.boardId,
				participant.role,
				participant.profession,
				participant.createdAt,
				participant.lastSeenAt,
				participant.revokedAt
			);
			return true;
		},

		getParticipant,

		listParticipants: (workshopId) =>
			selectParticipants.all(workshopId) as unknown as Participant[],

		updateParticipant(id, changes) {
			const current = getParticipant(id);
			if (current === null) return null;
			const participant = { ...current, ...changes };
			if (!placeExists(participant)) return null;
			setParticipant.run(
				participant.boardId,
				participant.role,
				participant.profession,
				participant.lastSeenAt,
				participant.revokedAt,
				id
			);
			return participant;
		},

		getSetting,

		setSetting(key, value) {
			upsertSetting.run(key, value);
		},

		setSettingOnce(key, value) {
			const kept = getSetting(key);
			if (kept !== null) return kept;
			upsertSetting.run(key, value);
			return value;
		},

		addSignInToken({ hash, expiresAt }) {
			insertToken.run(hash, expiresAt);
		},

		useSignInToken(hash, now) {
			const token = deleteToken.get(hash) as { expiresAt: number } | undefined;
			deleteExpired.run(now);
			return token !== undefined && token.expiresAt > now;
		},

		addAudit({ at, role, participantId, workshopId, boardId, what, key = null }) {
			insertAudit.run(at, role, participantId, workshopId, boardId, what, key);
		},

		listAudit: ({ workshopId, whatStarts = '', limit }) =>
			selectAudit.all(workshopId ?? null, whatStarts, limit) as unknown as AuditEntry[]
	};
}
