import { nextPart, usualProgramme } from '@renkei/shared/facilitation/part-kinds.ts';
import type { PartKind } from '@renkei/shared/facilitation/part-kinds.ts';
import type { Phase } from '@renkei/shared/facilitation/phase.ts';
import { stepIds } from '@renkei/shared/method/ids.ts';
import type { StepId } from '@renkei/shared/method/ids.ts';
import { commonStep } from './overview.ts';
import type { TableLook } from './table-look.ts';

/** Names a part of the usual programme. */
export type TitleOf = (kind: PartKind, step: StepId) => string;

/** Where one press on 全卓を次へ leads. */
export interface NextPart {
	readonly part: Phase;
	/** Each with the part as its own programme has it. */
	readonly moving: readonly { readonly table: TableLook; readonly part: Phase }[];
	/** How many are there or further on; they stay. */
	readonly ahead: number;
}

/**
 * The part that comes after the one most tables are at, for every table that is not there yet: whoever has fallen
 * behind is brought along, whoever is ahead is not called back. Null after the last part.
 */
export function nextForAll(tables: readonly TableLook[], titleOf: TitleOf): NextPart | null {
	const here = commonStep(tables.filter(isCommonest(tables)));
	if (!here) return null;
	const programme = programmeOf(here, titleOf);
	const at = placeOf(here, programme);
	const part =
		at === null
			? (programme.find(({ step }) => step === here.step) ?? programme[0])
			: nextPart(programme, programme[at] ?? null);
	if (!part) return null;
	const plans = tables.flatMap((table) => {
		const own = programmeOf(table, titleOf);
		const target = own.findIndex(({ id }) => id === part.id);
		const found = own[target];
		return found ? [{ table, part: found, isAhead: isAhead(table, own, target) }] : [];
	});
	const moving = plans.filter((plan) => !plan.isAhead);
	return {
		part,
		moving: moving.map(({ table, part: own }) => ({ table, part: own })),
		ahead: plans.length - moving.length
	};
}

function programmeOf({ led, kind }: TableLook, titleOf: TitleOf): readonly Phase[] {
	const own = led.phases.programme;
	return own.length > 0 ? own : usualProgramme(kind, titleOf);
}

/** How far in its programme a table is; null where none of it runs. */
function placeOf({ led }: TableLook, programme: readonly Phase[]): number | null {
	const id = led.phases.running?.phase.id;
	const at = programme.findIndex((part) => part.id === id);
	return at === -1 ? null : at;
}

/** Whether a table is at a part already or further on; where none runs, its step tells. */
function isAhead(table: TableLook, programme: readonly Phase[], target: number): boolean {
	const at = placeOf(table, programme);
	if (at !== null) return at >= target;
	const step = programme[target]?.step ?? null;
	return step !== null && table.stepNumber > stepIds.indexOf(step) + 1;
}

/** Whether the part that runs at a table runs at as many as any other. */
function isCommonest(tables: readonly TableLook[]): (table: TableLook) => boolean {
	const idOf = ({ led }: TableLook): string | undefined => led.phases.running?.phase.id;
	const countOf = (table: TableLook): number =>
		tables.filter((other) => idOf(other) === idOf(table)).length;
	const most = Math.max(...tables.map(countOf));
	const first = tables.find((table) => countOf(table) === most);
	return (table) => first !== undefined && idOf(table) === idOf(first);
}
