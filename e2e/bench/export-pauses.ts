import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { insertCards, moveCards } from '@renkei/shared/document/commands/card-commands.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { startApp } from '../support/app.ts';
import { createWorkshop, join, signInStaff } from '../support/people.ts';
import type { OpenedProvider } from '../support/provider.ts';
import { openProvider } from '../support/provider.ts';
import type { BenchRow } from './rows.ts';
import { atMost, quantile, told } from './rows.ts';

const cardCount = 60;
const sheetCount = 50;
const everyMs = 20;
const rounds = 3;
/** The longest that anybody may wait for an edit because others take their sheets home, beside the relay's own. */
const longestPauseMs = 50;

/** A line on which one end sends numbers and the other says which it has seen. */
interface Line {
	readonly send: (number: number) => void;
	readonly onSeen: (listener: (number: number) => void) => void;
	readonly close: () => void;
}

/**
 * One person drags a card while fifty sheets of the same board are asked for at once; another one watches. Beside it,
 * at the same time, the same through a relay that does nothing else: what both lose is the machine's. The median of
 * several servers, because one hiccup of the machine is longer than all that is measured here.
 */
export async function measureExportPauses(): Promise<readonly BenchRow[]> {
	const all: Round[] = [];
	for (let round = 0; round < rounds; round += 1) all.push(await measureRound());
	const median = (figure: (round: Round) => number): number => quantile(all.map(figure), 0.5);
	return [
		told(
			`${sheetCount} sheets at once: until the last one came`,
			median(({ tookMs }) => tookMs),
			'ms'
		),
		told(
			'meanwhile: edit → screen, ours, p50',
			median(({ ours }) => quantile(ours, 0.5)),
			'ms'
		),
		told(
			'meanwhile: longest edit → screen, raw relay',
			median(({ relay }) => Math.max(...relay)),
			'ms'
		),
		told(
			'meanwhile: longest edit → screen, ours',
			median(({ ours }) => Math.max(...ours)),
			'ms'
		),
		atMost(
			'meanwhile: longest edit → screen, ours beyond the relay',
			median(({ ours, relay }) => Math.max(...ours) - Math.max(...relay)),
			longestPauseMs,
			'ms'
		)
	];
}

/** How long each edit took on both lines while the files were written, in ms. */
interface Round {
	readonly ours: readonly number[];
	readonly relay: readonly number[];
	readonly tookMs: number;
}

async function measureRound(): Promise<Round> {
	const app = await startApp();
	const relay = await openRelayLine();
	try {
		const staff = await signInStaff(app);
		const workshop = await createWorkshop(staff, { start: 'i-city-mitori' });
		const writer = await openProvider(app, await join(app, workshop.joinCode));
		const reader = await openProvider(app, await join(app, workshop.joinCode));
		fillBoard(writer);
		await writer.saved();
		const board = workshop.boards[0]?.id ?? '';
		const urls = Array.from({ length: sheetCount }, (_, index) => {
			// Each of another day: equal wishes at the same moment would be written once.
			const day = new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
			return `${app.url}/api/boards/${board}/export/pdf?date=${day}`;
		});
		const round = await whileTaking(
			urls,
			staff.cookie(),
			lineBetween(writer.doc, reader.doc),
			relay
		);
		writer.close();
		reader.close();
		return round;
	} finally {
		relay.close();
		await app.dispose();
	}
}

/** Sends on both lines at a fixed rate until all files have come; how long each number took, in ms. */
async function whileTaking(
	urls: readonly string[],
	cookie: string,
	ours: Line,
	relay: Line
): Promise<Round> {
	const load = fork(fileURLToPath(new URL('export-load.ts', import.meta.url)));
	await once(load, 'message');
	const measured = [watch(ours), watch(relay)] as const;
	let number = 0;
	const timer = setInterval(() => {
		number += 1;
		for (const one of measured) one.send(number);
	}, everyMs);
	await pause(500);
	const startedAt = performance.now();
	load.send({ urls, cookie });
	await once(load, 'message');
	const tookMs = performance.now() - startedAt;
	await pause(500);
	clearInterval(timer);
	await pause(500);
	load.disconnect();
	const [oursTook, relayTook] = measured.map((one) => one.took());
	return { ours: oursTook ?? [], relay: relayTook ?? [], tookMs };
}

function watch(line: Line) {
	const sentAt = new Map<number, number>();
	const took: number[] = [];
	line.onSeen((seen) => {
		const now = performance.now();
		// A later place of the same card says that the earlier ones have come too.
		for (const [number, at] of sentAt)
			if (number <= seen) {
				took.push(now - at);
				sentAt.delete(number);
			}
	});
	return {
		send: (number: number): void => {
			sentAt.set(number, performance.now());
			line.send(number);
		},
		took: (): readonly number[] => {
			if (sentAt.size > 0) throw new Error(`${sentAt.size} edits never came`);
			return took;
		}
	};
}

/** The numbers travel as places of one card. */
function lineBetween(from: Y.Doc, to: Y.Doc): Line {
	const id = 'dragged' as CardId;
	let listener: (number: number) => void = () => {};
	to.on('update', () => {
		const entry = to.getMap('cards').get(id);
		const position: unknown = entry instanceof Y.Map ? entry.get('position') : null;
		if (Array.isArray(position)) listener(Number(position[0]));
	});
	return {
		send: (number) => moveCards(from, new Map([[id, [number, 0]]])),
		onSeen: (next) => (listener = next),
		close: () => {}
	};
}

async function openRelayLine(): Promise<Line> {
	const relay = fork(fileURLToPath(new URL('relay.ts', import.meta.url)));
	const [{ port }] = (await once(relay, 'message')) as [{ port: number }];
	const sockets = [0, 1].map(
		() => new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false })
	);
	await Promise.all(sockets.map((socket) => once(socket, 'open')));
	let listener: (number: number) => void = () => {};
	sockets[1]?.on('message', (data: Buffer) => listener(Number(data.toString())));
	return {
		send: (number) => sockets[0]?.send(String(number)),
		onSeen: (next) => (listener = next),
		close: () => relay.kill()
	};
}

function fillBoard({ doc, author }: OpenedProvider): void {
	const { size } = doc.getMap('cards');
	const cards = Array.from({ length: cardCount - size }, (_, index) => ({
		...(index === 0 ? { id: 'dragged' as CardId } : {}),
		type: index % 2 === 0 ? ('cause' as const) : ('measure' as const),
		text: `${index} 家族に対し、専門職が看取りに関するプロセスを十分説明しきれていない`
	}));
	insertCards(doc, cards, [], author);
}
