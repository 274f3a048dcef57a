import { expect, test } from 'vitest';
import { numbersInWords } from './numbers-in-words.ts';

test.each([
	['17〜20、22', [17, 18, 19, 20, 22]],
	['１７～１９', [17, 18, 19]],
	['3-5 4', [3, 4, 5]],
	['9, 2と7', [2, 7, 9]],
	['5〜3', []],
	['なし', []]
])('%s', (written, numbers) => {
	expect(numbersInWords(written)).toEqual(numbers);
});

test('a slip of the finger is no thousand links', () => {
	expect(numbersInWords('1〜9999').length).toBeLessThanOrEqual(101);
});
