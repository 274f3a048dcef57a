import * as z from 'zod/mini';
import type { Board } from '@renkei/shared/method/board.ts';
import { compareByOrder } from '@renkei/shared/method/card.ts';
import { defaultPackId } from '@renkei/shared/method/board.ts';
import type { Method } from '@renkei/shared/method/packs/method.ts';
import { sceneLabel } from '@renkei/shared/method/packs/method.ts';
import { sceneSchema } from '@renkei/shared/method/scenes.ts';
import { mayLead } from '@renkei/shared/protocol/roles.ts';
import { exportFormats } from '@renkei/shared/exports/index.ts';
import type { ExportFormatId } from '@renkei/shared/method/export-ids.ts';
import { answer, refuse } from './api.ts';
import type { Handlers } from './api.ts';
import type { Services } from './services.ts';

/** Opening a board, reading it as data, and taking it home. */
export function boardRoutes(
	services: Services
): Pick<Handlers, 'openBoard' | 'readBoard' | 'exportBoard'> {
	const { storage, readBoardNow, packs, now } = services;
	const { catalogue } = storage;
	let turns: Promise<void> = Promise.resolve();
	/** A whole board takes a tenth of a second to shape: of many asked for at once, edits come between every two. */
	const nextTurn = (): Promise<void> => {
		turns = turns.then(async () => await new Promise((resolve) => setImmediate(resolve)));
		return turns;
	};

	return {
		openBoard: async ({ params, person }) => {
			const board = await catalogue.getBoard(params.boardId);
			const workshop = board && (await catalogue.getWorkshop(board.workshopId));
			if (!board || !workshop) return refuse('notFound');
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
				joinCode: mayLead(person.role) ? workshop.joinCode : null
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
		},

		exportBoard: async ({ params, query, person }) => {
			const entry = await catalogue.getBoard(params.boardId);
			const board = await readBoardNow(params.boardId);
			if (!entry) return refuse('notFound');
			// The catalogue has it and the log cannot give it: the disk is damaged.
			if (!board) return refuse('internal');
			const { format } = params;
			const { bytes, missingCharacters } = await services.files.write({
				format,
				board,
				sheet: query.sheet,
				paper: query.paper,
				date: dayOf(now()),
				pack: board.meta.pack === defaultPackId ? null : packs.find(board.meta.pack)
			});
			await catalogue.addAudit({
				at: now(),
				role: person.role,
				participantId: person.participantId,
				workshopId: entry.workshopId,
				boardId: entry.id,
				what: `board-exported-${format}`
			});
			const name = fileName(
				board,
				packs.methodOf(board.meta.pack),
				entry.title,
				format,
				query.paper
			);
			return answer({ bytes, mediaType: exportFormats[format].mediaType, name, missingCharacters });
		}
	};
}

/** 演習シート_看取り研修 1卓_看取り_A3.pdf: what it is, whose, and on which paper. */
function fileName(
	board: Board,
	method: Method,
	title: string,
	format: ExportFormatId,
	paper: string
): string {
	const scene = z.catch(z.nullable(sceneSchema), null).parse(board.meta.scene);
	const parts = [
		format === 'json' ? 'ボード' : '演習シート',
		title,
		scene === null ? '' : sceneLabel(method, scene).ja,
		format === 'pdf' ? paper : ''
	];
	const name = parts
		// Windows forbids these in file names.
		.map((part) => part.replace(/[\\/:*?"<>|\u0000-\u001f]/g, ' ').trim())
		.filter((part) => part !== '')
		.join('_');
	return `${Array.from(name).slice(0, 80).join('')}.${exportFormats[format].extension}`;
}

/** The day by the server's own calendar, as `YYYY-MM-DD`. */
function dayOf(now: number): string {
	const at = new Date(now);
	const two = (part: number): string => String(part).padStart(2, '0');
	return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
