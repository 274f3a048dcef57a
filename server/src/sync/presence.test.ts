import { expect, test, vi } from 'vitest';
import * as encoding from 'lib0/encoding';
import type { Identity } from '@renkei/shared/protocol/presence.ts';
import { createLocalRelay } from '../relay/local.ts';
import { createMemoryStorage } from '../storage/memory.ts';
import { chooseColour } from './colours.ts';
import { presenceFrame } from './messages.ts';
import { decodePresence, PresenceTable } from './presence.ts';
import { startSyncServer } from './sync.driver.ts';

const owner = (participant: string) => ({
	identity: {
		participant,
		role: 'participant',
		profession: 'physician',
		table: 1,
		who: 1
	} as Identity
});
const message = (clientId: number, clock: number, state: unknown) =>
	encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, 1);
		encoding.writeVarUint(encoder, clientId);
		encoding.writeVarUint(encoder, clock);
		encoding.writeVarString(encoder, JSON.stringify(state));
	});
const shown = {
	cursor: [1, 2],
	selection: [],
	editing: null,
	preview: null,
	drag: null,
	view: null,
	draws: null,
	laser: null,
	follows: null
};
const news = (table: PresenceTable<ReturnType<typeof owner>>) =>
	(decodePresence(table.takeNews().bytes) ?? []).map(({ clientId, clock, json }) => ({
		clientId,
		clock,
		state: JSON.parse(json) as unknown
	}));
const newTable = () => new PresenceTable<ReturnType<typeof owner>>(2048, () => true);

test('who somebody is comes from the server, what the client claims is overwritten', () => {
	const table = newTable();
	const anna = owner('anna');
	const claim = { ...shown, identity: { ...anna.identity, role: 'staff' }, user: { name: 'x' } };
	expect(table.receive(anna, message(7, 1, claim), 1000)).toBe(true);
	expect(news(table)).toEqual([
		{ clientId: 7, clock: 1000, state: { ...shown, identity: anna.identity } }
	]);
});

test('somebody else’s screen is not taken, and an echo offends nobody', () => {
	const table = newTable();
	const [anna, ben] = [owner('anna'), owner('ben')];
	table.receive(anna, message(7, 1, shown), 1000);
	table.receive(ben, message(8, 1, shown), 1000);
	table.takeNews();
	expect(table.receive(ben, message(7, 99, { ...shown, cursor: [9, 9] }), 1001)).toBe(true);
	expect(table.hasNews).toBe(false);
	expect(table.receive(ben, message(7, 99, null), 1001)).toBe(true);
	expect(table.hasNews).toBe(false);
});

test('the echo of a screen that left brings no ghost; its owner may come back', () => {
	const table = newTable();
	const [anna, ben] = [owner('anna'), owner('ben')];
	table.receive(anna, message(7, 1, shown), 1000);
	table.leave(anna, 1001);
	expect(news(table)).toEqual([{ clientId: 7, clock: 1001, state: null }]);
	table.receive(ben, message(7, 1, shown), 1002);
	expect(table.hasNews).toBe(false);
	const annaAgain = owner('anna');
	table.receive(annaAgain, message(7, 1, shown), 1003);
	expect(news(table)).toMatchObject([{ clientId: 7, clock: 1003 }]);
});

test('the clock is ours: replays, restarts and a clock set back all move on', () => {
	const table = newTable();
	const anna = owner('anna');
	table.receive(anna, message(7, 5, shown), 1000);
	table.receive(anna, message(7, 2, shown), 900);
	expect(news(table)).toMatchObject([{ clock: 1001 }]);
	table.repeatAll(11_000);
	expect(news(table)).toMatchObject([{ clock: 11_000 }]);
});

test('nobody gets back what they said themselves', () => {
	const table = newTable();
	const [anna, ben] = [owner('anna'), owner('ben')];
	table.receive(anna, message(7, 1, shown), 1000);
	expect(table.takeNews().bytesWithout(anna)).toBeNull();
	table.receive(anna, message(7, 2, shown), 1001);
	table.receive(ben, message(8, 1, shown), 1001);
	const both = table.takeNews();
	expect(decodePresence(both.bytes)).toHaveLength(2);
	expect(decodePresence(both.bytesWithout(anna)!)).toMatchObject([{ clientId: 8 }]);
	expect(table.everybodyElse(ben)).not.toBeNull();
});

test('too much, or what is no presence, shows nothing', () => {
	const table = newTable();
	const anna = owner('anna');
	table.receive(anna, message(7, 1, { ...shown, text: 'x'.repeat(3000) }), 1000);
	expect(table.hasNews).toBe(false);
	table.receive(anna, message(7, 1, { cursor: 'everywhere' }), 1000);
	expect(news(table)).toMatchObject([{ state: { cursor: null, selection: [] } }]);
	expect(table.receive(anna, Uint8Array.of(5, 1), 1000)).toBe(false);
	expect(table.receive(anna, Uint8Array.of(255, 255, 255, 255, 15), 1000)).toBe(false);
});

test('colours: that of the profession, a free one where it is taken, one per person', () => {
	const physician = { participant: 'b', profession: 'physician' } as const;
	expect(chooseColour(physician, [])).toBe(1);
	expect(chooseColour(physician, [owner('a').identity])).toBe(2);
	expect(chooseColour({ ...physician, participant: 'a' }, [owner('a').identity])).toBe(1);
	const full = [1, 2, 3, 4, 5, 6, 7, 8].map((who) => ({ ...owner(`p${who}`).identity, who }));
	expect(chooseColour(physician, full)).toBe(1);
});

test('over real sockets: seen with a server-made identity, gone with the socket, spoof without effect', async () => {
	const server = await startSyncServer({
		storage: createMemoryStorage(),
		relay: createLocalRelay()
	});
	try {
		const [anna, ben] = [server.provider('anna'), server.provider('ben')];
		anna.awareness.setLocalState(shown);
		const seenByBen = () => ben.awareness.getStates().get(anna.awareness.clientID);
		await vi.waitFor(() =>
			expect(seenByBen()).toMatchObject({ cursor: [1, 2], identity: { participant: 'anna' } })
		);
		const mallory = await server.socket('mallory');
		mallory.wire.send(presenceFrame(message(mallory.heard.length + 5, 1, shown)));
		mallory.wire.send(
			presenceFrame(message(anna.awareness.clientID, 1e13, { ...shown, cursor: [6, 6] }))
		);
		anna.awareness.setLocalState({ ...shown, cursor: [3, 4] });
		await vi.waitFor(() => expect(seenByBen()).toMatchObject({ cursor: [3, 4] }));
		expect(mallory.wire.readyState).toBe(mallory.wire.OPEN);
		const since = performance.now();
		anna.ws?.close();
		anna.shouldConnect = false;
		await vi.waitFor(() => expect(seenByBen()).toBeUndefined(), { timeout: 1000 });
		expect(performance.now() - since).toBeLessThan(1000);
		// The unmodified client sends back all it hears: no echo may come back as somebody's screen.
		expect(ben.awareness.getLocalState()).toEqual({});
	} finally {
		await server.close();
	}
});

test('the screen of a room hears nothing of who is here, and shows itself to nobody', async () => {
	const server = await startSyncServer({
		storage: createMemoryStorage(),
		relay: createLocalRelay()
	});
	try {
		const [anna, ben] = [server.provider('anna'), server.provider('ben')];
		const screen = await server.socket('', `${server.boardId}.1?screen=wall`);
		anna.awareness.setLocalState(shown);
		const seenByBen = () => ben.awareness.getStates().get(anna.awareness.clientID);
		await vi.waitFor(() => expect(seenByBen()).toMatchObject({ cursor: [1, 2] }));
		screen.wire.send(presenceFrame(message(77, 1, shown)));
		// Asked for outright, too.
		screen.wire.send(new Uint8Array([3]));
		anna.awareness.setLocalState({ ...shown, cursor: [3, 4] });
		await vi.waitFor(() => expect(seenByBen()).toMatchObject({ cursor: [3, 4] }));
		expect(ben.awareness.getStates().has(77)).toBe(false);
		expect(screen.wire.readyState).toBe(screen.wire.OPEN);
		const types = screen.heard.map(([type]) => type);
		expect(types).toContain(101);
		expect(types).not.toContain(1);
		for (const frame of screen.heard)
			expect(Buffer.from(frame).toString('utf8')).not.toMatch(/anna|visitingNurse/);
	} finally {
		await server.close();
	}
});
