import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLines, lineWidthEm } from './break-lines.ts';
import { boldAdvances, regularAdvances } from './font-advances.ts';

const beginners =
	'、。，．・：；？！）〕］｝〉》」』】ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々〻ゝゞヽヾ％℃／…‥,.!?:;)]}>%～〜｡､｣･ｰｧｨｩｪｫｬｭｮｯﾞﾟ';
const enders = '（〔［｛〈《「『【“‘￥＄([{<｢';
const sentences = [
	'家族が「もっとこうしてあげればよかった」などと後悔することが減る',
	'見える化システムのデータ、介護報酬の算定回数（令和4年12月：約３割～４割）など',
	'ケアマネジャーの経験値や説明・対応力の低さなど。ＰＤＣＡ（Plan-Do-Check-Act）サイクルを回す',
	'ﾎｰﾑﾍﾙﾊﾟｰ｢訪問介護員｣と、髙橋医院㈱①～④、葛󠄀飾区の𠮷野家で…',
	'チェックリスト、ショートステイ、サービス担当者会議、デイケア・デイサービス'
];

describe('a text broken into lines', () => {
	test('loses nothing and adds nothing', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme', maxLength: 200 }),
				fc.double({ min: 0.5, max: 40, noNaN: true }),
				(text, width) => {
					const paragraphs = text.split('\n');
					const lines = paragraphs.flatMap((paragraph) =>
						breakLines(paragraph, width, regularAdvances)
					);
					expect(breakLines(text, width, regularAdvances)).toEqual(lines);
					expect(lines.join('')).toBe(paragraphs.join(''));
				}
			)
		);
	});

	test('obeys 禁則 at every width from 3 characters up', () => {
		const found: string[] = [];
		for (const advances of [regularAdvances, boldAdvances])
			for (const sentence of sentences)
				for (let width = 3; width <= 42; width += 0.25)
					found.push(...faults(breakLines(sentence, width, advances)));
		expect(found).toEqual([]);
	});

	test('never ends on a mark of a pair or begins with one, for any mix of marks and kanji', () => {
		const mixed = fc.array(
			fc.oneof(
				{ weight: 5, arbitrary: fc.constantFrom(...'看取家族不安減少説明機会'.split('')) },
				{ weight: 1, arbitrary: fc.constantFrom(...beginners.split('')) },
				{ weight: 1, arbitrary: fc.constantFrom(...enders.split('')) }
			),
			{ maxLength: 120 }
		);
		fc.assert(
			fc.property(mixed, fc.integer({ min: 4, max: 40 }), (characters, width) => {
				const text = characters.join('');
				// Runs of marks as wide as the column cannot be kept together; they have a test of their own.
				fc.pre(longestRunOfMarks(text) < width);
				const lines = breakLines(text, width, regularAdvances);
				expect(faults(lines)).toEqual([]);
				for (const line of lines)
					expect(lineWidthEm(line, regularAdvances)).toBeLessThanOrEqual(width);
			})
		);
	});

	test('fits the column', () => {
		for (const sentence of sentences)
			for (let width = 6; width <= 42; width += 0.5)
				for (const line of breakLines(sentence, width, regularAdvances))
					expect(lineWidthEm(line, regularAdvances)).toBeLessThanOrEqual(width);
	});

	test('keeps a word or a number whole when the column allows it', () => {
		expect(breakLines('見本はPlanningです', 7, regularAdvances)).toEqual([
			'見本は',
			'Planningです'
		]);
		expect(breakLines('現状は1,234件', 5, regularAdvances)[0]).toBe('現状は');
		expect(breakLines('Donaudampfschiff', 4, regularAdvances).join('')).toBe('Donaudampfschiff');
		expect(breakLines('Donaudampfschiff', 4, regularAdvances).length).toBeGreaterThan(1);
	});

	test('does not leave one or two characters alone on the last line', () => {
		const lines = breakLines(
			'ケアマネジャー等の看取りに対する不安が減少する',
			21.9,
			regularAdvances
		);
		expect(lines.length).toBe(2);
		expect(lines.at(-1)!.length).toBeGreaterThan(2);
	});

	test('ends also when nothing may be broken', () => {
		for (const text of ['ー'.repeat(300), '「'.repeat(300), '…'.repeat(300), '　'.repeat(300)])
			for (const width of [0, 0.1, 1, 5]) {
				const lines = breakLines(text, width, regularAdvances);
				expect(lines.join('')).toBe(text);
			}
		expect(breakLines('ー'.repeat(300), 5, regularAdvances).length).toBeGreaterThan(30);
	});

	test('never cuts a surrogate pair, a joined emoji or a variation selector from its character', () => {
		const wholes = ['𠮷', '葛󠄀', '👩‍⚕️', '🇯🇵', 'が'.normalize('NFD')];
		for (const whole of wholes)
			for (const line of breakLines(whole.repeat(20), 3, regularAdvances))
				expect(line.replaceAll(whole, '')).toBe('');
	});

	test('ignores variation selectors when measuring', () => {
		expect(lineWidthEm('葛󠄀飾', regularAdvances)).toBe(lineWidthEm('葛飾', regularAdvances));
		expect(lineWidthEm('☎︎', regularAdvances)).toBe(lineWidthEm('☎', regularAdvances));
	});

	test('keeps line ends people typed, empty lines too', () => {
		expect(breakLines('一\n\n二', 10, regularAdvances)).toEqual(['一', '', '二']);
		expect(breakLines('', 10, regularAdvances)).toEqual(['']);
	});

	test('lets spaces hang instead of beginning a line with them', () => {
		expect(breakLines('看取り　家族', 3, regularAdvances)).toEqual(['看取り　', '家族']);
	});
});

/** The lines that begin or end with what 禁則 forbids there. */
function faults(lines: readonly string[]): string[] {
	return lines.filter(
		(line, index) =>
			(index > 0 && beginners.includes(line.charAt(0))) ||
			(index < lines.length - 1 && enders.includes(line.charAt(line.length - 1)))
	);
}

function longestRunOfMarks(text: string): number {
	let longest = 0;
	let run = 0;
	for (const character of text) {
		run = beginners.includes(character) || enders.includes(character) ? run + 1 : 0;
		longest = Math.max(longest, run + 2);
	}
	return longest;
}
