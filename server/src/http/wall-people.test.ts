import { expect, test } from 'vitest';
import type { Participant } from '../storage/storage.ts';
import { Departures, rememberedMs } from '../sync/departures.ts';
import { peopleAtTable } from './wall-people.ts';

const person = (id: string, changes: Partial<Participant> = {}): Participant => ({
	id,
	workshopId: 'w',
	boardId: 'board1',
	role: 'participant',
	profession: 'physician',
	createdAt: 0,
	lastSeenAt: 0,
	revokedAt: null,
	...changes
});

/** Who is seen at the first table at a moment, after people left it. */
function seen(
	people: readonly Participant[],
	left: readonly (readonly [string, number])[],
	{ present = [], now }: { readonly present?: readonly string[]; readonly now: number }
): ReturnType<typeof peopleAtTable> {
	const departures = new Departures();
	for (const [id, at] of left) departures.note('board1', id, at);
	const connected = { present: new Set(present), departed: departures.from('board1', now) };
	return peopleAtTable('board1', people, connected, now);
}

test('a table is lost since the last of it left, from five seconds to ten minutes after', () => {
	const people = [person('a'), person('b')];
	const left = [
		['a', 1000],
		['b', 3000]
	] as const;
	const since = (now: number): number | null => seen(people, left, { now }).lostSince;
	expect(since(7999)).toBeNull();
	expect(since(8000)).toBe(3000);
	expect(since(3000 + rememberedMs)).toBe(3000);
	expect(since(3001 + rememberedMs)).toBeNull();
	expect(seen(people, left, { now: 60_000, present: ['a'] })).toEqual({
		people: [{ profession: 'physician', count: 1 }],
		writerCount: 1,
		lostSince: null
	});
});

test('a table nobody ever came to is not lost, nor one from which only visitors went', () => {
	const now = 60_000;
	expect(seen([person('a')], [], { now }).lostSince).toBeNull();
	const visitors = [
		person('viewer', { role: 'viewer' }),
		person('other', { boardId: 'board2', role: 'facilitator' }),
		person('removed', { revokedAt: 5 })
	];
	const left = visitors.map(({ id }) => [id, 1000] as const);
	expect(seen(visitors, left, { now }).lostSince).toBeNull();
	expect(seen(visitors, [], { now, present: ['viewer', 'other', 'removed'] }).people).toEqual([]);
});

test('a facilitator is at the table, and is not waited for to write', () => {
	const people = [person('a', { role: 'facilitator' }), person('b', { role: 'recorder' })];
	const now = { now: 0, present: ['a', 'b'] };
	expect(seen(people, [], now)).toMatchObject({
		people: [{ profession: 'physician', count: 2 }],
		writerCount: 1
	});
});

test('professions come in the order of the join page, those without one last', () => {
	const people = [
		person('a', { profession: null }),
		person('b', { profession: 'careManager' }),
		person('c'),
		person('d', { profession: 'a word of a later version' })
	];
	expect(seen(people, [], { now: 0, present: ['a', 'b', 'c', 'd'] }).people).toEqual([
		{ profession: 'physician', count: 1 },
		{ profession: 'careManager', count: 1 },
		{ profession: null, count: 2 }
	]);
});
