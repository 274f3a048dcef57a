import { isFlagged } from '../lane-layout/card-content.ts';
import type { ZoneId } from '../method/ids.ts';
import type { Bookmark, SheetItem, SheetLayout } from '../method/worksheet/sheet-items.ts';
import { papers } from '../method/worksheet/sheet-metrics.ts';
import { drawOverview, drawZonePages, drawZones } from './board-drawing.ts';
import type { BoardPlan } from './board-plan.ts';
import { boardSheetName as sheetName, planBoard } from './board-plan.ts';
import type { ContentBlock } from './contents.ts';
import { paintFeet } from './pen.ts';
import { paintSheetHead } from './sheet-head.ts';
import type { SheetMaker, SheetOptions } from './sheet-kind.ts';

const headPt = { A3: 12, A4: 9 } as const;

/** ボードの絵: the board as it is seen, all words of its cards; zone by zone where they would be too small. */
export const boardSheet: SheetMaker = {
	layOut: (board, options) => layOutBoard(planBoard(board, options), options),
	tell: (board, options) => {
		const plan = planBoard(board, options);
		return {
			title: plan.head.title,
			orientation: 'landscape',
			blocks: plan.zones.flatMap((zone) => tellZone(plan, zone))
		};
	}
};

function layOutBoard(plan: BoardPlan, options: SheetOptions): SheetLayout {
	const { paper, isMonochrome = false, zone } = options;
	const metrics = papers[paper];
	const { widthMm, heightMm, marginMm } = metrics;
	const pages: SheetItem[][] = [];
	const bookmarks: Bookmark[] = [];
	const textPt = headPt[paper];
	const open = (isContinued: boolean): { items: SheetItem[]; top: number } => {
		const items: SheetItem[] = [];
		return {
			items,
			top: paintSheetHead(items, plan.head, { widthMm, marginMm, textPt, isContinued })
		};
	};
	const areaBelow = (top: number) => ({
		left: marginMm,
		right: widthMm - marginMm,
		top: top + 1,
		bottom: heightMm - marginMm - 6,
		isMonochrome
	});
	let isWhole = false;
	if (zone === undefined) {
		const { items, top } = open(false);
		isWhole = drawOverview(items, plan, areaBelow(top));
		bookmarks.push({ title: sheetName, page: 0 });
		pages.push(items);
	}
	const titleOf = (id: ZoneId): string => plan.method.zones[id].label.ja;
	const { top } = open(true);
	const drawings = isWhole
		? []
		: zone === undefined
			? drawZones(plan, areaBelow(top))
			: [{ zones: [zone], pages: drawZonePages(plan, zone, areaBelow(top)) }];
	for (const { zones, pages: drawn } of drawings) {
		bookmarks.push({ title: zones.map(titleOf).join('・'), page: pages.length });
		for (const items of drawn) pages.push([...open(pages.length > 0).items, ...items]);
	}
	const caption = plan.head.title.includes(sheetName)
		? plan.head.title
		: `${sheetName}　${plan.head.title}`;
	paintFeet(pages, metrics, caption);
	return { paper, widthMm, heightMm, textPt, pages, bookmarks };
}

function tellZone(plan: BoardPlan, zone: ZoneId): readonly ContentBlock[] {
	const lane = plan.lanes[zone];
	return [
		{ kind: 'heading', level: 2, text: plan.method.zones[zone].label.ja },
		...(lane.length === 0
			? [{ kind: 'space', name: zone, label: '', lines: 3 } as const]
			: lane.flatMap(({ card }): ContentBlock[] => {
					const base = { kind: 'paragraph', cardIds: [card.id] } as const;
					const tags = [...(plan.layout.cards.get(card.id)?.content.tags ?? [])];
					const parts = card.type === 'measure' ? card.subActions : [];
					return [
						{
							...base,
							mark: plan.signOf(card),
							text: card.text,
							look: isFlagged(card) ? 'lead' : 'normal'
						},
						...parts.map(({ text }) => ({ ...base, mark: '・', text, look: 'normal' }) as const),
						...(tags.length > 0
							? [
									{
										...base,
										mark: '',
										text: tags.map(({ text }) => text).join('　'),
										look: 'small'
									} as const
								]
							: [])
					];
				}))
	];
}
