import { strToU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { bundleFiles, uniqueNames } from './file-bundle.ts';

test('files come out as they went in, under Japanese names, none over another', () => {
	const files = [
		{ name: '2026-02-10_看取り_1卓_演習シート.pdf', bytes: strToU8('one') },
		{ name: '2026-02-10_看取り_1卓_演習シート.pdf', bytes: strToU8('two') },
		{ name: 'board.json', bytes: strToU8('three'.repeat(100)) }
	];
	const zip = bundleFiles(files, '2026-02-10');
	expect(unzipSync(zip)).toEqual({
		'2026-02-10_看取り_1卓_演習シート.pdf': strToU8('one'),
		'2026-02-10_看取り_1卓_演習シート(2).pdf': strToU8('two'),
		'board.json': strToU8('three'.repeat(100))
	});
	expect(bundleFiles(files, '2026-02-10')).toEqual(zip);
});

test('names differ by more than the case of their letters, and none leads out of the folder', () => {
	expect(uniqueNames(['a.pdf', 'A.pdf', 'a(2).pdf', '../a.pdf', '一覧', '一覧'])).toEqual([
		'a.pdf',
		'A(2).pdf',
		'a(2)(2).pdf',
		'.. a.pdf',
		'一覧',
		'一覧(2)'
	]);
});
