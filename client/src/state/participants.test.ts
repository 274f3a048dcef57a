import type { Presence } from '@renkei/shared/protocol/presence.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { PresenceChannel } from '../sync/presence-channel.ts';
import { Participants } from './participants.svelte.ts';

let awareness: Awareness;
let participants: Participants;
let said: unknown[];

beforeEach(() => {
	vi.useFakeTimers();
	awareness = new Awareness(new Y.Doc());
	participants = new Participants();
	participants.attach(new PresenceChannel(awareness));
	said = [];
	awareness.on('update', ({ updated, added }: { updated: number[]; added: number[] }) => {
		if ([...updated, ...added].includes(awareness.clientID)) said.push(awareness.getLocalState());
	});
});

afterEach(() => {
	participants.release();
	awareness.destroy();
	vi.useRealTimers();
});

function presence(participant: string, more: Partial<Presence> = {}): Presence {
	return {
		cursor: null,
		selection: [],
		editing: null,
		preview: null,
		drag: null,
		view: null,
		draws: null,
		laser: null,
		follows: null,
		identity: { participant, role: 'participant', profession: 'visitingNurse', table: 1, who: 3 },
		...more
	};
}

/** Somebody else's screen says something. */
function hear(state: unknown): number {
	const other = new Awareness(new Y.Doc());
	other.setLocalState(state as Record<string, unknown> | null);
	applyAwarenessUpdate(awareness, encodeAwarenessUpdate(other, [other.clientID]), 'line');
	const id = other.clientID;
	other.destroy();
	return id;
}

test('a hand that moves all the time is told of twenty times a second, the newest place always', () => {
	vi.advanceTimersByTime(100);
	said.length = 0;
	for (let x = 0; x < 1000; x += 10) {
		participants.announce({ cursor: [x, 0] });
		vi.advanceTimersByTime(10);
	}
	vi.advanceTimersByTime(60);
	expect(said.length).toBeGreaterThanOrEqual(18);
	expect(said.length).toBeLessThanOrEqual(22);
	expect(said.at(-1)).toMatchObject({ cursor: [990, 0] });
});

test('a trembling hand says nothing, a resting one takes its pointer away', () => {
	participants.announce({ cursor: [10, 10] });
	vi.advanceTimersByTime(100);
	said.length = 0;
	participants.announce({ cursor: [11, 10] });
	vi.advanceTimersByTime(100);
	expect(said).toEqual([]);
	vi.advanceTimersByTime(3100);
	expect(awareness.getLocalState()).toMatchObject({ cursor: null });
});

test('what is not named stays as it was', () => {
	participants.announce({ editing: 'card1' });
	participants.announce({ cursor: [1, 1] });
	vi.advanceTimersByTime(100);
	expect(awareness.getLocalState()).toMatchObject({ editing: 'card1', cursor: [1, 1] });
});

test('one person in two windows is one person, who writes if one of them does', () => {
	const first = hear(presence('nurse'));
	const second = hear(presence('nurse', { editing: 'card1' }));
	hear(presence('physician', { identity: { ...presence('physician').identity, who: 1 } }));
	expect(participants.others.size).toBe(3);
	expect(participants.people.map(({ identity }) => identity.participant)).toEqual([
		'physician',
		'nurse'
	]);
	const [, nurse] = participants.people;
	expect([...(nurse?.connections ?? [])].sort((a, b) => a - b)).toEqual(
		[first, second].sort((a, b) => a - b)
	);
	expect(nurse?.isWriting).toBe(true);
});

test('whoever leaves is gone, and what is no presence is not shown', () => {
	const id = hear(presence('nurse'));
	expect(participants.others.has(id)).toBe(true);
	hear({ cursor: 'everywhere', identity: '<script>' });
	expect(participants.others.size).toBe(1);
	awareness.states.delete(id);
	awareness.emit('change', [{ added: [], updated: [], removed: [id] }, 'line']);
	expect(participants.others.size).toBe(0);
});
