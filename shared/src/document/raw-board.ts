import * as Y from 'yjs';
import type { Entry } from './layout.ts';
import { rootsOf, textKey } from './layout.ts';

/** The roots whose members are cards, links and other records. */
export type RecordRoot = 'cards' | 'links' | 'records';

/** One card, link or record exactly as it is stored, also what no screen of this version shows. */
export interface RawEntry {
	readonly fields: Readonly<Record<string, unknown>>;
	/** The words of a card, null for everything else. */
	readonly text: string | null;
}

/** A document as plain values: what can be put back later, and sent to another thread. */
export interface RawBoard {
	readonly meta: Readonly<Record<string, unknown>>;
	readonly cards: ReadonlyMap<string, RawEntry>;
	readonly links: ReadonlyMap<string, RawEntry>;
	readonly records: ReadonlyMap<string, RawEntry>;
}

/** Everything a document says, without who said it when. */
export function rawBoardOf(doc: Y.Doc): RawBoard {
	const { meta, cards, links, records } = rootsOf(doc);
	return {
		meta: Object.fromEntries(meta.entries()),
		cards: rawEntriesOf(cards),
		links: rawEntriesOf(links),
		records: rawEntriesOf(records)
	};
}

/** One record as plain values. */
export function rawEntryOf(entry: Entry): RawEntry {
	const fields: Record<string, unknown> = {};
	let text: string | null = null;
	for (const [key, value] of entry.entries())
		if (!(value instanceof Y.AbstractType)) fields[key] = value;
		else if (key === textKey && value instanceof Y.Text) text = value.toString();
	return { fields, text };
}

/** Whether two stored values say the same; an absent one is `undefined`. */
export function isSameRaw(a: unknown, b: unknown): boolean {
	return a === b || sortedJson(a) === sortedJson(b);
}

/** JSON that does not depend on the order in which keys were written. */
export function sortedJson(value: unknown): string {
	return (
		JSON.stringify(value, (_, part: unknown) =>
			typeof part === 'object' && part !== null && !Array.isArray(part)
				? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
				: part
		) ?? ''
	);
}

function rawEntriesOf(root: Y.Map<unknown>): ReadonlyMap<string, RawEntry> {
	const entries = new Map<string, RawEntry>();
	for (const [id, entry] of root.entries())
		if (entry instanceof Y.Map) entries.set(id, rawEntryOf(entry));
	return entries;
}
