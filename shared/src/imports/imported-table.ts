import type { EditableBoardHead } from '../method/board.ts';
import type { CardId } from '../method/card.ts';
import type { CardType } from '../method/ids.ts';
import type { LinkKind } from '../method/link-types.ts';
import type { Localised } from '../method/localised.ts';
import type { ImportNote } from './import-notes.ts';
import type { PartName, PartWords } from '../method/worksheet/card-list-parts.ts';

/** What a file says of one card. What it has no column for is absent, and stays as it is on the board. */
export interface ImportedCard {
	/** The line of the file or the text it stands on, from 1. */
	readonly row: number;
	/** The id it had on a board; null for one that was written into the file. */
	readonly id: CardId | null;
	/** What the file calls it (No.), empty when it has no number. */
	readonly number: string;
	/** Null where nothing says what it is: let the person choose, else it becomes a note. */
	readonly type: CardType | null;
	readonly text: string;
	readonly fields: Readonly<Record<string, unknown>>;
	/** Lists by name, in their order; members without ids, but years under theirs. */
	readonly parts: { readonly [Name in PartName]?: readonly PartWords[] };
	readonly votes?: number | null;
}

/** A link by the places of its two cards in the table; `kind` null means what the pair means. */
export interface ImportedLink {
	readonly from: number;
	readonly to: number;
	readonly kind: LinkKind | null;
}

/** A link to a card that the board, not the file, calls by this number. */
export interface BoardLink {
	readonly from: number;
	readonly number: number;
}

/** What the program wrote when the file was made, as marks that only tell whether something is still the same. */
export interface WrittenMarks {
	/** The mark of every cell that was not empty, by card and column. */
	readonly cards: ReadonlyMap<CardId, Readonly<Record<string, string>>>;
	/** The columns that were written; of others nothing is known. */
	readonly columns: ReadonlySet<string>;
	/** The marks of the links. */
	readonly links: ReadonlySet<string>;
	/** The marks of the entries of the head. */
	readonly head: { readonly [Key in EditableBoardHead]?: string };
}

/** A column of the file and what it was read as; null when nothing was read from it. */
export interface ImportedColumn {
	readonly heading: string;
	readonly meaning: Localised | null;
}

/** Whatever the file was, what it says of a board. */
export interface ImportedTable {
	readonly source: 'workbook' | 'table' | 'text';
	readonly cards: readonly ImportedCard[];
	readonly links: readonly ImportedLink[];
	readonly boardLinks: readonly BoardLink[];
	readonly head: { readonly [Key in EditableBoardHead]?: string | null };
	/** True when the file held the whole board once, so that a card it no longer has was deleted in it. */
	readonly isWhole: boolean;
	/** True when links of its cards that it does not name were taken out in it. */
	readonly saysLinks: boolean;
	readonly written: WrittenMarks | null;
	readonly columns: readonly ImportedColumn[];
	readonly notes: readonly ImportNote[];
}

/** The most cards a file may bring; a board itself holds no more. */
export const maxImportedCards = 2000;

/** The most links: one more than a board holds, so that it is refused there in a sentence. */
export const maxImportedLinks = 10_001;

/** A table that says nothing yet. */
export function emptyTable(source: ImportedTable['source']): ImportedTable {
	return {
		source,
		cards: [],
		links: [],
		boardLinks: [],
		head: {},
		isWhole: false,
		saysLinks: false,
		written: null,
		columns: [],
		notes: []
	};
}
