import { usualProgramme } from '@renkei/shared/facilitation/part-kinds.ts';
import { expect, test } from 'vitest';
import { nextForAll } from './next-part.ts';
import { runningPart, tableOf } from './wall-tables.driver.ts';

const titleOf = (_kind: string, step: string): string => step;
const usual = usualProgramme('full', titleOf);
const part = (id: string) => usual.find((each) => each.id === id);
const at = (table: number, id: string | null) =>
	tableOf({ table, led: id === null ? {} : runningPart([], part(id)) });

/** Which tables move where, and how many stay. */
function told(next: ReturnType<typeof nextForAll>): unknown {
	return (
		next && {
			part: next.part.id,
			moving: next.moving.map(({ table }) => table.table),
			ahead: next.ahead
		}
	);
}

test('all go on together: who fell behind comes along, who is ahead is not called back', () => {
	const tables = [
		at(1, 'cause-alone'),
		at(2, 'cause-alone'),
		at(3, 'theme-together'),
		at(4, 'cause-together'),
		at(5, 'measure-alone'),
		at(6, null)
	];
	expect(told(nextForAll(tables, titleOf))).toEqual({
		part: 'cause-together',
		moving: [1, 2, 3, 6],
		ahead: 2
	});
});

test('where nothing runs yet, the part of the step the tables have reached comes first', () => {
	expect(told(nextForAll([at(1, null), at(2, null)], titleOf))).toEqual({
		part: 'cause-alone',
		moving: [1, 2],
		ahead: 0
	});
});

test('where nothing runs, a table whose cards are further on is not called back', () => {
	const steps = ['cause', 'measure', 'cause', 'vision'] as const;
	const tables = steps.map((step, index) => tableOf({ table: index + 1, step }));
	expect(told(nextForAll(tables, titleOf))).toEqual({
		part: 'cause-alone',
		moving: [1, 3, 4],
		ahead: 1
	});
});

test('a part made on the spot leads back into the programme; after the last part there is none', () => {
	const onTheSpot = { ...part('cause-alone')!, id: 'now-alone-cause' };
	const table = tableOf({ led: runningPart([], onTheSpot) });
	expect(told(nextForAll([table], titleOf))).toMatchObject({ part: 'cause-alone', moving: [1] });
	expect(nextForAll([at(1, 'review-together')], titleOf)).toBeNull();
	expect(nextForAll([], titleOf)).toBeNull();
});

test('every table goes on in its own programme, and one without that part stays', () => {
	const [first, second, third] = usual;
	const own = { ...second!, minutes: 40 };
	const tables = [
		tableOf({ table: 1, led: runningPart([first!, second!, third!], first) }),
		tableOf({ table: 2, led: runningPart([first!, own], first) }),
		tableOf({ table: 3, led: runningPart([first!, third!], first) })
	];
	const next = nextForAll(tables, titleOf);
	expect(told(next)).toEqual({ part: second!.id, moving: [1, 2], ahead: 0 });
	expect(next?.moving.map((each) => each.part.minutes)).toEqual([second!.minutes, 40]);
});
