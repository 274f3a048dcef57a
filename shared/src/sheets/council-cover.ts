import type { Paper, SheetItem } from '../method/worksheet/sheet-items.ts';
import { inks } from '../method/worksheet/sheet-items.ts';
import { mmPerPt, papers } from '../method/worksheet/sheet-metrics.ts';
import type { Agenda, AgendaItem, CouncilPaper } from './council-agenda.ts';
import { handLineMm } from './lay-out-contents.ts';
import type { Strip, StripArea } from './lay-out-strips.ts';
import { layOutStrips } from './lay-out-strips.ts';
import { setText } from './pen.ts';

/** The sizes of the cover on each paper. */
export const coverPt = { A3: 17.5, A4: 12.5 } satisfies Record<Paper, number>;

const agendaShare = 0.62;
const listShare = 0.31;

/** The cover pages with 式次第 on the left; the list of papers, which needs their page numbers, is painted later. */
export interface CouncilCover {
	readonly pages: readonly SheetItem[][];
	/** Paints 配付資料 on the first page. */
	readonly paintPapers: (list: readonly (CouncilPaper & { readonly page: number })[]) => void;
}

/** 式次第 on one page while its themes let it, at the least at three quarters of the usual size. */
export function layOutCover(agenda: Agenda, paper: Paper): CouncilCover {
	for (let textPt = coverPt[paper]; textPt >= coverPt[paper] * 0.75; textPt -= 0.5) {
		const cover = layOutAt(agenda, paper, textPt);
		if (cover.pages.length === 1) return cover;
	}
	return layOutAt(agenda, paper, coverPt[paper]);
}

function layOutAt(agenda: Agenda, paper: Paper, textPt: number): CouncilCover {
	const { widthMm, heightMm, marginMm, lineMm } = papers[paper];
	const em = textPt * mmPerPt;
	const left = marginMm + em * 3;
	const width = widthMm - left * 2;
	const title = setText(agenda.meeting, width, {
		sizePt: textPt * 1.7,
		isBold: true,
		align: 'center',
		role: 'title',
		lineEm: 1.35
	});
	const word = setText('次　　第', width, {
		sizePt: textPt * 1.35,
		isBold: true,
		align: 'center',
		role: 'heading'
	});
	const factsTop = marginMm + em * 1.6 + title.heightMm + word.heightMm + em * 1.6;
	const facts = [
		{
			label: '日時',
			value: agenda.date,
			hint: '令和　　　年　　　月　　　日（　　）　　　時　　　分から'
		},
		{ label: '場所', value: agenda.place, hint: '' }
	].map(({ label, value, hint }) => ({
		label: setText(label, em * 3, { sizePt: textPt, isBold: true }),
		value: setText(value || hint, width - em * 4, { sizePt: textPt }),
		isOpen: value === ''
	}));
	const factMm = em * 2;
	const bodyTop =
		factsTop +
		facts.reduce((sum, { value }) => sum + Math.max(value.heightMm, factMm), 0) +
		em * 1.4;
	const bottom = heightMm - marginMm - em * 1.2;
	const areaOf = (page: number): StripArea => ({
		x: left,
		top: page === 0 ? bodyTop : marginMm + em * 2.6,
		bottom
	});
	const { pages } = layOutStrips(
		agenda.items.map((entry) => agendaStrip(entry, width * agendaShare, textPt, lineMm)),
		areaOf,
		(items, page) => {
			if (page > 0) {
				setText('次第（つづき）', width, { sizePt: textPt, isBold: true, role: 'heading' }).paint(
					items,
					left,
					marginMm
				);
				return;
			}
			title.paint(items, left, marginMm + em * 1.6);
			word.paint(items, left, marginMm + em * 2.1 + title.heightMm);
			let y = factsTop;
			for (const { label, value, isOpen } of facts) {
				label.paint(items, left, y);
				value.paint(items, left + em * 4, y);
				if (isOpen)
					items.push(lineToWrite(left + em * 4, left + width * 0.62, y + em * 1.5, lineMm));
				y += Math.max(value.heightMm, factMm);
			}
			items.push({
				kind: 'line',
				x1: left,
				y1: bodyTop - em * 0.9,
				x2: left + width,
				y2: bodyTop - em * 0.9,
				lineMm: lineMm * 2,
				dash: [],
				colour: inks.text
			});
		}
	);
	const [first = []] = pages;
	return {
		pages,
		paintPapers: (list) =>
			paintPapers(first, list, {
				x: left + width * (1 - listShare),
				y: bodyTop,
				width: width * listShare,
				bottom,
				textPt,
				lineMm
			})
	};
}

function agendaStrip(entry: AgendaItem, width: number, textPt: number, lineMm: number): Strip {
	const { mark, text, depth, cards } = entry;
	const em = textPt * mmPerPt;
	const isHead = depth === 1;
	const sizePt = depth === 3 ? textPt * 0.92 : textPt;
	const mm = sizePt * mmPerPt;
	const indent = [0, 0, 1.8, 4.4][depth] ?? 0;
	// As wide as in a font that sets every sign in full width, which slides are read in where ours is missing.
	const markMm = Math.max(1.8, mark.length + 0.3) * mm;
	const look = { sizePt, isBold: isHead, cardIds: cards.map(({ id }) => id) };
	const label = setText(mark, markMm + mm, { ...look, role: isHead ? 'heading' : 'text' });
	const words = setText(text, width - indent * em - markMm, {
		...look,
		role: isHead ? 'heading' : 'text'
	});
	const make = (part: typeof words, withLabel: boolean): Strip => ({
		heightMm: Math.max(part.heightMm, mm * 1.42),
		gapMm: em * (isHead ? 0.75 : 0.3),
		...(isHead ? { keepsWithNext: true } : {}),
		paint: (items, x, y) => {
			const at = x + indent * em;
			if (withLabel) label.paint(items, at, y);
			part.paint(items, at + markMm, y);
			if (text === '') items.push(lineToWrite(at + markMm, x + width, y + mm * 1.35, lineMm));
		},
		cut: (height) => {
			const [before, after] = part.cut(Math.max(1, Math.floor(height / (mm * 1.42))));
			return [make(before, withLabel), make(after, false)];
		}
	});
	return make(words, true);
}

function lineToWrite(x1: number, x2: number, y: number, lineMm: number): SheetItem {
	return { kind: 'line', x1, y1: y, x2, y2: y, lineMm, dash: [], colour: inks.rule };
}

function paintPapers(
	items: SheetItem[],
	list: readonly (CouncilPaper & { readonly page: number })[],
	at: { x: number; y: number; width: number; bottom: number; textPt: number; lineMm: number }
): void {
	const em = at.textPt * mmPerPt;
	const sizePt = at.textPt * 0.92;
	const padding = em * 0.9;
	const inner = at.width - padding * 2;
	const head = setText('配付資料', inner, { sizePt: at.textPt, isBold: true, role: 'heading' });
	const markMm = em * 3.4;
	const pageMm = em * 3.2;
	const rows = list.map(({ mark, name, page }) => ({
		mark: setText(mark, markMm, { sizePt, isBold: true }),
		name: setText(name, inner - markMm - pageMm, { sizePt }),
		page: setText(`${page}頁`, pageMm, { sizePt, align: 'right' })
	}));
	const gap = em * 0.35;
	const height =
		padding * 2 + head.heightMm + rows.reduce((sum, { name }) => sum + name.heightMm + gap, 0);
	items.push({
		kind: 'rect',
		x: at.x,
		y: at.y,
		width: at.width,
		height,
		lineMm: at.lineMm,
		colour: inks.muted
	});
	head.paint(items, at.x + padding, at.y + padding);
	let y = at.y + padding + head.heightMm + gap;
	for (const row of rows) {
		row.mark.paint(items, at.x + padding, y);
		row.name.paint(items, at.x + padding + markMm, y);
		row.page.paint(items, at.x + padding + inner - pageMm, y);
		y += row.name.heightMm + gap;
	}
	paintMemo(items, { ...at, y: at.y + height + em });
}

/** Room for what a member wants to remember; left out where the list takes it. */
function paintMemo(
	items: SheetItem[],
	at: { x: number; y: number; width: number; bottom: number; textPt: number; lineMm: number }
): void {
	const em = at.textPt * mmPerPt;
	const height = at.bottom - at.y;
	if (height < handLineMm * 3) return;
	const { x, y, width, lineMm } = at;
	items.push({ kind: 'rect', x, y, width, height, lineMm, colour: inks.rule });
	setText('メモ', width, { sizePt: at.textPt * 0.85, colour: inks.muted }).paint(
		items,
		x + em * 0.9,
		y + em * 0.4
	);
	for (let line = y + handLineMm * 2; line < at.bottom - 3; line += handLineMm)
		items.push({
			kind: 'line',
			x1: x + em * 0.9,
			y1: line,
			x2: x + width - em * 0.9,
			y2: line,
			lineMm: lineMm * 0.7,
			dash: [lineMm * 2, lineMm * 3],
			colour: inks.rule
		});
}
