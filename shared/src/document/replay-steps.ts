import type { CardId } from '../method/card.ts';
import type { Mark } from './board-difference.ts';
import { placeFields } from './board-difference.ts';
import type { RowHead } from './card-story.ts';
import type { RowChanges } from './row-changes.ts';

/** What one person did in one go, with the state after it. */
export interface ReplayStep {
	readonly seq: number;
	readonly at: number;
	readonly writer: string | null;
	readonly cards: readonly { readonly id: CardId; readonly mark: Mark }[];
	readonly links: number;
}

/** Somebody who pauses longer than this takes the next step. */
const longestPauseMs = 4000;

/** Gathers the steps in which a board came about from its rows. */
export class ReplaySteps {
	readonly steps: ReplayStep[] = [];
	readonly #cuts: ReadonlySet<number>;
	#cards = new Map<string, Mark>();
	#links = new Set<string>();

	/** At `cuts`, states with a name, every step ends. */
	constructor(cuts: ReadonlySet<number>) {
		this.#cuts = cuts;
	}

	/** Takes in the next row; one that shows nothing is no step. */
	note({ seq, at, writer }: RowHead, changes: RowChanges): void {
		const marks = marksOf(changes);
		const links = [...changes.created, ...changes.fields].filter(({ root }) => root === 'links');
		if (marks.size === 0 && changes.created.length === 0 && changes.fields.length === 0) return;
		const last = this.steps.at(-1);
		const isGoingOn =
			last?.writer === writer &&
			at - last.at <= longestPauseMs &&
			!this.#cuts.has(last.seq) &&
			!hasCutBetween(this.#cuts, last.seq, seq);
		if (!isGoingOn) {
			this.#cards = new Map();
			this.#links = new Set();
		}
		for (const [card, mark] of marks) this.#cards.set(card, joined(this.#cards.get(card), mark));
		for (const { record } of links) this.#links.add(record);
		const cards = [...this.#cards].map(([id, mark]) => ({ id: id as CardId, mark }));
		const step = { seq, at, writer, cards, links: this.#links.size };
		if (isGoingOn) this.steps[this.steps.length - 1] = step;
		else this.steps.push(step);
	}
}

function marksOf({ created, fields, texts }: RowChanges): ReadonlyMap<string, Mark> {
	const marks = new Map<string, Mark>();
	const add = (card: string, mark: Mark): void =>
		void marks.set(card, joined(marks.get(card), mark));
	for (const { root, record } of created) if (root === 'cards') add(record, 'added');
	for (const { card } of texts) add(card, 'changed');
	for (const { root, record, key, after } of fields) {
		if (root !== 'cards' || key === 'deletedBy') continue;
		if (key === 'deletedAt') add(record, typeof after === 'number' ? 'removed' : 'added');
		else add(record, placeFields.has(key) ? 'moved' : 'changed');
	}
	return marks;
}

/** Coming and going says more than a change, a change more than another place. */
function joined(earlier: Mark | undefined, later: Mark): Mark {
	if (earlier === undefined || later === 'added' || later === 'removed') return later;
	return earlier === 'moved' ? later : earlier;
}

function hasCutBetween(cuts: ReadonlySet<number>, after: number, before: number): boolean {
	for (let seq = after + 1; seq < before; seq += 1) if (cuts.has(seq)) return true;
	return false;
}
