import type { LeadRefusal } from '@renkei/shared/facilitation/aid.ts';
import type { Facilitation } from '@renkei/shared/facilitation/index.ts';
import { facilitationAt, lead, readFacilitation } from '@renkei/shared/facilitation/index.ts';
import type { LeadRequest } from '@renkei/shared/facilitation/words.ts';
import { mayLead } from '@renkei/shared/protocol/roles.ts';
import type { Connection } from './connection.ts';
import { frameOnce } from './framing.ts';
import { facilitationFrame, leadAnswerFrame } from './messages.ts';
import type { SyncContext } from './sync-context.ts';
import { errorFields } from './sync-context.ts';

/** How often a command is judged anew because another process changed the state meanwhile. */
const maxAttempts = 4;

interface Known {
	readonly version: number;
	readonly state: Facilitation;
}

/**
 * What is led at one board. Commands are done one after the other, each judged on what the one before left, kept
 * on disk, and only then told: nobody ever sees a timer that a crash could take back.
 */
export class RoomFacilitation {
	readonly #boardId: string;
	readonly #connections: ReadonlySet<Connection>;
	readonly #context: SyncContext;
	#known: Known | null = null;
	#pending = 0;
	#last: Promise<void> = Promise.resolve();

	/** `connections` is the room's own set, which changes. */
	constructor(boardId: string, connections: ReadonlySet<Connection>, context: SyncContext) {
		this.#boardId = boardId;
		this.#connections = connections;
		this.#context = context;
	}

	get isIdle(): boolean {
		return this.#pending === 0;
	}

	/** Resolves when everything asked so far is done. */
	settled(): Promise<void> {
		return this.#last;
	}

	/** Tells somebody who comes in how things stand. */
	welcome(connection: Connection): void {
		this.#next(async () => {
			const known = await this.#read();
			if (!connection.isClosed) connection.send(this.#newsOf(known));
		});
	}

	/** Does what somebody who leads asks for, or tells them why not. */
	lead(connection: Connection, request: LeadRequest, isReadOnly: boolean): void {
		const answer = (refused: LeadRefusal | null): void => {
			if (refused !== null) this.#context.metrics.dropped(`lead.${refused}`);
			connection.send(leadAnswerFrame({ request: request.request, refused }));
		};
		const { person } = connection;
		// Not worth a turn: whoever may not lead must not keep waiting those who may.
		if (!person || !mayLead(person.role)) return answer('notAllowed');
		if (isReadOnly) return answer('boardClosed');
		this.#next(
			async () => answer(await this.#do(request)),
			() => answer('notKept')
		);
	}

	async #do(request: LeadRequest): Promise<LeadRefusal | null> {
		const { facilitation } = this.#context.storage;
		for (let attempt = 0; attempt < maxAttempts; attempt++) {
			const { version, state } = await this.#read();
			const led = lead(state, request, { now: Date.now(), mayLead: true });
			if (!led.ok) return led.reason;
			const kept = await facilitation.replace(this.#boardId, version, JSON.stringify(led.state));
			if (kept.ok) {
				this.#known = { version: kept.version, state: led.state };
				this.#tellAll(this.#known);
				return null;
			}
			if (kept.reason === 'no-board') return 'notKept';
			this.#known = null;
		}
		return 'notNow';
	}

	async #read(): Promise<Known> {
		if (this.#known) return this.#known;
		const stored = await this.#context.storage.facilitation.read(this.#boardId);
		this.#known = {
			version: stored?.version ?? 0,
			state: readFacilitation(stored && JSON.parse(stored.state))
		};
		return this.#known;
	}

	#tellAll(known: Known): void {
		const frame = frameOnce(this.#newsOf(known));
		const now = performance.now();
		for (const connection of this.#connections) connection.sendFramed(frame, now);
		this.#context.metrics.sent('facilitation', frame.length, this.#connections.size);
	}

	#newsOf({ version, state }: Known): Uint8Array {
		const serverNow = Date.now();
		return facilitationFrame({ version, serverNow, aids: facilitationAt(state, serverNow) });
	}

	#next(work: () => Promise<void>, failed: () => void = () => {}): void {
		this.#pending++;
		this.#last = this.#last
			.then(work)
			.catch((cause: unknown) => {
				// What is on disk is not known for sure now.
				this.#known = null;
				const { logger } = this.#context;
				logger.warn({ board: this.#boardId, ...errorFields(cause) }, 'leading failed');
				failed();
			})
			.finally(() => {
				this.#pending--;
			});
	}
}
