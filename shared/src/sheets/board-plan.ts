import type { WholeContent } from '../lane-layout/card-content.ts';
import { readIslandPlaces } from '../lane-layout/islands.ts';
import type { BoardLayout } from '../lane-layout/lane-layout.ts';
import { LaneLayout } from '../lane-layout/lane-layout.ts';
import { shownZones } from '../method/board-kinds.ts';
import type { Board } from '../method/board.ts';
import type { Card, CardId } from '../method/card.ts';
import type { ZoneId } from '../method/ids.ts';
import { zoneIds } from '../method/ids.ts';
import type { LaneEntry, Lanes } from '../method/lanes.ts';
import { numberCards, readLanes } from '../method/lanes.ts';
import type { Link } from '../method/link.ts';
import type { Method } from '../method/packs/method.ts';
import { defaultMethod } from '../method/packs/method.ts';
import { professions } from '../method/professions.ts';
import { recordsOf } from '../method/records/index.ts';
import type { RecordOf } from '../method/records/index.ts';
import { cleanBoard } from '../method/worksheet/clean-board.ts';
import { boldAdvances, regularAdvances } from '../method/worksheet/font-advances.ts';
import type { SheetHead } from './sheet-head.ts';
import { headOf } from './sheet-head.ts';
import type { SheetOptions } from './sheet-kind.ts';

/** The name of the picture of the board, as printed. */
export const boardSheetName = 'ボード';
const directions = { none: null, up: '↑', down: '↓', restrain: '→' } as const;

/** A board read once for its picture. */
export interface BoardPlan {
	readonly head: SheetHead;
	readonly lanes: Lanes;
	readonly links: readonly Link[];
	/** Everything in its place with all its words. */
	readonly layout: BoardLayout;
	/** The same with cards as high as on a screen. */
	readonly shape: BoardLayout;
	/** The zones that are shown, from left to right. */
	readonly zones: readonly ZoneId[];
	/** The lines drawn on the board; whichever page shows their card shows them. */
	readonly strokes: readonly RecordOf<'stroke'>[];
	/** What stands on the tab of each 島. */
	readonly titles: ReadonlyMap<string, string>;
	/** What stands under the badge on the board as on the screen: the direction of an outcome, else the number. */
	readonly signOf: (card: Card) => string;
	/** The number alone, by which a card of one page is found on another. */
	readonly numberOf: (card: Card) => string;
	/** Only these zones, all their cards in them, without the rest of the board. */
	readonly layOutZones: (zones: readonly ZoneId[]) => BoardLayout;
	readonly whole: WholeContent;
	readonly method: Method;
}

/** Reads a board for its picture: what is left out is gone, the numbers stay those of the screen. */
export function planBoard(raw: Board, options: SheetOptions): BoardPlan {
	const { method = defaultMethod, includeEmpty = true } = options;
	const clean = cleanBoard(raw);
	const board = options.includeNotes === false ? withoutNotes(clean) : clean;
	const numbers = numberCards(readLanes(clean));
	const lanes = readLanes(board);
	const links = [...board.links.values()]
		.filter(({ from, to }) => board.cards.has(from) && board.cards.has(to))
		.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
	const records = [...board.records.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
	const zones = shownZones(board.meta.kind, lanes).filter(
		(zone) => includeEmpty || lanes[zone].length > 0
	);
	const whole: WholeContent = { moreTags: (card) => tagsOf(card, options) };
	const fonts = { regular: regularAdvances, bold: boldAdvances };
	const places = readIslandPlaces(records);
	const shown = zones.length > 0 ? zones : zoneIds;
	const layOut = (words: WholeContent | null): BoardLayout =>
		new LaneLayout(fonts, words).compute(lanes, links, 'ja', places, shown);
	const numberOf = (card: Card): string => String(numbers.get(card.id) ?? '');
	return {
		head: headOf(clean, boardSheetName, method, includeEmpty),
		lanes,
		links,
		layout: layOut(whole),
		shape: layOut(null),
		zones: shown,
		strokes: recordsOf(board, 'stroke'),
		titles: new Map(
			records.flatMap((record) => (record.kind === 'cluster' ? [[record.id, record.title]] : []))
		),
		signOf: (card) =>
			(card.type === 'outcome' ? directions[card.direction] : null) ?? numberOf(card),
		numberOf,
		layOutZones: (only) =>
			new LaneLayout(fonts, whole).compute(gathered(lanes, only), links, 'ja', new Map(), only),
		whole,
		method
	};
}

/** Some zones with all their cards in them: what a hand has put elsewhere is told by the page of the whole board. */
function gathered(lanes: Lanes, only: readonly ZoneId[]): Lanes {
	const entriesOf = (zone: ZoneId): readonly LaneEntry[] =>
		lanes[zone].map((entry) => ({ ...entry, card: { ...entry.card, position: null } }));
	return Object.fromEntries(
		zoneIds.map((zone) => [zone, only.includes(zone) ? entriesOf(zone) : []])
	) as unknown as Lanes;
}

function withoutNotes(board: Board): Board {
	const cards = new Map<CardId, Card>();
	for (const [id, card] of board.cards) if (card.type !== 'note') cards.set(id, card);
	return { ...board, cards };
}

function tagsOf(card: Card, options: SheetOptions): readonly string[] {
	const tags: string[] = [];
	if (options.includeVotes === true && card.votes !== null) tags.push(`${card.votes}票`);
	if (options.includeProfessions === true && card.profession !== null)
		tags.push(professions[card.profession].label.ja);
	return tags;
}
