import { messageTypes } from '@renkei/shared/protocol/messages.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LeadLine } from '../sync/lead-line.ts';
import type { LedPerson } from './facilitation.svelte.ts';
import { FacilitationState } from './facilitation.svelte.ts';

const minute = 60_000;
const serverStart = Date.UTC(2026, 10, 22, 4, 0, 0);

const person: LedPerson = {
	role: () => 'facilitator',
	profession: () => null,
	cards: { cards: new Map(), trash: new Map(), records: new Map(), me: 'me' },
	refused: () => {}
};
let line: LeadLine;
let sent: string[];
let hasLine: boolean;
let state: FacilitationState;

beforeEach(() => {
	vi.useFakeTimers();
	sent = [];
	hasLine = true;
	line = new LeadLine((text) => {
		if (hasLine) sent.push(text);
		return hasLine;
	});
	state = new FacilitationState(line, person);
});
afterEach(() => {
	state.release();
	vi.useRealTimers();
});

const serverNow = () => serverStart + performance.now();
function tell(timer: object, version = 1): void {
	const news = { version, serverNow: serverNow(), aids: { timer, later: { of: 'tomorrow' } } };
	line.take(messageTypes.facilitation, JSON.stringify(news));
}
function answer(request: number, refused: string | null): void {
	line.take(messageTypes.lead, JSON.stringify({ request, refused }));
}

test.each([-10, 0, 10])('a PC whose clock is %i minutes off shows the server’s time', (skew) => {
	vi.setSystemTime(serverStart + skew * minute);
	const endsAt = serverNow() + 5 * minute;
	tell({ status: 'running', durationMs: 5 * minute, endsAt, label: '' });
	vi.advanceTimersByTime(2 * minute);
	expect(endsAt - state.serverNow()).toBe(3 * minute);
	// Somebody puts the PC right in the middle of it.
	vi.setSystemTime(serverStart + 2 * minute);
	vi.advanceTimersByTime(minute);
	expect(endsAt - state.serverNow()).toBe(2 * minute);
});

test('what was said before anybody listened is known at once', () => {
	state.release();
	tell({ status: 'paused', durationMs: minute, remainingMs: 500, label: '' });
	vi.advanceTimersByTime(3000);
	const late = new FacilitationState(line, person);
	expect(late.known?.timer.status).toBe('paused');
	expect(late.serverNow()).toBe(serverNow());
	late.release();
});

test('news that is none changes nothing', () => {
	for (const text of ['', '{', 'null', '{"version":1}']) line.take(messageTypes.facilitation, text);
	expect(state.known).toBeNull();
	tell({ status: 'nonsense' });
	expect(state.known?.timer).toEqual({ status: 'idle' });
});

test('a command hears its own answer, whatever the order', async () => {
	const first = state.lead('timer', { do: 'start', durationMs: minute, label: '' });
	const second = state.lead('timer', { do: 'pause' });
	expect(sent.map((text) => JSON.parse(text))).toEqual([
		{ request: 1, aid: 'timer', command: { do: 'start', durationMs: minute, label: '' } },
		{ request: 2, aid: 'timer', command: { do: 'pause' } }
	]);
	answer(2, 'notNow');
	answer(1, null);
	answer(7, null);
	expect(await Promise.all([first, second])).toEqual([null, 'notNow']);
});

test('without a line or an answer a command says so', async () => {
	const unanswered = state.lead('timer', { do: 'stop' });
	vi.advanceTimersByTime(6000);
	expect(await unanswered).toBe('noLine');
	const left = state.lead('timer', { do: 'stop' });
	state.release();
	expect(await left).toBe('noLine');
	hasLine = false;
	expect(await state.lead('timer', { do: 'stop' })).toBe('noLine');
});

test('while people vote nobody gives a stamp, whoever leads included, and comments go on', () => {
	const vote = {
		id: 'v1',
		title: '',
		rules: { budget: 3, perCard: 1, showCounts: 'after' },
		candidates: [],
		leadersVote: false,
		endsAt: null,
		paper: {},
		counts: null,
		voters: null
	};
	const tellVote = (open: object | null, version: number): void => {
		const aids = { ballot: { open, results: [] } };
		const news = { version, serverNow: serverNow(), aids };
		line.take(messageTypes.facilitation, JSON.stringify(news));
	};
	const may = (tool: 'comment' | 'stamp') => state.may({ do: 'remark', tool, isOwn: true });
	expect([state.isVoting, may('stamp'), may('comment')]).toEqual([false, true, true]);
	tellVote(vote, 1);
	expect([state.isVoting, may('stamp'), may('comment')]).toEqual([true, false, true]);
	tellVote(null, 2);
	expect([state.isVoting, may('stamp')]).toEqual([false, true]);
});
