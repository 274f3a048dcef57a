import type { CardId } from '../method/card.ts';
import type { SheetKindId } from '../method/export-ids.ts';

/** A statement of a sheet; `mark` is ① or 対策1, `look` how much it weighs. */
export interface ContentParagraph {
	readonly kind: 'paragraph';
	readonly mark: string;
	readonly text: string;
	readonly look: 'lead' | 'normal' | 'small';
	readonly cardIds: readonly CardId[];
}

/** A cell of a table; several lines of a cell are parted by `\n`. */
export interface ContentCell {
	readonly text: string;
	readonly isBold?: boolean;
	readonly cardIds?: readonly CardId[];
}

/** A table whose first row repeats on every page; a row is never cut. `share` is the part of the width, all together 1. */
export interface ContentTable {
	readonly kind: 'table';
	readonly columns: readonly { readonly title: string; readonly share: number }[];
	readonly rows: readonly (readonly ContentCell[])[];
}

/** An empty frame to write in; `name` finds what was written there when the file comes back. */
export interface ContentSpace {
	readonly kind: 'space';
	readonly name: string;
	readonly label: string;
	/** How many lines of handwriting it holds. */
	readonly lines: number;
}

/** Words over what follows; `begins` names the sheet that is told from here to the next page break. */
export interface ContentHeading {
	readonly kind: 'heading';
	readonly level: 1 | 2;
	readonly text: string;
	readonly begins?: SheetKindId;
}

/** What a sheet says in the order of reading, without saying where: Word, and every painter that lays out by itself. */
export type ContentBlock =
	ContentHeading | ContentParagraph | ContentTable | ContentSpace | { readonly kind: 'pageBreak' };

/** A whole sheet in words. */
export interface SheetContents {
	readonly title: string;
	readonly orientation: 'landscape' | 'portrait';
	readonly blocks: readonly ContentBlock[];
}
