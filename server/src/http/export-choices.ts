import type * as z from 'zod/mini';
import type { ExportFormat, ExportOptions } from '@renkei/shared/exports/export-format.ts';
import { exportFormats } from '@renkei/shared/exports/index.ts';
import type { ExportFormatId, SheetKindId } from '@renkei/shared/method/export-ids.ts';
import type { exportQuerySchema } from '@renkei/shared/protocol/exports-api.ts';

/** What somebody chose for a file, in an address or on the command line. */
type Choices = z.output<typeof exportQuerySchema>;

/** Whether files of this format hold the whole board. */
export function isWhole(format: ExportFormatId): boolean {
	return (exportFormats[format] as ExportFormat).sheets === null;
}

/** The sheet a file of this format will hold, null when it cannot hold the one asked for. */
export function sheetFor(
	format: ExportFormatId,
	wanted: SheetKindId | undefined
): SheetKindId | null {
	const { sheets } = exportFormats[format] as ExportFormat;
	if (sheets === null) return wanted ?? 'worksheet';
	const sheet = wanted ?? (sheets.includes('worksheet') ? 'worksheet' : sheets[0]);
	return sheet !== undefined && sheets.includes(sheet) ? sheet : null;
}

/** The choices of an address as a writer takes them. */
export function optionsOf(
	query: Choices
): Omit<ExportOptions, 'sheet' | 'date' | 'method' | 'boardId' | 'fonts' | 'canvas'> {
	const { meetingName: name, meetingDate: date, meetingPlace: place } = query;
	return {
		paper: query.paper,
		includeProfessions: query.professions === 'yes',
		includeVotes: query.votes === 'yes',
		includeNotes: query.notes === 'yes',
		includeRemarks: query.remarks === 'yes',
		includeEmpty: query.empty === 'yes',
		isMonochrome: query.monochrome === 'yes',
		dpi: Number(query.dpi),
		meeting: { name, date, place },
		...(query.remarks === undefined ? {} : { includeRemarks: query.remarks === 'yes' }),
		...(query.zone === undefined ? {} : { zone: query.zone })
	};
}

/** The day by the server's own calendar, as `YYYY-MM-DD`. */
export function dayOf(now: number): string {
	const at = new Date(now);
	const two = (part: number): string => String(part).padStart(2, '0');
	return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
