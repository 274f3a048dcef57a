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

/**
 * The running text that several lines were broken from, for painters whose readers break lines themselves (slides):
 * all lines of a run on one page share this object. `parts` together are its words with the line ends people typed.
 */
export interface TextRun {
	readonly parts: readonly { readonly text: string; readonly isBold: boolean }[];
	/** The left edge and the width that were left to it. */
	readonly x: number;
	readonly widthMm: number;
	/** The height of one line. */
	readonly lineMm: number;
	readonly align: 'left' | 'center' | 'right';
}

/** What a text is in the order of reading: tags of a PDF, outline of a slide. A decoration is not read aloud. */
export type TextRole = 'title' | 'heading' | 'text' | 'decoration';

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
	/** `text` unless said. */
	readonly role?: TextRole;
	/** Absent for a text that never breaks. */
	readonly run?: TextRun;
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
	/** Ends and corners are round, as a pen makes them. */
	readonly isRound?: boolean;
}

/** A frame that connectors can hold on to, as a native shape where the format has shapes; a null fill is paper. */
export interface BoxItem {
	readonly kind: 'box';
	/** Unique on its page. */
	readonly id: string;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly radiusMm: number;
	readonly fill: string | null;
	readonly colour: string;
	readonly lineMm: number;
	readonly dash: readonly number[];
}

/** A line from one box of the page to another through `points`, the ends included; straight pieces, mitred corners. */
export interface ConnectorItem {
	readonly kind: 'connector';
	readonly from: string;
	readonly to: string;
	readonly points: readonly (readonly [x: number, y: number])[];
	readonly hasHead: boolean;
	readonly colour: string;
	readonly lineMm: number;
	readonly dash: readonly number[];
}

/** What a painter (PDF, SVG, screen, slides) has to know to draw a sheet, all lengths in mm from the top left of the page. */
export type SheetItem = RectItem | LineItem | TextItem | PathItem | BoxItem | ConnectorItem;

/** The papers a sheet is made for; landscape, but for letters and forms to fill in. */
export const paperIds = ['A3', 'A4'] as const;
export type Paper = (typeof paperIds)[number];

/** A place a reader can jump to; `page` counts from 0. */
export interface Bookmark {
	readonly title: string;
	readonly page: number;
}

/** A laid out sheet; `textPt` is the size of its running text. */
export interface SheetLayout {
	readonly paper: Paper;
	readonly widthMm: number;
	readonly heightMm: number;
	readonly textPt: number;
	readonly pages: readonly (readonly SheetItem[])[];
	/** In the order of the pages; the first names the first page. */
	readonly bookmarks: readonly Bookmark[];
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
