import { expect, test } from 'vitest';
import * as encoding from 'lib0/encoding';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import type { Incoming } from './messages.ts';
import * as messages from './messages.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const hex = (frame: Uint8Array) => Buffer.from(frame).toString('hex');

test.each<[name: string, frame: Uint8Array, expected: Incoming]>([
	['step 1 of an empty document', bytes(0, 0, 1, 0), { kind: 'step1', stateVector: bytes(0) }],
	['an empty step 2', bytes(0, 1, 2, 0, 0), { kind: 'step2', update: bytes(0, 0) }],
	['an update', bytes(0, 2, 2, 0, 0), { kind: 'update', update: bytes(0, 0) }],
	['presence of nobody', bytes(1, 1, 0), { kind: 'presence', bytes: bytes(0) }],
	['a question for presence', bytes(3), { kind: 'queryPresence' }],
	[
		'a command of leading',
		bytes(103, 36, ...Buffer.from('{"request":7,"aid":"x","command":{}}')),
		{ kind: 'lead', request: { request: 7, aid: 'x', command: {} } }
	],
	['a marker', bytes(100, 5), { kind: 'saved', marker: 5 }],
	['a large marker', bytes(100, 0xac, 0x02), { kind: 'saved', marker: 300 }]
])('%s is understood', (_name, frame, expected) => {
	expect(messages.decodeFrame(new Uint8Array(frame))).toEqual(expected);
});

test.each<[name: string, frame: Uint8Array]>([
	['nothing', bytes()],
	['an unknown type', bytes(99, 0)],
	['permission denied, which only servers say', bytes(2, 0, 0)],
	['an unknown sync kind', bytes(0, 7, 0)],
	['a length beyond the end', bytes(0, 2, 100, 0, 0)],
	['a length without an end', bytes(0, 2, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff)],
	['something after the message', bytes(0, 2, 2, 0, 0, 0)],
	['a second message in the same frame', bytes(100, 1, 100, 2)],
	['a command that is no JSON', bytes(103, 1, 123)],
	['a command without a number', bytes(103, 2, 123, 125)],
	['news, which only servers say', bytes(104, 2, 123, 125)]
])('%s is no message', (_name, frame) => {
	expect(messages.decodeFrame(new Uint8Array(frame))).toBeNull();
});

test('what the server says, byte by byte', () => {
	expect(hex(messages.step1Frame(bytes(0)))).toBe('00000100');
	expect(hex(messages.step2Frame(bytes(0, 0)))).toBe('0001020000');
	expect(hex(messages.updateFrame(bytes(0, 0)))).toBe('0002020000');
	expect(hex(messages.keepAliveFrame)).toBe('010100');
	expect(hex(messages.savedFrame(300))).toBe('64ac02');
	const refused = Buffer.from(messages.refusedFrame({ reason: 'badRecord' }));
	expect(refused[0]).toBe(102);
	expect(refused.subarray(2).toString()).toBe('{"reason":"badRecord"}');
});

test('the sync frames are those of y-protocols', () => {
	const doc = new Y.Doc();
	doc.getMap('cards').set('a', 1);
	const theirs = (write: (encoder: encoding.Encoder) => void) =>
		encoding.encode((encoder) => {
			encoding.writeVarUint(encoder, 0);
			write(encoder);
		});
	const update = Y.encodeStateAsUpdate(doc);
	expect(messages.step1Frame(Y.encodeStateVector(doc))).toEqual(
		theirs((encoder) => syncProtocol.writeSyncStep1(encoder, doc))
	);
	expect(messages.step2Frame(update)).toEqual(
		theirs((encoder) => syncProtocol.writeSyncStep2(encoder, doc))
	);
	expect(messages.updateFrame(update)).toEqual(
		theirs((encoder) => syncProtocol.writeUpdate(encoder, update))
	);
});

test('a length may not reach into memory behind the frame', () => {
	const pool = Buffer.from([0, 2, 3, 0, 0, 0x53, 0x45]);
	const frame = pool.subarray(0, 5);
	expect(messages.decodeFrame(new Uint8Array(frame))).toBeNull();
});
