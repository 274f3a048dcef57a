import type { AidCommands, AidId } from '@renkei/shared/facilitation/index.ts';
import type { Outcome } from './lead-tables.ts';
import { leadTables } from './lead-tables.ts';
import type { TableLook } from './table-look.ts';

/** What asks before it is done; an お知らせ is for all tables, or with a board for that one. */
export type WallDialog =
	| { readonly kind: 'notice'; readonly boardId: string | null }
	| { readonly kind: 'reveal' | 'plenary' | 'move' };

/** Leading tables from the wall: one press after the other, and what became of the last. */
export class WallLead {
	readonly workshopId: string;
	outcome = $state.raw<Outcome | null>(null);
	dialog = $state.raw<WallDialog | null>(null);
	readonly #told: () => void;
	#isAsking = false;

	/** `told` is called after every press, so that what it changed is seen at once. */
	constructor(workshopId: string, told: () => void) {
		this.workshopId = workshopId;
		this.#told = told;
	}

	/** Does something unless something else is under way. */
	readonly do = async (work: () => Promise<Outcome>): Promise<void> => {
		// A second press before the answer would be a second command at every table.
		if (this.#isAsking) return;
		this.#isAsking = true;
		this.outcome = await work().finally(() => (this.#isAsking = false));
		this.#told();
	};

	/** Gives one command at these tables. */
	give<Id extends AidId>(
		tables: readonly TableLook[],
		order: { readonly aid: Id; readonly command: AidCommands[Id] }
	): Promise<void> {
		return this.do(() => leadTables(this.workshopId, tables, order));
	}
}
