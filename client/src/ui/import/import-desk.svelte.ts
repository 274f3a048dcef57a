import type { ImportNote } from '@renkei/shared/imports/import-notes.ts';
import type { ImportedTable } from '@renkei/shared/imports/imported-table.ts';
import type { ImportPlan, PlannedChange } from '@renkei/shared/imports/planned-change.ts';
import { chosenChanges } from '@renkei/shared/imports/planned-change.ts';
import type { Board } from '@renkei/shared/method/board.ts';
import type { BoardChange } from '@renkei/shared/method/board-changes.ts';
import type { CardType } from '@renkei/shared/method/ids.ts';
import { say } from '../../i18n/message.ts';
import { importText } from '../../i18n/messages/import.ts';
import type { ImportContent, ImportSource, ReadImport } from './read-import.ts';

/** What the desk needs of the rest: readers that may work in a thread of their own, and the board as it is now. */
export interface ImportWorld {
	readonly read: (source: ImportSource) => Promise<ReadImport>;
	readonly plan: (content: ImportContent, board: Board) => Promise<ImportPlan>;
	readonly board: () => Board;
}

/** Where an import stands. */
export type ImportStage = 'choosing' | 'reading' | 'looking';

/** How what was read is shown. */
export type ImportLook = 'compare' | 'rows' | 'opinions';

/** One import from the choice of a source to the changes a person agrees to. Nothing here touches the board. */
export class ImportDesk {
	readonly #world: ImportWorld;
	#stage = $state.raw<ImportStage>('choosing');
	#problem = $state.raw('');
	#source = $state.raw<{ readonly name: string; readonly read: ImportContent } | null>(null);
	#plan = $state.raw<{ readonly plan: ImportPlan; readonly board: Board } | null>(null);
	#choices = $state.raw<ReadonlyMap<string, boolean>>(new Map());
	/** Types that people chose, by the place of the card in the table. */
	#types = $state.raw<ReadonlyMap<number, CardType>>(new Map());
	#typeOfOthers = $state.raw<CardType>('note');
	/** The newest reading and the newest comparison; what an earlier one brings comes too late. */
	#reading = 0;
	#comparing = 0;

	constructor(world: ImportWorld) {
		this.#world = world;
	}

	get stage(): ImportStage {
		return this.#stage;
	}

	/** What went wrong, in a sentence; empty when nothing did. */
	get problem(): string {
		return this.#problem;
	}

	get name(): string {
		return this.#source?.name ?? '';
	}

	/** A file that knows cards of a board is compared with it; of any other each line may become a card. */
	get look(): ImportLook {
		const { table = null, opinions = null } = this.#source?.read ?? {};
		if (!table || (opinions && table.cards.length === 0)) return 'opinions';
		return table.written !== null || table.cards.some(({ id }) => id !== null) ? 'compare' : 'rows';
	}

	/** What the person should know about what was read. */
	get notes(): readonly ImportNote[] {
		const { table = null, opinions = null } = this.#source?.read ?? {};
		return table?.notes ?? opinions?.notes ?? [];
	}

	get table(): ImportedTable | null {
		return this.#source?.read.table ?? null;
	}

	get plan(): ImportPlan | null {
		return this.#plan?.plan ?? null;
	}

	/** The type given to lines that name none. */
	get typeOfOthers(): CardType {
		return this.#typeOfOthers;
	}

	/** Starts from the beginning with another source. */
	startAgain(): void {
		this.#reading += 1;
		this.#comparing += 1;
		this.#stage = 'choosing';
		this.#problem = '';
		this.#source = null;
		this.#plan = null;
	}

	refuse(sentence: string): void {
		this.startAgain();
		this.#problem = sentence;
	}

	/** Reads a file or a pasted text and compares it with the board. */
	async read(source: ImportSource, typeOfOthers: CardType = 'note'): Promise<void> {
		this.startAgain();
		const reading = this.#reading;
		this.#stage = 'reading';
		this.#choices = new Map();
		this.#types = new Map();
		this.#typeOfOthers = typeOfOthers;
		try {
			const read = await this.#world.read(source);
			if (reading !== this.#reading) return;
			if (read.kind === 'refused') return this.refuse(say(read.sentence));
			const { table, opinions } = read.content;
			if (!opinions && table?.cards.length === 0 && !table.isWhole)
				return this.refuse(importText.nothing());
			this.#source = { name: source.name, read: read.content };
			await this.#compare();
			if (reading === this.#reading) this.#stage = 'looking';
		} catch {
			if (reading === this.#reading) this.refuse(importText.notRead());
		}
	}

	/** Compares again, because the board is another one now; what people chose stays chosen. */
	async follow(): Promise<void> {
		if (this.#stage !== 'looking' || this.#plan?.board === this.#world.board()) return;
		await this.#compare().catch(() => this.refuse(importText.notRead()));
	}

	isChosen({ id, isChosen, state }: PlannedChange): boolean {
		return state !== 'same' && (this.#choices.get(id) ?? isChosen);
	}

	/** Chooses changes or leaves them out, with those that need them or are needed by them. */
	choose(changes: readonly PlannedChange[], isChosen: boolean): void {
		const all = this.plan?.changes ?? [];
		const byId = new Map(all.map((change) => [change.id, change]));
		const neededBy = new Map<string, string[]>();
		for (const { id, needs } of all)
			for (const need of needs) neededBy.set(need, [...(neededBy.get(need) ?? []), id]);
		const choices = new Map(this.#choices);
		const seen = new Set<string>();
		const waiting = changes.map(({ id }) => id);
		for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
			if (seen.has(id)) continue;
			seen.add(id);
			choices.set(id, isChosen);
			const next = isChosen ? byId.get(id)?.needs : neededBy.get(id);
			waiting.push(...(next ?? []));
		}
		this.#choices = choices;
	}

	/** Back to what was ticked to begin with: all but conflicts. */
	chooseSuggested(): void {
		this.#choices = new Map();
	}

	get chosen(): readonly PlannedChange[] {
		return (this.plan?.changes ?? []).filter((change) => this.isChosen(change));
	}

	/** What is to be done on the board. */
	get changes(): readonly BoardChange[] {
		if (!this.plan) return [];
		return chosenChanges(this.plan, new Set(this.chosen.map(({ id }) => id)));
	}

	/** The type a line is shown with. */
	typeOf(index: number): CardType {
		return this.#types.get(index) ?? this.table?.cards[index]?.type ?? this.#typeOfOthers;
	}

	async setType(index: number, type: CardType): Promise<void> {
		this.#types = new Map(this.#types).set(index, type);
		await this.#compare();
	}

	async setTypeOfOthers(type: CardType): Promise<void> {
		this.#typeOfOthers = type;
		await this.#compare();
	}

	/** True when the comparison was of the board as it is at this moment. */
	get isCurrent(): boolean {
		return this.#plan !== null && this.#plan.board === this.#world.board();
	}

	async #compare(): Promise<void> {
		const source = this.#source;
		if (!source) return;
		this.#comparing += 1;
		const comparing = this.#comparing;
		const board = this.#world.board();
		const plan = await this.#planWithTypes(source.read, board);
		if (comparing === this.#comparing) this.#plan = { plan, board };
	}

	async #planWithTypes(content: ImportContent, board: Board): Promise<ImportPlan> {
		const { table } = content;
		if (!table) return await this.#world.plan(content, board);
		const typed = table.cards.map((card, index) => ({
			...card,
			type: this.#types.get(index) ?? card.type
		}));
		const plan = await this.#world.plan({ ...content, table: { ...table, cards: typed } }, board);
		if (this.#typeOfOthers === plannedType || typed.every(({ type }) => type !== null)) return plan;
		// A line that is a card of the board already must not become another type by this.
		const known = new Set(
			plan.changes.filter(({ what, before }) => what === 'card' && before).map(({ row }) => row)
		);
		const cards = typed.map((card) => ({
			...card,
			type: card.type ?? (known.has(card.row) ? null : this.#typeOfOthers)
		}));
		return await this.#world.plan({ ...content, table: { ...table, cards } }, board);
	}
}

/** What a line without a type becomes when nobody says otherwise. */
const plannedType: CardType = 'note';
