import type { ParagraphChild } from 'docx';
import {
	BorderStyle,
	HeightRule,
	Paragraph,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	VerticalAlignTable,
	WidthType
} from 'docx';
import { headFields } from '../method/worksheet/layout-head.ts';
import { inks } from '../method/worksheet/sheet-items.ts';
import { columns } from '../method/worksheet/sheet-metrics.ts';
import type {
	Worksheet,
	WorksheetBlock,
	WorksheetBlockId,
	WorksheetRow
} from '../method/worksheet/worksheet.ts';
import { smallPt, twips, twipsOfPt, wordColour } from './docx-look.ts';
import { markEm, tabRun, wordRuns } from './docx-text.ts';

/** The page the form is made for. */
export interface FormPage {
	readonly widthMm: number;
	/** What the form may fill; it grows over more pages when its words need more. */
	readonly heightMm: number;
	readonly textPt: number;
	readonly isMonochrome: boolean;
}

// Parts of the height that the three rows of the grid have before words need more. Three, so that a long theme does not
// move what stands beside 目指す姿.
const rowShares = { withNotes: [0.36, 0.27, 0.37], without: [0.48, 0.14, 0.38] } as const;
const headLines = 2.6;
const thin = { style: BorderStyle.SINGLE, size: 6, color: wordColour(inks.text) } as const;
const double = { style: BorderStyle.DOUBLE, size: 6, color: wordColour(inks.text) } as const;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** 図表4-10 as one table of Word: every block a cell in its place, the line of block 0 on top of every page. */
export function wordForm(sheet: Worksheet, page: FormPage): Table {
	const { widths, rows } = gridOf(sheet, page);
	return new Table({
		layout: TableLayoutType.FIXED,
		width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
		columnWidths: widths,
		margins: {
			marginUnitType: WidthType.DXA,
			top: twipsOfPt(page.textPt * 0.4),
			bottom: twipsOfPt(page.textPt * 0.4),
			left: twipsOfPt(page.textPt * 0.6),
			right: twipsOfPt(page.textPt * 0.6)
		},
		borders: { top: thin, bottom: thin, left: thin, right: thin },
		rows: [
			headRow(sheet, page, widths.length),
			...rows.map(
				({ height, cells }) =>
					new TableRow({
						height: { value: height, rule: HeightRule.ATLEAST },
						children: cells.map(
							({ id, width, rowSpan }) =>
								new TableCell({
									width: { size: width, type: WidthType.DXA },
									rowSpan,
									verticalAlign: VerticalAlignTable.TOP,
									borders: bordersOf(id),
									children: blockChildren(sheet.blocks[id], page)
								})
						)
					})
			)
		]
	});
}

interface Grid {
	readonly widths: readonly number[];
	readonly rows: readonly {
		readonly height: number;
		readonly cells: readonly {
			readonly id: WorksheetBlockId;
			readonly width: number;
			readonly rowSpan: number;
		}[];
	}[];
}

/** The cells of the blocks that are shown; where a column shows none, the others share its width. */
function gridOf(sheet: Worksheet, page: FormPage): Grid {
	const shown = columns
		.map(({ share, blocks }) => ({
			share,
			ids: blocks.map(({ id }) => id).filter((id) => !sheet.blocks[id].isHidden)
		}))
		.filter(({ ids }) => ids.length > 0);
	const total = shown.reduce((sum, { share }) => sum + share, 0);
	const widths = shown.map(({ share }) => twips((page.widthMm * share) / total));
	const starts = shown.map(({ ids }) => startsOf(ids));
	const shares = rowShares[sheet.blocks.notes.isHidden ? 'without' : 'withNotes'];
	const free = twips(page.heightMm) - twipsOfPt(page.textPt * headLines * 1.35);
	// A row in which no block begins would have no cell of its own.
	const used = [0, 1, 2].filter((row) => starts.some((list) => list.includes(row)));
	const rows = used.map((row, index) => {
		const after = used[index + 1] ?? 3;
		return {
			height: Math.round(shares.slice(row, after).reduce((sum, one) => sum + free * one, 0)),
			cells: shown.flatMap(({ ids }, column) => {
				const list = starts[column] ?? [];
				const at = list.indexOf(row);
				const id = ids[at];
				if (id === undefined) return [];
				const end = list[at + 1] ?? 3;
				const rowSpan = used.filter((other) => other >= row && other < end).length;
				return [{ id, width: widths[column] ?? 0, rowSpan }];
			})
		};
	});
	return { widths, rows };
}

/** In which of the three rows each block of a column begins. */
function startsOf(ids: readonly WorksheetBlockId[]): readonly number[] {
	if (ids.length === 2) return ids[1] === 'vision' ? [0, 1] : [0, 2];
	return [0, 1, 2].slice(0, ids.length);
}

function bordersOf(id: WorksheetBlockId) {
	const line = id === 'rootCause' ? double : thin;
	return { top: line, bottom: line, left: line, right: line };
}

/** Block 0 in one line over the columns; Word repeats it on every page. */
function headRow({ head }: Worksheet, { textPt }: FormPage, columnSpan: number): TableRow {
	const words: ParagraphChild[] = [
		...wordRuns('演習シート', { bold: true, size: Math.round(textPt * 1.4 * 2) })
	];
	for (const { label, value, isBold } of headFields(head))
		words.push(
			...wordRuns(`　${label}［ `),
			...wordRuns(value === '' ? '　　　　　' : value, { bold: isBold }),
			...wordRuns(' ］')
		);
	return new TableRow({
		tableHeader: true,
		cantSplit: true,
		children: [
			new TableCell({
				columnSpan,
				borders: { top: none, left: none, right: none, bottom: thin },
				children: [new Paragraph({ style: 'FormHead', children: words })]
			})
		]
	});
}

function blockChildren(block: WorksheetBlock, page: FormPage): readonly Paragraph[] {
	const badge = block.badges[0];
	const colour = page.isMonochrome || !badge ? inks.text : inks.badges[badge.type];
	return [
		new Paragraph({
			style: 'FormHeading',
			border: {
				bottom: { style: BorderStyle.SINGLE, size: 4, space: 2, color: wordColour(inks.rule) }
			},
			children: [...wordRuns(block.title, { color: wordColour(colour) })]
		}),
		...block.rows.map((row, index) => rowParagraph(row, block.rows[index + 1], page.textPt))
	];
}

function rowParagraph(
	row: WorksheetRow,
	next: WorksheetRow | undefined,
	textPt: number
): Paragraph {
	const border = row.startsSection
		? {
				border: {
					top: { style: BorderStyle.DOTTED, size: 4, space: 3, color: wordColour(inks.rule) }
				}
			}
		: {};
	// What belongs to an entry stays on its page.
	const keepNext = next?.kind === 'detail' && row.kind !== 'detail';
	const label = row.label === '' ? [] : wordRuns(`${row.label}　`, { bold: true });
	switch (row.kind) {
		case 'heading':
			return new Paragraph({
				style: 'FormWordAbove',
				children: [...wordRuns(row.text)],
				...border
			});
		case 'lead':
			return new Paragraph({
				style: 'FormLead',
				keepNext,
				children: [
					...(row.mark === '' ? [] : wordRuns(`${row.mark}　`)),
					...label,
					...wordRuns(row.text)
				],
				...border
			});
		case 'detail':
			return new Paragraph({
				style: 'FormSmall',
				indent: { left: twipsOfPt(smallPt(textPt) * 1.4 * row.depth) },
				children: [...wordRuns(row.label === '' ? row.text : `${row.label}：${row.text}`)],
				...border
			});
		case 'item': {
			const markPt = row.mark === '' ? 0 : markEm(row.mark) * textPt;
			const left = twipsOfPt(markPt + row.depth * textPt);
			return new Paragraph({
				style: 'FormBody',
				keepNext,
				keepLines: true,
				indent: { left, hanging: twipsOfPt(markPt) },
				children: [
					...(row.mark === '' ? [] : [...wordRuns(row.mark), tabRun()]),
					...label,
					...wordRuns(row.text)
				],
				...border
			});
		}
	}
}
