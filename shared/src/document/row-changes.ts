import * as Y from 'yjs';
import type { RawEntry, RecordRoot } from './raw-board.ts';
import { rawEntryOf } from './raw-board.ts';
import { entryOf, rootsOf, textKey } from './layout.ts';

/** A field that got another value; `undefined` is an absent key, `record` is empty for the head of the board. */
export interface FieldWrite {
	readonly root: RecordRoot | 'meta';
	readonly record: string;
	readonly key: string;
	readonly before: unknown;
	readonly after: unknown;
}

/** The words of a card that became others. */
export interface TextWrite {
	readonly card: string;
	readonly before: string;
	readonly after: string;
}

/** A card, link or record that came onto the board, with what it came with. */
export interface NewEntry {
	readonly root: RecordRoot;
	readonly record: string;
	readonly entry: RawEntry;
}

/** What one row of the log visibly did. */
export interface RowChanges {
	readonly created: readonly NewEntry[];
	readonly fields: readonly FieldWrite[];
	readonly texts: readonly TextWrite[];
}

const recordRoots = ['cards', 'links', 'records'] as const;

/** Follows a document and tells what was changed since it was last asked. */
export class ChangeWatch {
	readonly #texts = new Map<string, string>();
	#created: NewEntry[] = [];
	#fields: FieldWrite[] = [];
	#textWrites: TextWrite[] = [];

	constructor(doc: Y.Doc) {
		const roots = rootsOf(doc);
		for (const [id, card] of roots.cards.entries()) this.#learn(id, card);
		roots.meta.observe(({ target, changes }) => {
			for (const [key, change] of changes.keys)
				this.#fields.push(fieldWrite('meta', '', key, target, change));
		});
		for (const root of recordRoots)
			roots[root].observeDeep((events) => {
				for (const event of events) this.#note(root, roots[root], event);
			});
	}

	/** What was changed since the last call. */
	take(): RowChanges {
		const taken = { created: this.#created, fields: this.#fields, texts: this.#textWrites };
		[this.#created, this.#fields, this.#textWrites] = [[], [], []];
		return taken;
	}

	#note(root: RecordRoot, map: Y.Map<unknown>, event: Y.YEvent<Y.AbstractType<unknown>>): void {
		const { path, target } = event;
		const record = String(path[0] ?? '');
		if (target instanceof Y.Text) {
			if (root !== 'cards' || path[1] !== textKey) return;
			const before = this.#texts.get(record) ?? '';
			const after = target.toString();
			this.#texts.set(record, after);
			if (after !== before) this.#textWrites.push({ card: record, before, after });
			return;
		}
		if (!(target instanceof Y.Map)) return;
		for (const [key, change] of event.changes.keys) {
			if (path.length === 1)
				this.#fields.push(fieldWrite(root, record, key, target as Y.Map<unknown>, change));
			else if (path.length === 0 && change.action === 'add') {
				const entry = entryOf(map, key);
				if (!entry) continue;
				if (root === 'cards') this.#learn(key, entry);
				this.#created.push({ root, record: key, entry: rawEntryOf(entry) });
			}
		}
	}

	#learn(id: string, card: unknown): void {
		const text = card instanceof Y.Map ? card.get(textKey) : null;
		if (text instanceof Y.Text) this.#texts.set(id, text.toString());
	}
}

function fieldWrite(
	root: FieldWrite['root'],
	record: string,
	key: string,
	target: Y.Map<unknown>,
	change: { readonly action: string; readonly oldValue: unknown }
): FieldWrite {
	const before = change.action === 'add' ? undefined : change.oldValue;
	return { root, record, key, before, after: target.get(key) };
}
