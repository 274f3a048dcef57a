import type { CardType } from '../method/ids.ts';
import type { WorksheetRow } from '../method/worksheet/worksheet.ts';
import type { SheetHead } from './sheet-head.ts';

/** A card on a drawn sheet: its words in a frame of its own. */
export interface PanelBox {
	readonly rows: readonly WorksheetRow[];
	readonly type: CardType | null;
	/** 解決すべき原因 stands in a double frame. */
	readonly isRoot: boolean;
	/** A theme that was not chosen has a thin frame. */
	readonly isQuiet: boolean;
	/** A word above the frame, empty for none. */
	readonly heading: string;
	/** How many steps it stands in from the left: a why-answer under what it explains. */
	readonly indent: number;
}

/** One stage of a drawn sheet: a heading over the boxes of its cards; without any it is open to write in. */
export interface Panel {
	readonly id: string;
	readonly title: string;
	readonly badges: readonly { readonly type: CardType; readonly mark: string }[];
	/** What is said of all its cards at once. */
	readonly notes: readonly WorksheetRow[];
	readonly boxes: readonly PanelBox[];
	/** Whether some of it stands on a page before. */
	readonly isBegun: boolean;
}

/** A row of the page; free height is divided among the rows by `grow`. */
export interface PanelBand {
	readonly grow: number;
	/** How narrow a column may get, in em of the text. */
	readonly leastEm: number;
	/** Columns from left to right, in each panels from top to bottom. */
	readonly columns: readonly (readonly Panel[])[];
}

/** A sheet made of stages with arrows from each one of `chain` to the next that is there. */
export interface PanelSheet {
	readonly head: SheetHead;
	/** The name of the sheet in the bookmarks. */
	readonly name: string;
	/** What stands along the foot before the title. */
	readonly caption: string;
	readonly bands: readonly PanelBand[];
	readonly chain: readonly string[];
}
