import { expect, test } from 'vitest';
import { SheetChoices } from './sheet-choices.svelte.ts';

test('comments go along where a board is handed over, in lists once somebody wants it, and never on paper', () => {
	const choices = new SheetChoices();
	const inFormat = (format: SheetChoices['format']): boolean => {
		choices.format = format;
		return choices.includeRemarks;
	};
	expect(['pdf', 'docx', 'xlsx', 'csv', 'json'].map((id) => inFormat(id as 'pdf'))).toEqual([
		false,
		false,
		false,
		false,
		true
	]);
	choices.includeRemarks = true;
	expect([inFormat('pdf'), inFormat('xlsx'), inFormat('csv')]).toEqual([false, true, true]);
	choices.includeRemarks = false;
	expect(inFormat('json')).toBe(false);
});
