import { lineWidthEm } from '../method/worksheet/break-lines.ts';
import { regularAdvances } from '../method/worksheet/font-advances.ts';
import type { Paper, SheetItem, SheetLayout } from '../method/worksheet/sheet-items.ts';
import { inks } from '../method/worksheet/sheet-items.ts';
import { mmPerPt, papers, smallestPt } from '../method/worksheet/sheet-metrics.ts';
import type { ContentBlock, ContentCell, ContentParagraph, SheetContents } from './contents.ts';
import type { ContentSpace } from './contents.ts';
import type { Strip } from './lay-out-strips.ts';
import { layOutStrips } from './lay-out-strips.ts';
import type { CellDrawing } from './lay-out-table.ts';
import { stripsOfTable } from './lay-out-table.ts';
import { paintFeet, setText } from './pen.ts';
import type { SetText } from './pen.ts';

/** How the words of a sheet are put on paper. */
export interface ContentsLook {
	readonly paper: Paper;
	readonly isMonochrome?: boolean;
	/** The line along the foot of every page; the title unless given. */
	readonly caption?: string;
	/** The size of running text; what suits the paper unless given. */
	readonly textPt?: number;
	/** The least size tried, half a point at a time, for all to be on one page; without it the size stays. */
	readonly leastPt?: number;
	/** Drawn in cells of tables, below their words. */
	readonly drawings?: ReadonlyMap<ContentCell, CellDrawing>;
}

/** A page of running text: its size, the free edge around it, and the text that suits it. */
export interface ContentsPage {
	readonly widthMm: number;
	readonly heightMm: number;
	readonly marginMm: number;
	readonly textPt: number;
	readonly lineMm: number;
}

const usualPt = { A3: 12.5, A4: 10.5 } satisfies Record<Paper, number>;
const portraitMargin = { A3: 22, A4: 18 } satisfies Record<Paper, number>;
const landscapeMargin = { A3: 15, A4: 12 } satisfies Record<Paper, number>;

const gapsEm = { lead: 0.75, normal: 0.4, small: 0.3 } satisfies Record<
	ContentParagraph['look'],
	number
>;

/** The height of one line to write on by hand. */
export const handLineMm = 9;

/** The page for running text on a paper. */
export function contentsPage(
	paper: Paper,
	orientation: SheetContents['orientation'],
	textPt: number = usualPt[paper]
): ContentsPage {
	const { widthMm, heightMm, lineMm } = papers[paper];
	return orientation === 'portrait'
		? { widthMm: heightMm, heightMm: widthMm, marginMm: portraitMargin[paper], textPt, lineMm }
		: { widthMm, heightMm, marginMm: landscapeMargin[paper], textPt, lineMm };
}

/** Any sheet in words as pages from top to bottom: nothing is cut off, nothing is under 8 pt, tables repeat their head. */
export function layOutContents(contents: SheetContents, look: ContentsLook): SheetLayout {
	const usual = contentsPage(look.paper, contents.orientation, look.textPt);
	let page = usual;
	let laid = layOutContentsPages(contents, page, look);
	for (
		let textPt = usual.textPt - 0.5;
		laid.pages.length > 1 && textPt >= (look.leastPt ?? usual.textPt);
		textPt -= 0.5
	) {
		const smaller = layOutContentsPages(contents, { ...usual, textPt }, look);
		if (smaller.pages.length > 1) continue;
		page = { ...usual, textPt };
		laid = smaller;
	}
	const { pages, bookmarks } = laid;
	paintFeet(pages, page, look.caption ?? contents.title);
	return {
		paper: look.paper,
		widthMm: page.widthMm,
		heightMm: page.heightMm,
		textPt: page.textPt,
		pages,
		bookmarks: [{ title: contents.title, page: 0 }, ...bookmarks]
	};
}

/** The same without feet, for pages that become part of a larger sheet; bookmarks are the headings of level 1. */
function layOutContentsPages(
	contents: SheetContents,
	page: ContentsPage,
	look: Pick<ContentsLook, 'isMonochrome' | 'drawings'>
): Pick<SheetLayout, 'bookmarks'> & { readonly pages: readonly SheetItem[][] } {
	const { marginMm, textPt } = page;
	const widthMm = page.widthMm - marginMm * 2;
	const em = textPt * mmPerPt;
	const title = (isContinued: boolean): SetText =>
		setText(isContinued ? `${contents.title}（つづき）` : contents.title, widthMm, {
			sizePt: isContinued ? textPt : textPt * 1.5,
			isBold: true,
			role: isContinued ? 'heading' : 'title',
			lineEm: 1.3
		});
	const heads = [title(false), title(true)] as const;
	const bottom = page.heightMm - marginMm - smallestPt * mmPerPt * 2.2;
	const { pages, bookmarks } = layOutStrips(
		stripsOf(contents.blocks, { ...look, page, widthMm }),
		(number) => ({
			x: marginMm,
			top: marginMm + heads[number === 0 ? 0 : 1].heightMm + em * 0.7,
			bottom
		}),
		(items, number) => heads[number === 0 ? 0 : 1].paint(items, marginMm, marginMm)
	);
	return { pages, bookmarks };
}

/** What asks and the place to answer in stay on one page: a paragraph and its table, either and the frame after it. */
function keptTogether(
	strips: readonly Strip[],
	{ kind }: ContentBlock,
	next: ContentBlock | undefined
): readonly Strip[] {
	const isAsking =
		(kind === 'paragraph' && (next?.kind === 'table' || next?.kind === 'space')) ||
		(kind === 'table' && next?.kind === 'space');
	const last = strips.at(-1);
	if (!isAsking || !last) return strips;
	return [...strips.slice(0, -1), { ...last, keepsWithNext: true }];
}

interface StripsLook extends Pick<ContentsLook, 'isMonochrome' | 'drawings'> {
	readonly page: ContentsPage;
	readonly widthMm: number;
}

/** The blocks of a sheet as strips of a width. */
function stripsOf(blocks: readonly ContentBlock[], look: StripsLook): readonly Strip[] {
	const { widthMm } = look;
	const { textPt, lineMm } = look.page;
	const em = textPt * mmPerPt;
	const strips: Strip[] = [];
	let startsPage = false;
	for (const [index, block] of blocks.entries()) {
		const made = keptTogether(stripsOfBlock(block), block, blocks[index + 1]);
		const [first, ...rest] = made;
		if (first && startsPage) strips.push({ ...first, startsPage }, ...rest);
		else strips.push(...made);
		startsPage = block.kind === 'pageBreak' || (startsPage && made.length === 0);
	}
	return strips;

	function stripsOfBlock(block: ContentBlock): readonly Strip[] {
		switch (block.kind) {
			case 'heading':
				return [heading(block.text, block.level)];
			case 'paragraph':
				return [paragraph(block)];
			case 'table':
				return stripsOfTable(block, {
					widthMm,
					textPt: Math.max(smallestPt, textPt * 0.92),
					lineMm,
					isMonochrome: look.isMonochrome === true,
					...(look.drawings ? { drawings: look.drawings } : {})
				});
			case 'space':
				return space(block);
			case 'pageBreak':
				return [];
		}
	}

	function heading(text: string, level: 1 | 2): Strip {
		const set = setText(text, widthMm - (level === 1 ? 0 : em * 0.9), {
			sizePt: textPt * (level === 1 ? 1.22 : 1.06),
			isBold: true,
			role: 'heading'
		});
		const ruleMm = level === 1 ? em * 0.25 : 0;
		return {
			heightMm: set.heightMm + ruleMm,
			gapMm: em * (level === 1 ? 1.1 : 0.8),
			keepsWithNext: true,
			...(level === 1 ? { bookmark: text } : {}),
			paint: (items, x, y) => {
				set.paint(items, x + (level === 1 ? 0 : em * 0.9), y);
				if (level === 1) {
					const at = y + set.heightMm + ruleMm / 2;
					items.push({
						kind: 'line',
						x1: x,
						y1: at,
						x2: x + widthMm,
						y2: at,
						lineMm: lineMm * 1.4,
						dash: [],
						colour: inks.text
					});
				} else
					items.push({
						kind: 'line',
						x1: x + em * 0.25,
						y1: y + em * 0.25,
						x2: x + em * 0.25,
						y2: y + set.heightMm - em * 0.25,
						lineMm: lineMm * 3,
						dash: [],
						colour: inks.text
					});
			}
		};
	}

	function paragraph({ mark, text, look: weight, cardIds }: ContentParagraph): Strip {
		const sizePt =
			weight === 'small'
				? Math.max(smallestPt, textPt * 0.88)
				: textPt * (weight === 'lead' ? 1.08 : 1);
		const mm = sizePt * mmPerPt;
		const style = {
			sizePt,
			isBold: weight === 'lead',
			colour: weight === 'small' ? inks.muted : inks.text,
			cardIds
		};
		const indent = mark === '' ? 0 : Math.max(1.7, lineWidthEm(mark, regularAdvances) + 0.6) * mm;
		const set = setText(text, widthMm - indent, style);
		const label = mark === '' ? null : setText(mark, indent, style);
		return withText(set, label, indent, em * gapsEm[weight]);
	}

	function withText(set: SetText, label: SetText | null, indent: number, gapMm: number): Strip {
		return {
			heightMm: set.heightMm,
			gapMm,
			paint: (items, x, y) => {
				label?.paint(items, x, y);
				set.paint(items, x + indent, y);
			},
			cut: (height) => {
				const count = Math.max(1, Math.floor((height / set.heightMm) * set.lines.length));
				const [before, after] = set.cut(count);
				return [withText(before, label, indent, gapMm), withText(after, null, indent, gapMm)];
			}
		};
	}

	function space({ label, lines }: ContentSpace): readonly Strip[] {
		const frame = frameToWrite(lines, { widthMm, lineMm });
		if (label === '') return [{ ...frame, gapMm: em * 0.6 }];
		const set = setText(label, widthMm, { sizePt: textPt, isBold: true });
		const head: Strip = {
			heightMm: set.heightMm + em * 0.15,
			gapMm: em * 0.7,
			keepsWithNext: true,
			paint: (items, x, y) => set.paint(items, x, y)
		};
		return [head, frame];
	}
}

/** An empty frame with dotted lines to write on, cut between two of them where a page ends. */
function frameToWrite(
	lines: number,
	{ widthMm, lineMm }: { readonly widthMm: number; readonly lineMm: number }
): Strip {
	const heightMm = lines * handLineMm;
	return {
		heightMm,
		gapMm: 0,
		paint: (items, x, y) => {
			items.push({
				kind: 'rect',
				x,
				y,
				width: widthMm,
				height: heightMm,
				lineMm,
				colour: inks.muted
			});
			for (let line = 1; line < lines; line += 1)
				items.push({
					kind: 'line',
					x1: x + 3,
					y1: y + line * handLineMm,
					x2: x + widthMm - 3,
					y2: y + line * handLineMm,
					lineMm: lineMm * 0.7,
					dash: [lineMm * 2, lineMm * 3],
					colour: inks.rule
				});
		},
		cut: (height) => {
			const count = Math.min(lines - 1, Math.max(1, Math.floor(height / handLineMm)));
			return [
				frameToWrite(count, { widthMm, lineMm }),
				frameToWrite(lines - count, { widthMm, lineMm })
			];
		}
	};
}
