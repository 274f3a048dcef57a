import type { BoardPlace } from '../storage/library.ts';
import type { Services } from './services.ts';
import type { WallDigest } from './wall-digest.ts';
import { digestForWall, nothingKnown } from './wall-digest.ts';

/** What the wall shows of one board as it was at one place of its log. */
export interface KeptDigest {
	readonly digest: WallDigest;
	/** Server time in ms; null when nothing on disk tells it any more. */
	readonly changedAt: number | null;
}

/** Reads boards for the wall, each once for every change of it however many walls look on. */
export type WallKeeper = (
	boards: readonly BoardPlace[]
) => Promise<ReadonlyMap<string, KeptDigest>>;

/** More boards than any workshops of one day have; those looked at longest ago are forgotten first. */
const mostKept = 400;

/** The keeper over a storage and the boards that are open now. */
export function createWallKeeper({
	storage,
	packs,
	readBoardNow
}: Pick<Services, 'storage' | 'packs' | 'readBoardNow'>): WallKeeper {
	const kept = new Map<
		string,
		{ readonly place: BoardPlace; readonly said: Promise<KeptDigest> }
	>();
	let line: Promise<unknown> = Promise.resolve();

	async function read({ boardId, epoch, seq }: BoardPlace): Promise<KeptDigest> {
		const board = await readBoardNow(boardId);
		const last = seq === 0 ? null : await storage.log.readSince(boardId, epoch, seq - 1);
		return {
			digest: board ? digestForWall(board, packs.methodOf(board.meta.pack)) : nothingKnown,
			changedAt: last?.ok === true ? (last.rows.at(-1)?.at ?? null) : null
		};
	}

	function digestAt(place: BoardPlace): Promise<KeptDigest> {
		const known = kept.get(place.boardId);
		kept.delete(place.boardId);
		const isFresh =
			known && known.place.epoch === place.epoch && known.place.seq >= place.seq ? known : null;
		const entry = isFresh ?? { place, said: inTurn(place) };
		kept.set(place.boardId, entry);
		return entry.said;
	}

	/** One board after the other, and between every two of them the edits of all boards have their turn. */
	function inTurn(place: BoardPlace): Promise<KeptDigest> {
		const said = line.then(async () => {
			await new Promise((resolve) => setImmediate(resolve));
			return await read(place);
		});
		line = said.catch(() => {});
		// What could not be read now may be readable at the next look, and must not hide the other tables.
		return said.catch(() => {
			if (kept.get(place.boardId)?.place === place) kept.delete(place.boardId);
			return { digest: nothingKnown, changedAt: null };
		});
	}

	return async (boards) => {
		const found = await Promise.all(
			boards.map(async (place) => [place.boardId, await digestAt(place)] as const)
		);
		for (const boardId of kept.keys()) {
			if (kept.size <= mostKept) break;
			kept.delete(boardId);
		}
		return new Map(found);
	};
}
