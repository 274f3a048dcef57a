import type { CardId } from '../method/card.ts';
import { hearRemarks } from './remark-story.ts';
import type { SaidRemark } from './remark-story.ts';
import type { FieldWrite, RowChanges } from './row-changes.ts';

/** Who wrote a row of the log and when; the writer is a participant's opaque id, null for the server. */
export interface RowHead {
	readonly seq: number;
	readonly at: number;
	readonly writer: string | null;
}

/** What can become of a card: `commented` with the words, `stamped` by nobody who is named. */
type StoryWhat =
	| 'created'
	| 'changed'
	| 'withdrawn'
	| 'broughtBack'
	| 'linked'
	| 'commented'
	| 'settled'
	| 'stamped';

/** What one person did to a card in one go. */
export interface StoryEntry {
	readonly before: number;
	readonly seq: number;
	readonly startedAt: number;
	readonly at: number;
	readonly writer: string | null;
	readonly what: StoryWhat;
	readonly text: { readonly before: string; readonly after: string } | null;
	readonly fields: readonly Pick<FieldWrite, 'key' | 'before' | 'after'>[];
}

/** Somebody who pauses longer than this between two words has begun something new. */
const longestPauseMs = 60_000;

/** `author` is whose words the server itself put on the board, when it says. */
type Heard = Pick<StoryEntry, 'what' | 'text' | 'fields'> & { readonly author?: string };

const silentKeys: ReadonlySet<string> = new Set(['order', 'deletedAt', 'deletedBy']);

/** Gathers the history of one card from the rows of its board. */
export class CardStory {
	readonly #card: CardId;
	readonly #entries: StoryEntry[] = [];
	/** Those drawn to or from the card so far. */
	readonly #links = new Set<string>();
	/** What was said about it so far, by the id of its record. */
	readonly #remarks = new Map<string, SaidRemark>();

	constructor(card: CardId) {
		this.#card = card;
	}

	/** What happened to it, the oldest first. */
	get entries(): readonly StoryEntry[] {
		return this.#entries;
	}

	/** Takes in the next row. */
	note({ seq, at, writer }: RowHead, changes: RowChanges): void {
		const heard = this.#hear(changes);
		for (const each of [heard, ...hearRemarks(this.#card, changes, this.#remarks)]) {
			if (!each) continue;
			const { what, text, fields } = each;
			// Whoever gave a stamp is never told, whatever the log knows.
			const by = what === 'stamped' ? null : (writer ?? heard?.author ?? null);
			const entry = { before: seq - 1, seq, startedAt: at, at, writer: by, what, text, fields };
			const last = this.#entries.at(-1);
			if (last && isGoingOn(last, entry))
				this.#entries[this.#entries.length - 1] = join(last, entry);
			else this.#entries.push(entry);
		}
	}

	#hear(changes: RowChanges): Heard | null {
		const isLinked = this.#hearLinks(changes);
		const made = changes.created.find(
			({ root, record }) => root === 'cards' && record === this.#card
		);
		if (made) {
			const text = { before: '', after: made.entry.text ?? '' };
			const author = made.entry.fields['createdBy'];
			return { what: 'created', text, fields: [], ...(typeof author === 'string' && { author }) };
		}
		const writes = changes.fields.filter(
			({ root, record }) => root === 'cards' && record === this.#card
		);
		const flag = writes.find(({ key }) => key === 'deletedAt');
		const text = changes.texts.find(({ card }) => card === this.#card);
		const fields = writes
			.filter(({ key }) => !silentKeys.has(key))
			.map(({ key, before, after }) => ({ key, before, after }));
		const words = text ? { before: text.before, after: text.after } : null;
		if (flag && typeof flag.after !== typeof flag.before) {
			const what = typeof flag.after === 'number' ? 'withdrawn' : 'broughtBack';
			return { what, text: words, fields };
		}
		if (words || fields.length > 0) return { what: 'changed', text: words, fields };
		return isLinked ? { what: 'linked', text: null, fields: [] } : null;
	}

	#hearLinks({ created, fields }: RowChanges): boolean {
		let isHeard = false;
		for (const { root, record, entry } of created) {
			if (root !== 'links') continue;
			if (entry.fields['from'] !== this.#card && entry.fields['to'] !== this.#card) continue;
			this.#links.add(record);
			isHeard = true;
		}
		return (
			isHeard || fields.some(({ root, record }) => root === 'links' && this.#links.has(record))
		);
	}
}

function isGoingOn(last: StoryEntry, next: StoryEntry): boolean {
	if (last.writer !== next.writer || next.startedAt - last.at > longestPauseMs) return false;
	if (last.what === next.what && (next.what === 'linked' || next.what === 'stamped')) return true;
	return next.what === 'changed' && (last.what === 'created' || last.what === 'changed');
}

function join(last: StoryEntry, next: StoryEntry): StoryEntry {
	const fields = new Map(last.fields.map((field) => [field.key, field]));
	for (const field of next.fields)
		fields.set(field.key, { ...field, before: (fields.get(field.key) ?? field).before });
	const text =
		last.text && next.text
			? { before: last.text.before, after: next.text.after }
			: (last.text ?? next.text);
	return { ...last, seq: next.seq, at: next.at, text, fields: [...fields.values()] };
}
