import type { Attendance } from '@renkei/shared/protocol/doors-api.ts';
import { create } from 'qrcode';
import { expect, test } from 'vitest';
import { attendanceCsv, attendanceTable } from './attendance-table.ts';
import { joinAddress, joinSheetsOf } from './join-sheets.ts';

const origin = 'http://192.168.10.5:3000';
const workshop = {
	name: '看取り 多職種研修',
	heldOn: '令和8年11月22日',
	joinCode: '048213',
	boards: [{ table: 1 }, { table: 2 }, { table: 15 }]
};

/** The cells a path of whole cells fills, row by row. */
function cellsOf(path: string, size: number): number[] {
	const cells = Array.from({ length: size * size }, () => 0);
	for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
		for (let cell = 0; cell < Number(width); cell += 1)
			cells[Number(y) * size + Number(x) + cell] = 1;
	return cells;
}

test('each table has a page with its own QR code, cell by cell that of its address', () => {
	const { pages, widthMm, heightMm, bookmarks } = joinSheetsOf(workshop, origin);
	expect([widthMm, heightMm]).toEqual([210, 297]);
	expect(bookmarks.map(({ title }) => title)).toEqual(['1卓', '2卓', '15卓']);
	for (const [index, { table }] of workshop.boards.entries()) {
		const address = `${origin}/join/048213?table=${table}`;
		expect(joinAddress(origin, '048213', table)).toBe(address);
		const { size, data } = create(address, { errorCorrectionLevel: 'M' }).modules;
		const path = pages[index]!.find((item) => item.kind === 'path')!;
		expect(cellsOf(path.path, size)).toEqual([...data]);
		expect(path.scale * size).toBeGreaterThan(80);
		// A phone finds it only with four light cells around.
		const texts = pages[index]!.flatMap((item) => (item.kind === 'text' ? [item] : []));
		const margin = 4 * path.scale;
		const overlapping = texts.filter(
			({ y, sizePt }) =>
				y > path.y - margin && y - sizePt * 0.3 < path.y + path.scale * size + margin / 4
		);
		expect(overlapping).toEqual([]);
		for (const words of [`${table}卓`, workshop.name, workshop.heldOn, '048 213'])
			expect(texts.map(({ text }) => text)).toContain(words);
		expect(texts.map(({ text }) => text).join('')).toContain(`「${table}卓に参加する」`);
	}
});

test('the longest name and an address of a proxy leave everything on the page', () => {
	const long = { ...workshop, name: '長い名前の研修'.repeat(17) };
	const { pages } = joinSheetsOf(long, 'https://renkei-board.kyoto-nagaokakyo.example.lg.jp:8443');
	for (const item of pages[2]!) {
		if (item.kind !== 'text') continue;
		expect(item.y).toBeLessThan(297 - 10);
		expect(item.x).toBeGreaterThanOrEqual(18);
	}
});

const attendance: Attendance = {
	tables: [
		{
			table: 1,
			professions: [
				{ profession: 'physician', joined: 1, connected: 0 },
				{ profession: null, joined: 1, connected: 1 }
			]
		},
		{ table: 2, professions: [{ profession: 'physician', joined: 3, connected: 2 }] }
	]
};

test('the numbers stand by profession and table, with sums', () => {
	expect(attendanceTable(attendance)).toEqual({
		tables: ['1卓', '2卓'],
		rows: [
			{
				profession: '医師',
				counts: [
					{ profession: 'physician', joined: 1, connected: 0 },
					{ profession: 'physician', joined: 3, connected: 2 }
				],
				total: { joined: 4, connected: 2 }
			},
			{
				profession: '職種なし',
				counts: [
					{ profession: null, joined: 1, connected: 1 },
					{ joined: 0, connected: 0 }
				],
				total: { joined: 1, connected: 1 }
			}
		],
		totals: [
			{ joined: 2, connected: 1 },
			{ joined: 3, connected: 2 }
		],
		total: { joined: 5, connected: 3 }
	});
});

test('the file has professions and numbers alone', () => {
	expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(attendanceCsv(attendance))).toBe(
		'\ufeff卓,職種,参加した人数,今つながっている人数\r\n1卓,医師,1,0\r\n1卓,職種なし,1,1\r\n2卓,医師,3,2\r\n'
	);
});
