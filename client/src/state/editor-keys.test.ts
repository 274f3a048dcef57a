import { describe, expect, test } from 'vitest';
import type { KeyPress } from './editor-keys.ts';
import { editorKey, lineBreakFinishes, restingKey } from './editor-keys.ts';

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
	return {
		key,
		keyCode: 0,
		isComposing: false,
		shiftKey: false,
		altKey: false,
		ctrlKey: false,
		metaKey: false,
		...more
	};
}

const plain = { ownsKeys: false, enterIsNewline: false };

describe('writing', () => {
	test.each([
		['Enter finishes', press('Enter'), 'finish'],
		['Shift+Enter is a new line', press('Enter', { shiftKey: true }), 'newLine'],
		['Alt+Enter is a new line', press('Enter', { altKey: true }), 'newLine'],
		['Ctrl+Enter makes a sibling', press('Enter', { ctrlKey: true }), 'sibling'],
		['Command+Enter makes a sibling', press('Enter', { metaKey: true }), 'sibling'],
		['Tab makes a card of the next step', press('Tab'), 'nextStep'],
		['Shift+Tab goes back', press('Tab', { shiftKey: true }), 'previous'],
		['Escape finishes', press('Escape'), 'finish'],
		['Ctrl+S is for saving', press('s', { ctrlKey: true }), 'save'],
		['letters are text', press('n'), 'native'],
		['Delete deletes characters', press('Delete'), 'native'],
		['Ctrl+Z is the field’s own', press('z', { ctrlKey: true }), 'native']
	] as const)('%s', (_, key, meaning) => {
		expect(editorKey(key, plain)).toBe(meaning);
	});

	test('Enter can be set to mean a new line', () => {
		expect(editorKey(press('Enter'), { ownsKeys: false, enterIsNewline: true })).toBe('newLine');
	});

	const keys = ['Enter', 'Escape', 'Tab', 'ArrowDown', 'Backspace', ' ', 'Process'];
	const owned: [string, Partial<KeyPress>, boolean][] = [
		['the browser says so', { isComposing: true }, false],
		['its code is 229', { keyCode: 229 }, false],
		['the composition has just ended (Safari)', {}, true]
	];
	for (const [reason, more, ownsKeys] of owned)
		test.each(keys)(`%j does nothing of ours while an input method owns it: ${reason}`, (key) => {
			for (const modifier of [{}, { ctrlKey: true }, { shiftKey: true }])
				expect(
					editorKey(press(key, { ...more, ...modifier }), { ownsKeys, enterIsNewline: false })
				).toBe('native');
		});
});

describe('line breaks told only by the field', () => {
	const android = { isComposing: false, hadKeyPress: false, enterIsNewline: false };

	test.each(['insertLineBreak', 'insertParagraph'])('%s on Android means done', (inputType) => {
		expect(lineBreakFinishes(inputType, android)).toBe(true);
	});

	test('not while composing, not after a real key, not where Enter is a new line', () => {
		expect(lineBreakFinishes('insertLineBreak', { ...android, isComposing: true })).toBe(false);
		expect(lineBreakFinishes('insertLineBreak', { ...android, hadKeyPress: true })).toBe(false);
		expect(lineBreakFinishes('insertLineBreak', { ...android, enterIsNewline: true })).toBe(false);
		expect(lineBreakFinishes('insertText', android)).toBe(false);
	});
});

describe('the field that waits on a selected card', () => {
	test.each([
		['a letter', press('あ'), 'type'],
		['the first key of an input method', press('Process', { keyCode: 229 }), 'type'],
		['Enter', press('Enter'), 'edit'],
		['F2', press('F2'), 'edit'],
		['Delete', press('Delete'), 'pass'],
		['an arrow', press('ArrowLeft'), 'pass'],
		['Space, which moves the board', press(' '), 'pass'],
		['Ctrl+C', press('c', { ctrlKey: true }), 'pass']
	] as const)('%s', (_, key, meaning) => {
		expect(restingKey(key, false)).toBe(meaning);
	});
});
