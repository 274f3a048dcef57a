import type { Board } from '../method/board.ts';
import { cardListTable } from '../method/worksheet/card-list.ts';
import { csvBytes } from './csv-cells.ts';
import type { ExportedFile, ExportOptions } from './export-format.ts';

/** カード一覧 as a text for table programs. */
export function writeCsv(board: Board, options: ExportOptions): ExportedFile {
	const { columns, rows } = cardListTable(board, options);
	const bytes = csvBytes([columns.map(({ heading }) => heading), ...rows]);
	return { bytes, missingCharacters: [] };
}
