import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { BoardAccess } from '@renkei/shared/protocol/board-access.ts';
import type { Role } from '@renkei/shared/method/roles.ts';
import { ConnectionState } from '../../../state/connection-state.svelte.ts';
import { effectRoot } from '../../../state/effect-root.svelte.ts';
import { crewNames, rolesToGive } from './crew-names.ts';
import { CrewNews } from './crew-news.svelte.ts';

const access: BoardAccess = {
	id: 'b1',
	epoch: 1,
	title: '',
	role: 'participant',
	profession: 'visitingNurse',
	participant: 'p1',
	table: 1,
	workshopId: 'w1',
	workshopName: '',
	state: 'preparing',
	joinCode: null
};

let connection: ConnectionState;
const stops: (() => void)[] = [];
beforeEach(() => {
	vi.useFakeTimers();
	connection = new ConnectionState();
	connection.takeAccess(access);
	greet('participant');
});
afterEach(() => {
	for (const stop of stops.splice(0)) stop();
	connection.release();
	vi.useRealTimers();
});

/** The server says who one is, as at the beginning of every connection. */
function greet(role: Role): void {
	connection.take({
		isOpen: true,
		isSynced: true,
		hello: { protocol: 1, schemaVersion: 1, role, epoch: 1, serverNow: 0 },
		isOtherVersion: false,
		unsent: 0,
		closeCode: null
	});
	flushSync();
}

function watch(ask = async () => ({ ok: true as const, value: access })): CrewNews {
	let news: CrewNews | undefined;
	stops.push(
		effectRoot(() => {
			news = new CrewNews(access, connection, ask);
		})
	);
	flushSync();
	if (!news) throw new Error('not made');
	return news;
}

test('a role that was given or taken back is said for a while, closing and opening is not', () => {
	const news = watch();
	expect(news.became).toBeNull();
	greet('participant');
	greet('viewer');
	greet('participant');
	expect(news.became).toBeNull();
	greet('facilitator');
	expect(news.became).toBe('facilitator');
	greet('participant');
	expect(news.became).toBe('participant');
	vi.advanceTimersByTime(12_000);
	expect(news.became).toBeNull();
	greet('recorder');
	news.dismiss();
	expect(news.became).toBeNull();
});

test('a greeting brings the server’s word anew, and only the latest counts', async () => {
	const answers: ((isRehearsal: boolean) => void)[] = [];
	const news = watch(
		() =>
			new Promise((resolve) => {
				answers.push((isRehearsal) => resolve({ ok: true, value: { ...access, isRehearsal } }));
			})
	);
	expect(answers).toHaveLength(0);
	greet('participant');
	greet('participant');
	expect(answers).toHaveLength(2);
	answers[1]?.(true);
	await Promise.resolve();
	answers[0]?.(false);
	await vi.waitFor(() => expect(news.access.isRehearsal).toBe(true));
});

test('people are called by profession, counted where several have the same', () => {
	const person = (participant: string, profession: 'visitingNurse' | 'careManager' | null) => ({
		participant,
		profession,
		role: 'participant' as const
	});
	const names = crewNames([
		person('a', 'visitingNurse'),
		person('b', 'careManager'),
		person('c', 'visitingNurse'),
		{ ...person('d', null), role: 'staff' }
	]);
	expect([...names]).toEqual([
		['a', '訪問看護師 1'],
		['b', 'ケアマネジャー'],
		['c', '訪問看護師 2'],
		['d', '職員']
	]);
});

test('what can be given is what somebody is not, and nothing to staff and viewers', () => {
	expect(rolesToGive('participant')).toEqual(['facilitator', 'recorder']);
	expect(rolesToGive('recorder')).toEqual(['facilitator', 'participant']);
	expect(rolesToGive('facilitator')).toEqual(['recorder', 'participant']);
	expect(rolesToGive('staff')).toEqual([]);
	expect(rolesToGive('viewer')).toEqual([]);
});
