import { expect, test } from 'vitest';
import { mayDo } from '../method/rights.ts';
import {
	kindOfPart,
	nextPart,
	partKindIds,
	partOf,
	rightsOfKind,
	usualProgramme
} from './part-kinds.ts';
import { phaseSchema } from './phase.ts';

const titleOf = (kind: string, step: string): string => `${step} ${kind}`.slice(0, 20);

test.each(partKindIds)(
	'a part of the kind %s is one a server takes, and is known again',
	(kind) => {
		for (const step of [null, 'cause', 'evaluation'] as const) {
			const part = partOf(kind, step, { id: 'x', title: 'x', minutes: null });
			expect(phaseSchema.parse(part)).toEqual(part);
			expect(kindOfPart(part)).toBe(kind);
		}
	}
);

test('while causes are written together, a participant writes causes and notes and no theme', () => {
	const rights = [rightsOfKind('together', 'cause')];
	const may = (type: 'cause' | 'note' | 'theme') =>
		mayDo({ do: 'create', type }, 'participant', rights);
	expect([may('cause'), may('note'), may('theme')]).toEqual([true, true, false]);
});

test('while people vote nobody but those who lead moves a card', () => {
	const rights = [rightsOfKind('vote', 'cause')];
	const move = { do: 'move', isOwn: true, lock: null } as const;
	expect(mayDo(move, 'participant', rights)).toBe(false);
	expect(mayDo(move, 'recorder', rights)).toBe(false);
	expect(mayDo(move, 'facilitator', rights)).toBe(true);
});

test('the usual programme goes through every step, in silence first where much is written', () => {
	const programme = usualProgramme('full', titleOf);
	expect(programme.map(({ id }) => id)).toEqual([
		'vision-together',
		'currentState-alone',
		'currentState-together',
		'theme-together',
		'cause-alone',
		'cause-together',
		'measure-alone',
		'measure-together',
		'roles-together',
		'evaluation-together',
		'review-together'
	]);
	expect(nextPart(programme, null)?.id).toBe('vision-together');
	expect(nextPart(programme, programme[4]!)?.id).toBe('cause-together');
	expect(nextPart(programme, programme.at(-1)!)).toBeNull();
	// ひとりで書く時間 begun on the spot is not offered a second time.
	const onTheSpot = partOf('alone', 'cause', { id: 'now', title: 'x', minutes: 5 });
	expect(nextPart(programme, onTheSpot)?.id).toBe('cause-together');
});
