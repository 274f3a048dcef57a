import { cardIdSchema, cardTypeSchema } from '@renkei/shared/method/card.ts';
import { newId } from '@renkei/shared/document/new-id.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { SentIdea } from '@renkei/shared/protocol/ideas-api.ts';
import type { LeadRefusal } from '@renkei/shared/facilitation/aid.ts';
import * as z from 'zod/mini';

/** Why an idea was not taken and will not be by itself. */
export type IdeaRefusal = Exclude<LeadRefusal, 'notKept'>;

const refusals = ['notAllowed', 'boardClosed', 'malformed', 'outOfRange', 'notNow'] as const;

const queuedSchema = z.object({
	key: cardIdSchema,
	type: cardTypeSchema,
	text: z.string(),
	of: z.nullable(z.int()),
	/** It stays with its text until its author has decided. */
	refused: z.nullable(z.enum(refusals))
});
/** An idea that the server has not said it has. */
export type QueuedIdea = z.infer<typeof queuedSchema>;

/** What became of one idea on its way: taken, refused for good, or to be sent again: later, or once there is a line. */
export type Sent = 'taken' | 'later' | 'noLine' | { readonly refused: IdeaRefusal };

/** As much of the browser's storage as a queue needs. */
export type IdeaStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Ideas on their way to the server, kept on this device: each is sent until the server says it has it, in the order
 * of writing, and under its own key, so that however often it is sent it is there once.
 */
export class IdeaQueue {
	#ideas = $state.raw<readonly QueuedIdea[]>([]);
	#underWay = $state.raw<CardId | null>(null);
	readonly #place: string;
	readonly #storage: IdeaStorage | null;
	readonly #send: (idea: SentIdea) => Promise<Sent>;
	readonly #taken: (idea: QueuedIdea) => void;

	constructor(
		{ boardId, participant }: { readonly boardId: string; readonly participant: string },
		send: (idea: SentIdea) => Promise<Sent>,
		taken: (idea: QueuedIdea) => void,
		storage: IdeaStorage | null = availableStorage()
	) {
		this.#place = `renkei.ideas.${boardId}.${participant}`;
		this.#storage = storage;
		this.#send = send;
		this.#taken = taken;
		this.readAgain();
	}

	/** In the order of writing. */
	get ideas(): readonly QueuedIdea[] {
		return this.#ideas;
	}

	/** How many wait for the line. */
	get waiting(): number {
		return this.#ideas.filter(({ refused }) => refused === null).length;
	}

	get isSending(): boolean {
		return this.#underWay !== null;
	}

	/** What stood in the field when the page was closed. */
	get draft(): string {
		return this.#read('.draft') ?? '';
	}

	set draft(text: string) {
		this.#write('.draft', text === '' ? null : text);
	}

	/** Reads what is kept; another window of this person may have written meanwhile. */
	readAgain(): void {
		const kept = z.array(queuedSchema).safeParse(parsed(this.#read('')));
		if (kept.success) this.#ideas = kept.data;
	}

	/** Takes an idea to be sent; null for one without words. */
	add(idea: Omit<SentIdea, 'key'>, key: CardId = newId() as CardId): CardId | null {
		const text = idea.text.trim();
		if (text === '') return null;
		this.#change((ideas) => [...ideas, { ...idea, text, key, refused: null }]);
		return key;
	}

	/** Puts other words into one that waits; false for one that is under way or gone. */
	rewrite(key: CardId, words: Pick<QueuedIdea, 'type' | 'text'>): boolean {
		if (key === this.#underWay || !this.#ideas.some((idea) => idea.key === key)) return false;
		this.#change((ideas) =>
			ideas.map((idea) => (idea.key === key ? { ...idea, ...words, refused: null } : idea))
		);
		return true;
	}

	/** Lets a refused one try again. */
	again(key: CardId): void {
		this.#change((ideas) =>
			ideas.map((idea) => (idea.key === key ? { ...idea, refused: null } : idea))
		);
	}

	/** Takes one away; false for one that is under way or gone. */
	drop(key: CardId): boolean {
		if (key === this.#underWay || !this.#ideas.some((idea) => idea.key === key)) return false;
		this.#change((ideas) => ideas.filter((idea) => idea.key !== key));
		return true;
	}

	/** Forgets what the server has: its answer was lost, and the desk tells it. */
	forget(known: ReadonlySet<string>): void {
		if (!this.#ideas.some(({ key }) => known.has(key) && key !== this.#underWay)) return;
		this.#change((ideas) => ideas.filter(({ key }) => !known.has(key) || key === this.#underWay));
	}

	/** Sends what waits, one after the other; what finds no line stays, and so does all behind it. */
	async flush(): Promise<void> {
		if (this.#underWay !== null) return;
		try {
			for (let next = this.#next(); next; next = this.#next()) {
				const { refused: _, ...idea } = next;
				this.#underWay = next.key;
				const sent = await this.#send(idea);
				if (sent === 'later' || sent === 'noLine') return;
				if (sent === 'taken') {
					this.#taken(next);
					this.#change((ideas) => ideas.filter(({ key }) => key !== idea.key));
				} else
					this.#change((ideas) =>
						ideas.map((each) => (each.key === idea.key ? { ...each, ...sent } : each))
					);
			}
		} finally {
			this.#underWay = null;
		}
	}

	#next(): QueuedIdea | undefined {
		return this.#ideas.find(({ refused }) => refused === null);
	}

	/** On what is kept now, so that two windows do not wipe out each other's ideas. */
	#change(change: (ideas: readonly QueuedIdea[]) => readonly QueuedIdea[]): void {
		this.readAgain();
		this.#ideas = change(this.#ideas);
		this.#write('', this.#ideas.length === 0 ? null : JSON.stringify(this.#ideas));
	}

	#read(part: string): string | null {
		try {
			return this.#storage?.getItem(this.#place + part) ?? null;
		} catch {
			return null;
		}
	}

	#write(part: string, value: string | null): void {
		try {
			if (value === null) this.#storage?.removeItem(this.#place + part);
			else this.#storage?.setItem(this.#place + part, value);
		} catch {
			// Full or blocked: what waits still stands on this page.
		}
	}
}

function availableStorage(): IdeaStorage | null {
	try {
		return localStorage;
	} catch {
		return null;
	}
}

function parsed(text: string | null): unknown {
	try {
		return text === null ? [] : JSON.parse(text);
	} catch {
		return null;
	}
}
