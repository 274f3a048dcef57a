import type { Facilitation } from '@renkei/shared/facilitation/index.ts';
import { facilitationAt, readFacilitation } from '@renkei/shared/facilitation/index.ts';
import type { DeskBoard } from './desk.ts';
import { readDeskBoard } from './desk.ts';
import type { Services } from './services.ts';

/** What all desks of one board have in common. */
export interface DeskSource {
	readonly board: DeskBoard;
	readonly led: Facilitation;
}

interface Kept {
	readonly epoch: number;
	readonly seq: number;
	readonly board: Promise<DeskBoard | null>;
	readonly led: { readonly version: number; readonly state: Facilitation };
}

/** More boards than any workshops of one day have. */
const mostKept = 400;

/**
 * Reads boards for their desks. A table's phones ask every few seconds, so what is read stays until somebody writes or
 * leads; it comes from where it is kept, so that no phone keeps a board open.
 */
export function createDeskKeeper({
	storage,
	readBoardNow,
	now
}: Pick<Services, 'storage' | 'readBoardNow' | 'now'>): (
	boardId: string
) => Promise<DeskSource | null> {
	const kept = new Map<string, Kept>();

	async function readBoard(boardId: string): Promise<DeskBoard | null> {
		const board = await readBoardNow(boardId);
		return board && readDeskBoard(board);
	}

	return async (boardId) => {
		const [places, stored] = await Promise.all([
			storage.log.lastSeqs([boardId]),
			storage.facilitation.read(boardId)
		]);
		const place = places.get(boardId);
		if (!place) return null;
		const { epoch, lastSeq } = place;
		const version = stored?.version ?? 0;
		const known = kept.get(boardId);
		const isSameBoard = known?.epoch === epoch && known.seq >= lastSeq;
		const entry: Kept = {
			epoch,
			seq: isSameBoard ? known.seq : lastSeq,
			board: isSameBoard ? known.board : readBoard(boardId),
			led:
				known?.led.version === version && known.epoch === epoch
					? known.led
					: { version, state: readFacilitation(stored && JSON.parse(stored.state)) }
		};
		kept.delete(boardId);
		kept.set(boardId, entry);
		for (const each of kept.keys()) {
			if (kept.size <= mostKept) break;
			kept.delete(each);
		}
		try {
			const board = await entry.board;
			if (board) return { board, led: facilitationAt(entry.led.state, now()) };
		} catch (cause) {
			kept.delete(boardId);
			throw cause;
		}
		// There may be something to read at the next look.
		kept.delete(boardId);
		return null;
	};
}
