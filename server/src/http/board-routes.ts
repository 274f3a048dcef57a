import { compareByOrder } from '@renkei/shared/method/card.ts';
import { mayLead } from '@renkei/shared/method/roles.ts';
import { answer, refuse } from './api.ts';
import type { Handlers } from './api.ts';
import type { Services } from './services.ts';
import type { Turns } from './turns.ts';

/** Opening a board, and reading it as data. */
export function boardRoutes(
	{ storage, readBoardNow }: Pick<Services, 'storage' | 'readBoardNow'>,
	nextTurn: Turns
): Pick<Handlers, 'openBoard' | 'readBoard'> {
	const { catalogue, lives } = storage;

	return {
		openBoard: async ({ params, person }) => {
			const board = await catalogue.getBoard(params.boardId);
			const workshop = board && (await catalogue.getWorkshop(board.workshopId));
			if (!board || !workshop) return refuse('notFound');
			const life = (await lives.read([workshop.id])).get(workshop.id);
			return answer({
				id: board.id,
				epoch: board.epoch,
				title: board.title,
				role: person.role,
				profession: person.profession,
				participant: person.participantId,
				table: board.table,
				workshopId: workshop.id,
				workshopName: workshop.name,
				state: workshop.state,
				...(typeof life?.rehearsingSince === 'number' ? { isRehearsal: true } : {}),
				joinCode: mayLead(person.role) ? workshop.joinCode : null,
				viewerCode: mayLead(person.role) ? workshop.viewerCode : null
			});
		},

		readBoard: async ({ params }) => {
			await nextTurn();
			const board = await readBoardNow(params.boardId);
			if (!board) return refuse('notFound');
			const entry = await catalogue.getBoard(params.boardId);
			return answer({
				id: params.boardId,
				title: entry?.title ?? board.meta.title,
				meta: { ...board.meta },
				cards: [...board.cards.values()].sort(compareByOrder).map((card) => ({ ...card })),
				links: [...board.links.values()].map((link) => ({ ...link })),
				problems: board.problems.map((problem) => ({ ...problem }))
			});
		}
	};
}
