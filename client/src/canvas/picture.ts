import type { Box } from '@renkei/shared/geometry/box.ts';
import type { BoardPoint } from '@renkei/shared/geometry/point.ts';
import type { CardContent } from '@renkei/shared/lane-layout/card-content.ts';
import type { Language } from '@renkei/shared/lane-layout/footer-tags.ts';
import type { CardBox, ZoneBox } from '@renkei/shared/lane-layout/lane-layout.ts';
import { isFlagged } from '@renkei/shared/lane-layout/card-content.ts';
import type { IslandBox } from '@renkei/shared/lane-layout/islands.ts';
import { measures } from '@renkei/shared/lane-layout/measures.ts';
import type { Side } from '@renkei/shared/lane-layout/link-curves.ts';
import type { LinkRoute } from '@renkei/shared/lane-layout/link-routes.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { CardType, ZoneId } from '@renkei/shared/method/ids.ts';
import type { CardLock } from '@renkei/shared/method/lock.ts';
import type { LinkId } from '@renkei/shared/method/link.ts';
import type { RecordId } from '@renkei/shared/method/records/index.ts';
import { lineWidthEm } from '@renkei/shared/method/worksheet/break-lines.ts';
import { boldAdvances } from '@renkei/shared/method/worksheet/font-advances.ts';
import type { Method } from '@renkei/shared/method/packs/method.ts';
import { defaultMethod } from '@renkei/shared/method/packs/method.ts';
import type { Chain } from './chain.ts';
import type { CanvasTheme } from './theme.ts';

/** A card as it is drawn. `sign` stands under the badge: the number, or the direction of an outcome. */
export interface CardPicture {
	readonly id: CardId;
	readonly type: CardType;
	readonly box: Box;
	readonly content: CardContent;
	readonly text: string;
	readonly sign: string;
	readonly isRoot: boolean;
	readonly isChosenTheme: boolean;
	readonly isPinned: boolean;
	readonly lock: CardLock | null;
	/** How many whys stand above it, where the indent can no longer tell. */
	readonly depthSign: string;
	readonly remarks: RemarkPicture | null;
}

/** How often something is said about a card; what paints it is fetched with the first remark. */
export interface RemarkPicture {
	readonly counts: readonly (readonly [sign: string, count: number])[];
	readonly paint: (
		brush: { readonly context: CanvasRenderingContext2D; readonly theme: CanvasTheme },
		card: Box
	) => void;
}

/** A 島 as it is drawn: its outline and the tab above it, which is what can be taken hold of. */
export interface IslandPicture {
	readonly cluster: RecordId;
	readonly cards: readonly CardId[];
	readonly box: Box;
	readonly tab: Box;
	/** As much of the title as the tab holds; empty while nobody has written one. */
	readonly title: string;
}

/** A zone as it is drawn. */
export interface ZonePicture {
	readonly id: ZoneId;
	readonly box: Box;
	readonly title: string;
	readonly count: number;
	readonly badges: readonly CardType[];
	readonly isCurrent: boolean;
}

/** A drawn line as it is painted; what paints it is fetched with the first of them. */
export interface StrokePicture {
	readonly box: Box;
	readonly paint: (brush: {
		readonly context: CanvasRenderingContext2D;
		readonly theme: CanvasTheme;
		readonly zoom: number;
	}) => void;
}

/** Everything that stands still on the board, as plain data. */
export interface Picture {
	readonly zones: readonly ZonePicture[];
	readonly islands: readonly IslandPicture[];
	readonly cards: ReadonlyMap<CardId, CardPicture>;
	readonly routes: readonly LinkRoute[];
	/** Over the cards, as on paper: who circles something wants the circle seen. */
	readonly strokes: readonly StrokePicture[];
	/** Whether cards of the background can be taken hold of like others. */
	readonly holdsBackground: boolean;
	readonly language: Language;
	/** Where the signs on the badges come from. */
	readonly words: Method['cardTypes'];
}

/** What a picture is made of. */
export interface PictureSource {
	readonly zones: ReadonlyMap<ZoneId, ZoneBox>;
	readonly cards: ReadonlyMap<CardId, CardBox>;
	readonly islands: readonly IslandBox[];
	/** What stands on the tabs of islands. */
	readonly titles: ReadonlyMap<RecordId, string>;
	readonly routes: readonly LinkRoute[];
	readonly strokes?: readonly StrokePicture[];
	readonly numbers: ReadonlyMap<CardId, number>;
	readonly remarks?: ReadonlyMap<CardId, RemarkPicture> | undefined;
	readonly currentZone: ZoneId | null;
	/** Those who lead take hold of cards of the background; for others a press goes through them. */
	readonly holdsBackground?: boolean;
	readonly language: Language;
	/** The manual's own words unless given. */
	readonly method?: Method;
}

/** How the title of an island is set, in bu; without one there is still a tab to take hold of. */
export const islandTitle = { size: 18, padding: 10, minWidth: 64, inset: 5 } as const;

/** Which badges stand at the head of a zone. */
export const zoneBadges: Readonly<Record<ZoneId, readonly CardType[]>> = {
	themeVision: ['theme', 'vision'],
	fact: ['fact'],
	cause: ['cause'],
	rootCause: ['cause'],
	measure: ['measure'],
	outcome: ['outcome'],
	indicatorSource: ['indicator', 'source']
};

const directions = { none: null, up: '↑', down: '↓', restrain: '→' } as const;

/** What was drawn for a card of the layout. */
const drawnCards = new WeakMap<CardBox, CardPicture>();

/** The picture of a board; cards and zones that did not change keep their identity. */
export function buildPicture(source: PictureSource, previous: Picture | null): Picture {
	const { method = defaultMethod } = source;
	const cards = new Map<CardId, CardPicture>();
	for (const [id, card] of source.cards) {
		const sign = signOf(card, source.numbers.get(id));
		const remarks = source.remarks?.get(id) ?? null;
		const before = previous?.cards.get(id);
		// The layout keeps what did not change, so most cards need not even be compared.
		const isUsual = before?.sign === sign && before.remarks === remarks;
		const drawn = isUsual ? drawnCards.get(card) : undefined;
		if (drawn && drawn === before) {
			cards.set(id, drawn);
			continue;
		}
		const now = pictureOfCard(card, sign, remarks);
		const kept = before && isSameCard(before, now) ? before : now;
		drawnCards.set(card, kept);
		cards.set(id, kept);
	}
	const zoneList = [...source.zones.values()].map((zone, index): ZonePicture => {
		const now: ZonePicture = {
			id: zone.id,
			box: zone.box,
			title: method.zones[zone.id].label[source.language],
			count: zone.cardCount,
			badges: zoneBadges[zone.id],
			isCurrent: zone.id === source.currentZone
		};
		const before = previous?.zones[index];
		return before && isSameZone(before, now) ? before : now;
	});
	const islands = source.islands.map((island, index): IslandPicture => {
		const now = pictureOfIsland(island, source.titles.get(island.cluster) ?? '');
		const before = previous?.islands[index];
		return before && isSameIsland(before, now) ? before : now;
	});
	return {
		zones: zoneList,
		islands,
		cards,
		routes: source.routes,
		strokes: source.strokes ?? [],
		holdsBackground: source.holdsBackground ?? false,
		language: source.language,
		words: method.cardTypes
	};
}

function pictureOfCard(
	{ card, box, content, column, depth }: CardBox,
	sign: string,
	remarks: RemarkPicture | null
): CardPicture {
	return {
		id: card.id,
		type: card.type,
		box,
		content,
		text: card.text,
		sign,
		isRoot: isFlagged(card),
		isChosenTheme: card.type === 'theme' && card.status === 'chosen',
		isPinned: card.position !== null,
		lock: card.lock,
		depthSign: column !== null && depth > measures.maxIndents ? String(depth) : '',
		remarks
	};
}

function signOf({ card }: CardBox, number: number | undefined): string {
	const direction = card.type === 'outcome' ? directions[card.direction] : null;
	return direction ?? (number === undefined ? '' : String(number));
}

function isSameCard(a: CardPicture, b: CardPicture): boolean {
	return (
		a.box === b.box &&
		a.content === b.content &&
		a.sign === b.sign &&
		a.type === b.type &&
		a.text === b.text &&
		a.isRoot === b.isRoot &&
		a.isChosenTheme === b.isChosenTheme &&
		a.isPinned === b.isPinned &&
		a.lock === b.lock &&
		a.depthSign === b.depthSign &&
		a.remarks === b.remarks
	);
}

/** The tab is as wide as the title, and never wider than the island. */
function pictureOfIsland({ cluster, cards, box }: IslandBox, title: string): IslandPicture {
	const widest = box.width - 2 * (islandTitle.padding + islandTitle.inset);
	const widthOf = (text: string): number => lineWidthEm(text, boldAdvances) * islandTitle.size;
	let shown = title;
	if (widthOf(title) > widest) {
		const characters = Array.from(title);
		while (characters.length > 1 && widthOf(`${characters.join('')}…`) > widest) characters.pop();
		shown = `${characters.join('')}…`;
	}
	const tab = {
		x: box.x + islandTitle.inset,
		y: box.y - measures.islandTab,
		width: Math.max(islandTitle.minWidth, widthOf(shown) + 2 * islandTitle.padding),
		height: measures.islandTab
	};
	return { cluster, cards, box, tab, title: shown };
}

function isSameIsland(a: IslandPicture, b: IslandPicture): boolean {
	return (
		a.cluster === b.cluster &&
		a.title === b.title &&
		a.box.x === b.box.x &&
		a.box.y === b.box.y &&
		a.box.width === b.box.width &&
		a.box.height === b.box.height &&
		a.cards.join() === b.cards.join()
	);
}

function isSameZone(a: ZonePicture, b: ZonePicture): boolean {
	return (
		a.box === b.box && a.title === b.title && a.count === b.count && a.isCurrent === b.isCurrent
	);
}

/** Somebody else at work on the board: a ring around what they selected or write on, a ghost of what they drag. */
export interface RemotePicture {
	readonly who: number;
	readonly label: string;
	readonly selected: readonly CardId[];
	readonly writingOn: CardId | null;
	/** What an input method shows there, for as long as it rests. */
	readonly preview: string | null;
	readonly drag: {
		readonly cards: readonly CardId[];
		readonly dx: number;
		readonly dy: number;
	} | null;
}

/** A link under way from a card's handle to the pointer, or to the card it would meet. */
export interface LinkDraft {
	readonly from: CardId;
	readonly side: Side;
	readonly to: BoardPoint;
	readonly target: CardId | null;
}

/** A line along which dragged cards stand in row with others, or one of several equal gaps. */
export interface GuidePicture {
	readonly kind: 'edge' | 'gap';
	readonly from: readonly [x: number, y: number];
	readonly to: readonly [x: number, y: number];
}

/** Everything that moves above the board: one's own gestures and other people's. */
export interface Overlay {
	readonly selected: ReadonlySet<CardId>;
	readonly selectedLink: LinkId | null;
	/** The card with keyboard focus, ringed in yellow as well. */
	readonly focused: CardId | null;
	/** The card whose link handles show. */
	readonly handles: CardId | null;
	/** The card being written on: the page's own field stands there and draws its ring. */
	readonly edited: CardId | null;
	/** What stands out while the rest is dimmed. */
	readonly chain: Chain | null;
	readonly drag: {
		readonly cards: ReadonlySet<CardId>;
		readonly dx: number;
		readonly dy: number;
		readonly isCopy: boolean;
		readonly guides: readonly GuidePicture[];
	} | null;
	/** What a drop would do: around what, the words for all it could do there, and which of them it is. */
	readonly offer: {
		readonly box: Box;
		readonly words: readonly string[];
		readonly chosen: number;
	} | null;
	readonly marquee: Box | null;
	readonly draft: LinkDraft | null;
	readonly remote: readonly RemotePicture[];
}

/** Nothing selected, nobody there. */
export const emptyOverlay: Overlay = {
	selected: new Set(),
	selectedLink: null,
	focused: null,
	handles: null,
	edited: null,
	chain: null,
	drag: null,
	offer: null,
	marquee: null,
	draft: null,
	remote: []
};

/** Whether there is nothing to draw above the board. */
export function isEmptyOverlay(overlay: Overlay): boolean {
	const { selected, selectedLink, focused, handles, chain, drag, offer, marquee, draft, remote } =
		overlay;
	const parts = [selectedLink, focused, handles, chain, drag, offer, marquee, draft];
	return selected.size === 0 && parts.every((part) => part === null) && remote.every(isIdle);
}

function isIdle({ selected, writingOn, drag }: RemotePicture): boolean {
	return selected.length === 0 && writingOn === null && drag === null;
}
