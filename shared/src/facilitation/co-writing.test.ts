import { expect, test } from 'vitest';
import { lead, readFacilitation, readShown } from './index.ts';
import type { Facilitation } from './index.ts';

const moment = (role: 'facilitator' | 'participant') => ({
	now: 1,
	asker: { participantId: 'p1', role, profession: null },
	board: () => {
		throw new Error('The board is not asked.');
	},
	newId: () => 'x',
	random: () => 0
});
const oneByOne = { aid: 'coWriting', command: { do: 'set', isOneByOne: true } };

test('who leads lets cards be written one person at a time, and it stays so when it is said twice', () => {
	const begin: Facilitation = readFacilitation({});
	expect(begin.coWriting).toEqual({ isOneByOne: false });
	const led = lead(begin, oneByOne, moment('facilitator'));
	if (!led.ok) throw new Error(led.reason);
	expect(readShown({ coWriting: led.state.coWriting }, null).coWriting.isOneByOne).toBe(true);
	const again = lead(led.state, oneByOne, moment('facilitator'));
	expect(again.ok && again.state).toBe(led.state);
	expect(readFacilitation(JSON.parse(JSON.stringify(led.state))).coWriting.isOneByOne).toBe(true);
});

test('nobody else does, and not with other words', () => {
	const begin = readFacilitation({});
	expect(lead(begin, oneByOne, moment('participant'))).toEqual({ ok: false, reason: 'notAllowed' });
	expect(
		lead(begin, { aid: 'coWriting', command: { do: 'set' } }, moment('facilitator'))
	).toMatchObject({ reason: 'malformed' });
});
