import type { Board } from '../method/board.ts';
import type { CardId } from '../method/card.ts';
import type { CardType } from '../method/ids.ts';
import { defaultMethod } from '../method/packs/method.ts';
import { buildWorksheet } from '../method/worksheet/build-worksheet.ts';
import { cleanBoard } from '../method/worksheet/clean-board.ts';
import type { SheetItem, SheetLayout } from '../method/worksheet/sheet-items.ts';
import { inks } from '../method/worksheet/sheet-items.ts';
import { mmPerPt, papers, smallestPt } from '../method/worksheet/sheet-metrics.ts';
import type { WorksheetRow } from '../method/worksheet/worksheet.ts';
import type { CauseBox, CauseDrawing, CauseLine, DrawingArea } from './causes-drawing.ts';
import { drawCauses } from './causes-drawing.ts';
import type { CauseGraph } from './causes-graph.ts';
import { readCauses } from './causes-graph.ts';
import { pageCauses } from './causes-pages.ts';
import type { ContentBlock } from './contents.ts';
import type { PanelBox } from './panel.ts';
import { boxesOf, paragraphOf } from './panel-build.ts';
import { paintFeet, setText } from './pen.ts';
import type { SheetHead } from './sheet-head.ts';
import { headOf, paintSheetHead } from './sheet-head.ts';
import type { SheetMaker, SheetOptions } from './sheet-kind.ts';

const sheetName = '原因と結果';
const legend = '太い線と太い枠：解決すべき原因（二重の枠）から結果までの道すじ';
const writtenLegend = '点線：もとにした原因';
const openEm = 9;

/** 原因と結果 (図表4-6): from what lies behind to what comes of it, the chosen way standing out. */
export const causesSheet: SheetMaker = {
	layOut: (board, options) => layOutCauses(planCauses(board, options), options),
	tell: (board, options) => tellCauses(planCauses(board, options), options)
};

interface CausesPlan {
	readonly head: SheetHead;
	readonly graph: CauseGraph;
	readonly boxes: ReadonlyMap<CardId, PanelBox>;
	readonly isOpen: boolean;
}

function planCauses(raw: Board, options: SheetOptions): CausesPlan {
	const board = cleanBoard(raw);
	const { method = defaultMethod, includeEmpty = true } = options;
	const { blocks } = buildWorksheet(board, { ...options, includeEmpty: false });
	const boxes = new Map<CardId, PanelBox>();
	for (const id of ['theme', 'causes', 'rootCause'] as const)
		for (const box of boxesOf(board, blocks[id].rows).boxes) {
			const [card] = box.rows[0]?.cardIds ?? [];
			if (card !== undefined) boxes.set(card, { ...box, rows: plain(box), heading: '', indent: 0 });
		}
	const graph = readCauses(board);
	return {
		head: headOf(board, sheetName, method, includeEmpty),
		graph,
		boxes,
		isOpen: includeEmpty && graph.cards.every(({ type }) => type !== 'cause')
	};
}

/** A lone ・ and the word 現状 say nothing where every card has its own frame. */
function plain({ rows, type }: PanelBox): readonly WorksheetRow[] {
	return rows.map((row) => ({
		...row,
		mark: row.mark === '・' ? '' : row.mark,
		label: type === 'fact' && row.kind === 'item' ? '' : row.label
	}));
}

function drawingOf({ graph, boxes, isOpen }: CausesPlan, em: number): CauseDrawing {
	const drawn = graph.cards.flatMap(({ id }, rank): CauseBox[] => {
		const box = boxes.get(id);
		if (!box) return [];
		const isResult = graph.results.has(id);
		return [{ id, rank, box, leastMm: 0, isResult, isChosen: graph.chosen.has(id) }];
	});
	const lines = graph.edges.map((edge): CauseLine => ({
		...edge,
		look: edge.isWritten ? 'written' : ''
	}));
	if (!isOpen) return { boxes: drawn, lines };
	return openDrawing(drawn, openEm * em);
}

/** Empty boxes to write in, in the shape that a conversation about causes takes. */
function openDrawing(results: readonly CauseBox[], leastMm: number): CauseDrawing {
	const open = (id: string, type: CardType, isRoot = false): CauseBox => ({
		id,
		rank: 1000,
		box: { rows: [], type, isRoot, isQuiet: false, heading: '', indent: 0 },
		leastMm,
		isResult: type === 'theme',
		isChosen: isRoot
	});
	const [result = open('open.theme', 'theme')] = results;
	const causes = ['open.1', 'open.2', 'open.3'].map((id) => open(id, 'cause'));
	const whys = ['open.4', 'open.5', 'open.6'].map((id, index) => open(id, 'cause', index === 0));
	const line = (from: string, to: string): CauseLine => ({
		from,
		to,
		look: '',
		isWritten: false,
		isChosen: false
	});
	return {
		boxes: [...(results.length > 0 ? results : [result]), ...causes, ...whys],
		lines: [
			...causes.map(({ id }) => line(id, result.id)),
			...whys.map(({ id }, index) => line(id, causes[index]?.id ?? result.id))
		]
	};
}

function layOutCauses(plan: CausesPlan, options: SheetOptions): SheetLayout {
	const { basePt, minPt, flowPt } = papers[options.paper];
	for (let pt: number = basePt; pt >= minPt; pt -= 0.5) {
		const { items, area } = openPage(plan, options, pt, false);
		const drawn = drawCauses(drawingOf(plan, pt * mmPerPt), area);
		if (drawn) return finish(plan, options, pt, [[...items, ...drawn]]);
	}
	const first = openPage(plan, options, flowPt, true);
	const drawings = pageCauses(plan.graph, plan.boxes, first.area);
	const pages = drawings.map((drawn, index) => [
		...openPage(plan, options, flowPt, index > 0).items,
		...drawn
	]);
	return finish(plan, options, flowPt, pages);
}

/** A page with its head, and what room is left for the drawing. */
function openPage(
	{ head, graph }: CausesPlan,
	{ paper, isMonochrome = false, method = defaultMethod }: SheetOptions,
	textPt: number,
	isContinued: boolean
): { readonly items: SheetItem[]; readonly area: DrawingArea } {
	const { widthMm, heightMm, marginMm, lineMm } = papers[paper];
	const items: SheetItem[] = [];
	const top = paintSheetHead(items, head, { widthMm, marginMm, textPt, isContinued });
	const footMm = smallestPt * mmPerPt * 1.9;
	const hasWritten = graph.edges.some(({ isWritten }) => isWritten);
	const words = [graph.chosen.size > 0 ? legend : '', hasWritten ? writtenLegend : '']
		.filter(Boolean)
		.join('　　');
	const set = setText(words, widthMm - marginMm * 2, {
		sizePt: Math.max(smallestPt, textPt * 0.8),
		colour: inks.muted
	});
	const bottom = heightMm - marginMm - footMm - (words === '' ? 0 : set.heightMm + 1.5);
	if (words !== '') set.paint(items, marginMm, bottom + 1.5);
	return {
		items,
		area: {
			left: marginMm,
			right: widthMm - marginMm,
			top,
			bottom,
			textPt,
			lineMm,
			isMonochrome,
			captionOf: (type, step) =>
				type === 'cause' && step > 0
					? 'なぜ？'
					: type === 'fact'
						? method.zones.fact.label.ja
						: method.cardTypes[type ?? 'cause'].label.ja
		}
	};
}

function finish(
	{ head }: CausesPlan,
	{ paper }: SheetOptions,
	textPt: number,
	pages: SheetItem[][]
): SheetLayout {
	const { widthMm, heightMm } = papers[paper];
	const caption = head.title.includes(sheetName) ? head.title : `${sheetName}　${head.title}`;
	paintFeet(pages, papers[paper], caption);
	const bookmarks = [{ title: sheetName, page: 0 }];
	return { paper, widthMm, heightMm, textPt, pages, bookmarks };
}

function tellCauses(
	{ head, graph, boxes }: CausesPlan,
	{ method = defaultMethod }: SheetOptions
): ReturnType<SheetMaker['tell']> {
	const blocks: ContentBlock[] = [];
	const tell = (title: string, isResult: boolean): void => {
		blocks.push({ kind: 'heading', level: 2, text: title });
		const own = graph.cards.filter(({ id }) => graph.results.has(id) === isResult);
		for (const { id } of own)
			for (const row of boxes.get(id)?.rows ?? []) blocks.push(paragraphOf(row));
		if (own.length === 0) blocks.push({ kind: 'space', name: title, label: '', lines: 4 });
	};
	tell(method.cardTypes.theme.label.ja, true);
	tell(method.cardTypes.cause.label.ja, false);
	const words = (id: CardId): string => graph.cards.find((card) => card.id === id)?.text ?? '';
	for (const { from, to, isWritten } of graph.edges)
		blocks.push({
			kind: 'paragraph',
			mark: '',
			text: `「${words(from)}」→「${words(to)}」${isWritten ? '（もとにした原因）' : ''}`,
			look: 'small',
			cardIds: []
		});
	return { title: head.title, orientation: 'landscape', blocks };
}
