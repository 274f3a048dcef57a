import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { afterEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { insertAwaitedCards } from '@renkei/shared/document/commands/awaited-commands.ts';
import { mergeCards } from '@renkei/shared/document/commands/merge-commands.ts';
import { withdrawCards } from '@renkei/shared/document/commands/card-commands.ts';
import { rootsOf } from '@renkei/shared/document/layout.ts';
import type { OwnBallot, ShownBallot } from '@renkei/shared/facilitation/ballot.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { cardIdSchema } from '@renkei/shared/method/card.ts';
import { messageTypes } from '@renkei/shared/protocol/messages.ts';
import { createLocalRelay } from '../relay/local.ts';
import { createMemoryStorage } from '../storage/memory.ts';
import { openSqliteStorage } from '../storage/sqlite.ts';
import type { Storage } from '../storage/storage.ts';
import { sealBlob } from '../storage/storage.ts';
import type { BareSocket, SyncServer } from './sync.driver.ts';
import { startSyncServer } from './sync.driver.ts';

const minute = 60_000;
const by = { participant: 'writer', profession: null, now: 1 };
const cards = ['one', 'two', 'three', 'four'].map((id) => cardIdSchema.parse(id)) as [
	CardId,
	CardId,
	CardId,
	CardId
];
const [one, two, three, four] = cards;
const roles = {
	lead: 'facilitator',
	second: 'facilitator',
	clerk: 'recorder',
	looker: 'viewer'
} as const;

let server: SyncServer;
let requests = 0;
afterEach(async () => {
	vi.useRealTimers();
	await server.close();
});

async function start(storage: Storage = createMemoryStorage(), isNew = true): Promise<void> {
	const doc = new Y.Doc();
	doc.clientID = 7;
	rootsOf(doc).meta.set('schemaVersion', 1);
	const written = cards.map(
		(id) => ({ id, type: 'cause', text: `原因 ${id}`, author: by }) as const
	);
	insertAwaitedCards(doc, written);
	const firstContent = sealBlob(2, Y.encodeStateAsUpdateV2(doc));
	const limits = { maxConnectionsPerBoard: 100 };
	const relay = createLocalRelay();
	server = await startSyncServer({ storage, relay, roles, isNew, firstContent, limits });
}

async function ask(socket: BareSocket, command: object): Promise<string | null> {
	const request = ++requests;
	const text = JSON.stringify({ request, aid: 'ballot', command });
	socket.wire.send(
		encoding.encode((encoder) => {
			encoding.writeVarUint(encoder, messageTypes.lead);
			encoding.writeVarString(encoder, text);
		})
	);
	return vi.waitFor(() => {
		const answers = told<{ request: number; refused: string | null }>(socket, messageTypes.lead);
		const answer = answers.find((each) => each.request === request);
		if (!answer) throw new Error('no answer yet');
		return answer.refused;
	});
}

function told<T>(socket: BareSocket, type: number): T[] {
	return socket.heard
		.filter(([first]) => first === type)
		.map((frame) => JSON.parse(decoding.readVarString(decoding.createDecoder(frame.subarray(1)))));
}
type Told<T> = { readonly aids: { readonly ballot?: T } };
const shownTo = (socket: BareSocket): ShownBallot =>
	told<Told<ShownBallot>>(socket, messageTypes.facilitation).findLast(({ aids }) => aids.ballot)!
		.aids.ballot!;
const ownOf = (socket: BareSocket): OwnBallot | undefined =>
	told<Told<OwnBallot>>(socket, messageTypes.own).at(-1)?.aids.ballot;

async function sit(id: string, room?: string): Promise<BareSocket> {
	const socket = await server.socket(id, room);
	await vi.waitFor(() => expect(told(socket, messageTypes.facilitation)).toHaveLength(1));
	return socket;
}

async function open(lead: BareSocket, changes: object = {}): Promise<string> {
	const refused = await ask(lead, {
		do: 'open',
		title: '何から始めますか',
		rules: { budget: 3, perCard: 3, showCounts: 'after' },
		putUp: { by: 'cards', cards },
		leadersVote: false,
		minutes: null,
		...changes
	});
	expect(refused).toBeNull();
	return vi.waitFor(() => shownTo(lead).open!.id);
}
const cast = (socket: BareSocket, id: string, card: CardId, votes: number) =>
	ask(socket, { do: 'cast', id, card, votes });
const totals = ({ results }: ShownBallot) =>
	Object.fromEntries(results[0]!.cards.map(({ card, screen, paper }) => [card, screen + paper]));
const counted = async () => {
	const board = await server.rooms.readBoardNow(server.boardId);
	return cards.map((id) => board?.cards.get(id)?.votes);
};

/** Everything a socket heard of the board and of leading, with what differs from run to run made equal. */
function heardBy(socket: BareSocket, ballotId: string): string {
	return socket.heard
		.filter(([type, kind]) => !(type === messageTypes.sync && kind === 0))
		.filter(([type]) => type !== messageTypes.presence && type !== messageTypes.hello)
		.map((frame) => {
			if (frame[0]! < messageTypes.lead) return Buffer.from(frame).toString('base64');
			const json = decoding.readVarString(decoding.createDecoder(frame.subarray(1)));
			return json
				.replaceAll(ballotId, 'the-ballot')
				.replace(/"(serverNow|request|endsAt)":[\d.]+/g, '"$1":0');
		})
		.join('\n');
}

test('whatever somebody votes, nobody else hears anything that depends on it', async () => {
	// As different as can be, but as many each time: how many are done is what those who lead are told.
	const choices: readonly (readonly [CardId, number][])[] = [
		[
			[one, 2],
			[two, 1],
			[one, 1],
			[three, 1]
		],
		[
			[four, 2],
			[three, 1],
			[four, 1],
			[two, 1]
		],
		[
			[two, 2],
			[one, 1],
			[two, 1],
			[one, 2]
		]
	];
	const heard: string[][] = [];
	for (const choice of choices) {
		await start();
		const watchers = [
			await sit('lead'),
			await sit('clerk'),
			await sit('ben'),
			await sit('looker'),
			await sit('', 'board1.1?screen=ticket')
		];
		const [lead] = watchers as [BareSocket];
		const anna = await sit('anna');
		const id = await open(lead, { minutes: 5 });
		for (const [card, votes] of choice) expect(await cast(anna, id, card, votes)).toBeNull();
		const late = await sit('second');
		const exact = Object.fromEntries(
			(['one', 'two', 'three', 'four'] as const).flatMap((card) => {
				const last = choice.findLast(([each]) => each === card);
				return last ? [[card, last[1]]] : [];
			})
		);
		expect(ownOf(anna)?.votes).toEqual(exact);
		for (const watcher of [...watchers, late]) {
			const { open: shown } = shownTo(watcher);
			expect(shown).toMatchObject({ counts: null });
			expect(JSON.stringify(shown)).not.toContain('anna');
		}
		expect(shownTo(lead).open?.voters).toEqual({ some: 1, done: 1 });
		expect(await counted()).toEqual([null, null, null, null]);
		expect(server.logged.join()).not.toMatch(/anna|one|two|three|four/);
		heard.push([...watchers, late].map((watcher) => heardBy(watcher, id)));
		if (choice !== choices.at(-1)) await server.close();
	}
	const [first, ...others] = heard;
	// What is compared is really what was heard.
	expect(first?.[0]).toContain('the-ballot');
	for (const other of others) expect(other).toEqual(first);
});

test('ended by who leads: sums for all and on the cards, the second to end it finds it over', async () => {
	await start();
	const moments: unknown[] = [];
	server.rooms.onMoment((...moment) => void moments.push(moment));
	const [lead, second, anna, clerk] = [
		await sit('lead'),
		await sit('second'),
		await sit('anna'),
		await sit('clerk')
	];
	const id = await open(lead);
	expect(await cast(anna, id, two, 2)).toBeNull();
	expect(await cast(anna, id, two, 2)).toBeNull();
	expect(await ask(clerk, { do: 'setPaper', id, card: two, votes: 4 })).toBeNull();
	expect(await cast(lead, id, two, 1)).toBe('notAllowed');
	const answers = await Promise.all([lead, second].map((each) => ask(each, { do: 'end', id })));
	expect(new Set(answers)).toEqual(new Set([null, 'notNow']));
	await vi.waitFor(() => expect(shownTo(anna).open).toBeNull());
	expect(totals(shownTo(anna))).toEqual({ one: 0, two: 6, three: 0, four: 0 });
	expect(shownTo(anna).results).toHaveLength(1);
	expect(await counted()).toEqual([0, 6, 0, 0]);
	expect(moments).toEqual([['board1', 'voteEnd', '何から始めますか']]);
	expect((await server.storage.facilitation.read('board1'))!.state).not.toContain('anna');
	expect(await ask(lead, { do: 'chooseTop', id, count: 1 })).toBeNull();
	const board = await server.rooms.readBoardNow('board1');
	expect(board?.cards.get(two)).toMatchObject({ isRoot: true });
});

test('the clock ends it although nobody asks anything, and a late vote does not count', async () => {
	vi.useFakeTimers({ toFake: ['Date'] });
	await start();
	const [lead, anna] = [await sit('lead'), await sit('anna')];
	const id = await open(lead, { minutes: 1 });
	expect(await cast(anna, id, three, 3)).toBeNull();
	vi.setSystemTime(Date.now() + minute);
	await vi.waitFor(() => expect(shownTo(lead).open).toBeNull(), { timeout: 3000 });
	expect(totals(shownTo(lead))).toMatchObject({ three: 3 });
	expect(await cast(anna, id, one, 1)).toBe('notNow');
	expect(await counted()).toEqual([0, 0, 3, 0]);
	const again = await open(lead, { minutes: 1 });
	vi.setSystemTime(Date.now() + minute);
	// Whichever is faster, the clock or the vote: it came after the end.
	expect(await cast(anna, again, one, 1)).toBe('notNow');
	await vi.waitFor(() => expect(shownTo(lead).results).toHaveLength(2));
	expect(shownTo(lead).results[0]?.voters).toBe(0);
});

test('a restart in the middle keeps every vote, also one whose time runs out meanwhile', async () => {
	vi.useFakeTimers({ toFake: ['Date'] });
	const directory = mkdtempSync(join(tmpdir(), 'renkei-votes-'));
	try {
		await start(await openSqliteStorage({ directory }));
		const lead = await sit('lead');
		const id = await open(lead, { minutes: 2 });
		const people = ['anna', 'ben', 'cho'];
		for (const person of people) {
			const socket = await sit(person);
			expect(await cast(socket, id, one, 1)).toBeNull();
			expect(await cast(socket, id, two, 1)).toBeNull();
		}
		await server.close();
		await start(await openSqliteStorage({ directory }), false);
		const anna = await sit('anna');
		await vi.waitFor(() => expect(ownOf(anna)).toEqual({ of: id, votes: { one: 1, two: 1 } }));
		expect(await cast(anna, id, two, 2)).toBeNull();
		expect(await cast(anna, id, three, 1)).toBe('outOfRange');
		await server.close();
		vi.setSystemTime(Date.now() + 2 * minute);
		await start(await openSqliteStorage({ directory }), false);
		const late = await sit('looker');
		await vi.waitFor(() => expect(shownTo(late).open).toBeNull(), { timeout: 3000 });
		expect(totals(shownTo(late))).toEqual({ one: 3, two: 4, three: 0, four: 0 });
		expect(shownTo(late).results[0]?.voters).toBe(3);
		expect(await counted()).toEqual([3, 4, 0, 0]);
	} finally {
		await server.close();
		rmSync(directory, { recursive: true });
	}
});

test('votes for a card that is deleted meanwhile are given anew, those of a merged card stay', async () => {
	await start();
	const [lead, anna] = [await sit('lead'), await sit('anna')];
	const id = await open(lead);
	expect(await cast(anna, id, one, 2)).toBeNull();
	expect(await cast(anna, id, two, 1)).toBeNull();
	await server.rooms.applyServerChange('board1', (doc) => {
		withdrawCards(doc, [one], by);
		mergeCards(doc, three, [two], by);
	});
	expect(await cast(anna, id, one, 1)).toBe('notNow');
	expect(await cast(anna, id, four, 3)).toBe('outOfRange');
	expect(await cast(anna, id, four, 2)).toBeNull();
	expect(await ask(lead, { do: 'end', id })).toBeNull();
	await vi.waitFor(() => expect(totals(shownTo(lead))).toEqual({ three: 1, four: 2 }));
});

test('sixty people vote at once and every one is counted', async () => {
	await start();
	const lead = await sit('lead');
	const id = await open(lead);
	const people = await Promise.all(Array.from({ length: 60 }, (_person, at) => sit(`p${at}`)));
	const expected = [0, 0, 0, 0];
	await Promise.all(
		people.map(async (socket, at) => {
			const [first, other] = [at % 4, (at * 3 + 1) % 4];
			expect(await cast(socket, id, cards[first]!, 1)).toBeNull();
			expect(await cast(socket, id, cards[other]!, 2)).toBe(null);
			if (first === other) expected[first]! += 2;
			else {
				expected[first]! += 1;
				expected[other]! += 2;
			}
		})
	);
	expect(await ask(lead, { do: 'end', id })).toBeNull();
	expect(await counted()).toEqual(expected);
	await vi.waitFor(() => expect(shownTo(people[59]!).results[0]?.voters).toBe(60));
}, 20_000);
