import type { Outcome } from './lead-tables.ts';
import { leadTables, together } from './lead-tables.ts';
import type { NextPart } from './next-part.ts';
import type { TableLook } from './table-look.ts';

const minuteMs = 60_000;

/**
 * Begins the next part at every table that moves, and its time where that is wanted and the part has one. Each table
 * is asked by itself: who is faster there, a facilitator at the table or this press, is settled table by table.
 */
export async function moveAll(
	workshopId: string,
	{ moving }: NextPart,
	withTimer: boolean
): Promise<Outcome> {
	const begun = await Promise.all(
		moving.map(({ table, part }) =>
			leadTables(workshopId, [table], {
				aid: 'phases',
				command: { do: 'begin', phase: part, since: table.led.phases.running?.since ?? null }
			})
		)
	);
	const outcome = together(begun);
	if (!withTimer) return outcome;
	const moved = moving.filter(({ table }) => outcome.done.includes(table.table));
	const timed = moved.filter(({ part }) => part.minutes !== null);
	const running = timed.filter(({ table }) => table.led.timer.status !== 'idle');
	await leadTables(
		workshopId,
		running.map(({ table }) => table),
		{ aid: 'timer', command: { do: 'stop' } }
	);
	const started = await Promise.all(
		alike(timed).map(({ minutes, title, tables }) =>
			leadTables(workshopId, tables, {
				aid: 'timer',
				command: { do: 'start', durationMs: minutes * minuteMs, label: title }
			})
		)
	);
	const { refused, failure } = together(started);
	return {
		done: outcome.done,
		refused: [...outcome.refused, ...refused],
		failure: outcome.failure || failure
	};
}

/** Gives every table a minute more before moving on; where no time runs, a minute begins. */
export async function waitAMinute(workshopId: string, { moving }: NextPart): Promise<Outcome> {
	const tables = moving.map(({ table }) => table);
	const isTimed = ({ led }: TableLook): boolean => led.timer.status !== 'idle';
	return together(
		await Promise.all([
			leadTables(workshopId, tables.filter(isTimed), {
				aid: 'timer',
				command: { do: 'addMinute' }
			}),
			leadTables(
				workshopId,
				tables.filter((table) => !isTimed(table)),
				{ aid: 'timer', command: { do: 'start', durationMs: minuteMs, label: '' } }
			)
		])
	);
}

interface Alike {
	readonly minutes: number;
	readonly title: string;
	readonly tables: TableLook[];
}

/** Tables whose clocks are to say the same, so that they start at the same moment. */
function alike(moved: NextPart['moving']): readonly Alike[] {
	const groups = new Map<string, Alike>();
	for (const { table, part } of moved) {
		const { minutes, title } = part;
		if (minutes === null) continue;
		const key = JSON.stringify([minutes, title]);
		const group = groups.get(key) ?? { minutes, title, tables: [] };
		group.tables.push(table);
		groups.set(key, group);
	}
	return [...groups.values()];
}
