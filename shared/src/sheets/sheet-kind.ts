import type { Board } from '../method/board.ts';
import type { ZoneId } from '../method/ids.ts';
import type { Localised } from '../method/localised.ts';
import type { Method } from '../method/packs/method.ts';
import type { ToldVote } from '../method/told-vote.ts';
import type { Paper, SheetLayout } from '../method/worksheet/sheet-items.ts';
import type { SheetContents } from './contents.ts';

/** The meeting a council pack is for, as printed; what is not known yet stays empty and is written by hand. */
export interface Meeting {
	readonly name: string;
	readonly date: string;
	readonly place: string;
}

/** What a person chose for a sheet. */
export interface SheetOptions {
	readonly paper: Paper;
	/** The day of writing as `YYYY-MM-DD`. */
	readonly date: string;
	/** Whether the profession that wrote each card is printed; no unless said. */
	readonly includeProfessions?: boolean;
	/** Whether counted votes are printed; no unless said. */
	readonly includeVotes?: boolean;
	/** The votes that were held, the latest first; printed with the counted votes where the sheet has room for it. */
	readonly votes?: readonly ToldVote[];
	/** Whether comments and counted stamps go into files of the whole board; unless said, only into one that hands it over. */
	readonly includeRemarks?: boolean;
	/** Whether notes are printed; yes unless said. */
	readonly includeNotes?: boolean;
	/** Whether blocks without a card keep their place to be filled in by hand; yes unless said. */
	readonly includeEmpty?: boolean;
	/** Badges in black. */
	readonly isMonochrome?: boolean;
	/** Whose words the sheet speaks; the manual's own unless given. */
	readonly method?: Method;
	/** For the picture of the board: only this zone. */
	readonly zone?: ZoneId;
	/** For the council pack. */
	readonly meeting?: Meeting;
}

/** How a sheet is made; pure, the same for the same board and options. */
export interface SheetMaker {
	/** The sheet on paper, in mm. */
	readonly layOut: (board: Board, options: SheetOptions) => SheetLayout;
	/** The same in words. */
	readonly tell: (board: Board, options: SheetOptions) => SheetContents;
}

/** One sheet a board can be taken home as. */
export interface SheetKind {
	readonly label: Localised;
	/** What it shows, in a few words; with its figure in the manual where there is one. */
	readonly purpose: Localised;
	/** The one paper it comes on, whatever the others are printed on. */
	readonly paper?: Paper;
	readonly load: () => Promise<SheetMaker>;
}
