import type { LeadRefusal } from '@renkei/shared/facilitation/aid.ts';
import type {
	AidCommands,
	AidId,
	OwnFacilitation,
	ShownFacilitation
} from '@renkei/shared/facilitation/index.ts';
import { readOwn, readShown } from '@renkei/shared/facilitation/index.ts';
import {
	facilitationNewsSchema,
	leadAnswerSchema,
	ownNewsSchema
} from '@renkei/shared/facilitation/words.ts';
import type { Author } from '@renkei/shared/document/origins.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import type { Board } from '@renkei/shared/method/board.ts';
import type { BoardAccess } from '@renkei/shared/protocol/board-access.ts';
import { messageTypes, refusedSchema } from '@renkei/shared/protocol/messages.ts';
import { encoding } from 'lib0';
import { vi } from 'vitest';
import type { App } from '../support/app.ts';
import type { Visitor } from '../support/people.ts';
import type { OpenedProvider } from '../support/provider.ts';
import { openProvider } from '../support/provider.ts';

/** What became of something asked for: `lost` when the line went before the answer came. */
type Asked = LeadRefusal | null | 'lost';

/** Nobody waits longer for a line or an answer in these tests, ms. */
export const patienceMs = 15_000;

/** Somebody at a board with the real client of a board, or the screen of a room; remembers everything they hear. */
export class Person {
	readonly visitor: Visitor;
	readonly access: BoardAccess;
	/** How wrong the clock of their device is, ms. */
	readonly skewMs: number;
	/** Every frame so far, over all reloads. */
	readonly frames: Uint8Array[] = [];
	/** Why a change of theirs was not taken, the latest last. */
	readonly refusals: string[] = [];
	line!: OpenedProvider;
	shown: ShownFacilitation | null = null;
	own: OwnFacilitation | null = null;
	readonly #app: App;
	readonly #screen: string | undefined;
	readonly #waiting = new Map<number, (answer: Asked) => void>();
	#requests = 0;

	constructor(
		app: App,
		{ visitor, access }: { readonly visitor: Visitor; readonly access: BoardAccess },
		{ skewMs = 0, screen }: { readonly skewMs?: number; readonly screen?: string } = {}
	) {
		this.#app = app;
		this.visitor = visitor;
		this.access = access;
		this.skewMs = skewMs;
		this.#screen = screen;
	}

	get id(): string {
		return this.access.participant;
	}

	get board(): Board {
		return readBoard(this.line.doc);
	}

	/** Who writes, and when by the clock of their own device. */
	get author(): Author {
		const { profession } = this.access;
		return { participant: this.id, profession, now: Date.now() + this.skewMs };
	}

	/** Opens the board, as a page that was just loaded, and waits until everything is known. */
	async open(): Promise<this> {
		this.shown = null;
		this.own = null;
		this.line = await openProvider(this.#app, this, {
			maxBackoffMs: 250,
			...(this.#screen !== undefined && { screen: this.#screen }),
			onFrame: (frame) => this.frames.push(frame),
			onTold: (type, text) => this.#told(type, text)
		});
		this.line.provider.on('status', ({ status }: { readonly status: string }) => {
			if (status !== 'disconnected') return;
			for (const answer of this.#waiting.values()) answer('lost');
			this.#waiting.clear();
		});
		const isTold = (): boolean =>
			this.shown !== null && (this.own !== null || this.access.role === 'viewer');
		await vi.waitUntil(isTold, { timeout: patienceMs, interval: 5 });
		return this;
	}

	/** Closes the page and opens it anew, with nothing kept but the cookie. */
	async reload(): Promise<void> {
		this.line.close();
		await this.open();
	}

	/** Pulls the cable. */
	goOffline(): void {
		this.line.provider.disconnect();
	}

	/** Plugs it in again, and waits until both sides know everything. */
	async comeBack(): Promise<void> {
		this.line.provider.connect();
		await vi.waitUntil(() => this.line.provider.synced, { timeout: patienceMs, interval: 5 });
	}

	/** Asks one thing of an aid, once. */
	async ask<Id extends AidId>(aid: Id, command: AidCommands[Id]): Promise<Asked> {
		const { provider } = this.line;
		if (!provider.wsconnected || !provider.ws) return 'lost';
		const request = ++this.#requests;
		const text = JSON.stringify({ request, aid, command });
		provider.ws.send(
			encoding.encode((encoder) => {
				encoding.writeVarUint(encoder, messageTypes.lead);
				encoding.writeVarString(encoder, text);
			})
		);
		return await new Promise((resolve) => this.#waiting.set(request, resolve));
	}

	/** Asks until an answer comes, over as many broken lines as it takes: what is asked must be harmless when it comes twice. */
	async askSurely<Id extends AidId>(
		aid: Id,
		command: AidCommands[Id]
	): Promise<LeadRefusal | null> {
		for (;;) {
			const answer = await this.ask(aid, command);
			if (answer !== 'lost') return answer;
			await vi.waitUntil(() => this.line.provider.synced, { timeout: patienceMs, interval: 5 });
		}
	}

	#told(type: number, text: string): void {
		const value: unknown = JSON.parse(text);
		if (type === messageTypes.facilitation)
			this.shown = readShown(facilitationNewsSchema.parse(value).aids, this.shown);
		else if (type === messageTypes.own) this.own = readOwn(ownNewsSchema.parse(value).aids);
		else if (type === messageTypes.refused) this.refusals.push(refusedSchema.parse(value).reason);
		else if (type === messageTypes.lead) {
			const { request, refused } = leadAnswerSchema.parse(value);
			this.#waiting.get(request)?.(refused);
			this.#waiting.delete(request);
		}
	}
}
