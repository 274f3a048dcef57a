import type { Facilitation } from '@renkei/shared/facilitation/index.ts';
import {
	facilitationAt,
	readFacilitation,
	showFacilitation
} from '@renkei/shared/facilitation/index.ts';
import type { WallTable } from '@renkei/shared/protocol/wall-api.ts';
import type { Services } from './services.ts';

/** What is led at many boards, as those who lead are told it. */
export type WallLed = (
	boardIds: readonly string[]
) => Promise<ReadonlyMap<string, WallTable['led']>>;

/** As many as there are digests of boards, for the same reason. */
const mostKept = 400;

/** Reads what is led from where it is kept, so that a wall opens no board that nobody sits at. */
export function createWallLed({ storage, now }: Pick<Services, 'storage' | 'now'>): WallLed {
	const kept = new Map<string, { readonly version: number; readonly state: Facilitation }>();

	async function read(boardId: string): Promise<Facilitation> {
		const stored = await storage.facilitation.read(boardId);
		const known = kept.get(boardId);
		kept.delete(boardId);
		const version = stored?.version ?? 0;
		const entry =
			known?.version === version
				? known
				: { version, state: readFacilitation(stored && JSON.parse(stored.state)) };
		kept.set(boardId, entry);
		return entry.state;
	}

	return async (boardIds) => {
		const states = await Promise.all(
			boardIds.map(async (boardId) => [boardId, await read(boardId)] as const)
		);
		for (const boardId of kept.keys()) {
			if (kept.size <= mostKept) break;
			kept.delete(boardId);
		}
		const at = now();
		return new Map(
			states.map(([id, state]) => [id, showFacilitation(facilitationAt(state, at), 'leaders')])
		);
	};
}
