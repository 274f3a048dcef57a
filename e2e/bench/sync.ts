import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { addCard } from '@renkei/shared/document/commands/card-commands.ts';
import type { Author } from '@renkei/shared/document/origins.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { App } from '../support/app.ts';
import { startApp } from '../support/app.ts';
import { createWorkshop, join, signInStaff, syncUrl } from '../support/people.ts';
import { openProvider } from '../support/provider.ts';
import type { DragPlan, DragResult } from './drag-load.ts';
import { runDrag } from './drag-load.ts';
import { costOf } from './process-cost.ts';
import type { BenchRow } from './rows.ts';
import { atMost, told } from './rows.ts';

const plan: DragPlan = { clients: 100, writers: 10, editsPerSecond: 20, seconds: 20 };
/** Many, so that what the connections cost stands out from what the process does anyway. */
const idleBoards = 3;
const readersPerBoard = 14;
/** Fewer than one person may have open at once. */
const idlePerReader = 25;

type Reader = Awaited<ReturnType<typeof join>>;

/** Ours beside a raw relay under the same load in the same run, in turns: relay, ours, relay, ours. */
export async function measureSync(): Promise<BenchRow[]> {
	const relayRuns: DragResult[] = [];
	const ourRuns: DragResult[] = [];
	for (let turn = 0; turn < 2; turn += 1) {
		relayRuns.push(await dragThroughRelay());
		const app = await startApp();
		try {
			ourRuns.push(await dragThroughUs(app));
		} finally {
			await app.dispose();
		}
	}
	const idleBytes = await bytesPerIdleConnection();
	const relay = merge(relayRuns);
	const ours = merge(ourRuns);
	const cost = ({ cpuMs, delivered }: DragResult): number => (cpuMs * 1000) / delivered;
	return [
		told('drag, raw relay: server CPU per delivered edit', cost(relay), 'µs'),
		told('drag, ours: server CPU per delivered edit', cost(ours), 'µs'),
		atMost('drag: CPU ours ÷ relay', cost(ours) / cost(relay), 1, '×'),
		told('drag, raw relay: edit → screen p50', relay.edit.p50, 'ms'),
		told('drag, raw relay: edit → screen p99', relay.edit.p99, 'ms'),
		told('drag, ours: edit → screen p50', ours.edit.p50, 'ms'),
		atMost('drag, ours: edit → screen p99', ours.edit.p99, relay.edit.p99 + 30, 'ms'),
		told('drag, ours: edit → on disk and acknowledged p50', ours.saved?.p50 ?? Number.NaN, 'ms'),
		atMost(
			'drag, ours: edit → on disk and acknowledged p99',
			ours.saved?.p99 ?? Number.NaN,
			50,
			'ms'
		),
		atMost('drag, ours: last edits missing on a screen', ours.missing, 0, 'edits'),
		atMost('idle connection: memory', idleBytes / 1024, 40, 'KB')
	];
}

async function dragThroughRelay(): Promise<DragResult> {
	const relay = fork(fileURLToPath(new URL('relay.ts', import.meta.url)));
	try {
		const [{ port }] = (await once(relay, 'message')) as [{ port: number }];
		const pid = relay.pid ?? 0;
		return await runDrag(
			{
				connect: () => new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false }),
				speaksSync: false,
				cpuMs: () => costOf(pid).cpuMs
			},
			plan,
			Y.encodeStateAsUpdate(boardToDrag(new Y.Doc()))
		);
	} finally {
		relay.kill();
	}
}

async function dragThroughUs(app: App): Promise<DragResult> {
	const workshop = await createWorkshop(await signInStaff(app));
	const people = await Promise.all(
		Array.from({ length: plan.clients }, () => join(app, workshop.joinCode))
	);
	const [first] = people;
	if (!first) throw new Error('Nobody joined.');
	const prepared = await openProvider(app, first);
	boardToDrag(prepared.doc, prepared.author);
	await prepared.saved();
	const base = Y.encodeStateAsUpdate(prepared.doc);
	prepared.close();
	return await runDrag(
		{
			connect: (index) => {
				const person = people[index] ?? first;
				return new WebSocket(syncUrl(app, person.access), {
					headers: { cookie: person.visitor.cookie(), origin: app.url },
					perMessageDeflate: false
				});
			},
			speaksSync: true,
			cpuMs: () => costOf(app.pid()).cpuMs
		},
		plan,
		base
	);
}

/** Resident memory of a fresh server per open connection that only listens, everything counted. */
async function bytesPerIdleConnection(): Promise<number> {
	const app = await startApp();
	try {
		const staff = await signInStaff(app);
		const readers: Reader[] = [];
		for (let board = 0; board < idleBoards; board += 1) {
			const { viewerCode } = await createWorkshop(staff);
			for (let reader = 0; reader < readersPerBoard; reader += 1)
				readers.push(await join(app, viewerCode));
		}
		// The first connections bring code and buffers to life that all later ones share.
		const first = await openReaders(app, readers, 2);
		const before = await settledMemory(app);
		const sockets = await openReaders(app, readers, idlePerReader);
		const after = await settledMemory(app);
		for (const socket of [...first, ...sockets]) socket.terminate();
		return (after - before) / sockets.length;
	} finally {
		await app.dispose();
	}
}

async function openReaders(
	app: App,
	readers: readonly Reader[],
	each: number
): Promise<WebSocket[]> {
	const sockets: WebSocket[] = [];
	for (const { visitor, access } of readers)
		for (let opened = 0; opened < each; opened += 1) {
			const socket = new WebSocket(syncUrl(app, access), {
				headers: { cookie: visitor.cookie(), origin: app.url },
				perMessageDeflate: false
			});
			await once(socket, 'message');
			sockets.push(socket);
		}
	return sockets;
}

/** The smallest resident memory within three seconds, so that garbage not yet collected counts as little as it can. */
async function settledMemory(app: App): Promise<number> {
	let smallest = Infinity;
	for (let look = 0; look < 30; look += 1) {
		await new Promise((done) => setTimeout(done, 100));
		smallest = Math.min(smallest, costOf(app.pid()).residentBytes);
	}
	return smallest;
}

const nobody: Author = { participant: 'bench', profession: null, now: 0 };

function boardToDrag(doc: Y.Doc, author: Author = nobody): Y.Doc {
	for (let number = 0; number < plan.writers; number += 1)
		addCard(
			doc,
			{ id: `card${number}` as CardId, type: 'cause', text: '家族の不安が高まってしまう' },
			author
		);
	return doc;
}

function merge(runs: readonly DragResult[]): DragResult {
	const sum = (read: (run: DragResult) => number): number =>
		runs.reduce((total, run) => total + read(run), 0);
	const mean = (read: (run: DragResult) => number): number => sum(read) / runs.length;
	const [first] = runs;
	return {
		sent: sum((run) => run.sent),
		delivered: sum((run) => run.delivered),
		missing: sum((run) => run.missing),
		edit: { p50: mean((run) => run.edit.p50), p99: mean((run) => run.edit.p99) },
		saved: first?.saved
			? {
					p50: mean((run) => run.saved?.p50 ?? 0),
					p99: mean((run) => run.saved?.p99 ?? 0)
				}
			: null,
		cpuMs: sum((run) => run.cpuMs)
	};
}
