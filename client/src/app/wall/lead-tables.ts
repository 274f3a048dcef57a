import type { LeadRefusal } from '@renkei/shared/facilitation/aid.ts';
import type { AidCommands, AidId } from '@renkei/shared/facilitation/index.ts';
import { wallRoutes } from '@renkei/shared/protocol/wall-api.ts';
import { ask } from '../ask.ts';
import type { TableLook } from './table-look.ts';

/** What became of a command at each table it was for. */
export interface Outcome {
	/** The numbers of the tables where it was done. */
	readonly done: readonly number[];
	readonly refused: readonly { readonly table: number; readonly reason: LeadRefusal }[];
	/** Why the server did nothing at all, as a sentence; empty when it did. */
	readonly failure: string;
}

/** Does something from the wall, one after the other, and says what became of it. */
export type LeadFromWall = (work: () => Promise<Outcome>) => Promise<void>;

const nothing: Outcome = { done: [], refused: [], failure: '' };

/** Gives one command at these tables. */
export async function leadTables<Id extends AidId>(
	workshopId: string,
	tables: readonly TableLook[],
	{ aid, command }: { readonly aid: Id; readonly command: AidCommands[Id] }
): Promise<Outcome> {
	if (tables.length === 0) return nothing;
	const answer = await ask(wallRoutes.leadTables, {
		params: { workshopId },
		body: { boards: tables.map(({ boardId }) => boardId), aid, command }
	});
	if (!answer.ok) return { ...nothing, failure: answer.refusal.sentence };
	const { tables: told } = answer.value;
	return {
		...nothing,
		done: told.filter(({ refused }) => refused === null).map(({ table }) => table),
		refused: told.flatMap(({ table, refused: reason }) =>
			reason === null ? [] : [{ table, reason }]
		)
	};
}

/** Several outcomes as one. */
export function together(outcomes: readonly Outcome[]): Outcome {
	return {
		done: outcomes.flatMap(({ done }) => done).sort((a, b) => a - b),
		refused: outcomes.flatMap(({ refused }) => refused).sort((a, b) => a.table - b.table),
		failure: outcomes.find(({ failure }) => failure !== '')?.failure ?? ''
	};
}
