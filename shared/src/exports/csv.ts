import { strToU8 } from 'fflate';
import type { Board } from '../method/board.ts';
import { cardListTable } from '../method/worksheet/card-list.ts';
import { guardCell } from './csv-cells.ts';
import type { ExportedFile, ExportOptions } from './export-format.ts';

/** カード一覧 as a text that Excel opens by a double click: UTF-8 with its mark, CRLF, quoted as RFC 4180 says, no formula. */
export function writeCsv(board: Board, options: ExportOptions): ExportedFile {
	const { columns, rows } = cardListTable(board, options);
	const lines = [columns.map(({ heading }) => heading), ...rows];
	const text = lines.map((cells) => `${cells.map(field).join(',')}\r\n`).join('');
	return { bytes: strToU8(`\ufeff${text}`), missingCharacters: [] };
}

function field(text: string): string {
	const safe = guardCell(text);
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
