import type { Board } from '../method/board.ts';
import { buildWorksheet } from '../method/worksheet/build-worksheet.ts';
import type { SheetKindId } from '../method/export-ids.ts';
import { cleanBoard } from '../method/worksheet/clean-board.ts';
import { layoutWorksheet } from '../method/worksheet/layout.ts';
import type { SheetItem, SheetLayout } from '../method/worksheet/sheet-items.ts';
import { inks } from '../method/worksheet/sheet-items.ts';
import { papers, smallestPt } from '../method/worksheet/sheet-metrics.ts';
import type { ContentBlock, SheetContents } from './contents.ts';
import type { Agenda, CouncilPaper } from './council-agenda.ts';
import { agendaOf } from './council-agenda.ts';
import { coverPt, layOutCover } from './council-cover.ts';
import { layOutOpinions, opinionsTitle, tellOpinions } from './council-opinions.ts';
import { evaluationSheet, evaluationTitle, hasEvaluation } from './evaluation-sheet.ts';
import { onePageSheet } from './one-page.ts';
import { setText } from './pen.ts';
import type { SheetMaker, SheetOptions } from './sheet-kind.ts';
import { worksheetSheet } from './worksheet-sheet.ts';

/** The name of the pack where it is printed. */
export const councilTitle = '協議会資料';

/** A sheet that goes into the pack, and whether this board has something to say in it. */
interface CouncilPart {
	readonly id: SheetKindId;
	readonly name: string;
	readonly maker: SheetMaker;
	readonly isIn: (board: Board) => boolean;
}

/** In the order in which a council reads: the whole at a glance, then the form, then what came of it. */
const parts: readonly CouncilPart[] = [
	{ id: 'onePage', name: '思考の展開', maker: onePageSheet, isIn: () => true },
	{
		id: 'worksheet',
		name: '演習シート',
		// The conversation stays with the office; a council wants what came of it.
		maker: {
			...worksheetSheet,
			layOut: (board, options) => layoutWorksheet(buildWorksheet(board, options), options)
		},
		isIn: () => true
	},
	{ id: 'evaluation', name: evaluationTitle, maker: evaluationSheet, isIn: hasEvaluation }
];

/** 協議会資料: 式次第 (図表5-2) as the cover, the papers it names, and a page for what the members say. */
export const councilSheet: SheetMaker = { layOut: layOutCouncil, tell: tellCouncil };

interface Pack {
	readonly agenda: Agenda;
	readonly papers: readonly (CouncilPaper & Pick<CouncilPart, 'id' | 'maker'>)[];
	readonly opinions: CouncilPaper;
}

function packOf(board: Board, options: SheetOptions): Pack {
	const told = parts
		.filter(({ isIn }) => isIn(board))
		.map(({ id, name, maker }, at) => ({ mark: `資料${at + 1}`, id, name, maker }));
	const opinions = { mark: `資料${told.length + 1}`, name: opinionsTitle };
	return { agenda: agendaOf(board, options, { told, opinions }), papers: told, opinions };
}

function layOutCouncil(raw: Board, options: SheetOptions): SheetLayout {
	const board = cleanBoard(raw);
	const { paper } = options;
	const { widthMm, heightMm } = papers[paper];
	const pack = packOf(board, options);
	const cover = layOutCover(pack.agenda, paper);
	const laid = [
		...pack.papers.map(({ mark, name, maker }) => ({
			mark,
			name,
			pages: maker.layOut(board, options).pages.map(withoutFoot)
		})),
		{ ...pack.opinions, pages: layOutOpinions(paper) }
	];
	let next = cover.pages.length;
	const placed = laid.map((part) => {
		const page = next;
		next += part.pages.length;
		return { ...part, page };
	});
	cover.paintPapers(placed.map(({ mark, name, page }) => ({ mark, name, page: page + 1 })));
	const pages = [
		...cover.pages.map((items) => ({ items, caption: pack.agenda.meeting })),
		...placed.flatMap((part) =>
			part.pages.map((items) => ({
				items: [...items],
				caption: `${part.mark}　${part.name}　　${pack.agenda.meeting}`
			}))
		)
	];
	for (const [index, { items, caption }] of pages.entries())
		paintFoot(items, paper, caption, `${index + 1} / ${pages.length}`);
	return {
		paper,
		widthMm,
		heightMm,
		textPt: coverPt[paper],
		pages: pages.map(({ items }) => items),
		bookmarks: [
			{ title: '次第', page: 0 },
			...placed.map(({ mark, name, page }) => ({ title: `${mark}　${name}`, page }))
		]
	};
}

/** A part has its own name and numbers along its foot; the pack has those of the whole. */
function withoutFoot(items: readonly SheetItem[]): readonly SheetItem[] {
	return items.filter(
		(item) => item.kind !== 'text' || item.role !== 'decoration' || item.colour !== inks.muted
	);
}

function paintFoot(
	items: SheetItem[],
	paper: SheetOptions['paper'],
	caption: string,
	number: string
): void {
	const { widthMm, heightMm, marginMm } = papers[paper];
	const look = { sizePt: smallestPt, colour: inks.muted, lineEm: 1, role: 'decoration' } as const;
	const y = heightMm - marginMm - 2.9;
	setText(number, 30, { ...look, align: 'right' }).paint(items, widthMm - marginMm - 30, y);
	setText(caption, widthMm - marginMm * 2 - 34, look)
		.cut(1)[0]
		.paint(items, marginMm, y);
}

function tellCouncil(raw: Board, options: SheetOptions): SheetContents {
	const board = cleanBoard(raw);
	const { agenda, papers: told, opinions } = packOf(board, options);
	return {
		title: agenda.meeting,
		orientation: 'landscape',
		blocks: [
			{ kind: 'heading', level: 1, text: '次第' },
			say(`日時：${agenda.date || '令和　　年　　月　　日（　）　　時　　分から'}`),
			say(`場所：${agenda.place}`),
			...agenda.items.map(({ mark, text, depth, cards }): ContentBlock => ({
				kind: 'paragraph',
				mark: '　'.repeat((depth - 1) * 2) + mark,
				text,
				look: depth === 1 ? 'lead' : 'normal',
				cardIds: cards.map(({ id }) => id)
			})),
			{ kind: 'heading', level: 2, text: '配付資料' },
			...[...told, opinions].map(({ mark, name }) => say(name, mark)),
			...told.flatMap(({ id, mark, name, maker }): readonly ContentBlock[] => [
				{ kind: 'pageBreak' },
				{ kind: 'heading', level: 1, text: `${mark}　${name}`, begins: id },
				...maker.tell(board, options).blocks.map(asPartOfPack)
			]),
			{ kind: 'pageBreak' },
			{ kind: 'heading', level: 1, text: `${opinions.mark}　${opinions.name}` },
			...tellOpinions()
		]
	};
}

function say(text: string, mark = ''): ContentBlock {
	return { kind: 'paragraph', mark, text, look: 'normal', cardIds: [] };
}

function asPartOfPack(block: ContentBlock): ContentBlock {
	return block.kind === 'heading' ? { ...block, level: 2 } : block;
}
