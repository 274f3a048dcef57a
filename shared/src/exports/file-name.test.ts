import { expect, test } from 'vitest';
import { defaultMethod } from '../method/packs/method.ts';
import { exportFileName, fileStem } from './file-name.ts';

const parts = {
	date: '2026-02-10',
	method: defaultMethod,
	say: ({ ja }: { readonly ja: string }) => ja
};

test('day, scene, table and sheet name a file', () => {
	const meta = { scene: 'discharge', title: 'x', group: '3卓' } as const;
	const file = { format: 'pdf', sheet: 'worksheet' } as const;
	expect(exportFileName(meta, file, parts)).toBe('2026-02-10_入退院支援_3卓_演習シート.pdf');
	expect(exportFileName({ ...meta, group: '' }, file, parts)).toBe(
		'2026-02-10_入退院支援_演習シート.pdf'
	);
	const say = ({ en }: { readonly en: string }): string => en;
	expect(exportFileName({ ...meta, group: '' }, file, { ...parts, say })).toMatch(
		/^2026-02-10_[A-Z][a-z ]+_Worksheet\.pdf$/
	);
});

test('a file of the whole board is named so, whatever sheet was chosen', () => {
	const meta = { scene: 'discharge', title: 'x', group: '' } as const;
	expect(exportFileName(meta, { format: 'json', sheet: 'worksheet' }, parts)).toBe(
		'2026-02-10_入退院支援_ボード全体.json'
	);
});

test('without a scene the title names the file, free of what a disk forbids', () => {
	const meta = { scene: null, title: 'A/B: "研修"\u0007\ud800', group: '' };
	expect(fileStem(meta, { ...parts, what: '演習シート' })).toBe(
		'2026-02-10_A B   研修  \ufffd_演習シート'
	);
});

test('no name commands a terminal or shows another ending than it has', () => {
	const meta = { scene: null, title: 'a\u009b31m', group: '\u202efdp.\u2067exe' };
	const name = exportFileName(meta, { format: 'csv', sheet: 'worksheet' }, parts);
	expect(name).toBe('2026-02-10_a 31m_fdp. exe_ボード全体.csv');
});

test('a long name ends between two characters', () => {
	const meta = { scene: null, title: '𠮷'.repeat(90), group: '' };
	const name = fileStem(meta, { ...parts, what: '' });
	expect(name.length).toBeLessThanOrEqual(100);
	expect(name.isWellFormed()).toBe(true);
});
