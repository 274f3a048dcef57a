/** The ids of the sheets a board can be taken home as, in the order people are offered them. */
export const sheetKindIds = [
	'worksheet',
	'onePage',
	'purpose',
	'causes',
	'evaluation',
	'dialogue',
	'council',
	'survey',
	'blank',
	'board'
] as const;
export type SheetKindId = (typeof sheetKindIds)[number];

/** The ids of the formats, in the order people are offered them. */
export const exportFormatIds = [
	'pdf',
	'xlsx',
	'docx',
	'pptx',
	'png',
	'svg',
	'csv',
	'json'
] as const;
export type ExportFormatId = (typeof exportFormatIds)[number];
