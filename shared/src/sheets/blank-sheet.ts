import type { Board } from '../method/board.ts';
import { defaultMethod } from '../method/packs/method.ts';
import { buildWorksheet } from '../method/worksheet/build-worksheet.ts';
import { cleanBoard } from '../method/worksheet/clean-board.ts';
import { layoutWorksheet } from '../method/worksheet/layout.ts';
import type { SheetLayout } from '../method/worksheet/sheet-items.ts';
import { papers } from '../method/worksheet/sheet-metrics.ts';
import type { Worksheet, WorksheetBlock, WorksheetBlockId } from '../method/worksheet/worksheet.ts';
import { worksheetBlockIds } from '../method/worksheet/worksheet.ts';
import { layOutSlips, slipKinds } from './card-slips.ts';
import type { ContentBlock, SheetContents } from './contents.ts';
import { paintFeet } from './pen.ts';
import { purposeSheet } from './purpose.ts';
import type { SheetMaker, SheetOptions } from './sheet-kind.ts';

/** The name of the pack where it is printed. */
export const blankTitle = '白紙のシートとカード';

/** 白紙: the form of the board with nothing on it, and numbered slips to cut, for tables that begin on paper. */
export const blankSheet: SheetMaker = { layOut: layOutBlank, tell: tellBlank };

function layOutBlank(raw: Board, options: SheetOptions): SheetLayout {
	const { paper, isMonochrome = false, method = defaultMethod } = options;
	const board = withoutCards(raw);
	const form =
		board.meta.kind === 'purpose'
			? purposeSheet.layOut(board, { ...options, includeEmpty: true })
			: layoutWorksheet(blankForm(board, options), options);
	const slips = layOutSlips(slipKinds(method, paper), paper, isMonochrome);
	paintFeet(
		slips.pages,
		papers[paper],
		'点線で切って使います。番号は、あとで書き写すときの目じるしです。'
	);
	return {
		...form,
		pages: [...form.pages, ...slips.pages],
		bookmarks: [
			...form.bookmarks,
			...slips.bookmarks.map(({ title, page }) => ({ title, page: page + form.pages.length }))
		]
	};
}

/** Scene, municipality and table stay: they are known before the table begins. */
function withoutCards(raw: Board): Board {
	const board = cleanBoard(raw);
	return {
		...board,
		meta: { ...board.meta, title: '', reviewDate: '', professionsPresent: [] },
		cards: new Map(),
		links: new Map(),
		records: new Map()
	};
}

/** Nothing is called 未記入 where everything is to be written. */
function blankForm(board: Board, options: SheetOptions): Worksheet {
	const sheet = buildWorksheet(board, { ...options, includeEmpty: true });
	const blocks = Object.fromEntries(
		worksheetBlockIds.map((id): [WorksheetBlockId, WorksheetBlock] => [
			id,
			{ ...sheet.blocks[id], rows: [] }
		])
	);
	return { ...sheet, blocks: blocks as Worksheet['blocks'] };
}

function tellBlank(raw: Board, options: SheetOptions): SheetContents {
	const { paper, method = defaultMethod } = options;
	const board = withoutCards(raw);
	const { blocks } = blankForm(board, options);
	const form: readonly ContentBlock[] =
		board.meta.kind === 'purpose'
			? purposeSheet.tell(board, { ...options, includeEmpty: true }).blocks
			: worksheetBlockIds
					.filter((id) => !blocks[id].isHidden)
					.map((id) => ({
						kind: 'space',
						name: `blank-${id}`,
						label: blocks[id].title,
						lines: 3
					}));
	return {
		title: blankTitle,
		orientation: 'landscape',
		blocks: [
			...form,
			...slipKinds(method, paper).flatMap(({ label, asked, choice, count }): ContentBlock[] => [
				{ kind: 'pageBreak' },
				{ kind: 'heading', level: 1, text: `${label}のカード` },
				{
					kind: 'table',
					columns: [
						{ title: label, share: 0.5 },
						{ title: label, share: 0.5 }
					],
					rows: Array.from({ length: count / 2 }, (_, row) =>
						[1, 2].map((column) => ({
							text: [
								`${label} ${row * 2 + column}`,
								'',
								'',
								[choice, ...asked.map((word) => `${word}［　　　　　　］`)]
									.filter(Boolean)
									.join('　')
							].join('\n')
						}))
					)
				}
			])
		]
	};
}
