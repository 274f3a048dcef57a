import { expect, test } from 'vitest';
import { suggestDirection } from './direction.ts';
import { gCityEvaluation } from './templates/g-city-evaluation.ts';
import { iCityMitori } from './templates/i-city-mitori.ts';

const outcomes = [gCityEvaluation, iCityMitori].flatMap(({ cards }) =>
	cards.filter(({ type }) => type === 'outcome')
);

test('the manual has fourteen expectations', () => {
	expect(outcomes).toHaveLength(14);
});

test.each(outcomes.map(({ text, fields }) => [text, fields?.['direction']] as const))(
	'%s → %s',
	(text, direction) => {
		expect(suggestDirection(text)).toBe(direction);
	}
);

test.each([
	['不安がへる', 'down'],
	['参加者がふえる', 'up'],
	['満足度がたかまる', 'up'],
	['待ち時間が短くなる', 'down'],
	['困る人が少なくなる', 'down'],
	['迷うことがなくなる', 'down'],
	['体力の低下を防ぐ', 'restrain'],
	['受診の増加がおさえられる', 'restrain'],
	['負担の軽減により参加率が上がる', 'up'],
	['退院後も安心して暮らせる', null],
	['', null]
] as const)('%s → %s', (text, direction) => {
	expect(suggestDirection(text)).toBe(direction);
});
