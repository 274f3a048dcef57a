import type { BoardAccess } from '@renkei/shared/protocol/board-access.ts';
import type { Role } from '@renkei/shared/method/roles.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConnectionReport } from '../sync/connection.ts';
import { ConnectionState } from './connection-state.svelte.ts';

const open: ConnectionReport = {
	isOpen: true,
	isSynced: true,
	hello: { protocol: 1, schemaVersion: 1, role: 'participant', epoch: 1, serverNow: 0 },
	isOtherVersion: false,
	unsent: 0,
	closeCode: null
};
const cut: ConnectionReport = { ...open, isOpen: false, isSynced: false };

let state: ConnectionState;

function access(role: Role, workshop: BoardAccess['state'] = 'open'): BoardAccess {
	return {
		id: 'b1',
		epoch: 1,
		title: '',
		role,
		profession: null,
		participant: 'p1',
		table: 1,
		workshopId: 'w1',
		workshopName: '',
		state: workshop,
		joinCode: null
	};
}

beforeEach(() => {
	vi.useFakeTimers();
	state = new ConnectionState();
	state.takeAccess(access('participant'));
});

afterEach(() => {
	state.release();
	vi.useRealTimers();
});

test('before the first exchange nothing may be written', () => {
	expect([state.kind, state.canWrite]).toEqual(['loading', false]);
	state.take({ ...open, isSynced: false });
	expect([state.kind, state.canWrite]).toEqual(['loading', false]);
	state.take(open);
	expect([state.kind, state.canWrite]).toEqual(['saved', true]);
});

test('saved is said only when the server has everything, and not for a blink', () => {
	state.take(open);
	state.take({ ...open, unsent: 2 });
	expect([state.kind, state.unsentCount]).toEqual(['saving', 2]);
	state.take(open);
	expect(state.kind).toBe('saving');
	vi.advanceTimersByTime(500);
	expect(state.kind).toBe('saved');
});

test('without a line a whole copy can be written on, half a one cannot', () => {
	state.take({ ...cut, unsent: 3 });
	expect([state.kind, state.canWrite]).toEqual(['loading', false]);
	state.takeCopy(true);
	expect([state.kind, state.canWrite, state.unsentCount]).toEqual(['offline', true, 3]);
});

test('after a broken line it is saving until the exchange and the answer are there', () => {
	state.take(open);
	state.take({ ...cut, unsent: 1 });
	expect(state.kind).toBe('offline');
	state.take({ ...open, isSynced: false, unsent: 1 });
	expect(state.kind).toBe('saving');
	state.take({ ...open, unsent: 1 });
	expect(state.kind).toBe('saving');
	state.take(open);
	vi.advanceTimersByTime(500);
	expect(state.kind).toBe('saved');
});

describe('who only looks', () => {
	test('viewers', () => {
		state.take({ ...open, hello: { ...open.hello!, role: 'viewer' } });
		expect([state.kind, state.canWrite]).toEqual(['readOnly', false]);
	});

	test('everybody once the workshop is over', () => {
		state.takeAccess(access('participant', 'closed'));
		state.take(open);
		expect([state.kind, state.canWrite]).toEqual(['readOnly', false]);
	});

	test('a page of another version', () => {
		state.take({ ...open, isOtherVersion: true });
		expect([state.kind, state.canWrite]).toEqual(['newVersion', false]);
		state.take(open);
		state.takeVersion(true);
		expect([state.kind, state.canWrite]).toEqual(['newVersion', false]);
	});
});

test('a server that cannot store is told from one that is away, and writing goes on', () => {
	state.take(open);
	state.take({ ...cut, closeCode: 4503, unsent: 1 });
	expect([state.kind, state.canWrite]).toEqual(['storageDown', true]);
	state.take({ ...cut, closeCode: null, unsent: 1 });
	expect(state.kind).toBe('offline');
});

test.each([4401, 4403, 4404, 4413])('%i ends it with its reason', (code) => {
	state.take(open);
	state.take({ ...cut, closeCode: code });
	expect([state.kind, state.reasonCode, state.canWrite]).toEqual(['left', code, false]);
});

test.each([4400, 4409, 4410, 4422])(
	'%i ends only this document: what is being written can still be kept',
	(code) => {
		state.take(open);
		state.take({ ...cut, closeCode: code, unsent: 1 });
		expect([state.kind, state.canWrite]).toEqual(['offline', true]);
	}
);

test('a document that replaces another begins unseen', () => {
	state.take(open);
	state.startAnew();
	expect([state.kind, state.canWrite]).toEqual(['loading', false]);
	state.giveUp();
	expect([state.kind, state.canWrite]).toEqual(['refused', false]);
});
