import type { ExportFormat } from './export-format.ts';

/** The ids of the formats, in the order people are offered them. */
export const exportFormatIds = ['pdf', 'xlsx', 'json'] as const;
export type ExportFormatId = (typeof exportFormatIds)[number];

/** Every export format; its code and libraries stay out of the page until someone asks for a file. */
export const exportFormats = {
	pdf: {
		label: { ja: 'PDF', en: 'PDF' },
		purpose: { ja: '印刷用', en: 'to print' },
		extension: 'pdf',
		mediaType: 'application/pdf',
		write: async (board, options) => (await import('./pdf.ts')).writePdf(board, options)
	},
	xlsx: {
		label: { ja: 'Excel', en: 'Excel' },
		purpose: { ja: '表で直せる', en: 'cells to edit' },
		extension: 'xlsx',
		mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		write: async (board, options) => (await import('./xlsx.ts')).writeXlsxFile(board, options)
	},
	json: {
		label: { ja: 'JSON', en: 'JSON' },
		purpose: { ja: '引き継ぎ用', en: 'to hand over' },
		extension: 'json',
		mediaType: 'application/json',
		write: async (board, options) => (await import('./json.ts')).writeBoardFile(board, options)
	}
} satisfies Record<ExportFormatId, ExportFormat>;
