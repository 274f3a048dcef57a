import type { FileChild } from 'docx';
import {
	BorderStyle,
	Paragraph,
	ShadingType,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	WidthType
} from 'docx';
import { inks } from '../method/worksheet/sheet-items.ts';
import type { ContentCell, ContentTable } from '../sheets/contents.ts';
import { twips, twipsOfPt, wordColour } from './docx-look.ts';
import type { WordStyle } from './docx-marks.ts';
import { wordRuns } from './docx-text.ts';

// A grey every copier keeps, as on paper.
const headFill = 'EEF1F4';

/** How a table is set. */
export interface TableLook {
	readonly widthMm: number;
	readonly textPt: number;
	readonly isMonochrome: boolean;
	/** Whether it stays with what follows, as far as it is small enough for that. */
	readonly keepNext: boolean;
}

const smallTableRows = 3;

/** A table whose head stands again on every page and whose rows stay whole. */
export function wordTable({ columns, rows }: ContentTable, look: TableLook): FileChild {
	const widths = columns.map(({ share }) => twips(share * look.widthMm));
	const line = { style: BorderStyle.SINGLE, size: 4, color: wordColour(inks.rule) };
	const hasHead = columns.some(({ title }) => title !== '');
	const keepNext = look.keepNext && rows.length <= smallTableRows;
	const cell = (column: number, style: WordStyle, { text, isBold }: ContentCell): TableCell =>
		new TableCell({
			width: { size: widths[column] ?? 0, type: WidthType.DXA },
			...(style === 'CellHead' && !look.isMonochrome
				? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: headFill } }
				: {}),
			// A line of a cell is a paragraph: that is what people expect when they write on.
			children: text
				.split('\n')
				.map((words) =>
					isBold === true
						? new Paragraph({ style, children: [...wordRuns(words, { bold: true })] })
						: new Paragraph({ style, children: [...wordRuns(words)] })
				)
		});
	const head = new TableRow({
		tableHeader: true,
		cantSplit: true,
		children: columns.map(({ title }, column) => cell(column, 'CellHead', { text: title }))
	});
	return new Table({
		layout: TableLayoutType.FIXED,
		width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
		columnWidths: widths,
		margins: {
			marginUnitType: WidthType.DXA,
			top: twipsOfPt(look.textPt * 0.3),
			bottom: twipsOfPt(look.textPt * 0.3),
			left: twipsOfPt(look.textPt * 0.32),
			right: twipsOfPt(look.textPt * 0.32)
		},
		borders: {
			top: line,
			bottom: line,
			left: line,
			right: line,
			insideHorizontal: line,
			insideVertical: line
		},
		rows: [
			...(hasHead ? [head] : []),
			...rows.map(
				(cells) =>
					new TableRow({
						cantSplit: true,
						keepNext,
						children: columns.map((_, column) =>
							cell(column, 'Cell', cells[column] ?? { text: '' })
						)
					})
			)
		]
	});
}
