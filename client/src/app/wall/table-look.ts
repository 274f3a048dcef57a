import type { ShownFacilitation } from '@renkei/shared/facilitation/index.ts';
import { readShown } from '@renkei/shared/facilitation/index.ts';
import { unrevealedCount } from '@renkei/shared/facilitation/writing-show.ts';
import { boardKinds } from '@renkei/shared/method/board-kinds.ts';
import type { StepId } from '@renkei/shared/method/ids.ts';
import { stepIds } from '@renkei/shared/method/ids.ts';
import type { WallTable } from '@renkei/shared/protocol/wall-api.ts';

/** A table with what is led there, read for this version of the program. */
export interface TableLook extends Omit<WallTable, 'led'> {
	readonly led: ShownFacilitation;
	readonly peopleCount: number;
	/** How many say 書けました in the part that runs. */
	readonly readyCount: number;
	/** Since when the first hand is up, server time in ms; null while none is. */
	readonly handSince: number | null;
	/** How many cards written in silence are not shown yet. */
	readonly unseenCount: number;
	/** Whether みんなに公開 would show or open something. */
	readonly canReveal: boolean;
	/** One for every step of the board, in order. */
	readonly stepBars: readonly ('done' | 'current' | 'begun' | 'empty')[];
	/** 1 for the first step of the method. */
	readonly stepNumber: number;
}

/** Reads a table as the wall shows it. */
export function lookAtTable({ led: told, ...table }: WallTable): TableLook {
	const led = readShown(told, null);
	const { readiness, phases } = led;
	const unseenCount = unrevealedCount(led.writing);
	const steps: readonly StepId[] = boardKinds[table.kind].steps;
	return {
		...table,
		led,
		peopleCount: table.people.reduce((sum, { count }) => sum + count, 0),
		readyCount: readiness.of === (phases.running?.since ?? null) ? readiness.count : 0,
		handSince: led.hands.since,
		unseenCount,
		canReveal: unseenCount > 0 || phases.running?.phase.visibility === 'private',
		stepBars: steps.map((step) => {
			if (step === table.step) return 'current';
			const state = table.progress[stepIds.indexOf(step)];
			return state === 'done' ? 'done' : state === 'partial' ? 'begun' : 'empty';
		}),
		stepNumber: stepIds.indexOf(table.step) + 1
	};
}

/** Whether everybody who writes at the table says 書けました. */
export function isAllReady({ writerCount, readyCount }: TableLook): boolean {
	return writerCount > 0 && readyCount >= writerCount;
}
