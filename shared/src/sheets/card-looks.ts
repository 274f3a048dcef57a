import { badgeShapes } from '../method/badge-shapes.ts';
import type { BadgeShape } from '../method/badge-shapes.ts';
import type { CardType } from '../method/ids.ts';
import { lineWidthEm } from '../method/worksheet/break-lines.ts';
import { boldAdvances } from '../method/worksheet/font-advances.ts';
import type { SheetItem } from '../method/worksheet/sheet-items.ts';
import { inks } from '../method/worksheet/sheet-items.ts';
import { mmPerPt } from '../method/worksheet/sheet-metrics.ts';

/** The colours of a card on paper; the same as on the screen in the light theme. */
export interface CardColours {
	readonly strong: string;
	readonly face: string;
	readonly border: string;
	readonly ink: string;
}

/** The outline that tells a card type without colour (design §3.1), in bu; a double one has a second line inside. */
export interface CardOutline {
	readonly width: number;
	readonly dash: readonly number[];
	readonly isDouble: boolean;
}

const colours = {
	theme: of('theme', '#e4e8ef', '#1b2a41', '#141b29'),
	vision: of('vision', '#e1edfb', '#3f7ec4', '#0a2342'),
	fact: of('fact', '#f0f2f4', '#87919b', '#1f262d'),
	cause: of('cause', '#ffebdf', '#d9743f', '#3d1500'),
	measure: of('measure', '#ddf4e9', '#2f9a77', '#00281b'),
	outcome: of('outcome', '#fff3c9', '#b8892b', '#2e2000'),
	indicator: of('indicator', '#ddf3f8', '#3596ae', '#00252f'),
	source: of('source', '#f3e9e0', '#a17f63', '#2b190b'),
	note: of('note', '#ffffff', '#87919b', '#1f262d')
} satisfies Record<CardType, CardColours>;

const blackAndWhite: CardColours = {
	strong: inks.text,
	face: inks.paper,
	border: inks.text,
	ink: inks.text
};

/** The outline of each type of card. */
export const cardOutlines = {
	theme: outline(3),
	vision: { ...outline(1.2), isDouble: true },
	fact: outline(1),
	cause: outline(1.5),
	measure: outline(2),
	outcome: outline(1.5),
	indicator: outline(1.5, [8, 3]),
	source: outline(1.5, [4, 2]),
	note: outline(1.2, [2, 3])
} satisfies Record<CardType, CardOutline>;

function of(type: CardType, face: string, border: string, ink: string): CardColours {
	return { strong: inks.badges[type], face, border, ink };
}

function outline(width: number, dash: readonly number[] = []): CardOutline {
	return { width, dash, isDouble: false };
}

/** What a card of this type is painted with; black on white for a black-and-white printer. */
export function coloursOf(type: CardType, isMonochrome: boolean): CardColours {
	return isMonochrome ? blackAndWhite : colours[type];
}

/** Paints the badge of a card type; `isReversed` swaps mark and face for a dark ground. */
export function paintBadge(
	items: SheetItem[],
	{ type, mark }: { readonly type: CardType; readonly mark: string },
	at: {
		readonly x: number;
		readonly y: number;
		readonly size: number;
		readonly isMonochrome: boolean;
		readonly isReversed?: boolean;
	}
): void {
	const badge: BadgeShape = badgeShapes[type];
	const scale = at.size / 32;
	const { strong } = coloursOf(type, at.isMonochrome);
	const isHollow = badge.isOutlined === true || at.isReversed === true;
	const path = (data: string, fill: string | null, stroke: string | null): void => {
		items.push({ kind: 'path', path: data, x: at.x, y: at.y, scale, fill, stroke, lineUnits: 1.8 });
	};
	path(badge.path, isHollow ? inks.paper : strong, isHollow ? strong : null);
	if (badge.detail !== undefined) path(badge.detail, null, isHollow ? strong : inks.paper);
	items.push({
		kind: 'text',
		x: at.x + (16 - (lineWidthEm(mark, boldAdvances) * badge.markSize) / 2) * scale,
		y: at.y + badge.markY * scale,
		text: mark,
		sizePt: (badge.markSize * scale) / mmPerPt,
		isBold: true,
		colour: isHollow ? strong : inks.paper,
		cardIds: [],
		role: 'decoration'
	});
}

/** A colour `share` of the way from one `#rrggbb` to another. */
export function mixColours(from: string, to: string, share: number): string {
	const at = (colour: string, index: number): number =>
		parseInt(colour.slice(1 + index * 2, 3 + index * 2), 16);
	const mixed = [0, 1, 2].map((index) =>
		Math.round(at(from, index) + (at(to, index) - at(from, index)) * share)
	);
	return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
