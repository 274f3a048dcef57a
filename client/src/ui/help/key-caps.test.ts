import { expect, test } from 'vitest';
import { keyCaps } from './key-caps.ts';

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
