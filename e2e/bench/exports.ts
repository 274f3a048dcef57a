import { exportFormats } from '@renkei/shared/exports/index.ts';
import type { ExportOptions } from '@renkei/shared/exports/export-format.ts';
import type { ExportFormatId } from '@renkei/shared/method/export-ids.ts';
import { exportFormatIds } from '@renkei/shared/method/export-ids.ts';
import { iCityMitori } from '@renkei/shared/method/templates/i-city-mitori.ts';
import { boardOf } from '@renkei/shared/method/worksheet/test-board.ts';
import { openSheetCanvas } from '../../server/src/http/sheet-canvas.ts';
import { sheetFonts } from '../support/sheet-fonts.ts';
import type { BenchRow } from './rows.ts';
import { atMost, quantile, told } from './rows.ts';

const cardCount = 60;
const runs = 10;

/** What a file may take, in milliseconds once its library is warm and in KB. */
const limits: Readonly<Partial<Record<ExportFormatId, readonly [ms: number, kb: number]>>> = {
	pdf: [200, 200],
	xlsx: [60, 30],
	docx: [80, 30],
	pptx: [60, 40],
	svg: [20, 40]
};

/** The worksheet of 60 cards on A3 in every format: the first in a process, and the median of nine more. */
export async function measureExports(): Promise<BenchRow[]> {
	const { cards } = iCityMitori;
	const more = Array.from({ length: cardCount - cards.length }, (_, index) => {
		const card = cards[index % cards.length];
		if (!card) throw new Error('The example has no cards');
		return { ...card, id: `${card.id}-${index}`, text: `${index}${card.text}` };
	});
	const board = boardOf({ ...iCityMitori, cards: [...cards, ...more] });
	const fonts = await sheetFonts();
	const options: ExportOptions = {
		sheet: 'worksheet',
		paper: 'A3',
		date: '2026-11-22',
		fonts: async () => fonts,
		canvas: openSheetCanvas
	};
	const rows: BenchRow[] = [];
	for (const id of exportFormatIds) {
		const times: number[] = [];
		let size = 0;
		for (let run = 0; run < runs; run += 1) {
			const start = performance.now();
			size = (await exportFormats[id].write(board, options)).bytes.length;
			times.push(performance.now() - start);
		}
		const name = `${id} of ${cardCount} cards`;
		const warm = quantile(times.slice(1), 0.5);
		const limit = limits[id];
		rows.push(told(`${name}: first`, times[0] ?? Number.NaN, 'ms'));
		rows.push(
			limit ? atMost(`${name}: warm`, warm, limit[0], 'ms') : told(`${name}: warm`, warm, 'ms')
		);
		rows.push(
			limit
				? atMost(`${name}: size`, size / 1024, limit[1], 'KB')
				: told(`${name}: size`, size / 1024, 'KB')
		);
	}
	return rows;
}
