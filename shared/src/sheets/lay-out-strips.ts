import type { Bookmark, SheetItem } from '../method/worksheet/sheet-items.ts';

/** A piece of a flowing sheet as wide as the page: what it takes, and how it is painted. */
export interface Strip {
	readonly heightMm: number;
	/** Free space above it, dropped at the top of a page. */
	readonly gapMm: number;
	/** Paints it with its top left corner at `x, y`. */
	readonly paint: (items: SheetItem[], x: number, y: number) => void;
	/** Stays on the page of the strip after it: a heading, the head of a table. */
	readonly keepsWithNext?: boolean;
	readonly startsPage?: boolean;
	/** A place to jump to. */
	readonly bookmark?: string;
	/** Painted above it again where it comes first on a page, unless it would take half of it. */
	readonly repeats?: Strip;
	/** A part that fits the height and the rest, for a strip higher than any page; always at least a line. */
	readonly cut?: (heightMm: number) => readonly [Strip, Strip];
}

/** Where the strips of a page may stand; the first page often begins lower. */
export interface StripArea {
	readonly x: number;
	readonly top: number;
	readonly bottom: number;
}

/** What became of the strips. */
export interface PlacedStrips {
	readonly pages: readonly SheetItem[][];
	readonly bookmarks: readonly Bookmark[];
	/** How far down the last page is filled. */
	readonly y: number;
}

const rounding = 1e-6;

/**
 * Fills pages with strips from the top. A strip is cut only when it is higher than a page; nothing is ever left out.
 * `areaOf` gives the area of each page, `beginPage` may paint what stands above it.
 */
export function layOutStrips(
	strips: readonly Strip[],
	areaOf: (page: number) => StripArea,
	beginPage: (items: SheetItem[], page: number) => void
): PlacedStrips {
	const pages: SheetItem[][] = [];
	const bookmarks: Bookmark[] = [];
	let area = areaOf(0);
	let y = area.top;
	let isFresh = true;
	const newPage = (): void => {
		const items: SheetItem[] = [];
		beginPage(items, pages.length);
		area = areaOf(pages.length);
		pages.push(items);
		y = area.top;
		isFresh = true;
	};
	const put = (strip: Strip): void => {
		const items = pages.at(-1) ?? [];
		if (isFresh && strip.repeats) {
			strip.repeats.paint(items, area.x, y);
			y += strip.repeats.heightMm;
		} else if (!isFresh) y += strip.gapMm;
		strip.paint(items, area.x, y);
		y += strip.heightMm;
		isFresh = false;
		if (strip.bookmark !== undefined)
			bookmarks.push({ title: strip.bookmark, page: pages.length - 1 });
	};
	const room = (strip: Strip): number =>
		area.bottom - y - (isFresh ? (repeatedOver(strip)?.heightMm ?? 0) : strip.gapMm) + rounding;
	const place = (strip: Strip): void => {
		let rest = strip;
		while (rest.heightMm > room(rest)) {
			if (!isFresh && (!isHigherThanPage(rest) || room(rest) < pageMm() / 3)) {
				newPage();
				continue;
			}
			if (!rest.cut) break;
			const [part, after] = rest.cut(room(rest));
			put(part);
			newPage();
			rest = after;
		}
		put(rest);
	};
	const pageMm = (): number => {
		const next = areaOf(pages.length);
		return next.bottom - next.top;
	};
	const repeatedOver = ({ repeats }: Strip): Strip | undefined =>
		repeats && repeats.heightMm < pageMm() / 2 ? repeats : undefined;
	const isHigherThanPage = (strip: Strip): boolean =>
		strip.heightMm + (repeatedOver(strip)?.heightMm ?? 0) > pageMm() + rounding;

	newPage();
	for (let index = 0; index < strips.length;) {
		let end = index;
		while (strips[end]?.keepsWithNext === true && end + 1 < strips.length) end += 1;
		const group = strips.slice(index, end + 1);
		const [first] = group;
		const last = group.at(-1);
		if (!first || !last) break;
		if (first.startsPage === true && !isFresh) newPage();
		// Of a strip that must be cut anyway, a third of a page is enough to begin with.
		const needed =
			heightOf(group.slice(0, -1)) +
			last.gapMm +
			(isHigherThanPage(last) ? pageMm() / 3 : last.heightMm);
		if (!isFresh && needed > area.bottom - y + rounding) newPage();
		for (const strip of group) place(strip);
		index = end + 1;
	}
	return { pages, bookmarks, y };
}

function heightOf(strips: readonly Strip[]): number {
	return strips.reduce((sum, strip) => sum + strip.gapMm + strip.heightMm, 0);
}
