import { badgeShapes } from '../badge-shapes.ts';
import type { BadgeShape } from '../badge-shapes.ts';
import { lineWidthEm } from './break-lines.ts';
import type { PlacedLine } from './fill-area.ts';
import { boldAdvances } from './font-advances.ts';
import { ascentEm } from './layout-head.ts';
import type { SheetItem, TextRole, TextRun } from './sheet-items.ts';
import { inks } from './sheet-items.ts';
import { mmPerPt } from './sheet-metrics.ts';
import type { WorksheetBlock, WorksheetRow } from './worksheet.ts';

/** Where a block writes, and in what lines: `em` is its text in mm, `lineMm` its thin rules. */
export interface BlockPlace {
	readonly x: number;
	readonly y: number;
	readonly inner: number;
	readonly em: number;
	readonly lineMm: number;
	readonly isMonochrome: boolean;
}

const headingEm = 1.15;
const badgeEm = 1.75;

/** The height of a heading with the rule under it, in em of the text. */
export const blockHeadEm = badgeEm + 0.95;

/** Paints the badges and the title of a block with the rule under them. */
export function paintHeading(
	items: SheetItem[],
	block: WorksheetBlock,
	at: BlockPlace & { readonly isContinued: boolean; readonly role: TextRole }
): void {
	const size = at.em * badgeEm;
	const badgesMm = block.badges.length * size * 1.12 + at.em * 0.2;
	const title = at.isContinued ? `${block.title}（つづき）` : block.title;
	// The longest heading in the narrowest column gives way rather than leaving its frame.
	const titleEm = Math.min(
		headingEm,
		(at.inner - badgesMm) / at.em / lineWidthEm(title, boldAdvances)
	);
	for (const [index, badge] of block.badges.entries())
		paintBadge(items, badge, {
			x: at.x + index * size * 1.12,
			y: at.y,
			size,
			isMonochrome: at.isMonochrome
		});
	items.push({
		kind: 'text',
		x: at.x + badgesMm,
		y: at.y + size / 2 + titleEm * at.em * (ascentEm - 0.5),
		text: title,
		sizePt: (titleEm * at.em) / mmPerPt,
		isBold: true,
		colour: inks.text,
		cardIds: [],
		role: at.role
	});
	items.push(rule(at, at.y + size + at.em * 0.3, []));
}

function paintBadge(
	items: SheetItem[],
	{ type, mark }: WorksheetBlock['badges'][number],
	at: { x: number; y: number; size: number; isMonochrome: boolean }
): void {
	const badge: BadgeShape = badgeShapes[type];
	const scale = at.size / 32;
	const colour = at.isMonochrome ? inks.text : inks.badges[type];
	const isHollow = badge.isOutlined === true;
	const path = (data: string, fill: string | null, stroke: string | null): void => {
		items.push({ kind: 'path', path: data, x: at.x, y: at.y, scale, fill, stroke, lineUnits: 1.8 });
	};
	path(badge.path, isHollow ? inks.paper : colour, isHollow ? colour : null);
	if (badge.detail !== undefined) path(badge.detail, null, isHollow ? colour : inks.paper);
	items.push({
		kind: 'text',
		x: at.x + (16 - (lineWidthEm(mark, boldAdvances) * badge.markSize) / 2) * scale,
		y: at.y + badge.markY * scale,
		text: mark,
		sizePt: (badge.markSize * scale) / mmPerPt,
		isBold: true,
		colour: isHollow ? colour : inks.paper,
		cardIds: [],
		role: 'decoration'
	});
}

/** Paints the rows of a block; the words of a row are one run on each page they stand on. */
export function paintLines(items: SheetItem[], lines: readonly PlacedLine[], at: BlockPlace): void {
	const dash = at.lineMm * 2;
	const runs = runsOf(lines, at);
	for (const line of lines) {
		if (line.ruleY !== null) items.push(rule(at, at.y + line.ruleY, [dash, dash]));
		const run = runs.get(line.row);
		for (const span of line.spans)
			if (span.text.trim() !== '')
				items.push({
					kind: 'text',
					x: at.x + span.x,
					y: at.y + line.y + (line.height - line.sizeMm) / 2 + line.sizeMm * ascentEm,
					text: span.text,
					sizePt: line.sizeMm / mmPerPt,
					isBold: span.isBold,
					colour: line.isMuted ? inks.muted : inks.text,
					cardIds: line.row.cardIds,
					...(run && !span.isMark ? { run } : {})
				});
	}
}

function runsOf(lines: readonly PlacedLine[], at: BlockPlace): ReadonlyMap<WorksheetRow, TextRun> {
	const runs = new Map<WorksheetRow, TextRun>();
	let before: PlacedLine | null = null;
	for (const line of lines) {
		const begun = runs.get(line.row);
		const typedEnd = begun && before?.endsParagraph === true;
		runs.set(line.row, {
			parts: joined([
				...(begun?.parts ?? []),
				...(typedEnd ? [{ text: '\n', isBold: before?.words.at(-1)?.isBold === true }] : []),
				...line.words
			]),
			x: at.x + line.wordsX,
			widthMm: at.inner - line.wordsX,
			lineMm: line.height,
			align: 'left'
		});
		before = line;
	}
	return runs;
}

function joined(parts: TextRun['parts']): TextRun['parts'] {
	const found: { text: string; isBold: boolean }[] = [];
	for (const part of parts) {
		const last = found.at(-1);
		if (last?.isBold === part.isBold) last.text += part.text;
		else if (part.text !== '') found.push({ ...part });
	}
	return found;
}

function rule(at: BlockPlace, y: number, dash: readonly number[]): SheetItem {
	return {
		kind: 'line',
		x1: at.x,
		y1: y,
		x2: at.x + at.inner,
		y2: y,
		lineMm: at.lineMm * 0.7,
		dash,
		colour: inks.rule
	};
}
