import * as z from 'zod/mini';
import { sceneLabel } from '@renkei/shared/method/packs/method.ts';
import { sceneSchema } from '@renkei/shared/method/scenes.ts';
import type { Workshop as WorkshopAnswer } from '@renkei/shared/protocol/http-api.ts';
import type { Workshop } from '../storage/storage.ts';
import { unreadable } from './board-digest.ts';
import { caseStart } from './case-start.ts';
import type { LibraryKeeper } from './library-keeper.ts';
import type { Retention } from './retention.ts';
import type { Services } from './services.ts';

/** Workshops as staff see them, with what their boards say. */
export interface WorkshopReader {
	/** Null when it was deleted: then it has no boards any more. */
	readonly read: (workshop: Workshop) => Promise<WorkshopAnswer | null>;
	/** The newest first. */
	readonly readAll: () => Promise<WorkshopAnswer[]>;
}

/** Reads workshops from the catalogue and what the keeper knows of their boards. */
export function createWorkshopReader(
	{ storage, packs }: Pick<Services, 'storage' | 'packs'>,
	keeper: Pick<LibraryKeeper, 'readSaid'>,
	retention: Pick<Retention, 'of'>
): WorkshopReader {
	const { catalogue, lives, log } = storage;

	const read = async (workshop: Workshop): Promise<WorkshopAnswer | null> => {
		const boards = await catalogue.listBoards(workshop.id);
		if (boards.length === 0) return null;
		const people = await catalogue.listParticipants(workshop.id);
		const places = await log.lastSeqs(boards.map(({ id }) => id));
		const said = await keeper.readSaid(
			boards.map(({ id }) => {
				const { epoch = 0, lastSeq = 0 } = places.get(id) ?? {};
				return { boardId: id, epoch, seq: lastSeq };
			})
		);
		const { id, name, municipality, heldOn, state, createdAt } = workshop;
		const { joinCode, facilitatorCode, viewerCode } = workshop;
		const scene = z.catch(sceneSchema, 'daily').parse(workshop.scene);
		const life = (await lives.read([workshop.id])).get(workshop.id);
		const kept = await retention.of(workshop, boards, life);
		return {
			id,
			name,
			municipality,
			heldOn,
			state,
			createdAt,
			joinCode,
			facilitatorCode,
			viewerCode,
			pack: workshop.pack,
			scene,
			sceneLabel: sceneLabel(packs.methodOf(workshop.pack), scene),
			peopleCount: people.length,
			isForCases: workshop.start === caseStart,
			isRehearsal: typeof life?.rehearsingSince === 'number',
			...kept,
			boards: boards.map((board) => ({
				id: board.id,
				table: board.table,
				title: board.title,
				...(said.get(board.id) ?? unreadable)
			}))
		};
	};

	return {
		read,
		readAll: async () => {
			const workshops = await Promise.all((await catalogue.listWorkshops()).map(read));
			return workshops.filter((workshop) => workshop !== null);
		}
	};
}
