import type { LibraryBoard } from '../storage/library.ts';
import type { BoardPlace } from '../storage/library.ts';
import { digestBoard, digestForm, readSaid, unreadable } from './board-digest.ts';
import type { Said } from './board-digest.ts';
import type { Services } from './services.ts';

/** Keeps what lists and searches know of boards up to date, opening only those that changed. */
export interface LibraryKeeper {
	/** What a list says of these boards now. */
	readonly readSaid: (boards: readonly BoardPlace[]) => Promise<ReadonlyMap<string, Said>>;
	/** Takes in every board that changed since it was last looked at. */
	readonly refreshAll: () => Promise<void>;
	/** Takes in one board that has just come to rest, if it changed. */
	readonly rested: (boardId: string) => Promise<void>;
}

/** The keeper over a storage and the boards that are open now. */
export function createLibraryKeeper({
	storage,
	packs,
	readBoardNow
}: Pick<Services, 'storage' | 'packs' | 'readBoardNow'>): LibraryKeeper {
	const { library, log } = storage;
	const running = new Map<string, { readonly place: BoardPlace; readonly said: Promise<Said> }>();
	let line: Promise<unknown> = Promise.resolve();

	async function digest({ boardId, epoch, seq }: BoardPlace): Promise<Said> {
		// A damaged board must not take the list of all others with it.
		const board = await readBoardNow(boardId).catch(() => null);
		if (!board) return unreadable;
		const { said, kept } = digestBoard(board, packs.methodOf(board.meta.pack).checkWords);
		// The place was read before the board: what is kept knows at least so much.
		const whole: LibraryBoard = { boardId, epoch, seq, ...kept };
		await library.keepBoard(whole);
		return said;
	}

	/** One board after the other, and between every two of them edits have their turn. */
	function refresh(place: BoardPlace): Promise<Said> {
		const under = running.get(place.boardId);
		if (under && under.place.epoch === place.epoch && under.place.seq >= place.seq)
			return under.said;
		const said = line.then(async () => {
			await new Promise((resolve) => setImmediate(resolve));
			return await digest(place);
		});
		const entry = { place, said };
		running.set(place.boardId, entry);
		const forget = (): void => {
			if (running.get(place.boardId) === entry) running.delete(place.boardId);
		};
		line = said.then(forget, forget);
		return said;
	}

	return {
		async readSaid(boards) {
			const kept = await library.readSummaries(boards.map(({ boardId }) => boardId));
			const all = boards.map(async (place): Promise<[string, Said]> => {
				const found = kept.get(place.boardId);
				const isFresh =
					found?.form === digestForm && found.epoch === place.epoch && found.seq >= place.seq;
				const said = isFresh ? readSaid(found.summary) : null;
				return [place.boardId, said ?? (await refresh(place))];
			});
			return new Map(await Promise.all(all));
		},

		async refreshAll() {
			await Promise.all((await library.listStale(digestForm)).map(refresh));
		},

		async rested(boardId) {
			const place = (await log.lastSeqs([boardId])).get(boardId);
			if (!place) return;
			const kept = (await library.readSummaries([boardId])).get(boardId);
			const isFresh =
				kept?.form === digestForm && kept.epoch === place.epoch && kept.seq >= place.lastSeq;
			if (!isFresh) await refresh({ boardId, epoch: place.epoch, seq: place.lastSeq });
		}
	};
}
