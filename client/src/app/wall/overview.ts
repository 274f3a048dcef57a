import type { Plenary } from '@renkei/shared/facilitation/plenary.ts';
import type { Timer } from '@renkei/shared/facilitation/timer.ts';
import type { Localised } from '@renkei/shared/method/localised.ts';
import type { TableLook } from './table-look.ts';
import { isAllReady } from './table-look.ts';

/** Where the tables are, all together: the part that runs at all of them, or the step most of them work on. */
export interface Overview {
	readonly phaseTitle: string | null;
	readonly step: { readonly number: number; readonly label: Localised } | null;
	/** How many tables have done what is asked of all. */
	readonly arrived: number;
}

/** Sums the tables up; with no tables there is no step. */
export function overviewOf(tables: readonly TableLook[]): Overview {
	const title = tables[0]?.led.phases.running?.phase.title;
	const isSame = tables.every(({ led }) => led.phases.running?.phase.title === title);
	if (title !== undefined && isSame)
		return { phaseTitle: title, step: null, arrived: tables.filter(isAllReady).length };
	const step = commonStep(tables);
	return {
		phaseTitle: null,
		step: step && { number: step.stepNumber, label: step.stepLabel },
		arrived: step ? tables.filter((table) => hasDone(table, step.stepNumber)).length : 0
	};
}

/** A table at the step most are at; the earlier one where several have as many. */
export function commonStep(tables: readonly TableLook[]): TableLook | null {
	const countAt = (number: number): number =>
		tables.filter(({ stepNumber }) => stepNumber === number).length;
	return tables.reduce<TableLook | null>((best, table) => {
		if (best === null) return table;
		const more = countAt(table.stepNumber) - countAt(best.stepNumber);
		return more > 0 || (more === 0 && table.stepNumber < best.stepNumber) ? table : best;
	}, null);
}

function hasDone({ stepNumber, progress }: TableLook, number: number): boolean {
	return stepNumber > number || progress[number - 1] === 'done';
}

/** The order of speaking that runs; the same is told to every table. */
export function runningPlenary(tables: readonly TableLook[]): Plenary {
	return tables.find(({ led }) => led.plenary?.turn)?.led.plenary ?? null;
}

/** The tables whose hand was not up before, by number. */
export function newHands(
	before: readonly TableLook[],
	after: readonly TableLook[]
): readonly number[] {
	const wasUp = new Set(
		before.filter(({ handSince }) => handSince !== null).map(({ boardId }) => boardId)
	);
	return after
		.filter(({ boardId, handSince }) => handSince !== null && !wasUp.has(boardId))
		.map(({ table }) => table);
}

/** A timer with a time on it. */
type SetTimer = Exclude<Timer, { readonly status: 'idle' }>;

/** One press starts the clocks of all tables one after the other. */
const sameWithinMs = 2000;

/** The clock of the tables: the one they share, `'differ'` when each has its own, null without any. */
export function commonTimer(tables: readonly TableLook[]): SetTimer | 'differ' | null {
	const timers = tables.flatMap(({ led }) => (led.timer.status === 'idle' ? [] : [led.timer]));
	const first = timers[0];
	if (first === undefined) return null;
	return timers.every((timer) => isSame(timer, first)) ? first : 'differ';
}

function isSame(a: SetTimer, b: SetTimer): boolean {
	return a.status === b.status && Math.abs(endOf(a) - endOf(b)) <= sameWithinMs;
}

function endOf(timer: SetTimer): number {
	return timer.status === 'paused' ? timer.remainingMs : timer.endsAt;
}
