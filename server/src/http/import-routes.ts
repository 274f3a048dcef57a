import type {} from '@fastify/multipart';
import { newId } from '@renkei/shared/document/new-id.ts';
import { maxTables } from '@renkei/shared/protocol/http-api.ts';
import type { FastifyRequest } from 'fastify';
import type { NewBoard, Workshop } from '../storage/storage.ts';
import { sealBlob } from '../storage/storage.ts';
import type { Handlers } from './api.ts';
import { answer, refuse } from './api.ts';
import type { ReadBoard } from './board-files.ts';
import { newJoinCodes } from '../auth/join-codes.ts';
import { codeTries } from './workshop-routes.ts';
import type { Services } from './services.ts';

/** Two people can add a board at the same moment; then the later one gets the next table. */
const tableTries = 5;

/** Boards from files of this program: as one more table, or as a workshop of their own. */
export function importRoutes(services: Services): Pick<Handlers, 'importBoard' | 'importWorkshop'> {
	const { storage, now } = services;
	const { catalogue } = storage;
	const note = async ({ id, workshopId }: NewBoard, participantId: string): Promise<void> =>
		await catalogue.addAudit({
			at: now(),
			role: 'staff',
			participantId,
			workshopId,
			boardId: id,
			what: 'board-imported'
		});

	return {
		importBoard: async ({ request, params, person }) => {
			const workshop = await catalogue.getWorkshop(params.workshopId);
			if (!workshop) return refuse('notFound');
			const file = await readUpload(request);
			if (typeof file === 'string') return refuse(file);
			const read = await services.files.read(file);
			if ('refusal' in read) return refuse(read.refusal);
			for (let tries = 0; tries < tableTries; tries += 1) {
				const tables = (await catalogue.listBoards(workshop.id)).map(({ table }) => table);
				// Without boards the workshop has been deleted.
				if (tables.length === 0) return refuse('notFound');
				const table = Math.max(...tables) + 1;
				if (table > maxTables) return refuse('tooManyTables');
				const board = newBoard(workshop, read, table, now());
				const added = await catalogue.addBoard(board);
				if (!added.ok && added.reason === 'table-taken') continue;
				if (!added.ok) return refuse(added.reason === 'no-workshop' ? 'notFound' : 'internal');
				await note(board, person.participantId);
				return answer({ boardId: added.board.id, workshopId: workshop.id });
			}
			return refuse('internal');
		},

		importWorkshop: async ({ request, person }) => {
			const file = await readUpload(request);
			if (typeof file === 'string') return refuse(file);
			const read = await services.files.read(file);
			if ('refusal' in read) return refuse(read.refusal);
			for (let tries = 0; tries < codeTries; tries += 1) {
				const workshop = workshopFor(read, now());
				const board = newBoard(workshop, read, 1, now());
				const made = await catalogue.createWorkshop({ key: newId(), workshop, boards: [board] });
				if (!made.ok && made.reason === 'code-taken') continue;
				if (!made.ok) return refuse('internal');
				await note(board, person.participantId);
				return answer({ boardId: board.id, workshopId: workshop.id });
			}
			return refuse('internal');
		}
	};
}

/** The workshop a lone board file comes into, named as the file says. */
function workshopFor({ title, scene, municipality, date }: ReadBoard, createdAt: number): Workshop {
	return {
		id: newId(),
		name: title.trim().slice(0, 120) || '引き継いだボード',
		scene: scene ?? 'daily',
		municipality,
		heldOn: date,
		start: 'blank',
		state: 'preparing',
		...newJoinCodes(),
		tables: 1,
		createdAt,
		closedAt: null
	};
}

/** The bytes of the one file of a form, or why there are none; a file that is too large can also throw a 413. */
async function readUpload(
	request: FastifyRequest
): Promise<Uint8Array | 'badRequest' | 'tooLarge'> {
	if (!request.isMultipart()) return 'badRequest';
	try {
		const file = await request.file();
		if (!file) return 'badRequest';
		const bytes = await file.toBuffer();
		// Cut off exactly at the end of a chunk, a file that is too large comes out as one that is not.
		return file.file.truncated ? 'tooLarge' : bytes;
	} catch (cause) {
		if (cause instanceof Error && 'statusCode' in cause) throw cause;
		// The parser says no more of a form without a boundary, or without an end.
		return 'badRequest';
	}
}

function newBoard(
	workshop: Workshop,
	{ title, scene, update }: ReadBoard,
	table: number,
	now: number
): NewBoard {
	return {
		id: newId(),
		workshopId: workshop.id,
		table,
		title: title === '' ? `${workshop.name} ${table}卓` : title,
		scene: scene ?? workshop.scene,
		createdAt: now,
		snapshot: sealBlob(1, update)
	};
}
