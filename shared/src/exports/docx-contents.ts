import type { FileChild, IParagraphOptions } from 'docx';
import { HeadingLevel, LineRuleType, Paragraph } from 'docx';
import type { SheetKindId } from '../method/export-ids.ts';
import type { ContentBlock, ContentParagraph } from '../sheets/contents.ts';
import { smallPt, twipsOfPt } from './docx-look.ts';
import type { WordStyle } from './docx-marks.ts';
import type { SpacePlace } from './docx-space.ts';
import { spaceLabel, wordSpace } from './docx-space.ts';
import { wordTable } from './docx-table.ts';
import { markEm, tabRun, wordRuns } from './docx-text.ts';

const paragraphStyles = {
	lead: 'Lead',
	normal: 'Body',
	small: 'Small'
} satisfies Record<ContentParagraph['look'], WordStyle>;

/** Where the words go. */
export interface WordColumn {
	readonly widthMm: number;
	readonly heightMm: number;
	readonly textPt: number;
	readonly isMonochrome: boolean;
	/** A sheet that has a shape of its own in Word, in place of its words. */
	readonly shaped?: { readonly [Id in SheetKindId]?: FileChild };
}

/** The blocks of a sheet in their order as headings, paragraphs and tables of Word. */
export function wordContents(
	blocks: readonly ContentBlock[],
	column: WordColumn
): readonly FileChild[] {
	const children: FileChild[] = [];
	const spaces: SpacePlace = {
		widthMm: column.widthMm,
		maxHeightMm: column.heightMm * 0.9,
		bookmarks: new Set()
	};
	let startsPage = false;
	let isShaped = false;
	for (const [index, block] of blocks.entries()) {
		const startedPage = startsPage;
		const next = blocks[index + 1];
		const place: IParagraphOptions = startedPage ? { pageBreakBefore: true } : {};
		startsPage = block.kind === 'pageBreak';
		isShaped &&= !startsPage;
		if (isShaped) continue;
		switch (block.kind) {
			case 'heading': {
				children.push(
					new Paragraph({
						heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
						children: [...wordRuns(block.text)],
						...place
					})
				);
				const shape = block.begins === undefined ? undefined : column.shaped?.[block.begins];
				if (!shape) break;
				children.push(shape, gap());
				isShaped = true;
				break;
			}
			case 'paragraph':
				children.push(
					wordParagraph(block, column.textPt, {
						...place,
						...(isToFillIn(next)
							? { keepNext: true, spacing: { after: twipsOfPt(column.textPt * 0.4) } }
							: {})
					})
				);
				break;
			case 'table':
				if (startedPage) children.push(gap(place));
				children.push(
					wordTable(block, { ...column, keepNext: next?.kind === 'space' }),
					gap({ keepNext: next?.kind === 'space' })
				);
				break;
			case 'space':
				children.push(spaceLabel(block, spaces, startedPage), wordSpace(block, spaces));
				// Behind the last one as high as a line: who has more to say goes on writing there.
				children.push(next?.kind === 'space' ? gap() : new Paragraph({ children: [] }));
				break;
			case 'pageBreak':
		}
	}
	return children;
}

/** A question stays on the page of what is filled in below it. */
function isToFillIn(next: ContentBlock | undefined): boolean {
	return next?.kind === 'table' || next?.kind === 'space';
}

/** What must stand behind a table, or two of them grow together: a paragraph hardly higher than nothing. */
export function gap(place: IParagraphOptions = {}): Paragraph {
	return new Paragraph({
		children: [],
		spacing: { line: 40, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
		run: { size: 2 },
		...place
	});
}

function wordParagraph(
	{ mark, text, look }: ContentParagraph,
	textPt: number,
	place: IParagraphOptions
): Paragraph {
	const sizePt = look === 'small' ? smallPt(textPt) : look === 'lead' ? textPt * 1.08 : textPt;
	const left = mark === '' ? 0 : twipsOfPt(markEm(mark, look === 'lead') * sizePt);
	return new Paragraph({
		style: paragraphStyles[look],
		...(mark === '' ? {} : { indent: { left, hanging: left } }),
		children: [...(mark === '' ? [] : [...wordRuns(mark), tabRun()]), ...wordRuns(text)],
		...place
	});
}
