import type { DatabaseSync } from 'node:sqlite';
import { sealBlob } from './storage.ts';
import type { LoadedBoard, NewRow, NewWorkshop, Participant, Storage } from './storage.ts';

const at = Date.UTC(2026, 10, 22);

/** A blob with a text in it where Yjs bytes would be: no engine looks inside. */
export function snapshot(text: string): Uint8Array {
	return sealBlob(2, new TextEncoder().encode(text));
}

/** A row by one participant with one client id, unless told otherwise. */
export function row(
	boardId: string,
	epoch: number,
	text: string,
	by: Pick<NewRow, 'participantId' | 'clientIds'> = { participantId: 'p', clientIds: [1] }
): NewRow {
	return { boardId, epoch, ...by, bytes: sealBlob(1, new TextEncoder().encode(text)), at };
}

/** An open workshop with a table per board id, its codes counted up from `firstCode`. */
export function newWorkshop(
	id: string,
	boardIds: readonly string[],
	firstCode = 100_001
): NewWorkshop {
	return {
		key: `key of ${id}`,
		workshop: {
			id,
			name: '在宅医療・介護連携 研修会',
			pack: 'home-care',
			scene: 'end-of-life',
			municipality: 'I市',
			heldOn: '2026-11-22',
			start: 'blank',
			state: 'open',
			joinCode: String(firstCode),
			facilitatorCode: String(firstCode + 1),
			viewerCode: String(firstCode + 2),
			tables: boardIds.length,
			createdAt: at,
			closedAt: null
		},
		boards: boardIds.map((boardId, index) => ({
			id: boardId,
			workshopId: id,
			table: index + 1,
			title: `${index + 1}卓`,
			scene: 'end-of-life',
			createdAt: at,
			snapshot: snapshot(boardId)
		}))
	};
}

/** A nurse in a workshop who has not chosen a table yet. */
export function newParticipant(id: string, workshopId: string | null): Participant {
	return {
		id,
		workshopId,
		boardId: null,
		role: 'participant',
		profession: 'nurse',
		createdAt: at,
		lastSeenAt: at,
		revokedAt: null
	};
}

/** An engine on trial, and a way to what lies beneath it. */
export interface StorageUnderTest {
	readonly storage: Storage;
	/** Changes what is stored behind the engine's back. */
	damage(sql: string): void;
	/** How many rows a table has. */
	count(table: string): number;
}

/** Makes the board `b` with so many rows, each appended on its own, and returns its id. */
export async function makeBoard(storage: Storage, rows: number): Promise<string> {
	await storage.catalogue.createWorkshop(newWorkshop('w', ['b']));
	for (let n = 1; n <= rows; n++) await storage.log.append([row('b', 1, `row ${n}`)]);
	return 'b';
}

/** A board that must load. */
export async function loadBoard(storage: Storage, boardId: string): Promise<LoadedBoard> {
	const board = await storage.log.load(boardId);
	if (board === null || !board.ok) throw new Error(`not loaded: ${board?.reason}`);
	return board;
}

/** What a loaded board holds, snapshot first. */
export function contentOf(board: LoadedBoard): string[] {
	const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes.subarray(1));
	const merged = board.snapshotSeq === 0 ? [] : text(board.snapshot ?? new Uint8Array()).split(',');
	return [...merged, ...board.rows.map((each) => text(each.bytes))];
}

/** How many rows a table has, told by an open database. */
export function countRows(database: DatabaseSync, table: string): number {
	return Number(database.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.['count']);
}
