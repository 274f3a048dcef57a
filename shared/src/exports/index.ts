import type { ExportFormatId } from '../method/export-ids.ts';
import { sheetKindIds } from '../method/export-ids.ts';
import type { ExportFormat } from './export-format.ts';

// The picture of the board says nothing in words.
const sheetsInWords = sheetKindIds.filter((id: string) => id !== 'board');

/** Every export format; its code and libraries stay out of the page until someone asks for a file. */
export const exportFormats = {
	pdf: {
		label: { ja: 'PDF', en: 'PDF' },
		purpose: { ja: '印刷用', en: 'to print' },
		extension: 'pdf',
		mediaType: 'application/pdf',
		sheets: sheetKindIds,
		write: async (board, options) => (await import('./pdf.ts')).writePdf(board, options)
	},
	xlsx: {
		label: { ja: 'Excel', en: 'Excel' },
		purpose: { ja: '表で直せる', en: 'cells to edit' },
		extension: 'xlsx',
		mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		sheets: null,
		write: async (board, options) => (await import('./xlsx.ts')).writeXlsxFile(board, options)
	},
	docx: {
		label: { ja: 'Word', en: 'Word' },
		purpose: { ja: '表', en: 'table' },
		extension: 'docx',
		mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		sheets: sheetsInWords,
		write: async (board, options) => (await import('./docx.ts')).writeDocx(board, options)
	},
	pptx: {
		label: { ja: 'PowerPoint', en: 'PowerPoint' },
		purpose: { ja: '発表用', en: 'to present' },
		extension: 'pptx',
		mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
		sheets: sheetKindIds,
		write: async (board, options) => (await import('./pptx.ts')).writePptx(board, options)
	},
	png: {
		label: { ja: 'PNG', en: 'PNG' },
		purpose: { ja: '画像', en: 'a picture' },
		extension: 'png',
		mediaType: 'image/png',
		sheets: sheetKindIds,
		write: async (board, options) => (await import('./png.ts')).writePng(board, options)
	},
	svg: {
		label: { ja: 'SVG', en: 'SVG' },
		purpose: { ja: '図として編集', en: 'a drawing to edit' },
		extension: 'svg',
		mediaType: 'image/svg+xml',
		sheets: sheetKindIds,
		write: async (board, options) => (await import('./svg.ts')).writeSvg(board, options)
	},
	csv: {
		label: { ja: 'CSV', en: 'CSV' },
		purpose: { ja: '一覧表', en: 'a list' },
		extension: 'csv',
		mediaType: 'text/csv; charset=utf-8',
		sheets: null,
		write: async (board, options) => (await import('./csv.ts')).writeCsv(board, options)
	},
	json: {
		label: { ja: 'JSON', en: 'JSON' },
		purpose: { ja: '引き継ぎ用', en: 'to hand over' },
		extension: 'json',
		mediaType: 'application/json',
		sheets: null,
		write: async (board, options) => (await import('./json.ts')).writeBoardFile(board, options)
	}
} satisfies Record<ExportFormatId, ExportFormat>;
