import * as Y from 'yjs';

/** The names of the shared roots; the server refuses any other. */
export const rootNames = ['meta', 'cards', 'links', 'records'] as const;

/** The key of a card under which its `Y.Text` lies. */
export const textKey = 'text';

/** Professions present lie under one key each in `meta`, `present.<profession>`. */
export const presentPrefix = 'present.';

/** Steps that people called done lie under one key each in `meta`, `done.<step>`. */
export const donePrefix = 'done.';

/** The record of one card, link or anything else in the document. */
export type Entry = Y.Map<unknown>;

/** The roots of a board's document. */
export interface Roots {
	readonly meta: Y.Map<unknown>;
	readonly cards: Y.Map<unknown>;
	readonly links: Y.Map<unknown>;
	/** What is neither card nor link: pins, dialogue, clusters … */
	readonly records: Y.Map<unknown>;
}

/** The roots of a document; asking twice gives the same objects. */
export function rootsOf(doc: Y.Doc): Roots {
	return {
		meta: doc.getMap('meta'),
		cards: doc.getMap('cards'),
		links: doc.getMap('links'),
		records: doc.getMap('records')
	};
}

/** The record under `id`, or null when it is missing or not a record. */
export function entryOf(root: Y.Map<unknown>, id: string): Entry | null {
	const value = root.get(id);
	return value instanceof Y.Map ? value : null;
}
