import type { ExportFormatId, SheetKindId } from '@renkei/shared/method/export-ids.ts';
import { exportFormatIds, sheetKindIds } from '@renkei/shared/method/export-ids.ts';

/** How the codes of all exports begin. */
export const exportCodeStart = 'board-exported-';

/** A file that was taken home; the sheet is null for formats of the whole board. */
export interface TakenFile {
	readonly format: ExportFormatId;
	readonly sheet: SheetKindId | null;
}

/** The code under which an export is remembered. */
export function exportCode({ format, sheet }: TakenFile): string {
	return exportCodeStart + [format, ...(sheet === null ? [] : [sheet])].join('-');
}

/** What a code remembers, null for one of a format or sheet that is no longer there. */
export function readExportCode(code: string): TakenFile | null {
	const [formatWord, sheetWord] = code.slice(exportCodeStart.length).split('-');
	const format = exportFormatIds.find((id) => id === formatWord);
	const sheet = sheetKindIds.find((id) => id === sheetWord) ?? null;
	return format === undefined || (sheetWord !== undefined && sheet === null)
		? null
		: { format, sheet };
}
