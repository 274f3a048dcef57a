import type { CardId } from '../method/card.ts';
import type { SheetItem } from '../method/worksheet/sheet-items.ts';
import { mmPerPt } from '../method/worksheet/sheet-metrics.ts';
import type { WorksheetRow } from '../method/worksheet/worksheet.ts';
import type { CauseBox, CauseLine, DrawingArea } from './causes-drawing.ts';
import { columnsFor, drawCauses } from './causes-drawing.ts';
import type { CauseGraph } from './causes-graph.ts';
import type { PanelBox } from './panel.ts';
import { measureBox } from './panel-boxes.ts';
import { setRows } from './panel-rows.ts';

/** A cause with everything that lies behind it, in the shape of a tree. */
interface Branch {
	readonly id: CardId;
	readonly behind: readonly Branch[];
}

/** More columns would be too narrow to read along. */
const mostColumns = 6;
/** How much of a page the highest box takes; longer words go on in another. */
const highest = 0.9;
/** How much is said of a card that stands in full on an earlier page. */
const excerptLength = 36;

/**
 * Causes that no page holds together, branch by branch; what a branch leads to stands on its page again.
 * Arrows that leave the tree are said in words.
 */
export function pageCauses(
	graph: CauseGraph,
	boxes: ReadonlyMap<CardId, PanelBox>,
	whole: DrawingArea
): readonly (readonly SheetItem[])[] {
	const em = whole.textPt * mmPerPt;
	const count = Math.min(mostColumns, longestWay(graph));
	const { columnMm } = columnsFor(count, whole.right - whole.left, em);
	const area: DrawingArea = { ...whole, columnMm, mostColumns: count };
	const highestMm = (area.bottom - area.top - em * 2) * highest;
	const texts = new Map(graph.cards.map(({ id, text }) => [id, text]));
	const ranks = new Map(graph.cards.map(({ id }, rank) => [id, rank]));
	const shown = new Set<CardId>();
	const pages: (readonly SheetItem[])[] = [];
	let page: ReadonlyMap<string, CauseBox> = new Map();

	const parts = new Map(graph.cards.map(({ id }) => [id, partsOf(id)]));
	for (const id of graph.results) if (!hasCauses(id)) place({ id, behind: [] });
	for (const { id } of graph.cards) {
		const parent = graph.parents.get(id);
		if (graph.results.has(id) || (parent !== undefined && !graph.results.has(parent))) continue;
		place(branchOf(id));
	}
	flush();
	return pages;

	function hasCauses(result: CardId): boolean {
		return [...graph.parents].some(
			([id, to]) => to === result || (to !== id && leadsTo(id, result))
		);
	}

	function leadsTo(start: CardId, result: CardId): boolean {
		for (let at = graph.parents.get(start); at !== undefined; at = graph.parents.get(at))
			if (at === result) return true;
		return false;
	}

	function branchOf(id: CardId): Branch {
		const behind = graph.cards.filter((card) => graph.parents.get(card.id) === id);
		return { id, behind: behind.map((card) => branchOf(card.id)) };
	}

	/** Puts a branch on the page, on the next one, or, too large for any, piece by piece on several. */
	function place(branch: Branch): void {
		if (add(branch)) return;
		flush();
		if (add(branch)) return;
		if (branch.behind.length === 0) throw new Error('A box that was cut for a page did not fit it');
		place({ id: branch.id, behind: [] });
		for (const part of branch.behind) place(part);
	}

	function add(branch: Branch): boolean {
		const next = new Map(page);
		const ids = idsOf(branch);
		for (let at = graph.parents.get(branch.id); at !== undefined; at = graph.parents.get(at)) {
			if (!next.has(at))
				for (const box of shown.has(at) ? [excerptOf(at)] : firstPart(at)) next.set(box.id, box);
			// Further on than the next step only the way to the result is short enough to be repeated.
			if (!graph.results.has(at)) break;
		}
		for (const id of ids) for (const box of firstPart(id)) next.set(box.id, box);
		if (!drawn(next)) return false;
		page = next;
		// The rest of words that are too long for a box stands on pages of its own.
		for (const id of ids) for (const box of (parts.get(id) ?? []).slice(1)) addRest(box);
		return true;
	}

	function addRest(box: CauseBox): void {
		const next = new Map(page).set(box.id, box);
		if (!drawn(next)) {
			flush();
			page = new Map([[box.id, box]]);
		} else page = next;
	}

	function firstPart(id: CardId): readonly CauseBox[] {
		return (parts.get(id) ?? []).slice(0, 1);
	}

	function drawn(page: ReadonlyMap<string, CauseBox>): readonly SheetItem[] | null {
		const list = [...page.values()].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
		const lines = graph.edges
			.filter(({ from, to }) => page.has(from) && page.has(to) && graph.parents.get(from) === to)
			.map((edge): CauseLine => ({ ...edge, look: edge.isWritten ? 'written' : '' }));
		return drawCauses({ boxes: list, lines }, area);
	}

	function flush(): void {
		if (page.size === 0) return;
		const items = drawn(page);
		if (!items) throw new Error('A page of causes that fitted does not fit');
		pages.push(items);
		for (const id of page.keys()) shown.add(id as CardId);
		page = new Map();
	}

	function boxOf(id: CardId, box: PanelBox): CauseBox {
		return {
			id,
			rank: ranks.get(id) ?? 0,
			box,
			leastMm: 0,
			isResult: graph.results.has(id),
			isChosen: graph.chosen.has(id)
		};
	}

	function partsOf(id: CardId): readonly CauseBox[] {
		const own = boxes.get(id);
		if (!own) return [];
		const box = { ...own, rows: [...own.rows, ...sideways(id)] };
		const found: CauseBox[] = [];
		const { frameMm, sideMm, heightMm, words } = measureBox(box, columnMm, area.textPt);
		if (heightMm <= highestMm) return [boxOf(id, box)];
		let [before, rest] = words.cut(highestMm - frameMm);
		found.push({ ...boxOf(id, box), words: before });
		while (rest.length > 0) {
			const set = setRows(rest, columnMm - sideMm, area.textPt);
			[before, rest] = set.cut(highestMm - frameMm);
			found.push({ ...boxOf(id, box), id: `${id}.${found.length + 1}`, words: before });
		}
		return found;
	}

	/** What the tree does not show: the second result of a cause, the circle it closes. */
	function sideways(id: CardId): readonly WorksheetRow[] {
		const [first] = boxes.get(id)?.rows ?? [];
		if (!first) return [];
		return graph.edges
			.filter(({ from, to }) => from === id && graph.parents.get(from) !== to)
			.map(({ to, isWritten }): WorksheetRow => ({
				...first,
				kind: 'detail',
				mark: '',
				label: isWritten ? 'もとになった原因' : 'ほかのつながり',
				text: `「${excerpt(to)}」`,
				cardIds: []
			}));
	}

	function excerpt(id: CardId): string {
		const characters = Array.from((texts.get(id) ?? '').replace(/\s+/gu, ' '));
		if (characters.length <= excerptLength) return characters.join('');
		return `${characters.slice(0, excerptLength).join('')}…`;
	}

	function excerptOf(id: CardId): CauseBox {
		const own = boxes.get(id);
		const [first] = own?.rows ?? [];
		const rows = first ? [{ ...first, mark: '', text: excerpt(id), cardIds: [] }] : [];
		const box: PanelBox = own
			? { ...own, rows }
			: { rows, type: null, isRoot: false, isQuiet: false, heading: '', indent: 0 };
		return boxOf(id, box);
	}
}

/** How many boxes the longest way to the result takes, three at least. */
function longestWay({ cards, parents }: CauseGraph): number {
	let longest = 3;
	for (const { id } of cards) {
		let length = 1;
		for (let at = parents.get(id); at !== undefined; at = parents.get(at)) length += 1;
		longest = Math.max(longest, length);
	}
	return longest;
}

function idsOf({ id, behind }: Branch): readonly CardId[] {
	return [id, ...behind.flatMap(idsOf)];
}
