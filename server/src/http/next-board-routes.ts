import { newId } from '@renkei/shared/document/new-id.ts';
import { encodeBoard } from '@renkei/shared/document/write-board.ts';
import type { Board } from '@renkei/shared/method/board.ts';
import { nextBoard } from '@renkei/shared/method/next-board.ts';
import type { Take } from '@renkei/shared/method/next-board.ts';
import { mayLead } from '@renkei/shared/method/roles.ts';
import type { BoardEntry, NewBoard, Workshop } from '../storage/storage.ts';
import { sealBlob } from '../storage/storage.ts';
import { answer, refuse } from './api.ts';
import type { Handlers } from './api.ts';
import { caseStart } from './case-start.ts';
import { addTable, makeWorkshop } from './new-boards.ts';
import type { Services } from './services.ts';

/** Going on from an earlier board: 次の回, or the 見直し版 a year later. */
export function nextBoardRoutes(services: Services): Pick<Handlers, 'nextBoard'> {
	const { storage, readBoardNow, now } = services;
	const { catalogue } = storage;

	return {
		nextBoard: async ({ params, body, person }) => {
			if (!mayLead(person.role)) return refuse('forbidden');
			const before = await catalogue.getBoard(params.boardId);
			const workshop = before && (await catalogue.getWorkshop(before.workshopId));
			if (!before || !workshop) return refuse('notFound');
			const isStaff = person.role === 'staff';
			if (body.workshop && !isStaff) return refuse('forbidden');
			// A board in a closed workshop could only be looked at, and among cases it would be lost.
			const isOwnPlace = workshop.state !== 'closed' && workshop.start !== caseStart;
			if (!isOwnPlace && !isStaff) return refuse('workshopClosed');
			const board = await readBoardNow(before.id);
			// The catalogue has it and the log cannot give it: the disk is damaged.
			if (!board) return refuse('internal');
			const wanted = body.workshop ?? (isOwnPlace ? null : { name: workshop.name, heldOn: '' });
			const made = wanted
				? await makeWorkshop(
						catalogue,
						body.key,
						{
							id: newId(),
							name: wanted.name,
							pack: board.meta.pack,
							scene: board.meta.scene ?? workshop.scene,
							municipality: workshop.municipality,
							heldOn: wanted.heldOn,
							start: 'blank',
							state: 'preparing'
						},
						now(),
						(next) => goOn(board, before, body.take, next, 1, newId())
					)
				: await addTable(catalogue, workshop, (table) =>
						goOn(board, before, body.take, workshop, table, body.key)
					);
			if ('code' in made) return refuse(made.code);
			// Made by this key before, and deleted since.
			if (!made.board) return refuse('notFound');
			const { id: boardId, workshopId } = made.board;
			await catalogue.addAudit({
				at: now(),
				role: person.role,
				participantId: person.participantId,
				workshopId,
				boardId,
				what: `board-continued-${body.take}`
			});
			return answer({ boardId, workshopId });
		}
	};

	function goOn(
		board: Board,
		before: BoardEntry,
		take: Take,
		workshop: Workshop,
		table: number,
		id: string
	): NewBoard {
		const isSame = workshop.id === before.workshopId;
		const name = isSame ? before.title : workshop.name;
		const title = take === 'review' ? reviewTitle(name) : name;
		const head = { title, group: isSame ? board.meta.group : '', date: workshop.heldOn };
		return {
			id,
			workshopId: workshop.id,
			table,
			title,
			scene: board.meta.scene ?? workshop.scene,
			createdAt: now(),
			snapshot: sealBlob(1, encodeBoard(nextBoard(board, before.id, take, head)))
		};
	}
}

/** Said once, however often a board is revised. */
function reviewTitle(name: string): string {
	const mark = '見直し版';
	return name.includes(mark) ? name : `${name} ${mark}`.slice(0, 200);
}
