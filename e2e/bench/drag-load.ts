import { once } from 'node:events';
import { decoding, encoding } from 'lib0';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { messageTypes } from '@renkei/shared/protocol/messages.ts';
import { quantile } from './rows.ts';

/** The drag workload on one board: everybody listens, a few write at a fixed rate. */
export interface DragPlan {
	readonly clients: number;
	readonly writers: number;
	readonly editsPerSecond: number;
	readonly seconds: number;
}

/** What came of it; times in ms. `delivered` counts edits × the screens they had to reach. */
export interface DragResult {
	readonly sent: number;
	readonly delivered: number;
	readonly missing: number;
	readonly edit: { readonly p50: number; readonly p99: number };
	readonly saved: { readonly p50: number; readonly p99: number } | null;
	readonly cpuMs: number;
}

/** How to connect client `index`, and where the CPU of the server under test is read. */
export interface Target {
	readonly connect: (index: number) => WebSocket;
	readonly speaksSync: boolean;
	readonly cpuMs: () => number;
}

/** How many of the listening screens decode what they receive, to time it. */
const probes = 3;
const settleMs = 3000;

interface Writer {
	readonly socket: WebSocket;
	readonly doc: Y.Doc;
	readonly sentAt: number[];
	readonly markers: Map<number, number>;
}

/** Runs the workload open-loop: send times are fixed in advance, so a stall of the server is counted and not waited for. */
export async function runDrag(
	target: Target,
	plan: DragPlan,
	base: Uint8Array
): Promise<DragResult> {
	const latencies: number[] = [];
	const savedTimes: number[] = [];
	const sockets: WebSocket[] = [];
	const writers: Writer[] = [];
	const watchers: Y.Doc[] = [];
	const seen = new Set<string>();

	for (let index = 0; index < plan.clients; index += 1) {
		const socket = target.connect(index);
		socket.binaryType = 'nodebuffer';
		sockets.push(socket);
		await once(socket, 'open');
		const isWriter = index < plan.writers;
		const isProbe = !isWriter && index < plan.writers + probes;
		const doc = new Y.Doc();
		Y.applyUpdate(doc, base);
		if (target.speaksSync) socket.send(syncStep1(doc));
		const writer: Writer | null = isWriter ? { socket, doc, sentAt: [], markers: new Map() } : null;
		if (writer) writers.push(writer);
		if (isProbe) {
			watchers.push(doc);
			doc.getMap('cards').observeDeep((events) => {
				for (const { target: card } of events) {
					if (!(card instanceof Y.Map)) continue;
					const position: unknown = card.get('position');
					if (!Array.isArray(position)) continue;
					const [x, y] = position as [number, number];
					const key = `${watchers.indexOf(doc)}:${x}:${y}`;
					const at = writers[x]?.sentAt[y];
					if (at === undefined || seen.has(key)) continue;
					seen.add(key);
					latencies.push(performance.now() - at);
				}
			});
		}
		socket.on('message', (data: Buffer) => {
			const type = data[0];
			if (type === messageTypes.sync && (isProbe || (target.speaksSync && data[1] === 0)))
				receive(socket, doc, data);
			else if (type === messageTypes.saved && writer) {
				const decoder = decoding.createDecoder(data.subarray(1));
				const at = writer.markers.get(decoding.readVarUint(decoder));
				if (at !== undefined) savedTimes.push(performance.now() - at);
			}
		});
	}
	await waitUntil(() => sockets.every((socket) => socket.bufferedAmount === 0), 10_000);
	await pause(500);

	const cpuBefore = target.cpuMs();
	const everyMs = 1000 / plan.editsPerSecond;
	const total = plan.editsPerSecond * plan.seconds;
	const start = performance.now() + 100;
	await Promise.all(
		writers.map(async (writer, number) => {
			const frames: Uint8Array[] = [];
			writer.doc.on('update', (update: Uint8Array) => frames.push(updateFrame(update)));
			const entry = writer.doc.getMap('cards').get(`card${number}`);
			if (!(entry instanceof Y.Map)) throw new Error('The base document lacks the cards to drag.');
			for (let edit = 0; edit < total; edit += 1) {
				const due = start + edit * everyMs + (number * everyMs) / plan.writers;
				const wait = due - performance.now();
				if (wait > 0) await pause(wait);
				// The time it should have left, not the time it did: no coordinated omission.
				writer.sentAt[edit] = due;
				entry.set('position', [number, edit]);
				for (const frame of frames.splice(0)) writer.socket.send(frame);
				if (target.speaksSync) {
					writer.markers.set(edit + 1, due);
					writer.socket.send(marker(edit + 1));
				}
			}
		})
	);
	const expected = plan.writers * total;
	const last = total - 1;
	await waitUntil(
		() =>
			watchers.every((doc) =>
				writers.every((_, number) => {
					const entry = doc.getMap('cards').get(`card${number}`);
					const position = entry instanceof Y.Map ? entry.get('position') : null;
					return Array.isArray(position) && position[1] === last;
				})
			),
		settleMs
	);
	const cpuMs = target.cpuMs() - cpuBefore;
	const missing = watchers.reduce(
		(sum, doc) =>
			sum +
			writers.filter((_, number) => {
				const entry = doc.getMap('cards').get(`card${number}`);
				const position = entry instanceof Y.Map ? entry.get('position') : null;
				return !Array.isArray(position) || position[1] !== last;
			}).length,
		0
	);
	for (const socket of sockets) socket.terminate();
	return {
		sent: expected,
		delivered: expected * (plan.clients - 1),
		missing,
		edit: { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) },
		saved: target.speaksSync
			? { p50: quantile(savedTimes, 0.5), p99: quantile(savedTimes, 0.99) }
			: null,
		cpuMs
	};
}

/** Answers a state vector with what it lacks, and takes an update into the document. */
export function receive(socket: WebSocket, doc: Y.Doc, data: Buffer): void {
	const decoder = decoding.createDecoder(data.subarray(1));
	const kind = decoding.readVarUint(decoder);
	const bytes = decoding.readVarUint8Array(decoder);
	if (kind === 0) socket.send(sync(1, Y.encodeStateAsUpdate(doc, bytes)));
	else Y.applyUpdate(doc, bytes);
}

function sync(kind: number, bytes: Uint8Array): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, messageTypes.sync);
		encoding.writeVarUint(encoder, kind);
		encoding.writeVarUint8Array(encoder, bytes);
	});
}

/** What a screen asks first: everything it has not got. */
export const syncStep1 = (doc: Y.Doc): Uint8Array => sync(0, Y.encodeStateVector(doc));
/** An edit as it is sent. */
export const updateFrame = (update: Uint8Array): Uint8Array => sync(2, update);

/** Asks to be told once everything before it is on disk. */
export function marker(number: number): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, messageTypes.saved);
		encoding.writeVarUint(encoder, number);
	});
}

/** Waits so long. */
export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Waits until something holds, but no longer than this. */
export async function waitUntil(isTrue: () => boolean, withinMs: number): Promise<void> {
	const until = performance.now() + withinMs;
	while (!isTrue() && performance.now() < until) await pause(5);
}
