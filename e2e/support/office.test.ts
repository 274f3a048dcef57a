import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findProgram } from './office.ts';

test('the first folder with one of the names has the program', () => {
	const there = new Set([join('b', 'libreoffice'), join('c', 'soffice')]);
	const exists = (path: string): boolean => there.has(path);
	expect(findProgram(['soffice', 'libreoffice'], ['a', 'b', 'c'], exists)).toBe(
		join('b', 'libreoffice')
	);
	expect(findProgram(['soffice'], ['a', 'b', 'c'], exists)).toBe(join('c', 'soffice'));
	expect(findProgram(['pdftotext'], ['a', 'b', 'c'], exists)).toBeNull();
});

test('programs of Windows have an ending', () => {
	const place = join('programs', 'soffice.exe');
	expect(findProgram(['soffice'], ['programs'], (path) => path === place)).toBe(place);
});
