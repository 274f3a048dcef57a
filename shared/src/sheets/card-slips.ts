import type { CardType } from '../method/ids.ts';
import { cardTypeIds } from '../method/ids.ts';
import type { Method } from '../method/packs/method.ts';
import type { Bookmark, Paper, SheetItem } from '../method/worksheet/sheet-items.ts';
import { inks } from '../method/worksheet/sheet-items.ts';
import { mmPerPt, papers, smallestPt } from '../method/worksheet/sheet-metrics.ts';
import { lineWidthEm } from '../method/worksheet/break-lines.ts';
import { regularAdvances } from '../method/worksheet/font-advances.ts';
import { paintBadge } from './card-looks.ts';
import { setText } from './pen.ts';

/** How the slips of a page stand. */
const grids = {
	A3: { columns: 4, rows: 4 },
	A4: { columns: 2, rows: 4 }
} satisfies Record<Paper, { readonly columns: number; readonly rows: number }>;

/** What there is most of on a table gets a second page of the small paper. */
const pagesOf = (type: CardType, paper: Paper): number =>
	paper === 'A4' && (type === 'cause' || type === 'outcome') ? 2 : 1;

/** What is worth a line of its own on a slip; the words are those of the type's fields. */
const askedFields: { readonly [Type in CardType]: readonly string[] } = {
	theme: ['disease', 'parties'],
	vision: ['level'],
	fact: ['heardFrom', 'source'],
	cause: ['category'],
	measure: ['audience', 'owner', 'timing'],
	outcome: ['whose'],
	indicator: ['baseline', 'target'],
	source: ['respondent', 'year'],
	note: []
};

/** What is circled instead of written. */
const choices: { readonly [Type in CardType]?: string } = {
	vision: '地域の姿 ・ 連携の姿',
	outcome: '増える ・ 減る ・ 抑えられる',
	note: '理由 ・ ポイント ・ 意見 ・ 今後の予定'
};

/** A slip of one type: what is printed on it beside its number. */
export interface SlipKind {
	readonly type: CardType;
	readonly mark: string;
	readonly label: string;
	/** Words with brackets to write in. */
	readonly asked: readonly string[];
	readonly choice: string;
	readonly count: number;
}

/** The slips of a pack for a paper, type by type in the order of the steps. */
export function slipKinds(method: Method, paper: Paper): readonly SlipKind[] {
	const { columns, rows } = grids[paper];
	return cardTypeIds.map((type) => {
		const { mark, label, fields } = method.cardTypes[type];
		return {
			type,
			mark,
			label: label.ja,
			asked: askedFields[type].flatMap((key) =>
				key === 'level' ? [] : [fields[key]?.label.ja ?? '']
			),
			choice: choices[type] ?? '',
			count: columns * rows * pagesOf(type, paper)
		};
	});
}

/** Pages of numbered slips to cut along dashed lines, with a bookmark for every type. */
export function layOutSlips(
	kinds: readonly SlipKind[],
	paper: Paper,
	isMonochrome: boolean
): { readonly pages: readonly SheetItem[][]; readonly bookmarks: readonly Bookmark[] } {
	const { widthMm, heightMm, marginMm, lineMm } = papers[paper];
	const { columns, rows } = grids[paper];
	const width = (widthMm - marginMm * 2) / columns;
	const height = (heightMm - marginMm * 2 - smallestPt * mmPerPt * 1.6) / rows;
	const pages: SheetItem[][] = [];
	const bookmarks: Bookmark[] = [];
	for (const kind of kinds) {
		bookmarks.push({ title: `${kind.label}のカード`, page: pages.length });
		for (let first = 1; first <= kind.count; first += columns * rows) {
			const items: SheetItem[] = [];
			pages.push(items);
			paintCuts(items, { x: marginMm, y: marginMm, width, height, columns, rows, lineMm });
			for (let at = 0; at < columns * rows; at += 1)
				paintSlip(items, kind, {
					number: first + at,
					x: marginMm + (at % columns) * width,
					y: marginMm + Math.floor(at / columns) * height,
					width,
					height,
					lineMm,
					isMonochrome
				});
		}
	}
	return { pages, bookmarks };
}

function paintCuts(
	items: SheetItem[],
	at: {
		readonly x: number;
		readonly y: number;
		readonly width: number;
		readonly height: number;
		readonly columns: number;
		readonly rows: number;
		readonly lineMm: number;
	}
): void {
	const line = { lineMm: at.lineMm, dash: [1.6, 1.2], colour: inks.muted, kind: 'line' } as const;
	const right = at.x + at.width * at.columns;
	const bottom = at.y + at.height * at.rows;
	for (let column = 0; column <= at.columns; column += 1) {
		const x = at.x + column * at.width;
		items.push({ ...line, x1: x, y1: at.y, x2: x, y2: bottom });
	}
	for (let row = 0; row <= at.rows; row += 1) {
		const y = at.y + row * at.height;
		items.push({ ...line, x1: at.x, y1: y, x2: right, y2: y });
	}
}

interface SlipPlace {
	readonly number: number;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly lineMm: number;
	readonly isMonochrome: boolean;
}

const small = { sizePt: smallestPt + 0.5, colour: inks.muted, lineEm: 1.35 } as const;
const smallMm = small.sizePt * mmPerPt;
const smallLineMm = smallMm * small.lineEm;
const leastBlankMm = 11;

/** Words with brackets after them, spread over as few lines as leave room to write between the brackets. */
function placeFields(
	words: readonly string[],
	widthMm: number
): readonly (readonly { readonly text: string; readonly x: number }[])[] {
	const wordMm = (word: string): number => lineWidthEm(`${word}［`, regularAdvances) * smallMm;
	const gapMm = smallMm;
	const rows: string[][] = [];
	for (const word of words) {
		const last = rows.at(-1);
		const needed = [...(last ?? []), word].reduce(
			(sum, one) => sum + wordMm(one) + leastBlankMm + smallMm + gapMm,
			-gapMm
		);
		if (last && needed <= widthMm) last.push(word);
		else rows.push([word]);
	}
	return rows.map((row) => {
		const taken = row.reduce((sum, word) => sum + wordMm(word) + smallMm + gapMm, -gapMm);
		const blankMm = (widthMm - taken) / row.length;
		let x = 0;
		return row.flatMap((word) => {
			const open = { text: `${word}［`, x };
			x += wordMm(word) + blankMm;
			const close = { text: '］', x };
			x += smallMm + gapMm;
			return [open, close];
		});
	});
}

const padding = 4;
const badgeMm = 9.5;

function paintSlip(items: SheetItem[], kind: SlipKind, at: SlipPlace): void {
	const left = at.x + padding;
	const inner = at.width - padding * 2;
	paintBadge(items, kind, {
		x: left,
		y: at.y + padding,
		size: badgeMm,
		isMonochrome: at.isMonochrome
	});
	const whoMm = 34;
	setText(`${kind.label} ${at.number}`, inner - badgeMm - 2 - whoMm, {
		sizePt: fitting(`${kind.label} ${at.number}`, inner - badgeMm - 2 - whoMm),
		isBold: true,
		role: 'heading',
		lineEm: 1.2
	}).paint(items, left + badgeMm + 2, at.y + padding + 2.2);
	setText('職種［　　　　　　　］', whoMm, {
		sizePt: smallestPt + 0.5,
		colour: inks.muted,
		align: 'right'
	}).paint(items, left + inner - whoMm, at.y + padding + 2.6);

	const rows = [
		...(kind.choice === '' ? [] : [[{ text: kind.choice, x: 0 }]]),
		...placeFields(kind.asked, inner)
	];
	const footTop = at.y + at.height - padding * 0.6 - rows.length * smallLineMm;
	for (const [row, fields] of rows.entries())
		for (const { text, x } of fields)
			setText(text, inner, small).paint(items, left + x, footTop + row * smallLineMm);

	const top = at.y + padding + badgeMm;
	const room = footTop - 1.5 - top;
	const count = Math.max(2, Math.floor(room / 8.2));
	for (let line = 1; line <= count; line += 1) {
		const y = top + (room * line) / count;
		items.push({
			kind: 'line',
			x1: left,
			y1: y,
			x2: left + inner,
			y2: y,
			lineMm: at.lineMm * 0.8,
			dash: [],
			colour: inks.rule
		});
	}
}

/** The size at which a name keeps to its line. */
function fitting(text: string, widthMm: number): number {
	for (let pt = 13; pt > smallestPt; pt -= 0.5)
		if (setText(text, widthMm, { sizePt: pt, isBold: true }).lines.length === 1) return pt;
	return smallestPt;
}
