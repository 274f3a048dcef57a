import type { Board } from '@renkei/shared/method/board.ts';
import { readHeadline, readProgress } from '@renkei/shared/method/progress.ts';
import { sceneSchema } from '@renkei/shared/method/scenes.ts';
import type { BoardSummary, Workshop as WorkshopAnswer } from '@renkei/shared/protocol/http-api.ts';
import type { BoardEntry, Workshop } from '../storage/storage.ts';
import type { Services } from './services.ts';

/** Workshops as staff see them, with what their boards say. */
export interface WorkshopReader {
	/** Null when it was deleted: then it has no boards any more. */
	readonly read: (workshop: Workshop) => Promise<WorkshopAnswer | null>;
	/** The newest first. */
	readonly readAll: () => Promise<WorkshopAnswer[]>;
}

const maxRemembered = 2000;

type Said = Pick<BoardSummary, 'scene' | 'theme' | 'vision' | 'cardCount' | 'progress'>;

/** Reads boards for their summaries again only after they changed. */
export function createWorkshopReader({
	storage,
	readBoardNow
}: Pick<Services, 'storage' | 'readBoardNow'>): WorkshopReader {
	const { catalogue, log } = storage;
	const remembered = new Map<string, { readonly version: string; readonly said: Said }>();

	const said = async (board: BoardEntry, version: string): Promise<Said> => {
		const known = remembered.get(board.id);
		if (known?.version === version) return known.said;
		// A damaged board must not take the list of all others with it.
		const content = await readBoardNow(board.id).catch(() => null);
		const fresh = content ? summarise(content) : unreadable;
		if (!content) return fresh;
		remembered.delete(board.id);
		remembered.set(board.id, { version, said: fresh });
		for (const oldest of remembered.keys()) {
			if (remembered.size <= maxRemembered) break;
			remembered.delete(oldest);
		}
		return fresh;
	};

	const read = async (workshop: Workshop): Promise<WorkshopAnswer | null> => {
		const boards = await catalogue.listBoards(workshop.id);
		if (boards.length === 0) return null;
		const people = await catalogue.listParticipants(workshop.id);
		const versions = await log.lastSeqs(boards.map(({ id }) => id));
		const { id, name, municipality, heldOn, state, createdAt } = workshop;
		const { joinCode, facilitatorCode, viewerCode } = workshop;
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
			scene: sceneSchema.catch('daily').parse(workshop.scene),
			peopleCount: people.length,
			boards: await Promise.all(
				boards.map(async (board) => {
					const { epoch = 0, lastSeq = 0 } = versions.get(board.id) ?? {};
					const { id, table, title } = board;
					return { id, table, title, ...(await said(board, `${epoch}.${lastSeq}`)) };
				})
			)
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

const unreadable: Said = {
	scene: null,
	theme: '',
	vision: '',
	cardCount: 0,
	progress: Array.from({ length: 8 }, () => 'empty' as const)
};

function summarise(board: Board): Said {
	return {
		scene: board.meta.scene,
		...readHeadline(board),
		cardCount: board.cards.size,
		progress: [...readProgress(board)]
	};
}
