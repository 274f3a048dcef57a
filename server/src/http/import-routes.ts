import { newId } from '@renkei/shared/document/new-id.ts';
import type { BoardEntry, NewBoard, Workshop } from '../storage/storage.ts';
import { sealBlob } from '../storage/storage.ts';
import type { Handlers } from './api.ts';
import { answer, refuse } from './api.ts';
import type { ReadBoard } from './board-files.ts';
import { addTable, makeWorkshop } from './new-boards.ts';
import type { Services } from './services.ts';
import { readUpload } from './upload.ts';

/** Boards from files of this program: as one more table, or as a workshop of their own. */
export function importRoutes(services: Services): Pick<Handlers, 'importBoard' | 'importWorkshop'> {
	const { storage, now } = services;
	const { catalogue } = storage;
	const note = async ({ id, workshopId }: BoardEntry, participantId: string): Promise<void> =>
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
			const added = await addTable(catalogue, workshop, (table) =>
				newBoard(workshop, read, table, now())
			);
			if ('code' in added) return refuse(added.code);
			await note(added.board, person.participantId);
			return answer({ boardId: added.board.id, workshopId: workshop.id });
		},

		importWorkshop: async ({ request, person }) => {
			const file = await readUpload(request);
			if (typeof file === 'string') return refuse(file);
			const read = await services.files.read(file);
			if ('refusal' in read) return refuse(read.refusal);
			const made = await makeWorkshop(catalogue, newId(), headFor(read), now(), (workshop) =>
				newBoard(workshop, read, 1, now())
			);
			if ('code' in made) return refuse(made.code);
			if (!made.board) return refuse('internal');
			await note(made.board, person.participantId);
			return answer({ boardId: made.board.id, workshopId: made.workshop.id });
		}
	};
}

/** The workshop a lone board file comes into, named as the file says. */
function headFor({ title, pack, scene, municipality, date }: ReadBoard) {
	return {
		id: newId(),
		name: title.trim().slice(0, 120) || '引き継いだボード',
		pack,
		scene: scene ?? 'daily',
		municipality,
		heldOn: date,
		start: 'blank',
		state: 'preparing'
	} as const;
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
