import type { Paper, SheetItem } from '../method/worksheet/sheet-items.ts';
import { inks } from '../method/worksheet/sheet-items.ts';
import { mmPerPt, papers } from '../method/worksheet/sheet-metrics.ts';
import type { ContentBlock } from './contents.ts';
import { contentsPage, handLineMm } from './lay-out-contents.ts';
import { setText } from './pen.ts';

/** The name of the page where it is printed. */
export const opinionsTitle = '委員意見の記入用紙';

/** How many opinions a pack has room for. */
const opinionCount = 8;

const perPage = { A3: 8, A4: 4 } satisfies Record<Paper, number>;
const linesEach = 3;
const whoShare = 0.2;

const heads = { who: '委員の職種', opinion: 'ご意見' } as const;

const howTo =
	'お名前は書かず、職種だけをお書きください。いただいたご意見は、事務局がボードにメモとして書き戻します。';

const questions = [
	'このテーマを、いま取り上げることについて',
	'原因のとらえ方について（ほかの立場から見ると、どうですか）',
	'対策について（この地域で実現できそうか、だれが担うか）',
	'期待したことと、その確かめ方について'
];

/** The page in words: a row for each opinion, and a frame for what needs more room. Both are found again in the returned file. */
export function tellOpinions(): readonly ContentBlock[] {
	return [
		paragraph(howTo),
		...questions.map((text) => paragraph(text, '・')),
		{
			kind: 'table',
			columns: [
				{ title: '番号', share: 0.06 },
				{ title: heads.who, share: whoShare },
				{ title: heads.opinion, share: 0.94 - whoShare }
			],
			rows: Array.from({ length: opinionCount }, (_, at) =>
				[String(at + 1), '', '\n\n'].map((text) => ({ text }))
			)
		},
		{ kind: 'space', name: 'opinion-1', label: 'そのほかのご意見', lines: 6 }
	];
}

function paragraph(text: string, mark = ''): ContentBlock {
	return { kind: 'paragraph', mark, text, look: 'normal', cardIds: [] };
}

/** The same on paper: one row for each opinion, 委員の職種 on the left. */
export function layOutOpinions(paper: Paper): readonly SheetItem[][] {
	const page = contentsPage(paper, 'landscape');
	const { marginMm, textPt } = page;
	const width = page.widthMm - marginMm * 2;
	const em = textPt * mmPerPt;
	const who = width * whoShare;
	const { lineMm } = papers[paper];
	const pages: SheetItem[][] = [];
	for (let first = 0; first < opinionCount; first += perPage[paper]) {
		const items: SheetItem[] = [];
		pages.push(items);
		const isFirst = first === 0;
		const title = setText(isFirst ? opinionsTitle : `${opinionsTitle}（つづき）`, width, {
			sizePt: isFirst ? textPt * 1.5 : textPt,
			isBold: true,
			role: isFirst ? 'title' : 'heading',
			lineEm: 1.3
		});
		title.paint(items, marginMm, marginMm);
		let y = marginMm + title.heightMm + em * 0.5;
		if (isFirst) y = paintGuide(items, { x: marginMm, y, width, textPt });
		y = paintHeads(items, { x: marginMm, y, width, who, textPt, lineMm });
		const last = Math.min(opinionCount, first + perPage[paper]);
		const foot = page.heightMm - papers[paper].marginMm - em * 1.2;
		const height = Math.min((foot - y) / (last - first), handLineMm * linesEach * 1.15);
		for (let at = first; at < last; at += 1) {
			paintRow(items, { x: marginMm, y, width, who, height, textPt, lineMm, number: at + 1 });
			y += height;
		}
	}
	return pages;
}

interface Place {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly textPt: number;
}

interface RowPlace extends Place {
	readonly who: number;
	readonly lineMm: number;
}

function paintGuide(items: SheetItem[], { x, y, width, textPt }: Place): number {
	const em = textPt * mmPerPt;
	const guide = setText(howTo, width, { sizePt: textPt });
	guide.paint(items, x, y);
	let at = y + guide.heightMm + em * 0.2;
	for (const question of questions) {
		const set = setText(`・${question}`, width, { sizePt: textPt });
		set.paint(items, x, at);
		at += set.heightMm;
	}
	return at + em * 0.6;
}

function paintHeads(items: SheetItem[], at: RowPlace): number {
	const em = at.textPt * mmPerPt;
	const height = em * 2;
	paintFrame(items, at, height);
	for (const [text, x] of [
		[heads.who, at.x],
		[heads.opinion, at.x + at.who]
	] as const)
		setText(text, at.who, { sizePt: at.textPt, isBold: true, role: 'heading' }).paint(
			items,
			x + em * 0.6,
			at.y + em * 0.3
		);
	return at.y + height;
}

function paintRow(
	items: SheetItem[],
	at: RowPlace & { readonly height: number; readonly number: number }
): void {
	const em = at.textPt * mmPerPt;
	paintFrame(items, at, at.height);
	setText(String(at.number), em * 2, { sizePt: at.textPt, colour: inks.muted }).paint(
		items,
		at.x + em * 0.6,
		at.y + em * 0.3
	);
	for (let line = 1; line < linesEach; line += 1) {
		const y = at.y + (at.height * line) / linesEach;
		items.push({
			kind: 'line',
			x1: at.x + at.who + em * 0.6,
			y1: y,
			x2: at.x + at.width - em * 0.6,
			y2: y,
			lineMm: at.lineMm * 0.7,
			dash: [at.lineMm * 2, at.lineMm * 3],
			colour: inks.rule
		});
	}
}

function paintFrame(items: SheetItem[], { x, y, width, who, lineMm }: RowPlace, height: number) {
	items.push({ kind: 'rect', x, y, width, height, lineMm, colour: inks.muted });
	items.push({
		kind: 'line',
		x1: x + who,
		y1: y,
		x2: x + who,
		y2: y + height,
		lineMm,
		dash: [],
		colour: inks.muted
	});
}
