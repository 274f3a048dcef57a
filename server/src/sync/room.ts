import type * as Y from 'yjs';
import type { Board } from '@renkei/shared/method/board.ts';
import type { CloseCode } from '@renkei/shared/protocol/close-codes.ts';
import { closeCodes } from '@renkei/shared/protocol/close-codes.ts';
import type { Refused } from '@renkei/shared/protocol/messages.ts';
import { mayWrite } from '@renkei/shared/method/roles.ts';
import type { PointMark } from '../storage/history.ts';
import type { LogRow } from '../storage/storage.ts';
import { sealBlob } from '../storage/storage.ts';
import { acknowledge, answered } from './acknowledge.ts';
import { Broadcast } from './broadcast.ts';
import type { Waiting } from './commit-line.ts';
import { CommitLine } from './commit-line.ts';
import type { Connection } from './connection.ts';
import type { Change, LiveDocument } from './live-document.ts';
import type { Incoming } from './messages.ts';
import { LogPosition } from './log-position.ts';
import { step2Frame } from './messages.ts';
import { openRoomDocument } from './open-room-document.ts';
import { deliver, greet, judgeWrite, refuse } from './room-words.ts';
import { RoomFacilitation } from './room-facilitation.ts';
import { RoomPresence } from './room-presence.ts';
import type { SyncContext } from './sync-context.ts';
import { errorFields } from './sync-context.ts';
import type { RoomState } from './sync-metrics.ts';

/** The connection that wrote a change, null for the server itself. */
type Author = Connection | null;

/** What a room tells the registry that holds it. */
export interface RoomListener {
	/** The room has ended by itself; the next who comes opens a new one. */
	onEnded(room: Room): void;
	/** Nobody is here any more. */
	onDeserted(room: Room): void;
	/** So much has been written since the last snapshot that it is time for one; said after every commit. */
	onLogGrown(room: Room, when: 'soon' | 'now'): void;
}

/**
 * A board that is open in memory: one per board and process, and the only one that touches its document.
 * Validate, commit, and only then tell anybody: nobody ever sees what a crash could take back.
 */
export class Room {
	readonly boardId: string;
	readonly presence: RoomPresence;
	readonly facilitation: RoomFacilitation;
	/** Known once loaded; fixed for the room's life, because a new epoch is another document. */
	epoch = 0;
	workshopId: string | null = null;
	/** With which code this room has ended; null while it has not. */
	endCode: CloseCode | null = null;
	state: RoomState = 'cold';
	readonly connections = new Set<Connection>();

	readonly #context: SyncContext;
	readonly #listener: RoomListener;
	readonly #line: CommitLine<Author>;
	readonly #broadcast: Broadcast<Author>;
	#document: LiveDocument | null = null;
	#isReadOnly = false;
	readonly #position: LogPosition;
	#loading: Promise<void> | null = null;

	constructor(boardId: string, context: SyncContext, listener: RoomListener) {
		this.boardId = boardId;
		this.#context = context;
		this.#listener = listener;
		this.presence = new RoomPresence(this.boardId, this.connections, context, (clientId, owner) => {
			const participant = this.#document?.ownerOf(clientId);
			return participant === undefined || participant === owner.identity.participant;
		});
		this.facilitation = new RoomFacilitation(this, context);
		this.#line = new CommitLine<Author>(context.storage.log, context.limits.broadcastTickMs, {
			onCommitted: (items, seqs, ms) => this.#committed(items, seqs, ms),
			// Commits already keep the beat. Not before the answers that waited: they may lack what is news here.
			onAnswered: () => this.#broadcast.flush(),
			onForeign: ({ item }) => {
				if (item) this.#refuse(item, 'foreignClientId', true);
			},
			onFailed: (reason) => this.#fail(reason)
		});
		this.#position = new LogPosition(this, context, {
			onRows: (rows) => this.#absorb(rows),
			onCompacted: (reason) => this.#reload(reason),
			onFailed: (reason) => this.#fail(reason)
		});
		this.#broadcast = new Broadcast<Author>(
			context.limits.broadcastTickMs,
			() => this.connections.size,
			(update, author) => deliver(update, author, this.connections, context.metrics)
		);
	}

	get isIdle(): boolean {
		const isQuiet = this.#line.isIdle && this.facilitation.isIdle;
		return this.connections.size === 0 && isQuiet && this.state === 'live';
	}

	get isReadOnly(): boolean {
		return this.#isReadOnly;
	}

	get hasLooseRows(): boolean {
		return this.#position.rows > 0;
	}

	/** Loads the board, once however many ask; afterwards it is live, or it has ended. */
	load(): Promise<void> {
		this.#loading ??= this.#load().finally(() => {
			this.#loading = null;
		});
		return this.#loading;
	}

	/** Resolves when no load is under way. */
	async settled(): Promise<void> {
		await this.#loading;
	}

	async #load(): Promise<void> {
		if (this.state === 'live') {
			this.#enter('loading');
			this.#document?.destroy();
			this.#document = null;
			for (const connection of this.connections) connection.setHandler(null);
			// Only what is on disk comes back: wait until everything innocent is.
			if (!(await this.#line.settled())) return;
		} else this.#enter('loading');
		const opened = await Promise.all([
			openRoomDocument(this.boardId, this.#context),
			this.facilitation.load()
		]).then(
			([document]) => document,
			(cause: unknown) => {
				this.#context.logger.error({ board: this.boardId, ...errorFields(cause) }, 'load failed');
				return { code: closeCodes.storageDown };
			}
		);
		if (this.state !== 'loading') return;
		if ('code' in opened) return this.end(opened.code);
		this.#document = opened.document;
		this.#isReadOnly = opened.isReadOnly;
		this.epoch = opened.epoch;
		this.workshopId = opened.workshopId;
		this.#position.start(opened);
		this.#enter('live');
		for (const connection of this.connections) this.#attend(connection);
	}

	/** Lets a connection in; its messages have waited until now. False when the room has ended: open another. */
	join(connection: Connection, epoch: number): boolean {
		if (this.state !== 'live') return false;
		this.#admit(connection, epoch);
		return true;
	}

	#admit(connection: Connection, epoch: number): void {
		if (epoch !== this.epoch) return connection.close(closeCodes.epochReplaced);
		if (this.connections.size >= this.#context.limits.maxConnectionsPerBoard)
			return connection.close(closeCodes.tooBig);
		this.connections.add(connection);
		connection.onClose(() => this.#leave(connection));
		if (connection.isClosed) return;
		this.#greet(connection);
		this.presence.welcome(connection);
		this.facilitation.welcome(connection);
		this.#attend(connection);
	}

	/** Makes everybody a viewer, or gives back what the roles allow; said also when only something else has changed. */
	setReadOnly(isReadOnly: boolean): void {
		this.#isReadOnly = isReadOnly;
		for (const connection of this.connections) this.#greet(connection);
	}

	/** Changes the board in the server's name; true once that is on disk, false when it never will be. */
	async change(change: (doc: Y.Doc) => void, point?: PointMark): Promise<boolean> {
		if (!this.#document) return false;
		try {
			const made = this.#document.change(change, point);
			if (made) this.#append(made, null);
		} catch (cause) {
			void this.#reload('change');
			throw cause;
		}
		return this.#line.settled();
	}

	/** The board as it is in memory, which the disk may not hold yet; null while none is loaded. */
	boardNow(): Board | null {
		return this.#document?.board() ?? null;
	}

	/** The board once everything in it is on disk; null when the room ended meanwhile. */
	async read(): Promise<Board | null> {
		if (!this.#document) return null;
		const board = this.#document.board();
		return (await this.#line.settled()) ? board : null;
	}

	/** Takes in what other processes wrote, as far as this one does not know it yet. */
	catchUp(seq = Infinity): Promise<void> {
		return this.state === 'live' ? this.#position.catchUp(seq) : Promise.resolve();
	}

	/** A snapshot now holds these rows. */
	noteCompaction(rows: number): void {
		this.#position.noteCompaction(rows);
	}

	/** Commits what is on its way and sends everybody what is due, then closes with this code. */
	async drain(code: CloseCode): Promise<void> {
		if (this.state === 'degraded' || this.state === 'cold') return;
		this.#enter('draining');
		for (const connection of this.connections) connection.setHandler(null);
		await Promise.all([this.#line.settled(), this.facilitation.settled()]);
		this.#broadcast.flush();
		this.end(code);
	}

	/** Closes everybody's connection and forgets the document. What was not committed stays with the clients. */
	end(code: CloseCode): void {
		if (this.endCode !== null) return;
		this.endCode = code;
		this.#enter('cold');
		this.#broadcast.stop();
		this.presence.stop();
		for (const connection of this.connections) connection.close(code);
		this.#document?.destroy();
		this.#document = null;
		this.#listener.onEnded(this);
	}

	#enter(state: RoomState): void {
		this.#context.metrics.roomChanged(this.state, state);
		this.state = state;
	}

	#greet(connection: Connection): void {
		const { epoch } = this;
		greet(connection, { epoch, isReadOnly: this.#isReadOnly, document: this.#document });
	}

	#attend(connection: Connection): void {
		connection.setHandler((message) => this.#receive(connection, message));
	}

	#leave(connection: Connection): void {
		if (!this.connections.delete(connection)) return;
		this.presence.leave(connection);
		if (this.connections.size === 0) this.#listener.onDeserted(this);
	}

	#receive(connection: Connection, message: Incoming): void {
		switch (message.kind) {
			case 'step1':
				return this.#answer(connection, message.stateVector);
			case 'step2':
				this.#write(connection, message.update, 'answer');
				return this.#answered(connection);
			case 'update':
				return this.#write(connection, message.update, 'news');
			case 'saved':
				return acknowledge(connection, message.marker, this.#line, this.#context.metrics);
			case 'presence':
				return this.presence.receive(connection, message.bytes);
			case 'queryPresence':
				return this.presence.welcome(connection);
			case 'lead':
				return this.facilitation.lead(connection, message.request, this.#isReadOnly);
		}
	}

	#answer(connection: Connection, stateVector: Uint8Array): void {
		if (!this.#document) return;
		if (!connection.mayAskForState()) return connection.close(closeCodes.tooFast);
		if (stateVector.length > this.#context.limits.maxStateVectorBytes)
			return connection.close(closeCodes.badFrame);
		const isEverything = stateVector.length === 1 && stateVector[0] === 0;
		const update = isEverything ? this.#document.fullState() : this.#document.since(stateVector);
		if (!update) return connection.close(closeCodes.badFrame);
		connection.isAwaitingSync = true;
		// Encoded now, sent once everything in it is on disk; what is committed later follows in order.
		this.#line.afterAll(() => {
			connection.isAwaitingSync = false;
			connection.send(step2Frame(update));
			this.#context.metrics.sent('step2', update.length, 1);
		});
	}

	#write(connection: Connection, update: Uint8Array, kind: 'news' | 'answer' | 'secondTry'): void {
		const { person } = connection;
		if (!person || !this.#document) return;
		if (!mayWrite(person.role)) {
			connection.hasDroppedWrites = true;
			return this.#context.metrics.dropped('viewerWrite');
		}
		const startedAt = performance.now();
		const outcome = judgeWrite(this.#document, update, person, {
			isReadOnly: this.#isReadOnly,
			rights: this.facilitation.rights(),
			stampsRest: this.facilitation.stampsRest
		});
		this.#context.metrics.applied(performance.now() - startedAt);
		switch (outcome.kind) {
			case 'nothingNew':
				return;
			case 'changed':
				return this.#append(outcome.change, connection);
			case 'refused':
				return this.#refuse(connection, outcome.reason, outcome.isSpoilt);
			case 'missing':
				if (kind === 'secondTry') {
					this.#context.metrics.refused('conflict');
					return connection.close(closeCodes.conflict);
				}
				// Typed while connecting: it builds on what was written offline, and the answer to our step 1,
				// which is on its way, holds both.
				if (kind === 'news' && !connection.hasAnswered) {
					connection.hasPassedOver = true;
					return this.#context.metrics.dropped('beforeAnswer');
				}
				return this.#retry(connection, update);
		}
	}

	/** Another process may hold what this update builds on; its later messages wait meanwhile. */
	#retry(connection: Connection, update: Uint8Array): void {
		connection.setHandler(null);
		connection.isRetrying = true;
		void this.catchUp().then(() => {
			connection.isRetrying = false;
			if (connection.isClosed || this.state !== 'live') return;
			this.#write(connection, update, 'secondTry');
			this.#answered(connection);
			if (this.state === 'live') this.#attend(connection);
		});
	}

	#refuse(connection: Connection, reason: Refused['reason'], isSpoilt: boolean): void {
		refuse(connection, reason, this.boardId, this.#context);
		if (isSpoilt) void this.#reload(reason);
	}

	/** Builds the document anew from the log, which never saw what was refused. */
	#reload(reason: string): Promise<void> {
		if (this.state !== 'live') return this.settled();
		this.#context.metrics.reloaded(reason);
		return this.load();
	}

	#append({ bytes, ...change }: Change, author: Author): void {
		const participantId = author?.person?.participantId ?? null;
		this.#line.add(
			{
				boardId: this.boardId,
				epoch: this.epoch,
				participantId,
				...change,
				bytes: sealBlob(1, bytes),
				at: Date.now()
			},
			author
		);
	}

	#committed(items: readonly Waiting<Author>[], seqs: readonly number[], ms: number): void {
		const { metrics, relay, nodeId } = this.#context;
		metrics.committed(items.length, ms);
		for (const { row, item } of items) this.#broadcast.add(row.bytes.subarray(1), item);
		const seq = this.#position.noteCommit(items, seqs);
		relay.hint({ boardId: this.boardId, epoch: this.epoch, seq, nodeId });
		const { needsSnapshot } = this.#position;
		if (needsSnapshot !== 'no') this.#listener.onLogGrown(this, needsSnapshot);
	}

	#answered(connection: Connection): void {
		answered(connection, this.#line, this.#context.metrics);
	}

	#fail(reason: 'no-board' | 'deleted' | 'stale-epoch' | 'storage'): void {
		const { logger, storage } = this.#context;
		if (this.endCode !== null) return;
		if (reason === 'stale-epoch') return this.end(closeCodes.epochReplaced);
		if (reason !== 'storage') return this.end(closeCodes.boardGone);
		logger.error({ board: this.boardId, engine: storage.engine }, 'commit failed, board degraded');
		this.#enter('degraded');
		this.end(closeCodes.storageDown);
	}

	#absorb(rows: readonly LogRow[]): void {
		for (const row of rows) {
			const news = this.#document?.absorb(row);
			if (news) this.#broadcast.add(news, null);
		}
	}
}
