import * as Y from 'yjs';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import { encodeStart } from '@renkei/shared/document/templates.ts';
import { exportFormats } from '@renkei/shared/exports/index.ts';
import { sheetFonts } from '../support/sheet-fonts.ts';
import type { BenchRow } from './rows.ts';
import { atMost, quantile, told } from './rows.ts';

/** The I市 worksheet as A3 PDF and as Excel: the first in a process, and the median of nine more. */
export async function measurePdf(): Promise<BenchRow[]> {
	const doc = new Y.Doc();
	const author = { participant: 'bench', profession: null, now: 0 };
	Y.applyUpdate(doc, encodeStart('i-city-mitori', { title: '看取り', scene: 'endOfLife' }, author));
	const board = readBoard(doc);
	const files = await sheetFonts();
	const options = {
		sheet: 'worksheet',
		paper: 'A3',
		date: '2026-11-22',
		fonts: async () => files,
		canvas: () => Promise.reject(new Error('No picture is measured here'))
	} as const;
	const rows: BenchRow[] = [];
	for (const id of ['pdf', 'xlsx'] as const) {
		const times: number[] = [];
		let size = 0;
		for (let run = 0; run < 10; run += 1) {
			const start = performance.now();
			size = (await exportFormats[id].write(board, options)).bytes.length;
			times.push(performance.now() - start);
		}
		rows.push(told(`${id} of the I市 board: first`, times[0] ?? Number.NaN, 'ms'));
		rows.push(atMost(`${id} of the I市 board: warm`, quantile(times.slice(1), 0.5), 300, 'ms'));
		rows.push(
			id === 'pdf'
				? atMost(`${id} of the I市 board: size`, size / 1024, 150, 'KB')
				: told(`${id} of the I市 board: size`, size / 1024, 'KB')
		);
	}
	return rows;
}
