import { newId } from '@renkei/shared/document/new-id.ts';
import type { Asker, Audience, LeadRefusal } from '@renkei/shared/facilitation/aid.ts';
import type { AidId, Facilitation, LedAll } from '@renkei/shared/facilitation/index.ts';
import {
	dueAt,
	facilitationAt,
	lead,
	readFacilitation,
	settleFacilitation,
	showFacilitation,
	showOwnFacilitation
} from '@renkei/shared/facilitation/index.ts';
import { graceMs, rightsAt } from '@renkei/shared/facilitation/phase.ts';
import type { LeadRequest } from '@renkei/shared/facilitation/words.ts';
import type { Board } from '@renkei/shared/method/board.ts';
import type { Rights } from '@renkei/shared/method/rights.ts';
import { mayLead, mayWrite } from '@renkei/shared/method/roles.ts';
import { closeCodes } from '@renkei/shared/protocol/close-codes.ts';
import type * as Y from 'yjs';
import type { Connection } from './connection.ts';
import {
	applyEffects,
	applyLaterEffects,
	changesDocument,
	changesDocumentLater
} from './facilitation-effects.ts';
import { frameOnce } from './framing.ts';
import type { FramedMessage } from './framing.ts';
import { facilitationFrame, leadAnswerFrame, ownFrame } from './messages.ts';
import { PersonPace } from './person-pace.ts';
import type { SyncContext } from './sync-context.ts';
import { errorFields } from './sync-context.ts';

/** How often a command is judged anew because another process changed the state meanwhile. */
const maxAttempts = 4;
const notNow = { ok: false, reason: 'notNow' } as const;

/** Asks for what comes about by itself. */
const server: Asker = { participantId: '', role: 'staff', profession: null };

interface Known {
	readonly version: number;
	readonly state: Facilitation;
}

/** The room as far as leading needs it. */
export interface LedRoom {
	readonly boardId: string;
	readonly connections: ReadonlySet<Connection>;
	/** The board as it is in memory; null where none is loaded. */
	boardNow(): Board | null;
	/** Changes the document in the server's name; true once that is on disk. */
	change(change: (doc: Y.Doc) => void): Promise<boolean>;
}

/**
 * What is led at one board. Commands are done one after the other, each judged on what the one before left, kept
 * on disk, and only then told: nobody ever sees a timer that a crash could take back.
 */
export class RoomFacilitation {
	readonly #room: LedRoom;
	readonly #context: SyncContext;
	#known: Known | null = null;
	/** What everybody has been told; stays when what is on disk is in doubt. */
	#told: Facilitation | null = null;
	readonly #toldOwn = new WeakMap<Connection, string>();
	/** When somebody who leads was last here, or nobody was called; of the clock that nobody sets, ms. */
	#ledAt = performance.now();
	/** When the vote that goes on was opened, as far as this process knows, ms. */
	#votesSince = 0;
	readonly #pace: PersonPace;
	#pending = 0;
	#last: Promise<void> = Promise.resolve();

	constructor(room: LedRoom, context: SyncContext) {
		this.#room = room;
		this.#context = context;
		this.#pace = new PersonPace(context.limits);
	}

	get isIdle(): boolean {
		return this.#pending === 0;
	}

	/** Resolves when everything asked so far is done. */
	settled(): Promise<void> {
		return this.#last;
	}

	/** Reads what is on disk, so that rights are known before the first update is judged. */
	async load(): Promise<void> {
		this.#told = (await this.#read()).state;
	}

	/** The rights that count at this board now, null where everything may be done. */
	rights(): readonly Rights[] | null {
		return rightsAt(this.#told?.phases.running ?? null, Date.now());
	}

	/** Whether stamps rest because people vote; those that were on their way when it was opened are still taken. */
	get stampsRest(): boolean {
		const runs = (this.#told?.ballot.open ?? null) !== null;
		return runs && Date.now() - this.#votesSince > graceMs;
	}

	/** Tells somebody who comes in how things stand. */
	welcome(connection: Connection): void {
		this.#next(async () => {
			const { version, state } = await this.#read();
			if (connection.isClosed) return;
			const now = Date.now();
			const aids = showFacilitation(facilitationAt(state, now), audienceOf(connection));
			connection.send(facilitationFrame({ version, serverNow: now, aids }));
			this.#tellOwn(connection, state);
		});
	}

	/** Does what somebody asks for over the wire, or tells them why not. */
	lead(connection: Connection, request: LeadRequest, isReadOnly: boolean): void {
		const answer = (refused: LeadRefusal | null): void => {
			if (refused !== null) this.#context.metrics.dropped(`lead.${refused}`);
			connection.send(leadAnswerFrame({ request: request.request, refused }));
		};
		const { person } = connection;
		// Not worth a turn: whoever may ask for nothing must not keep waiting those who may.
		if (!person || !mayWrite(person.role)) return answer('notAllowed');
		if (isReadOnly) return answer('boardClosed');
		// Commands of a board wait for each other: with thirty windows one person would keep everybody waiting.
		if (!this.#pace.take(person.participantId)) return connection.close(closeCodes.tooFast);
		const { participantId, role, profession } = person;
		void this.ask({ participantId, role, profession }, request).then(answer);
	}

	/** Does what somebody asks for; null once it is done and on disk, else why not. */
	ask(
		asker: Asker,
		request: { readonly aid: string; readonly command: unknown }
	): Promise<LeadRefusal | null> {
		return new Promise((resolve) => {
			this.#next(
				async () => resolve(await this.#do(asker, request)),
				() => resolve('notKept')
			);
		});
	}

	/** What an audience is shown of everything that is led here now. */
	async shown(audience: Audience): Promise<Partial<Record<AidId, unknown>>> {
		const { state } = await this.#read();
		return showFacilitation(facilitationAt(state, Date.now()), audience);
	}

	/** What one person alone is shown. */
	async shownOwn(participantId: string): Promise<Partial<Record<AidId, unknown>>> {
		const { state } = await this.#read();
		return showOwnFacilitation(facilitationAt(state, Date.now()), participantId);
	}

	/** Keeps what has come about by itself, once it is due. */
	tick(): void {
		this.#endLostCall();
		const due = this.#told && dueAt(this.#told);
		if (due === null || Date.now() < due || !this.isIdle) return;
		this.#next(() => this.#settle());
	}

	/** Nobody is there any more who could end it, and people must not wait for a view that does not move. */
	#endLostCall(): void {
		const now = performance.now();
		const isLed = [...this.#room.connections].some((each) => audienceOf(each) === 'leaders');
		if (isLed || !this.#told?.spotlight) this.#ledAt = now;
		else if (now - this.#ledAt >= this.#context.limits.callOutlivesMs && this.isIdle)
			void this.ask(server, { aid: 'spotlight', command: { do: 'end' } });
	}

	async #do(
		asker: Asker,
		request: { readonly aid: string; readonly command: unknown }
	): Promise<LeadRefusal | null> {
		await this.#settle();
		return this.#replace((state, board) => {
			const now = Date.now();
			return lead(state, request, { now, asker, board: () => board, newId, random: Math.random });
		});
	}

	/** A command is judged on what has come about by itself before it, which stays also when the command is refused. */
	async #settle(): Promise<void> {
		const due = dueAt((await this.#read()).state);
		if (due === null || Date.now() < due) return;
		await this.#replace(
			(state, board) =>
				settleFacilitation(state, { now: Date.now(), board: () => board }) ?? {
					ok: false,
					reason: 'notNow'
				}
		);
	}

	async #replace(
		judge: (state: Facilitation, board: Board) => LedAll
	): Promise<LeadRefusal | null> {
		const { facilitation } = this.#context.storage;
		const { boardId } = this.#room;
		for (let attempt = 0; attempt < maxAttempts; attempt++) {
			const { version, state } = await this.#read();
			const board = this.#room.boardNow();
			const led = board ? judge(state, board) : notNow;
			if (!led.ok) return led.reason;
			if (led.state === state && led.effects.length === 0) return null;
			if (changesDocument(led.effects)) {
				// What another process has done meanwhile must not be done over from what was before it.
				const stored = await facilitation.read(boardId);
				if ((stored?.version ?? 0) !== version) {
					this.#known = null;
					continue;
				}
				if (!(await this.#room.change((doc) => applyEffects(doc, led.effects)))) return 'notKept';
			}
			const kept = await facilitation.replace(boardId, version, JSON.stringify(led.state));
			if (kept.ok) {
				this.#known = { version: kept.version, state: led.state };
				if (changesDocumentLater(led.effects))
					await this.#room.change((doc) => applyLaterEffects(doc, led.effects));
				this.#tellAll(this.#known);
				for (const effect of led.effects)
					if (effect.kind === 'mark') this.#context.onMoment(boardId, effect.moment, effect.label);
				return null;
			}
			if (kept.reason === 'no-board') return 'notKept';
			this.#known = null;
		}
		return 'notNow';
	}

	async #read(): Promise<Known> {
		if (this.#known) return this.#known;
		const stored = await this.#context.storage.facilitation.read(this.#room.boardId);
		this.#known = {
			version: stored?.version ?? 0,
			state: readFacilitation(stored && JSON.parse(stored.state))
		};
		return this.#known;
	}

	#tellAll({ version, state }: Known): void {
		const serverNow = Date.now();
		const present = facilitationAt(state, serverNow);
		const before = this.#told;
		const frameFor = (audience: Audience): FramedMessage =>
			frameOnce(
				facilitationFrame({ version, serverNow, aids: showFacilitation(present, audience, before) })
			);
		const frames = { leaders: frameFor('leaders'), others: frameFor('others') };
		this.#told = present;
		if (present.ballot.open?.id !== before?.ballot.open?.id) this.#votesSince = serverNow;
		const now = performance.now();
		for (const connection of this.#room.connections) {
			connection.sendFramed(frames[audienceOf(connection)], now);
			this.#tellOwn(connection, present);
		}
		const { size } = this.#room.connections;
		this.#context.metrics.sent('facilitation', frames.others.length, size);
	}

	/** Tells one person what is theirs alone, unless they know it. */
	#tellOwn(connection: Connection, state: Facilitation): void {
		const { person } = connection;
		if (!person || person.isScreen || !mayWrite(person.role)) return;
		const aids = showOwnFacilitation(state, person.participantId);
		const text = JSON.stringify({ aids });
		if (this.#toldOwn.get(connection) === text) return;
		this.#toldOwn.set(connection, text);
		connection.send(ownFrame({ aids }));
	}

	#next(work: () => Promise<void>, failed: () => void = () => {}): void {
		this.#pending++;
		this.#last = this.#last
			.then(work)
			.catch((cause: unknown) => {
				// What is on disk is not known for sure now.
				this.#known = null;
				const { logger } = this.#context;
				logger.warn({ board: this.#room.boardId, ...errorFields(cause) }, 'leading failed');
				failed();
			})
			.finally(() => {
				this.#pending--;
			});
	}
}

function audienceOf({ person }: Connection): Audience {
	return person && mayLead(person.role) && !person.isScreen ? 'leaders' : 'others';
}
