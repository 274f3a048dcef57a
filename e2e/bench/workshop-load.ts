import { once } from 'node:events';
import { decoding, encoding } from 'lib0';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import {
	addCard,
	editCardText,
	moveCards
} from '@renkei/shared/document/commands/card-commands.ts';
import type { Author } from '@renkei/shared/document/origins.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { messageTypes } from '@renkei/shared/protocol/messages.ts';
import { marker, pause, receive, syncStep1, updateFrame, waitUntil } from './drag-load.ts';

/** How to connect somebody and the screen of the room, and where the CPU of the server is read. */
interface Room {
	readonly connect: (index: number) => WebSocket;
	readonly authorOf: (index: number) => Author;
	readonly connectScreen: () => WebSocket;
	readonly cpuMs: () => number;
}

/** What came of it; times in ms, one for every edit and every screen that was watched. */
interface Measured {
	readonly sent: number;
	readonly missing: number;
	readonly edits: readonly number[];
	readonly saved: readonly number[];
	readonly presence: readonly number[];
	/** Bytes of presence a second to one person. */
	readonly presenceBytes: number;
	/** CPU time of all threads of the server per time passed. */
	readonly cores: number;
}

/** How many people's screens decode what they hear, to time it; so does the screen of the room. */
const watchedPeople = 3;
/** With more than fifteen people a screen speaks of itself so often, while its pointer moves: always, here. */
const presenceEveryMs = 100;
/** Of its turns of presence so many are a drag, at the end of which the card is dropped. */
const turnsToDrop = 80;
const dragTurns = 15;
/** Somebody types a sentence every so many turns, and puts up a card of their own at every third of them. */
const turnsToType = 150;
const settleMs = 5000;

/** One screen that is watched. */
interface Watch {
	readonly doc: Y.Doc;
	/** How far it has seen each writer: an index into the edits of that writer. */
	readonly seen: Map<number, number>;
}

/** An edit: by its author's clock when it was made, and when it should have left. */
interface Edit {
	readonly clock: number;
	readonly due: number;
}

/**
 * Everybody's pointer moves all the time; from time to time each drags a card, types, or puts up a new one. Open-loop:
 * all times are fixed in advance, so that a stall of the server is counted and not waited for.
 */
export async function runWorkshop(
	room: Room,
	{ people, seconds }: { readonly people: number; readonly seconds: number },
	base: Uint8Array
): Promise<Measured> {
	const edits: number[] = [];
	const saved: number[] = [];
	const presence: number[] = [];
	const madeBy = new Map<number, Edit[]>();
	const watches: Watch[] = [];
	const sockets: WebSocket[] = [];
	const start = { at: Infinity };
	let presenceBytes = 0;

	const enter = async (socket: WebSocket, doc: Y.Doc, isWatched: boolean): Promise<void> => {
		socket.binaryType = 'nodebuffer';
		sockets.push(socket);
		const isFirst = sockets.length === 1;
		socket.on('message', (data: Buffer) => {
			const type = data[0];
			if (type === messageTypes.sync && (isWatched || data[1] === 0)) receive(socket, doc, data);
			else if (type === messageTypes.presence) {
				if (isFirst) presenceBytes += data.length;
				if (isWatched) heard(data, start.at, presence);
			}
		});
		await once(socket, 'open');
		socket.send(syncStep1(doc));
		if (isWatched) watch(doc);
	};
	const watch = (doc: Y.Doc): void => {
		const seen = new Map<number, number>();
		watches.push({ doc, seen });
		doc.on('afterTransaction', ({ afterState, beforeState }: Y.Transaction) => {
			const now = performance.now();
			for (const [client, clock] of afterState) {
				// Whoever makes an edit sees it at once.
				if (client === doc.clientID || clock === beforeState.get(client)) continue;
				const made = madeBy.get(client) ?? [];
				let at = seen.get(client) ?? 0;
				for (; at < made.length; at += 1) {
					const edit = made[at];
					if (!edit || edit.clock > clock) break;
					edits.push(now - edit.due);
				}
				seen.set(client, at);
			}
		});
	};
	const newDoc = (): Y.Doc => {
		const doc = new Y.Doc();
		Y.applyUpdate(doc, base);
		return doc;
	};

	const docs: Y.Doc[] = [];
	for (let index = 0; index < people; index += 1) {
		const doc = newDoc();
		await enter(room.connect(index), doc, index < watchedPeople);
		docs.push(doc);
	}
	await enter(room.connectScreen(), newDoc(), true);
	await pause(1000);

	const cpuBefore = room.cpuMs();
	presenceBytes = 0;
	start.at = performance.now() + 200;
	await Promise.all(
		docs.map(async (doc, index) => {
			const socket = sockets[index];
			if (!socket) return;
			const author = room.authorOf(index);
			await sit({ index, author, doc, socket, startAt: start.at, seconds, people, madeBy, saved });
		})
	);
	const passedMs = performance.now() - start.at;
	const cores = (room.cpuMs() - cpuBefore) / passedMs;
	const perSecond = presenceBytes / (passedMs / 1000);
	const count = [...madeBy.values()].reduce((sum, made) => sum + made.length, 0);
	const expected = watches.map(({ doc }) => count - (madeBy.get(doc.clientID)?.length ?? 0));
	const seenBy = ({ seen }: Watch): number =>
		[...seen.values()].reduce((sum, many) => sum + many, 0);
	const missing = (): number =>
		watches.reduce((sum, each, at) => sum + (expected[at] ?? 0) - seenBy(each), 0);
	await waitUntil(() => missing() === 0, settleMs);
	for (const socket of sockets) socket.terminate();
	return {
		sent: count,
		missing: missing(),
		edits,
		saved,
		presence,
		presenceBytes: perSecond,
		cores
	};
}

/** One person's whole workshop. */
async function sit({
	index,
	author,
	doc,
	socket,
	startAt,
	seconds,
	people,
	madeBy,
	saved
}: {
	readonly index: number;
	readonly author: Author;
	readonly doc: Y.Doc;
	readonly socket: WebSocket;
	readonly startAt: number;
	readonly seconds: number;
	readonly people: number;
	readonly madeBy: Map<number, Edit[]>;
	readonly saved: number[];
}): Promise<void> {
	const made: Edit[] = [];
	madeBy.set(doc.clientID, made);
	const markers = new Map<number, number>();
	const frames: Uint8Array[] = [];
	doc.on(
		'update',
		(update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
			if (local) frames.push(updateFrame(update));
		}
	);
	socket.on('message', (data: Buffer) => {
		if (data[0] !== messageTypes.saved) return;
		const due = markers.get(decoding.readVarUint(decoding.createDecoder(data.subarray(1))));
		if (due !== undefined) saved.push(performance.now() - due);
	});
	const dragged = `card${index}` as CardId;
	const typed = `card${index + people}` as CardId;
	const turns = (seconds * 1000) / presenceEveryMs;
	const offset = (index * presenceEveryMs) / people;
	// Not all drop, nor type, at one moment.
	const dropShift = (index * turnsToDrop) / people;
	const typeShift = (index * turnsToType) / people;
	for (let turn = 0; turn < turns; turn += 1) {
		const due = startAt + offset + turn * presenceEveryMs;
		const wait = due - performance.now();
		if (wait > 0) await pause(wait);
		const inDrag = Math.floor(turn + dropShift) % turnsToDrop;
		const inText = Math.floor(turn + typeShift) % turnsToType;
		const isDragging = inDrag >= turnsToDrop - dragTurns;
		socket.send(
			presenceFrame(doc.clientID, turn + 1, {
				cursor: [index, turn],
				selection: isDragging ? [dragged] : [],
				editing: inText > turnsToType - 30 ? typed : null,
				drag: isDragging ? { ids: [dragged], dx: turn, dy: inDrag } : null
			})
		);
		if (inDrag === turnsToDrop - 1) moveCards(doc, new Map([[dragged, [index * 10, turn]]]));
		if (inText === 0) {
			editCardText(doc, typed, { index: 0, remove: 20, insert: '夜間に連絡がつかず、不安にな' });
			if (turn % 3 === 0) addCard(doc, { type: 'fact', text: '往診までに時間がかかる' }, author);
		}
		if (frames.length === 0) continue;
		// Every gesture is a frame of its own, as the client sends it.
		for (const frame of frames.splice(0)) socket.send(frame);
		made.push({ clock: Y.getState(doc.store, doc.clientID), due });
		markers.set(made.length, due);
		socket.send(marker(made.length));
	}
}

/** What one screen says of itself. */
function presenceFrame(clientId: number, clock: number, state: object): Uint8Array {
	const entries = encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, 1);
		encoding.writeVarUint(encoder, clientId);
		encoding.writeVarUint(encoder, clock);
		encoding.writeVarString(encoder, JSON.stringify(state));
	});
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, messageTypes.presence);
		encoding.writeVarUint8Array(encoder, entries);
	});
}

/** How long ago the pointers in a message were where it says. */
function heard(data: Buffer, startAt: number, times: number[]): void {
	const now = performance.now();
	const decoder = decoding.createDecoder(data.subarray(1));
	const inner = decoding.createDecoder(decoding.readVarUint8Array(decoder));
	for (let left = decoding.readVarUint(inner); left > 0; left -= 1) {
		decoding.readVarUint(inner);
		decoding.readVarUint(inner);
		const state = JSON.parse(decoding.readVarString(inner)) as { cursor?: [number, number] } | null;
		const turn = state?.cursor?.[1];
		if (turn === undefined) continue;
		// A pointer is told again every ten seconds, also one that rests.
		const since = now - (startAt + turn * presenceEveryMs);
		if (since < 5000) times.push(since);
	}
}
