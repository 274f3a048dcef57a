import * as Y from 'yjs';
import type { CardId } from '../method/card.ts';
import type { Entry, Roots } from './layout.ts';
import { entryOf, rootsOf, textKey } from './layout.ts';
import type { Author } from './origins.ts';
import type { RawBoard, RecordRoot } from './raw-board.ts';
import { isSameRaw, rawEntryOf, sortedJson } from './raw-board.ts';
import { writeWords } from './restore.ts';
import type { FieldWrite, NewEntry, RowChanges, TextWrite } from './row-changes.ts';

/** A record somebody made that goes, and what it and its lines looked like when that was decided. */
interface Withdrawal {
	readonly root: RecordRoot;
	readonly record: string;
	readonly expected: string;
	/** The live links of a card. */
	readonly links: readonly string[];
}

/** What can be taken back of one person, as plain values: planned beside the board, done on it a moment later. */
export interface RollBackPlan {
	/** `after` is what must still be there; `before` is put in its place. */
	readonly fields: readonly FieldWrite[];
	readonly texts: readonly TextWrite[];
	readonly withdrawals: readonly Withdrawal[];
	/** Cards that stay as they are, wholly or in part, because others went on from there. */
	readonly kept: readonly CardId[];
}

/** What lying in the trash is written with. */
const trashKeys: ReadonlySet<string> = new Set(['deletedAt', 'deletedBy', 'mergedInto']);

interface Run<Write> {
	readonly isTheirs: boolean;
	/** They wrote there since the moment, whoever did last. */
	readonly wasTheirs: boolean;
	/** Of the stretch of this person's writing that is the latest, from before it to now. */
	readonly write: Write;
}

/**
 * Finds what one person can be rolled back by: a field or text is put back only where they wrote last, to what it
 * was before they went on there; a record they made goes only while nobody else wrote in it, linked it or named it.
 */
export class RollBackPlanner {
	readonly #fields = new Map<string, Run<FieldWrite>>();
	readonly #texts = new Map<string, Run<TextWrite>>();
	/** Everything made meanwhile, by its root and id. */
	readonly #created = new Map<string, NewEntry & { readonly isTheirs: boolean }>();
	readonly #touchedByOthers = new Set<string>();
	/** Every id that others wrote into a field or came with. */
	readonly #namedByOthers: Set<string>;

	/** Cards of `votedOn` stay, whoever made them. */
	constructor(votedOn: Iterable<string> = []) {
		this.#namedByOthers = new Set(votedOn);
	}

	/** Takes in the next row since the moment to which the person is rolled back, theirs or somebody else's. */
	note({ created, fields, texts }: RowChanges, isTheirs: boolean): void {
		for (const made of created) {
			this.#created.set(nameOf(made.root, made.record), { ...made, isTheirs });
			if (!isTheirs) this.#addNames(made.entry.fields);
		}
		for (const write of fields) {
			if (!isTheirs) {
				this.#touchedByOthers.add(nameOf(write.root, write.record));
				this.#addNames(write.after);
			}
			noteRun(this.#fields, `${nameOf(write.root, write.record)}/${write.key}`, write, isTheirs);
		}
		for (const write of texts) {
			if (!isTheirs) this.#touchedByOthers.add(nameOf('cards', write.card));
			noteRun(this.#texts, write.card, write, isTheirs);
		}
	}

	/** What can be taken back of a board that has come so far. */
	plan(now: RawBoard): RollBackPlan {
		const keptEntries = this.#keptEntries();
		const isOwnCard = (root: string, record: string): boolean =>
			this.#created.get(nameOf(root, record))?.isTheirs === true;
		const wouldHide = this.#wouldHide();
		const fields = [...this.#fields.values()]
			.filter(({ isTheirs, write }) => isTheirs && !isOwnCard(write.root, write.record))
			.map(({ write }) => write)
			.filter(
				({ root, record, key }) => !trashKeys.has(key) || !wouldHide.has(nameOf(root, record))
			)
			.filter(({ before, after }) => !isSameRaw(before, after));
		const texts = [...this.#texts.values()]
			.filter(({ isTheirs, write }) => isTheirs && !isOwnCard('cards', write.card))
			.map(({ write }) => write)
			.filter(({ before, after }) => before !== after);
		const withdrawals = [...this.#created.values()]
			.filter(({ isTheirs, root, record }) => isTheirs && !keptEntries.has(nameOf(root, record)))
			.flatMap(({ root, record }) => {
				const entry = now[root].get(record);
				if (!entry || typeof entry.fields['deletedAt'] === 'number') return [];
				const links = root === 'cards' ? linksOf(now, record) : [];
				return [{ root, record, expected: sortedJson(entry), links }];
			});
		return { fields, texts, withdrawals, kept: this.#keptCards([...keptEntries, ...wouldHide]) };
	}

	#addNames(value: unknown): void {
		for (const name of namesIn(value)) this.#namedByOthers.add(name);
	}

	/** What they took out of the trash and others went on with: it does not go back there with the others' words. */
	#wouldHide(): ReadonlySet<string> {
		const names = new Set<string>();
		for (const { isTheirs, write } of this.#fields.values()) {
			if (!isTheirs || write.key !== 'deletedAt' || typeof write.before !== 'number') continue;
			const name = nameOf(write.root, write.record);
			const isOthers = this.#created.get(name)?.isTheirs === false;
			if (isOthers || this.#isOthers(name, write.record)) names.add(name);
		}
		return names;
	}

	#isOthers(name: string, record: string): boolean {
		return this.#touchedByOthers.has(name) || this.#namedByOthers.has(record);
	}

	/** The records this person made that stay, with all that makes them whole. */
	#keptEntries(): ReadonlySet<string> {
		const kept = new Set<string>();
		const keep = (made: NewEntry): void => {
			const name = nameOf(made.root, made.record);
			if (kept.has(name)) return;
			kept.add(name);
			for (const named of namesIn(made.entry.fields))
				for (const root of ['cards', 'records'] as const) {
					const other = this.#created.get(nameOf(root, named));
					if (other?.isTheirs) keep(other);
				}
		};
		const own = [...this.#created.values()].filter(({ isTheirs }) => isTheirs);
		for (const made of own)
			if (this.#isOthers(nameOf(made.root, made.record), made.record)) keep(made);
		// A line to a card that has to stay tells where it belongs.
		for (const made of own)
			if (
				made.root === 'links' &&
				['from', 'to'].some((end) => kept.has(nameOf('cards', String(made.entry.fields[end]))))
			)
				kept.add(nameOf(made.root, made.record));
		return kept;
	}

	#keptCards(kept: readonly string[]): readonly CardId[] {
		const start = nameOf('cards', '');
		const cards = new Set(
			kept.filter((name) => name.startsWith(start)).map((name) => name.slice(start.length))
		);
		const isOver = ({ isTheirs, wasTheirs }: Run<unknown>): boolean => wasTheirs && !isTheirs;
		for (const run of this.#texts.values()) if (isOver(run)) cards.add(run.write.card);
		for (const run of this.#fields.values())
			if (isOver(run) && run.write.root === 'cards') cards.add(run.write.record);
		return [...cards] as CardId[];
	}
}

/** Does on the board what was planned beside it, as one change; whatever changed since the plan stays. */
export function rollBack(doc: Y.Doc, plan: RollBackPlan, author: Author): number {
	return doc.transact(() => {
		const roots = rootsOf(doc);
		const changed = new Set<string>();
		for (const { root, record, expected, links } of plan.withdrawals) {
			const entry = entryOf(roots[root], record);
			if (!entry || sortedJson(rawEntryOf(entry)) !== expected) continue;
			if (root === 'cards' && hasOtherLinks(roots, record, new Set(links))) continue;
			entry.set('deletedAt', author.now);
			if (root === 'cards') entry.set('deletedBy', author.participant);
			changed.add(nameOf(root, record));
		}
		for (const { card, before, after } of plan.texts) {
			const text = entryOf(roots.cards, card)?.get(textKey);
			if (!(text instanceof Y.Text) || text.toString() !== after) continue;
			if (writeWords(text, before)) changed.add(nameOf('cards', card));
		}
		const putBack = (write: FieldWrite): void => {
			const target = write.root === 'meta' ? roots.meta : entryOf(roots[write.root], write.record);
			if (!target || !isSameRaw(target.get(write.key), write.after)) return;
			if (write.before === undefined) target.delete(write.key);
			else target.set(write.key, write.before);
			changed.add(nameOf(write.root, write.record));
		};
		for (const write of plan.fields) if (!makesRoot(write)) putBack(write);
		// Last, and only when nobody else has chosen a 解決すべき原因 meanwhile: a board has one.
		if (!hasRoot(roots)) for (const write of plan.fields) if (makesRoot(write)) putBack(write);
		return changed.size;
	});
}

function nameOf(root: string, record: string): string {
	return `${root}/${record}`;
}

function noteRun<Write extends { readonly before: unknown }>(
	runs: Map<string, Run<Write>>,
	name: string,
	write: Write,
	isTheirs: boolean
): void {
	const run = runs.get(name);
	const isGoingOn = run?.isTheirs === true && isTheirs;
	const before: unknown = isGoingOn ? run.write.before : write.before;
	const wasTheirs = isTheirs || run?.wasTheirs === true;
	runs.set(name, { isTheirs, wasTheirs, write: { ...write, before } });
}

/** Every string in a value; ids are random, so that a word is never taken for one. */
function namesIn(value: unknown): readonly string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(namesIn);
}

function linksOf({ links }: RawBoard, card: string): readonly string[] {
	return [...links]
		.filter(([, { fields }]) => typeof fields['deletedAt'] !== 'number')
		.filter(([, { fields }]) => fields['from'] === card || fields['to'] === card)
		.map(([id]) => id);
}

function hasOtherLinks(roots: Roots, card: string, known: ReadonlySet<string>): boolean {
	return [...roots.links.entries()].some(
		([id, link]) =>
			link instanceof Y.Map &&
			!known.has(id) &&
			typeof link.get('deletedAt') !== 'number' &&
			(link.get('from') === card || link.get('to') === card)
	);
}

function makesRoot({ root, key, before }: FieldWrite): boolean {
	return root === 'cards' && key === 'isRoot' && before === true;
}

function hasRoot({ cards }: Roots): boolean {
	return [...cards.values()].some(
		(entry: unknown): entry is Entry =>
			entry instanceof Y.Map &&
			entry.get('isRoot') === true &&
			typeof entry.get('deletedAt') !== 'number'
	);
}
