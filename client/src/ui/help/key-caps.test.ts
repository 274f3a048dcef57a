import { expect, test } from 'vitest';
import { hasMacKeys, keyCaps } from './key-caps.ts';
import { shortcutRows } from './shortcut-rows.ts';

test.each([
	['N', ['N']],
	['Ctrl+Shift+Z', ['Ctrl', 'Shift', 'Z']],
	['Ctrl++', ['Ctrl', '+']],
	['Ctrl+-', ['Ctrl', '-']],
	['Ctrl+ArrowUp', ['Ctrl', '↑']],
	['Escape', ['Esc']],
	['?', ['?']]
])('%s is shown as the keys of a keyboard', (stroke, caps) => {
	expect(keyCaps(stroke)).toEqual(caps);
});

test('a Mac shows its own signs', () => {
	expect(keyCaps('Ctrl+Shift+Z', true)).toEqual(['⌘', '⇧', 'Z']);
	expect(keyCaps('Alt+1', true)).toEqual(['⌥', '1']);
	expect(
		['MacIntel', 'iPad', 'Win32', 'Linux x86_64'].map((platform) => hasMacKeys({ platform }))
	).toEqual([true, true, false, false]);
});

test('the table is searched by what a key does and by the key itself, in any width', () => {
	const found = (sought: string) =>
		shortcutRows(sought).flatMap(({ keys }) => keys.map(({ words }) => words()));
	expect(found('').length).toBeGreaterThan(30);
	expect(found('元に')).toEqual(['元に戻す']);
	expect(found('ｃｔｒｌ+ｚ')).toContain('元に戻す');
	expect(found('見つかるはずのない言葉')).toEqual([]);
});
