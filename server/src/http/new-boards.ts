import { maxTables } from '@renkei/shared/protocol/http-api.ts';
import type { ProblemCode } from '@renkei/shared/protocol/problem.ts';
import { newJoinCodes } from '../auth/join-codes.ts';
import type { BoardEntry, Catalogue, NewBoard, Workshop } from '../storage/storage.ts';

/** With three codes of a million, a few tries find free ones even among thousands of open workshops. */
export const codeTries = 20;

/** Two people can add a board at the same moment; then the later one gets the next table. */
const tableTries = 5;

/** A board that is on disk, or why there is none. */
type Made = { readonly ok: true; readonly board: BoardEntry } | { readonly code: ProblemCode };

/** Adds a board as the next table of a workshop; the same id again gives the board of before. */
export async function addTable(
	catalogue: Catalogue,
	workshop: Workshop,
	make: (table: number) => NewBoard
): Promise<Made> {
	for (let tries = 0; tries < tableTries; tries += 1) {
		const tables = (await catalogue.listBoards(workshop.id)).map(({ table }) => table);
		// Without boards the workshop has been deleted.
		if (tables.length === 0) return { code: 'notFound' };
		const table = Math.max(...tables) + 1;
		if (table > maxTables) return { code: 'tooManyTables' };
		const board = make(table);
		const added = await catalogue.addBoard(board);
		if (added.ok) return added;
		if (added.reason === 'table-taken') continue;
		if (added.reason === 'id-taken') return await boardOfBefore(catalogue, workshop, board.id);
		return { code: added.reason === 'no-workshop' ? 'notFound' : 'internal' };
	}
	return { code: 'internal' };
}

/** Makes a workshop of one table; the same key again gives the one of before. */
export async function makeWorkshop(
	catalogue: Catalogue,
	key: string,
	head: Pick<
		Workshop,
		'id' | 'name' | 'pack' | 'scene' | 'municipality' | 'heldOn' | 'start' | 'state'
	>,
	createdAt: number,
	make: (workshop: Workshop) => NewBoard
): Promise<
	| {
			readonly ok: true;
			readonly created: boolean;
			readonly workshop: Workshop;
			readonly board: BoardEntry | null;
	  }
	| { readonly code: ProblemCode }
> {
	for (let tries = 0; tries < codeTries; tries += 1) {
		const codes = newJoinCodes();
		const workshop: Workshop = { ...head, ...codes, tables: 1, createdAt, closedAt: null };
		const made = await catalogue.createWorkshop({ key, workshop, boards: [make(workshop)] });
		if (made.ok) {
			const { created } = made;
			const board = made.boards.find(({ deletedAt }) => deletedAt === null) ?? null;
			return { ok: true, created, workshop: made.workshop, board };
		}
		if (made.reason !== 'code-taken') return { code: 'internal' };
	}
	return { code: 'internal' };
}

async function boardOfBefore(catalogue: Catalogue, workshop: Workshop, id: string): Promise<Made> {
	const board = await catalogue.getBoard(id);
	const isThisOne = board?.workshopId === workshop.id && board.deletedAt === null;
	return isThisOne ? { ok: true, board } : { code: 'notFound' };
}
