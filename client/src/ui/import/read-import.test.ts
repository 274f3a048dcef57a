import { importRefusals } from '@renkei/shared/imports/refusals.ts';
import { defaultMethod } from '@renkei/shared/method/packs/method.ts';
import { expect, test } from 'vitest';
import { readHere } from './read-import.ts';

const read = async (name: string, text: string) =>
	await readHere({ kind: 'file', name, file: new Blob([text]) }, defaultMethod);

test.each([
	['資料.pdf', '%PDF-1.7\n1 0 obj'],
	['ページ.html', '<!DOCTYPE html>\n<html><body>原因</body></html>'],
	['絵.svg', '<svg xmlns="http://www.w3.org/2000/svg"></svg>'],
	['古い文書.rtf', '{\\rtf1\\ansi 原因}']
])('what is in %s becomes no cards', async (name, text) => {
	expect(await read(name, text)).toEqual({ kind: 'refused', sentence: importRefusals.otherKind });
});

test('words of people do, also where they begin with a sign', async () => {
	const found = await read('メモ.txt', '<多職種> 説明する人が決まっていない');
	expect(found.kind === 'content' && found.content.table?.cards.map(({ text }) => text)).toEqual([
		'<多職種> 説明する人が決まっていない'
	]);
});
