import type { DatabaseSync } from 'node:sqlite';
import type { CardPlace, CauseGroup, Library } from './library.ts';
import type { Synchronous } from './sqlite-calls.ts';

type CauseGroups = Pick<
	Library,
	'listCauseGroups' | 'putCauses' | 'releaseCauses' | 'renameCauseGroup' | 'removeCauseGroup'
>;

/** The part of the library that people make: causes of cases put together by hand. */
export function createSqliteCauseGroups(database: DatabaseSync): Synchronous<CauseGroups> {
	const selectGroups = database.prepare(
		'SELECT id, title, created_at AS createdAt FROM cause_group ORDER BY created_at DESC, id'
	);
	const selectMembers = database.prepare(
		`SELECT group_id AS groupId, board_id AS boardId, card_id AS cardId
		FROM cause_group_member ORDER BY board_id, card_id`
	);
	const selectBoard = database.prepare('SELECT 1 FROM board WHERE id = ? AND deleted_at IS NULL');
	const insertGroup = database.prepare('INSERT OR IGNORE INTO cause_group VALUES (?, ?, ?)');
	const putMember = database.prepare(
		`INSERT INTO cause_group_member VALUES (?, ?, ?)
		ON CONFLICT (board_id, card_id) DO UPDATE SET group_id = excluded.group_id`
	);
	const deleteMember = database.prepare(
		'DELETE FROM cause_group_member WHERE board_id = ? AND card_id = ?'
	);
	const deleteMembers = database.prepare('DELETE FROM cause_group_member WHERE group_id = ?');
	const setTitle = database.prepare('UPDATE cause_group SET title = ? WHERE id = ?');
	const deleteGroup = database.prepare('DELETE FROM cause_group WHERE id = ?');

	return {
		listCauseGroups() {
			const groups = selectGroups.all() as unknown as Omit<CauseGroup, 'members'>[];
			const members = new Map<string, CardPlace[]>(groups.map(({ id }) => [id, []]));
			for (const row of selectMembers.all() as unknown as (CardPlace & { groupId: string })[])
				members.get(row.groupId)?.push({ boardId: row.boardId, cardId: row.cardId });
			return groups.map((group) => ({ ...group, members: members.get(group.id) ?? [] }));
		},

		putCauses({ id, title, createdAt, members }) {
			if (members.some(({ boardId }) => selectBoard.get(boardId) === undefined)) return false;
			insertGroup.run(id, title, createdAt);
			for (const { boardId, cardId } of members) putMember.run(boardId, cardId, id);
			return true;
		},

		releaseCauses(members) {
			for (const { boardId, cardId } of members) deleteMember.run(boardId, cardId);
		},

		renameCauseGroup: (id, title) => Number(setTitle.run(title, id).changes) > 0,

		removeCauseGroup(id) {
			deleteMembers.run(id);
			return Number(deleteGroup.run(id).changes) > 0;
		}
	};
}
