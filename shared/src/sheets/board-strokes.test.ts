import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { writePdf } from '../exports/pdf.ts';
import { writePptx } from '../exports/pptx.ts';
import { writeSvg } from '../exports/svg.ts';
import { mitoriBoard, testOptions } from '../exports/test-boards.ts';
import { encodeStroke } from '../geometry/stroke-points.ts';
import type { Board } from '../method/board.ts';
import type { CardId } from '../method/card.ts';
import type { BoardRecord } from '../method/records/index.ts';
import { recordIdSchema } from '../method/records/index.ts';
import { boardSheet } from './board.ts';
import type { SheetOptions } from './sheet-kind.ts';

const read = (name: string): Uint8Array =>
	new Uint8Array(readFileSync(fileURLToPath(import.meta.resolve(name))));
const family = '@expo-google-fonts/biz-udpgothic';
const fonts = () =>
	Promise.resolve({
		regular: read(`${family}/400Regular/BIZUDPGothic_400Regular.ttf`),
		bold: read(`${family}/700Bold/BIZUDPGothic_700Bold.ttf`),
		second: () => Promise.reject(new Error('No rare character is here'))
	});

test('draws what was drawn with the pen where its card stands, over it, and in black where there are no colours; never on the worksheet', async () => {
	const line = (id: string, card: string | null, at: [number, number] | null): BoardRecord => ({
		id: recordIdSchema.parse(id),
		kind: 'stroke',
		...encodeStroke([
			{ x: 5, y: 5, pressure: 3 },
			{ x: 105, y: 45, pressure: 5 }
		]),
		colour: 'red',
		size: 'thick',
		card: card as CardId | null,
		at,
		createdAt: 0,
		createdBy: '',
		profession: null
	});
	const drawn = [line('on', 'c1', [0, 0]), line('free', null, null)];
	const board = { ...mitoriBoard, records: new Map(drawn.map((record) => [record.id, record])) };
	const options = { paper: 'A3', date: '2026-11-22' } as const;
	const pens = (of: Board, more: Partial<SheetOptions> = {}) =>
		boardSheet
			.layOut(of, { ...options, ...more })
			.pages.map((items) =>
				items.flatMap((item) => (item.kind === 'path' && item.isRound ? [item] : []))
			);
	expect(pens(mitoriBoard).flat()).toEqual([]);
	const [first] = pens(board);
	expect(first).toHaveLength(2);
	const [free, on] = [...(first ?? [])].sort((a, b) => a.x - b.x);
	expect(on!.x - free!.x).toBeGreaterThan(10);
	expect(first!.map(({ stroke }) => stroke)).toEqual(['#B4210F', '#B4210F']);
	expect(boardSheet.layOut(board, options).pages[0]?.at(-1)?.kind).not.toBe('box');
	expect(pens(board, { isMonochrome: true })[0]?.map(({ stroke }) => stroke)).toEqual([
		'#171C21',
		'#171C21'
	]);
	// A page of one zone shows what belongs to its cards.
	expect(pens(board, { zone: 'cause' }).flat()).toHaveLength(1);
	expect(pens(board, { zone: 'fact' }).flat()).toEqual([]);
	for (const write of [writeSvg, writePptx, writePdf]) {
		const file = { ...testOptions, fonts, sheet: 'board' } as const;
		const [plain, withPen] = [await write(mitoriBoard, file), await write(board, file)];
		expect(withPen.bytes.length).toBeGreaterThan(plain.bytes.length);
	}
	const worksheet = await writeSvg(board, testOptions);
	expect(worksheet.bytes).toEqual((await writeSvg(mitoriBoard, testOptions)).bytes);
});
