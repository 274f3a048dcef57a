import { expect, test } from 'vitest';
import { sentenceOf } from './outcome-words.ts';
import { minutesSince, summaryOf } from './table-words.ts';
import { tableOf } from './wall-tables.driver.ts';

test('a table is told in sentences to whoever does not see its drawing', () => {
	const table = tableOf({
		table: 3,
		theme: '退院の調整',
		zones: [
			{
				zone: 'cause',
				cards: [
					{ type: 'cause', count: 4 },
					{ type: 'note', count: 1 }
				]
			}
		],
		hintCount: 2,
		people: [
			{ profession: 'physician', count: 1 },
			{ profession: null, count: 2 }
		],
		writerCount: 3,
		led: {
			readiness: { of: null, count: 2, ready: null },
			hands: { count: 1, since: 5, raised: null }
		}
	});
	expect(summaryOf(table)).toBe(
		'退院の調整。Step4 原因。8のステップのうち3が済み。カード5枚。手が挙がっています。3人、医師 1。書けた人 3人のうち2人。点検の気づき2件。'
	);
	expect(summaryOf(tableOf({ lostSince: 5 }))).toContain('再接続待ち。');
	expect(summaryOf(tableOf())).toContain('まだ誰もいません。');
});

test('minutes are whole ones, and none are missing when a clock is behind', () => {
	expect([minutesSince(0, 59_999), minutesSince(0, 60_000), minutesSince(500, 0)]).toEqual([
		0, 1, 0
	]);
});

test('what became of a press names the tables where it was not done, by reason', () => {
	const refused = [
		{ table: 2, reason: 'notNow' },
		{ table: 5, reason: 'notNow' },
		{ table: 7, reason: 'notKept' }
	] as const;
	expect(sentenceOf({ done: [1, 3, 4], refused, failure: '' })).toBe(
		'3卓に伝わりました。 2卓、5卓ではできませんでした。先に別の操作がありました。 7卓ではできませんでした。保存できませんでした。'
	);
	expect(sentenceOf({ done: [], refused: [], failure: 'つながりません。' })).toBe(
		'つながりません。'
	);
});
