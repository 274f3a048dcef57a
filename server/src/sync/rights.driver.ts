import { expect, vi } from 'vitest';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { graceMs } from '@renkei/shared/facilitation/phase.ts';
import type { Phase } from '@renkei/shared/facilitation/phase.ts';
import { closeCodes } from '@renkei/shared/protocol/close-codes.ts';
import { messageTypes } from '@renkei/shared/protocol/messages.ts';
import { savedFrame, step1Frame, updateFrame } from './messages.ts';
import type { BareSocket, SyncServer } from './sync.driver.ts';

/** Waits until what a socket has heard is enough, or it is closed. */
export async function until(socket: BareSocket, isEnough: () => boolean): Promise<void> {
	await Promise.race([
		socket.closed,
		new Promise<void>((resolve) => {
			const look = (): void => {
				if (!isEnough()) return;
				socket.wire.off('message', look);
				resolve();
			};
			socket.wire.on('message', look);
			look();
		})
	]);
}

/** The updates a socket was sent, asked for or not. */
export function updatesIn({ heard }: BareSocket, from = 0): Uint8Array[] {
	return heard
		.slice(from)
		.filter(([type, kind]) => type === messageTypes.sync && kind !== 0)
		.map((frame) => decoding.readVarUint8Array(decoding.createDecoder(frame.subarray(2))));
}

const has = ({ heard }: BareSocket, type: number): boolean =>
	heard.some(([first]) => first === type);

/** What the server made of one change. */
export interface Answer {
	/** Null when the server took it and has it on disk. */
	readonly reason: string | null;
	readonly clientId: number;
}

/** Comes to the board, sends one change, and hears what becomes of it. */
export async function attempt(
	server: SyncServer,
	id: string,
	change: (doc: Y.Doc, me: string) => void,
	room?: string
): Promise<Answer> {
	const socket = await server.socket(room ? '' : id, room);
	const doc = new Y.Doc();
	try {
		socket.wire.send(step1Frame(Uint8Array.of(0)));
		await until(socket, () => updatesIn(socket).length > 0);
		for (const update of updatesIn(socket)) Y.applyUpdate(doc, update);
		const before = Y.encodeStateVector(doc);
		change(doc, id);
		const dropped = server.metrics.count('dropped.viewerWrite');
		socket.wire.send(updateFrame(Y.encodeStateAsUpdate(doc, before)));
		socket.wire.send(savedFrame(1));
		// Who was not heard gets no answer about what is saved, but one about leading.
		socket.wire.send(leadFrame);
		await until(socket, () => has(socket, messageTypes.saved) || isSilent());
		const { clientID: clientId } = doc;
		if (isSilent()) return { reason: 'dropped', clientId };
		if (has(socket, messageTypes.saved)) return { reason: null, clientId };
		expect(await socket.closed).toBe(closeCodes.refused);
		const refused = socket.heard.find(([type]) => type === messageTypes.refused) ?? [];
		return { reason: JSON.parse(Buffer.from(refused.slice(2)).toString()).reason, clientId };

		function isSilent(): boolean {
			const wasDropped = server.metrics.count('dropped.viewerWrite') > dropped;
			return wasDropped && has(socket, messageTypes.lead);
		}
	} finally {
		socket.wire.terminate();
		doc.destroy();
	}
}

const leadFrame = (() => {
	const text = Buffer.from(JSON.stringify({ request: 1, aid: 'timer', command: { do: 'stop' } }));
	return Uint8Array.of(messageTypes.lead, text.length, ...text);
})();

/** Lets a part begin, or none run, and unless told otherwise the time for late words pass. */
export async function begin(
	server: SyncServer,
	phase: Phase | null,
	isSettled = true
): Promise<void> {
	const led = await server.rooms.facilitationOf(server.boardId);
	if (!led) throw new Error('there is no board');
	const { phases } = (await led.shown('leaders')) as {
		phases: { running: { since: number } | null };
	};
	const since = phases.running?.since ?? null;
	const command = phase ? { do: 'begin', phase, since } : { do: 'end', since };
	if (phase === null && since === null) return;
	const asker = { participantId: 'facilitator', role: 'facilitator', profession: null } as const;
	expect(await server.rooms.lead(server.boardId, asker, { aid: 'phases', command })).toBeNull();
	if (isSettled) pass(graceMs + 1);
}

/** Lets time pass by the clock on the wall, at once; `vi.useRealTimers` ends it. */
export function pass(ms: number): void {
	vi.setSystemTime(Date.now() + ms);
}

/** The board as somebody gets it who comes now. */
export async function fresh(server: SyncServer): Promise<Y.Doc> {
	const socket = await server.socket('fresh');
	socket.wire.send(step1Frame(Uint8Array.of(0)));
	await until(socket, () => updatesIn(socket).length > 0);
	const doc = new Y.Doc();
	for (const update of updatesIn(socket)) Y.applyUpdate(doc, update);
	return doc;
}
