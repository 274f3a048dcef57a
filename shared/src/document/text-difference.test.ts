import { expect, test } from 'vitest';
import { changeBetween } from './text-difference.ts';

function apply(text: string, change: { index: number; remove: number; insert: string }): string {
	return text.slice(0, change.index) + change.insert + text.slice(change.index + change.remove);
}

test('equal texts need no change', () => {
	expect(changeBetween('家族', '家族', 1)).toBeNull();
});

test.each([
	['ああ', 'あああ', 1, { index: 0, remove: 0, insert: 'あ' }],
	['ああ', 'あああ', 2, { index: 1, remove: 0, insert: 'あ' }],
	['ああ', 'あああ', 3, { index: 2, remove: 0, insert: 'あ' }],
	['あああ', 'ああ', 1, { index: 1, remove: 1, insert: '' }],
	['abc', 'abxc', 3, { index: 2, remove: 0, insert: 'x' }],
	['家族の不安', '本人の不安', 2, { index: 0, remove: 2, insert: '本人' }]
])('%s → %s with the caret at %i', (before, after, caret, change) => {
	expect(changeBetween(before, after, caret)).toEqual(change);
});

test('characters of two units are replaced whole', () => {
	const change = changeBetween('𠮷野家', '𠮟野家', 2);
	expect(change).toEqual({ index: 0, remove: 2, insert: '𠮟' });
	const emoji = changeBetween('👨a', '👩a', 2);
	expect(emoji && apply('👨a', emoji)).toBe('👩a');
	expect(emoji).toEqual({ index: 0, remove: 2, insert: '👩' });
});

test('the change always leads from one text to the other, wherever the caret is said to be', () => {
	const texts = ['', 'あ', 'ああ', 'あいあ', '𠮷', '𠮷あ𠮟', 'いあ𠮷あ', '𠮟𠮟'];
	for (const before of texts)
		for (const after of texts)
			for (let caret = 0; caret <= after.length + 1; caret++) {
				const change = changeBetween(before, after, caret);
				expect(change ? apply(before, change) : before).toBe(after);
				expect(change?.remove ?? 0).toBeGreaterThanOrEqual(0);
			}
});
