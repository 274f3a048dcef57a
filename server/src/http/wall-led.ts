import type { AidId, Facilitation } from '@renkei/shared/facilitation/index.ts';
import {
	facilitationAt,
	readFacilitation,
	showFacilitation
} from '@renkei/shared/facilitation/index.ts';
import type { WallTable } from '@renkei/shared/protocol/wall-api.ts';
import type { Services } from './services.ts';

/** What is led at many boards, as everybody at each is told it. */
export type WallLed = (
	boardIds: readonly string[]
) => Promise<ReadonlyMap<string, WallTable['led']>>;

/** What the wall draws; how a vote stands is the table's own. */
const drawn: ReadonlySet<string> = new Set<AidId>([
	'timer',
	'phases',
	'readiness',
	'writing',
	'hands',
	'notice',
	'plenary',
	'spotlight'
]);

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
		return new Map(states.map(([id, state]) => [id, shown(facilitationAt(state, at))]));
	};
}

/** As the others are told it: whoever leads a table reads there what was sent to it unseen, and the wall is no such place. */
function shown(state: Facilitation): WallTable['led'] {
	const told = Object.entries(showFacilitation(state, 'others'));
	return Object.fromEntries(told.filter(([aid]) => drawn.has(aid)));
}
