import type { CardId } from '../card.ts';
import type { CardType } from '../ids.ts';

/** A frame; `lineMm` wide, never filled: what is printed must not depend on colour. */
export interface RectItem {
	readonly kind: 'rect';
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly lineMm: number;
	readonly colour: string;
}

/** A straight line; `dash` in mm, empty for a solid one. */
export interface LineItem {
	readonly kind: 'line';
	readonly x1: number;
	readonly y1: number;
	readonly x2: number;
	readonly y2: number;
	readonly lineMm: number;
	readonly dash: readonly number[];
	readonly colour: string;
}

/** One already broken line of text in BIZ UDPGothic; `y` is its baseline, `cardIds` whose words it holds. */
export interface TextItem {
	readonly kind: 'text';
	readonly x: number;
	readonly y: number;
	readonly text: string;
	readonly sizePt: number;
	readonly isBold: boolean;
	readonly colour: string;
	readonly cardIds: readonly CardId[];
}

/** SVG path data in units of `scale` mm with its origin at `x, y`; a null paint is left out, `lineUnits` is in path units. */
export interface PathItem {
	readonly kind: 'path';
	readonly path: string;
	readonly x: number;
	readonly y: number;
	readonly scale: number;
	readonly fill: string | null;
	readonly stroke: string | null;
	readonly lineUnits: number;
}

/** What a painter (PDF, SVG, screen, slides) has to know to draw a sheet, all lengths in mm from the top left of the page. */
export type SheetItem = RectItem | LineItem | TextItem | PathItem;

/** The papers a sheet is made for, both landscape. */
export const paperIds = ['A3', 'A4'] as const;
export type Paper = (typeof paperIds)[number];

/** A laid out worksheet; `textPt` is the size of its running text. */
export interface SheetLayout {
	readonly paper: Paper;
	readonly widthMm: number;
	readonly heightMm: number;
	readonly textPt: number;
	readonly pages: readonly (readonly SheetItem[])[];
}

/** The inks of a sheet. */
export const inks = {
	text: '#171C21',
	muted: '#4F5963',
	rule: '#87919B',
	paper: '#FFFFFF',
	badges: {
		theme: '#1B2A41',
		vision: '#0A55A8',
		fact: '#59636E',
		cause: '#B43A00',
		measure: '#006B4B',
		outcome: '#7A5300',
		indicator: '#006A85',
		source: '#6A4528',
		note: '#3E4751'
	} satisfies Record<CardType, string>
} as const;
