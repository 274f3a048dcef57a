import { randomUUID } from 'node:crypto';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import type { Asker, LeadRefusal } from '@renkei/shared/facilitation/aid.ts';
import type { Board } from '@renkei/shared/method/board.ts';
import type { CloseCode } from '@renkei/shared/protocol/close-codes.ts';
import { closeCodes } from '@renkei/shared/protocol/close-codes.ts';
import type { GuessLimit } from '../auth/guess-limit.ts';
import { createGuessLimit } from '../auth/guess-limit.ts';
import type { RevokeNotice } from '../relay/relay.ts';
import { chooseColour } from './colours.ts';
import { Compactor } from './compactor.ts';
import type { Connection } from './connection.ts';
import { Departures } from './departures.ts';
import { documentOf } from './load-document.ts';
import { readWorkshopState } from './open-room-document.ts';
import { Room } from './room.ts';
import type { RoomFacilitation } from './room-facilitation.ts';
import type { SyncContext } from './sync-context.ts';
import { errorFields } from './sync-context.ts';

const tickMs = 1000;
/** How long nothing must have been written before a long log is compacted. */
const quietMs = 1000;
/** How often a process among several asks what it may have missed. */
const comparisonMs = 2000;
/** Somebody whose board ends at the moment of coming tries again so often. */
const maxOpenings = 3;

/** Each of these costs the others time: a refused update has the board built anew from the log. */
const offences: ReadonlySet<CloseCode | null> = new Set([
	closeCodes.badFrame,
	closeCodes.refused,
	closeCodes.tooFast
]);

/** Every board that is open in this process. */
export class Rooms {
	readonly context: SyncContext;
	readonly #rooms = new Map<string, Room>();
	readonly #connections = new Set<Connection>();
	readonly #reading = new Map<string, Promise<Board | null>>();
	readonly #idleTimers = new Map<string, NodeJS.Timeout>();
	readonly #quietTimers = new WeakMap<Room, NodeJS.Timeout>();
	readonly #offences: GuessLimit;
	readonly #departures = new Departures();
	readonly #compactor: Compactor;
	readonly #stops: (() => void)[] = [];
	readonly #timer: NodeJS.Timeout;
	#rested: (boardId: string) => void = () => {};
	#moment: SyncContext['onMoment'] = () => {};
	#comparedAt = 0;
	#closing: Promise<void> | null = null;

	constructor(context: Omit<SyncContext, 'nodeId' | 'onMoment'>) {
		this.context = {
			...context,
			nodeId: randomUUID(),
			onMoment: (boardId, kind, label) => this.#moment(boardId, kind, label)
		};
		this.#offences = createGuessLimit(context.limits.offencesPerMinute, () => performance.now());
		this.#compactor = new Compactor(this.context);
		const { relay } = context;
		const { nodeId } = this.context;
		this.#stops.push(
			relay.onHint((hint) => {
				const room = this.#rooms.get(hint.boardId);
				if (hint.nodeId !== nodeId && room?.epoch === hint.epoch) void room.catchUp(hint.seq);
			}),
			relay.onPresence((notice) => {
				if (notice.nodeId !== nodeId) this.#rooms.get(notice.boardId)?.presence.relay(notice.bytes);
			}),
			relay.onRevoke((notice) => void this.#revoke(notice))
		);
		this.#timer = setInterval(() => this.#tick(performance.now()), tickMs);
		this.#timer.unref();
	}

	/** Connections and rooms right now. */
	get size(): { readonly connections: number; readonly rooms: number } {
		return { connections: this.#connections.size, rooms: this.#rooms.size };
	}

	/** Told when people left a board, and when they paused after writing a lot: a moment to look at it. */
	onRested(listener: (boardId: string) => void): void {
		this.#rested = listener;
	}

	/** Told when something happened that the history of a board should name. */
	onMoment(listener: SyncContext['onMoment']): void {
		this.#moment = listener;
	}

	/** Looks after a connection from its first moment, before anybody knows who it is. */
	watch(connection: Connection): void {
		if (this.#closing) return connection.close(closeCodes.restart);
		this.#connections.add(connection);
		connection.onClose(() => this.#connections.delete(connection));
	}

	/** Brings a connection whose person is known to its board. */
	async enter(connection: Connection, boardId: string, epoch: number): Promise<void> {
		for (let opening = 0; opening < maxOpenings && !connection.isClosed; opening++) {
			const room = await this.#open(boardId);
			if (connection.isClosed) return;
			if (typeof room === 'number') return connection.close(room);
			if (room.state !== 'live') continue;
			if (!this.#mayStay(connection)) return connection.close(closeCodes.tooFast);
			this.#identify(connection, room);
			room.join(connection, epoch);
			this.#noteDeparture(connection, boardId);
			return;
		}
		connection.close(closeCodes.tryLater);
	}

	/** The board as it is on disk, null when there is none. Opens no room where none is open. */
	async readBoardNow(boardId: string): Promise<Board | null> {
		const board = await this.#live(boardId)?.read();
		if (board) return board;
		const known = this.#reading.get(boardId);
		if (known) return known;
		const reading = this.#readCold(boardId).finally(() => this.#reading.delete(boardId));
		this.#reading.set(boardId, reading);
		return reading;
	}

	/** Nobody has it open, so nobody can have written since somebody else asked. */
	async #readCold(boardId: string): Promise<Board | null> {
		const loaded = await this.context.storage.log.load(boardId);
		if (!loaded?.ok || loaded.state === 'deleted') return null;
		const doc = documentOf(loaded);
		try {
			return readBoard(doc);
		} finally {
			doc.destroy();
		}
	}

	/** Changes a board in the server's own name, the way every change goes; resolves true once it is on disk. */
	async applyServerChange(boardId: string, ...made: Parameters<Room['change']>): Promise<boolean> {
		const room = await this.#opened(boardId);
		if (!room) return false;
		const isDone = await room.change(...made);
		this.#planUnload(room);
		return isDone;
	}

	/** Does one command of leading at a board; null once it is done and on disk, else why not. */
	async lead(
		boardId: string,
		asker: Asker,
		request: { readonly aid: string; readonly command: unknown }
	): Promise<LeadRefusal | null> {
		const room = await this.#opened(boardId);
		if (!room) return 'notKept';
		if (room.isReadOnly) return 'boardClosed';
		const refused = await room.facilitation.ask(asker, request);
		this.#planUnload(room);
		return refused;
	}

	/** What is led at a board, as its room has it; null when it cannot be opened. */
	async facilitationOf(boardId: string): Promise<RoomFacilitation | null> {
		const room = await this.#opened(boardId);
		return room?.facilitation ?? null;
	}

	/** The participants connected to a board in this process, each once however many windows they have. */
	presentAt(boardId: string): ReadonlySet<string> {
		const present = new Set<string>();
		for (const { person, isClosed } of this.#rooms.get(boardId)?.connections ?? [])
			if (person && !isClosed) present.add(person.participantId);
		return present;
	}

	/** When each participant was last at a board in this process; only the last minutes are remembered. */
	departedFrom(boardId: string): ReadonlyMap<string, number> {
		return this.#departures.from(boardId, Date.now());
	}

	/** Ends every connection of one participant. */
	disconnectParticipant(participantId: string, code: CloseCode): void {
		for (const connection of this.#connections)
			if (connection.person?.participantId === participantId) connection.close(code);
	}

	/** Ends a board's room and every connection to it, for example because it was deleted or replaced. */
	closeBoard(boardId: string, code: CloseCode): void {
		this.#rooms.get(boardId)?.end(code);
	}

	/** Makes an open board one to look at, or gives the writers their rights back. */
	setReadOnly(boardId: string, isReadOnly: boolean): void {
		this.#rooms.get(boardId)?.setReadOnly(isReadOnly);
	}

	/** Commits everything, tells everybody to come back later, and lets go; within the time for shutting down. */
	close(): Promise<void> {
		this.#closing ??= this.#close();
		return this.#closing;
	}

	async #close(): Promise<void> {
		clearInterval(this.#timer);
		for (const stop of this.#stops) stop();
		for (const timer of this.#idleTimers.values()) clearTimeout(timer);
		const { shutdownMs } = this.context.limits;
		const drained = Promise.all(
			[...this.#rooms.values()].map((room) => room.drain(closeCodes.restart))
		);
		await within(drained, shutdownMs * 0.6);
		for (const connection of this.#connections) connection.close(closeCodes.restart);
		const gone = [...this.#connections].map(
			(connection) => new Promise<void>((resolve) => connection.onClose(resolve))
		);
		await within(Promise.all(gone), shutdownMs * 0.2);
		for (const connection of this.#connections) connection.terminate();
		await this.#compactor.close();
	}

	#live(boardId: string): Room | null {
		const room = this.#rooms.get(boardId);
		return room?.state === 'live' ? room : null;
	}

	/** The room of a board, opened where it is not; null when it cannot be. */
	async #opened(boardId: string): Promise<Room | null> {
		for (let opening = 0; opening < maxOpenings; opening++) {
			const room = await this.#open(boardId);
			if (typeof room === 'number') return null;
			if (room.state === 'live') return room;
		}
		return null;
	}

	/** The room of a board, loaded; or the code with which to send people away. */
	async #open(boardId: string): Promise<Room | CloseCode> {
		if (this.#closing) return closeCodes.restart;
		let room = this.#rooms.get(boardId);
		if (!room) {
			const health = await this.context.storage.health();
			// A board opened on a broken storage could take words it cannot keep.
			if (!health.ok) return closeCodes.storageDown;
			room = this.#rooms.get(boardId);
		}
		if (!room) {
			room = new Room(boardId, this.context, {
				onEnded: (ended) => this.#forget(ended),
				onDeserted: (deserted) => this.#planUnload(deserted),
				onLogGrown: (grown, when) => this.#planCompaction(grown, when)
			});
			this.#rooms.set(boardId, room);
			await room.load();
		} else await room.settled();
		if (room.state === 'live') this.#planUnload(room);
		return room.endCode ?? room;
	}

	/** One person's program run wild, or a curious one's, must leave room and time for the others at the table. */
	#mayStay(connection: Connection): boolean {
		const id = connection.person?.participantId;
		if (id === undefined) return false;
		if (this.#offences.waitMs(id) > 0) return false;
		let count = 0;
		for (const { person, isClosed } of this.#connections)
			if (person?.participantId === id && !isClosed) count++;
		if (count > this.context.limits.maxConnectionsPerParticipant) return false;
		connection.onClose(() => {
			if (offences.has(connection.closedWith)) this.#offences.wrong(id);
		});
		return true;
	}

	#identify(connection: Connection, room: Room): void {
		const { person } = connection;
		if (!person || person.isScreen) return;
		const present = [...room.connections].flatMap(({ identity }) => identity ?? []);
		const { participantId: participant, profession, role, table } = person;
		connection.identity = {
			participant,
			role,
			profession,
			table,
			who: chooseColour({ participant, profession }, present)
		};
	}

	#noteDeparture(connection: Connection, boardId: string): void {
		const { person } = connection;
		if (!person || person.isScreen) return;
		const { participantId } = person;
		connection.onClose(() => this.#departures.note(boardId, participantId, Date.now()));
	}

	#planUnload(room: Room): void {
		const { boardId } = room;
		clearTimeout(this.#idleTimers.get(boardId));
		const timer = setTimeout(() => {
			this.#idleTimers.delete(boardId);
			// Checked and ended in one go: nobody can come in between.
			if (this.#rooms.get(boardId) !== room) return;
			if (room.connections.size > 0) return;
			if (!room.isIdle) return this.#planUnload(room);
			const isWorthCompacting = room.hasLooseRows;
			room.end(closeCodes.tryLater);
			if (isWorthCompacting) void this.#compactor.compact(boardId);
			this.#rested(boardId);
		}, this.context.limits.idleUnloadMs);
		timer.unref();
		this.#idleTimers.set(boardId, timer);
	}

	#forget(room: Room): void {
		if (this.#rooms.get(room.boardId) === room) this.#rooms.delete(room.boardId);
		clearTimeout(this.#idleTimers.get(room.boardId));
		this.#idleTimers.delete(room.boardId);
	}

	/** People feel a second thread at work: it waits until they pause, unless that takes too long. */
	#planCompaction(room: Room, when: 'soon' | 'now'): void {
		clearTimeout(this.#quietTimers.get(room));
		if (when === 'now') return void this.#compact(room);
		const timer = setTimeout(() => void this.#compact(room), quietMs);
		timer.unref();
		this.#quietTimers.set(room, timer);
	}

	async #compact(room: Room): Promise<void> {
		room.noteCompaction(await this.#compactor.compact(room.boardId));
		this.#rested(room.boardId);
	}

	#tick(now: number): void {
		for (const connection of this.#connections) connection.tick(now);
		for (const room of this.#rooms.values()) {
			room.presence.tick(now);
			if (room.state === 'live') room.facilitation.tick();
		}
		if (this.context.relay.engine === 'local' || now - this.#comparedAt < comparisonMs) return;
		this.#comparedAt = now;
		void this.#compare();
	}

	/** Hints may be lost; the numbers in the log are not. */
	async #compare(): Promise<void> {
		const { storage, logger } = this.context;
		try {
			const seqs = await storage.log.lastSeqs([...this.#rooms.keys()]);
			for (const [boardId, room] of this.#rooms) {
				const found = seqs.get(boardId);
				if (room.state !== 'live') continue;
				if (!found) room.end(closeCodes.boardGone);
				else if (found.epoch !== room.epoch) room.end(closeCodes.epochReplaced);
				else void room.catchUp(found.lastSeq);
			}
		} catch (cause) {
			logger.warn(errorFields(cause), 'comparing with the log failed');
		}
	}

	/** Rights changed: ends the connections the notice names, or has everybody's rights read again. */
	async #revoke({ participantId, boardId, workshopId, reason }: RevokeNotice): Promise<void> {
		for (const room of this.#rooms.values()) {
			if (boardId !== null && room.boardId !== boardId) continue;
			if (workshopId !== null && room.workshopId !== workshopId) continue;
			if (reason === 'deleted' && participantId === null) room.end(closeCodes.boardGone);
			else if (reason === 'changed' && participantId === null) await this.#readStateAgain(room);
			else
				for (const connection of room.connections)
					if (participantId === null || connection.person?.participantId === participantId)
						// Whoever has another role now comes back by himself and is asked again.
						connection.close(reason === 'changed' ? closeCodes.tryLater : closeCodes.forbidden);
		}
	}

	async #readStateAgain(room: Room): Promise<void> {
		const { storage, logger } = this.context;
		try {
			const { isClosed, epoch } = await readWorkshopState(room.boardId, storage);
			if (epoch !== null && epoch !== room.epoch) room.end(closeCodes.epochReplaced);
			else room.setReadOnly(isClosed);
		} catch (cause) {
			logger.warn({ board: room.boardId, ...errorFields(cause) }, 'reading the state failed');
		}
	}
}

/** Waits for something, but not longer than this. */
async function within(work: Promise<unknown>, ms: number): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	const timeout = new Promise<void>((resolve) => {
		timer = setTimeout(resolve, ms);
	});
	await Promise.race([work, timeout]);
	clearTimeout(timer);
}
