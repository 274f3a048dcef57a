import type { TidyMove } from '@renkei/shared/document/commands/tidy-commands.ts';
import type { Box } from '@renkei/shared/geometry/box.ts';
import { boxesOverlap, unionOfBoxes } from '@renkei/shared/geometry/box.ts';
import type { Language } from '@renkei/shared/lane-layout/footer-tags.ts';
import { islandFrame, readIslandPlaces } from '@renkei/shared/lane-layout/islands.ts';
import type { BoardLayout, CardBox } from '@renkei/shared/lane-layout/lane-layout.ts';
import { LaneLayout } from '@renkei/shared/lane-layout/lane-layout.ts';
import { PinnedBoxes } from '@renkei/shared/lane-layout/pinned-boxes.ts';
import { shownZones } from '@renkei/shared/method/board-kinds.ts';
import type { Board } from '@renkei/shared/method/board.ts';
import type { Card, CardId } from '@renkei/shared/method/card.ts';
import type { ZoneId } from '@renkei/shared/method/ids.ts';
import { readLanes } from '@renkei/shared/method/lanes.ts';
import { boldAdvances, regularAdvances } from '@renkei/shared/method/worksheet/font-advances.ts';
import type { OpenBoard } from '../../state/open-board.ts';
import type { TidiedGroup, TidyGroup } from './tidy-layers.ts';

/** Which hand-placed cards are to be put in order: those of a zone, or of the whole board. */
export type TidyScope = ZoneId | 'board';

/** The sides of the zones on which hand-placed cards stand. */
const outsides = ['left', 'right', 'above', 'below'] as const;
type Outside = (typeof outsides)[number];

/** What has been thought out before the thread is asked: cards that go back to their lanes, and groups beside the zones. */
export interface TidyDraft {
	readonly homeward: readonly TidyMove[];
	readonly groups: readonly (TidyGroup & { readonly side: Outside; readonly box: Box })[];
}

/** Between a group and the zones, and whatever else stands there, in bu. */
const clearance = 24;

/** The hand-placed cards that this person may put in order now: not those held in their places, nor those in somebody's hand. */
export function movableCards(open: OpenBoard, scope: TidyScope): readonly CardBox[] {
	const carried = new Set(
		[...open.participants.others.values()].flatMap(({ drag }) => drag?.ids ?? [])
	);
	return [...open.layout.cards.values()].filter(
		({ card, zone }) =>
			card.position !== null &&
			card.lock === null &&
			(scope === 'board' || zone === scope) &&
			!carried.has(card.id) &&
			open.may({ do: 'move', isOwn: card.createdBy === open.access.participant, lock: null })
	);
}

/** Cards over the zones go back to their lanes; the others stay on their side of the board and are put in layers there. */
export function draftTidying(open: OpenBoard, scope: TidyScope): TidyDraft {
	const zones = unionOfBoxes([...open.layout.zones.values()].map(({ box }) => box));
	const homeward: TidyMove[] = [];
	const bySide = new Map<Outside, CardBox[]>();
	for (const placed of movableCards(open, scope)) {
		const { id, position: from } = placed.card;
		const side = zones && sideOf(placed.box, zones);
		if (from === null) continue;
		if (side === null) {
			homeward.push({ card: id, from, to: null });
			continue;
		}
		const list = bySide.get(side);
		if (list) list.push(placed);
		else bySide.set(side, [placed]);
	}
	const links = [...open.board.links.values()];
	const groups = outsides.flatMap((side) => {
		const cards = bySide.get(side);
		const box = cards && unionOfBoxes(cards.map((card) => card.box));
		if (!cards || !box) return [];
		// As they stand from the top, so that people find them again.
		cards.sort(
			(a, b) => a.box.y - b.box.y || a.box.x - b.box.x || (a.card.id < b.card.id ? -1 : 1)
		);
		const ids = new Set<string>(cards.map(({ card }) => card.id));
		return [
			{
				side,
				box,
				cards: cards.map(({ card, box: { width, height } }) => ({ id: card.id, width, height })),
				links: links
					.filter(({ from, to, kind }) => kind !== 'note' && ids.has(from) && ids.has(to))
					.map(({ from, to }) => [from, to] as const)
			}
		];
	});
	return { homeward, groups };
}

/** All moves, once the thread has placed the groups: each group as near to where it was as the rest of the board allows. */
export function finishTidying(
	open: OpenBoard,
	{ homeward, groups }: TidyDraft,
	tidied: readonly TidiedGroup[],
	language: Language
): readonly TidyMove[] {
	// What comes home makes the zones larger or smaller first.
	const after = layoutAfter(open, homeward, language);
	const zones = unionOfBoxes([...after.zones.values()].map(({ box }) => box));
	const going = new Set<string>(groups.flatMap(({ cards }) => cards.map(({ id }) => id)));
	const taken = new PinnedBoxes();
	for (const { card, box } of after.cards.values())
		if (!going.has(card.id) && !(zones && boxesOverlap(box, zones))) taken.block(box);
	for (const island of after.islands) taken.block(islandFrame(island));
	if (zones) taken.block(zones);
	const moves: TidyMove[] = [...homeward];
	groups.forEach(({ side, box, cards }, index) => {
		const group = tidied[index];
		if (!group) return;
		const wanted = zones ? besideZones(side, box, group, zones) : { ...box, ...sizeOf(group) };
		const free = side === 'above' ? wanted : taken.belowObstacles(wanted, clearance);
		taken.block(free);
		for (const { id } of cards) {
			const from = open.board.cards.get(id as CardId)?.position;
			const place = group.places.get(id);
			if (!from || !place) continue;
			const to = [Math.round(free.x + place[0]), Math.round(free.y + place[1])] as const;
			if (to[0] !== from[0] || to[1] !== from[1]) moves.push({ card: id as CardId, from, to });
		}
	});
	return moves;
}

/** The board as it would stand after these moves. */
export function layoutAfter(
	{ board }: OpenBoard,
	moves: readonly TidyMove[],
	language: Language
): BoardLayout {
	const now = board.asBoard();
	const cards = new Map<CardId, Card>(now.cards);
	for (const { card: id, to } of moves) {
		const card = cards.get(id);
		if (card) cards.set(id, { ...card, position: to });
	}
	const moved: Board = { ...now, cards };
	const lanes = readLanes(moved);
	return new LaneLayout({ regular: regularAdvances, bold: boldAdvances }).compute(
		lanes,
		now.links.values(),
		language,
		readIslandPlaces(now.records.values()),
		shownZones(now.meta.kind, lanes)
	);
}

/** The moves that nobody has made pointless meanwhile: the card is there, free, and where it was. */
export function stillValid({ board }: OpenBoard, moves: readonly TidyMove[]): readonly TidyMove[] {
	return moves.filter(({ card: id, from }) => {
		const card = board.cards.get(id);
		return card?.lock === null && card.position?.[0] === from[0] && card.position[1] === from[1];
	});
}

function sideOf(box: Box, zones: Box): Outside | null {
	if (boxesOverlap(box, zones)) return null;
	if (box.x >= zones.x + zones.width) return 'right';
	if (box.x + box.width <= zones.x) return 'left';
	return box.y >= zones.y ? 'below' : 'above';
}

function sizeOf({ width, height }: TidiedGroup): { width: number; height: number } {
	return { width, height };
}

function besideZones(side: Outside, box: Box, group: TidiedGroup, zones: Box): Box {
	const { width, height } = group;
	const right = zones.x + zones.width + clearance;
	switch (side) {
		case 'right':
			return { x: Math.max(box.x, right), y: box.y, width, height };
		case 'left':
			return { x: Math.min(box.x, zones.x - clearance - width), y: box.y, width, height };
		case 'above':
			return { x: box.x, y: Math.min(box.y, zones.y - clearance - height), width, height };
		case 'below':
			return {
				x: box.x,
				y: Math.max(box.y, zones.y + zones.height + clearance),
				width,
				height
			};
	}
}
