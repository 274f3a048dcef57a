import { stepIds } from '@renkei/shared/method/ids.ts';
import { steps } from '@renkei/shared/method/steps.ts';
import { templates } from '@renkei/shared/method/templates/index.ts';
import { expect, test } from 'vitest';
import type { ExampleCity } from './find-examples.ts';
import { bestCity, detailOf, exampleOf } from './find-examples.ts';

const of = (city: ExampleCity) => templates[city]();

test.each([
	['currentState', '骨折の入院患者の特徴は何？', 'a-city-fracture'],
	['theme', '3つのテーマのうち、どのテーマの優先度が高いと思う？', 'c-city-discharge'],
	['cause', 'では、なぜ、在宅生活のイメージを持てないのか？', 'c-city-discharge'],
	['cause', 'なぜ、家族は不安になるの？', 'i-city-mitori']
] as const)('%s: 「%s」 is shown where the manual asks it', (step, question, city) => {
	for (const scene of ['discharge', 'endOfLife', null])
		expect(bestCity(templates, step, question, scene)).toBe(city);
	const { turns, cards, isExact } = exampleOf(of(city), step, question);
	expect(isExact).toBe(true);
	expect(turns.map((turn) => turn.question)).toEqual([question]);
	expect(cards.map(({ id }) => id)).toEqual(turns[0]?.cards);
});

test('a question that no case asks is answered by a case of the board’s own scene', () => {
	const question = 'その原因は何ですか？';
	expect(bestCity(templates, 'cause', question, 'endOfLife')).toBe('i-city-mitori');
	const { cards, turns } = exampleOf(of('i-city-mitori'), 'cause', question);
	expect(turns.length).toBeGreaterThan(0);
	expect(cards.filter(({ type }) => type === 'cause').length).toBeGreaterThanOrEqual(7);
});

test('the question about working together leaves the vision of the area out', () => {
	const question = 'どのような連携を目指すのか（＝目指す連携の姿）';
	const { cards } = exampleOf(of('g-city-evaluation'), 'vision', question);
	expect(cards.map(({ fields }) => fields?.['level'])).toEqual(['collaboration']);
});

test('the example of roles says who carries a measure out', () => {
	const question = steps.roles.questions[0]?.ja ?? '';
	expect(bestCity(templates, 'roles', question, null)).toBe('i-city-mitori');
	const { cards } = exampleOf(of('i-city-mitori'), 'roles', question);
	expect(cards.map(detailOf).every((words) => words !== '')).toBe(true);
	expect(cards.map(detailOf).join()).toContain(
		'医師・訪問看護ステーションの看護師・ケアマネジャー'
	);
});

test('every question of every step has an example in the manual', () => {
	for (const step of stepIds)
		for (const { ja } of steps[step].questions) {
			const { turns, cards } = exampleOf(of(bestCity(templates, step, ja, null)), step, ja);
			expect(turns.length + cards.length).toBeGreaterThan(0);
		}
});
