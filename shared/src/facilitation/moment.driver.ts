import type { Board } from '../method/board.ts';
import type { Role } from '../method/roles.ts';
import type { Moment } from './aid.ts';
import type { RunningPhase } from './phase.ts';

/** A moment for tests: who asks, when, and what runs; ids and chance are counted, so results repeat. */
export function momentOf(
	now: number,
	parts: {
		readonly role?: Role;
		readonly participantId?: string;
		readonly profession?: Moment['asker']['profession'];
		readonly running?: RunningPhase | null;
		readonly board?: Board;
	} = {}
): Moment {
	const { role = 'facilitator', participantId = role, profession = null, running = null } = parts;
	let count = 0;
	return {
		now,
		asker: { participantId, role, profession },
		running,
		board() {
			if (!parts.board) throw new Error('this moment has no board');
			return parts.board;
		},
		newId: () => `id${++count}`,
		random: () => ((++count * 7919) % 1000) / 1000
	};
}
