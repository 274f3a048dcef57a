import { addCard } from '@renkei/shared/document/commands/card-commands.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import { schemaVersion } from '@renkei/shared/method/board.ts';
import { messageTypes, protocolVersion } from '@renkei/shared/protocol/messages.ts';
import { writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { ConnectionReport } from './connection.ts';
import { Connection } from './connection.ts';
import { ScriptedServer } from './scripted-server.ts';

const author = { participant: 'p1', profession: null, now: 1 };
const hello = {
	protocol: protocolVersion,
	schemaVersion,
	role: 'participant',
	epoch: 1,
	serverNow: 1000
};

let server: ScriptedServer;
let doc: Y.Doc;
let awareness: Awareness;
let connection: Connection;
let latest: ConnectionReport;
let told: ConnectionReport | null;
let savedTimes: number;
let closes: (readonly [number, string | null])[];
let led: (readonly [number, string])[];

function connect(unsentBefore = 0): void {
	connection = new Connection(
		{
			url: 'ws://board.test/sync',
			boardId: 'b1',
			epoch: 1,
			doc,
			awareness,
			unsentBefore,
			isLoading: (origin) => origin === 'copy',
			socket: server.socketClass
		},
		{
			report: (report) => (latest = told = report),
			allSaved: () => (savedTimes += 1),
			closed: (code, refused) => closes.push([code, refused]),
			led: (type, text) => led.push([type, text])
		}
	);
	latest = connection.report;
}

function write(): void {
	addCard(doc, { type: 'fact', text: '独居' }, author);
}

function open(): void {
	server.latest.open();
	server.welcome(hello);
}

function isSaved(): boolean {
	return latest.isOpen && latest.isSynced && latest.unsent === 0;
}

beforeEach(() => {
	vi.useFakeTimers();
	server = new ScriptedServer();
	doc = new Y.Doc();
	awareness = new Awareness(doc);
	awareness.setLocalState(null);
	told = null;
	savedTimes = 0;
	closes = [];
	led = [];
});

afterEach(() => {
	connection.destroy();
	awareness.destroy();
	vi.useRealTimers();
});

describe('what saved means', () => {
	test('a change counts as unsent until the server says it is on its disk', () => {
		connect();
		open();
		expect(isSaved()).toBe(true);
		write();
		expect(latest.unsent).toBe(1);
		vi.advanceTimersByTime(60);
		expect(server.markers.at(-1)).toBe(1);
		expect(isSaved()).toBe(false);
		server.acknowledge();
		expect(isSaved()).toBe(true);
	});

	test('many changes are asked about together, and an answer to the first does not cover the last', () => {
		connect();
		open();
		server.acknowledge();
		for (let count = 0; count < 20; count++) write();
		vi.advanceTimersByTime(60);
		expect(server.markers).toEqual([20]);
		write();
		server.acknowledge();
		expect(latest.unsent).toBe(1);
		vi.advanceTimersByTime(60);
		server.acknowledge();
		expect(isSaved()).toBe(true);
	});

	test('changes made before the line stood, or that an earlier page left, are saved only after their own answer', () => {
		connect(3);
		write();
		expect(latest.unsent).toBe(4);
		open();
		expect(isSaved()).toBe(false);
		expect(readBoard(server.doc).cards.size).toBe(1);
		expect(server.markers).toEqual([4]);
		server.acknowledge();
		expect(isSaved()).toBe(true);
		expect(savedTimes).toBe(1);
	});

	test('what an earlier page left unsent is told before there is any line', () => {
		connect(2);
		expect(told).toMatchObject({ isOpen: false, unsent: 2 });
	});

	test('an answer that died with its connection is asked for again', () => {
		connect();
		open();
		server.acknowledge();
		write();
		vi.advanceTimersByTime(60);
		server.markers.length = 0;
		server.latest.break(1006);
		expect([latest.isOpen, latest.unsent]).toEqual([false, 1]);
		vi.advanceTimersByTime(9000);
		open();
		expect(isSaved()).toBe(false);
		server.acknowledge();
		expect(isSaved()).toBe(true);
		expect(readBoard(server.doc).cards.size).toBe(1);
	});

	test('an answer to more than was ever asked is not believed', () => {
		connect();
		open();
		write();
		server.say(messageTypes.saved, (encoder) => writeVarUint(encoder, 99));
		expect(latest.unsent).toBe(1);
	});

	test('what others wrote and what the local copy brings is not counted', () => {
		connect();
		open();
		const other = new Y.Doc();
		addCard(other, { type: 'fact', text: '他の人' }, author);
		const update = Y.encodeStateAsUpdate(other);
		Y.applyUpdate(doc, update, 'copy');
		server.say(messageTypes.sync, (encoder) => {
			writeVarUint(encoder, 2);
			writeVarUint8Array(encoder, update);
		});
		expect(latest.unsent).toBe(0);
	});
});

describe('lines that break', () => {
	test('the way back opens at once when asked to hurry', () => {
		connect();
		open();
		server.isAway = true;
		server.latest.break(1006);
		for (let turn = 0; turn < 6; turn++) {
			vi.advanceTimersByTime(9000);
			if (server.latest.readyState === 0) server.latest.open();
		}
		server.isAway = false;
		const tries = server.sockets.length;
		connection.hurry();
		expect(server.sockets.length).toBe(tries + 1);
		open();
		expect(latest.isSynced).toBe(true);
	});

	test('a line that looks open but answers nothing is given up and opened anew', () => {
		connect();
		open();
		server.acknowledge();
		server.isAway = true;
		connection.hurry();
		vi.advanceTimersByTime(6100);
		expect(server.sockets.length).toBe(2);
		expect(latest.isOpen).toBe(false);
	});

	test('a device that says it is offline waits no six seconds for the answer that tells', () => {
		connect();
		open();
		server.acknowledge();
		server.isAway = true;
		connection.hurry();
		connection.doubt();
		vi.advanceTimersByTime(1600);
		expect(latest.isOpen).toBe(false);
	});

	test('a server on the device itself is kept although the network is gone', () => {
		connect();
		open();
		server.acknowledge();
		connection.doubt();
		server.acknowledge();
		vi.advanceTimersByTime(20_000);
		expect(server.sockets.length).toBe(1);
	});

	test('a line that answers is left alone', () => {
		connect();
		open();
		server.acknowledge();
		connection.hurry();
		server.acknowledge();
		vi.advanceTimersByTime(20_000);
		expect(server.sockets.length).toBe(1);
	});

	test.each([4401, 4403, 4404, 4410, 4413])('%i is final', (code) => {
		connect();
		open();
		server.latest.break(code);
		vi.advanceTimersByTime(60_000);
		expect(server.sockets.length).toBe(1);
		expect(closes).toEqual([[code, null]]);
		expect(latest).toMatchObject({ isOpen: false, closeCode: code });
	});

	test('a refusal says what was not taken', () => {
		connect();
		open();
		server.say(messageTypes.refused, (encoder) =>
			writeVarString(encoder, JSON.stringify({ reason: 'boardFull' }))
		);
		server.latest.break(4422);
		expect(closes).toEqual([[4422, 'boardFull']]);
	});

	test.each([4503, 1013, 4529, 1012])('after %i it comes back by itself', (code) => {
		connect();
		open();
		server.latest.break(code);
		expect(latest.isOpen).toBe(false);
		expect(latest.closeCode).toBe(code >= 4000 ? code : null);
		vi.advanceTimersByTime(9000);
		expect(server.sockets.length).toBe(2);
		open();
		expect(latest.closeCode).toBeNull();
	});
});

describe('the server’s first word', () => {
	test.each([
		{ ...hello, protocol: protocolVersion + 1 },
		{ ...hello, schemaVersion: schemaVersion + 1 }
	])('another version is noticed: %j', (other) => {
		connect();
		server.latest.open();
		server.welcome(other);
		expect(latest.isOtherVersion).toBe(true);
	});

	test('junk instead of it changes nothing', () => {
		connect();
		server.latest.open();
		server.say(messageTypes.hello, (encoder) => writeVarString(encoder, '{"protocol":'));
		server.welcome(hello);
		expect(latest).toMatchObject({ isOtherVersion: false, isSynced: true });
	});
});

describe('presence', () => {
	test('own changes are sent, those of others are not sent back', () => {
		connect();
		open();
		awareness.setLocalState({ cursor: null });
		const sent = server.presenceMessages;
		expect(sent).toBeGreaterThan(0);
		const other = new Awareness(new Y.Doc());
		for (let move = 0; move < 20; move++) {
			other.setLocalState({ cursor: [move, 0] });
			server.say(messageTypes.presence, (encoder) =>
				writeVarUint8Array(encoder, encodeAwarenessUpdate(other, [other.clientID]))
			);
		}
		expect(awareness.getStates().size).toBe(2);
		expect(server.presenceMessages).toBe(sent);
		other.destroy();
	});
});

test('what is said about leading goes both ways as it is, and nowhere without a line', () => {
	connect();
	expect(connection.lead('{}')).toBe(false);
	open();
	server.say(messageTypes.facilitation, (encoder) => writeVarString(encoder, '{"version":1}'));
	server.say(messageTypes.lead, (encoder) => writeVarString(encoder, '{"request":1}'));
	expect(led).toEqual([
		[104, '{"version":1}'],
		[103, '{"request":1}']
	]);
	expect(connection.lead('{"request":2}')).toBe(true);
	expect(server.leads).toEqual(['{"request":2}']);
});

test('every connection has handlers of its own', () => {
	connect();
	open();
	const first = connection;
	const firstReport = first.report;
	const secondServer = new ScriptedServer();
	const secondDoc = new Y.Doc();
	const secondAwareness = new Awareness(secondDoc);
	const second = new Connection(
		{
			url: 'ws://board.test/sync',
			boardId: 'b2',
			epoch: 1,
			doc: secondDoc,
			awareness: secondAwareness,
			unsentBefore: 0,
			isLoading: () => false,
			socket: secondServer.socketClass
		},
		{ report: () => {}, allSaved: () => {}, closed: () => {}, led: () => {} }
	);
	secondServer.latest.open();
	secondServer.welcome({ ...hello, epoch: 7 });
	expect(first.report).toEqual(firstReport);
	expect(second.report.hello?.epoch).toBe(7);
	second.destroy();
	secondAwareness.destroy();
});
