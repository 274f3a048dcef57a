import type { ZoneId } from '../method/ids.ts';

/** The numbers of the board's automatic layout, all in bu (1 bu = 1 CSS px at 100 % zoom). */
export const measures = {
	zoneTop: 6,
	zoneLeft: 6,
	zoneGap: 6,
	zoneMinHeight: 900,
	zonePadding: 16,
	/** Free space under the longest lane, so that there is always somewhere to put the next card. */
	zoneRoomBelow: 64,
	laneTop: 62,
	/** How much lower a lane starts when its first card carries the flag 解決すべき原因. */
	flagRoom: 50,
	gap: 10,
	denseGap: 8,
	/** Above a card with a flag, a uses-link or a reason note: the line and its label need the room. */
	wideGap: 44,
	gapBetweenTypes: 40,
	indent: 34,
	maxIndents: 3,
	cardsPerColumn: 14,
	columnGap: 12,
	/** Around the cards of a 島 to its outline, and the tab with its title above that. */
	islandPadding: 8,
	islandTab: 28,
	/** How much of a flag 解決すべき原因 stands above its card. */
	flagAbove: 30,
	/** The share of the way that a source is pulled from its slot towards its outcomes. */
	sourcePull: 0.4
} as const;

/** The numbers inside a card, in bu. */
export const cardMeasures = {
	border: 1.5,
	band: 36,
	padding: 10,
	minHeight: 60,
	maxLines: 6,
	subActionSize: 18,
	subActionLineHeight: 25,
	subActionRuleAbove: 8,
	subActionPadding: 9,
	subActionIndent: 24,
	maxSubActionLines: 4,
	footerAbove: 7,
	tagHeight: 26,
	tagSize: 16,
	tagPadding: 9,
	tagGap: 8,
	footerBelow: 1
} as const;

const denseZones: ReadonlySet<ZoneId> = new Set<ZoneId>([
	'fact',
	'cause',
	'outcome',
	'indicatorSource'
]);

/** Whether cards of this zone are set in 19/27 instead of 20/28. */
export function isDenseZone(zone: ZoneId): boolean {
	return denseZones.has(zone);
}
