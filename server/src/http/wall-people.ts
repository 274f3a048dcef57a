import type { Profession } from '@renkei/shared/method/professions.ts';
import { professionIds } from '@renkei/shared/method/professions.ts';
import type { WallTable } from '@renkei/shared/protocol/wall-api.ts';
import type { Participant } from '../storage/storage.ts';
import { professionOf } from './attendance-routes.ts';

/** A page that is loaded again is back by then; a table of one PC must not be called lost each time. */
const reloadMs = 5000;

/** What is known of the connections to one board. */
export interface Connected {
	readonly present: ReadonlySet<string>;
	/** When whom was last there. */
	readonly departed: ReadonlyMap<string, number>;
}

/**
 * Who of a table is there now, and since when nobody is. Who only looks on does not count, nor does a facilitator
 * of another table who looks in.
 */
export function peopleAtTable(
	boardId: string,
	people: readonly Participant[],
	{ present, departed }: Connected,
	now: number
): Pick<WallTable, 'people' | 'writerCount' | 'lostSince'> {
	const own = people.filter(
		(person) => person.boardId === boardId && person.revokedAt === null && person.role !== 'viewer'
	);
	const here = own.filter(({ id }) => present.has(id));
	const professions: readonly (Profession | null)[] = [...professionIds, null];
	const leftAt = Math.max(...own.map(({ id }) => departed.get(id) ?? -Infinity));
	const isLost = here.length === 0 && Number.isFinite(leftAt) && now - leftAt >= reloadMs;
	return {
		people: professions.flatMap((profession) => {
			const count = here.filter((person) => professionOf(person) === profession).length;
			return count === 0 ? [] : [{ profession, count }];
		}),
		writerCount: here.filter(({ role }) => role !== 'facilitator').length,
		lostSince: isLost ? leftAt : null
	};
}
