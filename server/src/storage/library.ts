/**
 * What the server remembers of boards so that lists and searches open none of them. All of it is made
 * from the logs and can be made again, but for the groups of causes, which people make.
 */

/** A card as it is found by its words. */
export interface LibraryCard {
	readonly cardId: string;
	readonly type: string;
	readonly text: string;
	/** The text in the form in which words are compared. */
	readonly folded: string;
	/** The category of a cause as it was written, else empty. */
	readonly category: string;
	readonly isRoot: boolean;
	/** Folded categories of the causes in its chain. */
	readonly categories: readonly string[];
	/** The cards of its chain in the order of the method, itself among them. */
	readonly chain: readonly string[];
}

/** A word people filter by: as they wrote it, and as it is compared. */
export interface LibraryWord {
	readonly label: string;
	readonly folded: string;
}

/** A board as it was at one place of its log. */
export interface LibraryBoard {
	readonly boardId: string;
	readonly epoch: number;
	/** The last row it was made from; it may know more already, never less. */
	readonly seq: number;
	/** Which shape the program gives these records; others are made anew. */
	readonly form: number;
	readonly kind: string;
	readonly scene: string;
	readonly diseases: readonly LibraryWord[];
	/** What a list says of the board, as JSON that only its maker reads. */
	readonly summary: string;
	readonly cards: readonly LibraryCard[];
}

/** A kept summary and the place of the log it is of. */
export type KeptSummary = Pick<LibraryBoard, 'epoch' | 'seq' | 'form' | 'summary'>;

/** A board with the place its log has reached. */
export interface BoardPlace {
	readonly boardId: string;
	readonly epoch: number;
	readonly seq: number;
}

/** What is looked for; every part that is given must fit, and every word must occur. */
export interface LibraryQuery {
	/** Folded; an empty list asks for no word. */
	readonly words: readonly string[];
	readonly scene: string | null;
	readonly kind: string | null;
	readonly type: string | null;
	/** Folded. */
	readonly disease: string | null;
	/** Folded. */
	readonly category: string | null;
	readonly limit: number;
}

/** Where a card stands. */
export interface CardPlace {
	readonly boardId: string;
	readonly cardId: string;
}

/** A found card with its chain in words and where it stands. */
export interface FoundCard extends CardPlace {
	readonly type: string;
	readonly text: string;
	readonly category: string;
	readonly isRoot: boolean;
	readonly chain: readonly {
		readonly cardId: string;
		readonly type: string;
		readonly text: string;
	}[];
	readonly title: string;
	readonly kind: string;
	readonly scene: string;
	readonly diseases: readonly string[];
	readonly workshopId: string;
	readonly workshopName: string;
	readonly municipality: string;
	readonly createdAt: number;
}

/** A word to filter by, and on how many boards it stands. */
export interface LibraryFacet {
	readonly label: string;
	readonly boards: number;
}

/** Causes of cases that people found to be the same. */
export interface CauseGroup {
	readonly id: string;
	readonly title: string;
	readonly createdAt: number;
	readonly members: readonly CardPlace[];
}

/** Summaries and words of boards, and the groups of causes; every write is durable when it resolves. */
export interface Library {
	/** Keeps a board in place of what was kept of it; false when it is deleted or a later place is kept. */
	keepBoard(board: LibraryBoard): Promise<boolean>;
	/** What is kept of these boards, however old. */
	readSummaries(boardIds: readonly string[]): Promise<ReadonlyMap<string, KeptSummary>>;
	/** Boards whose log went on since they were kept, or that were never kept in this form. */
	listStale(form: number): Promise<readonly BoardPlace[]>;
	/** The newest boards first. */
	findCards(
		query: LibraryQuery
	): Promise<{ readonly cards: readonly FoundCard[]; readonly isMore: boolean }>;
	/** Diseases and categories of causes, the commonest first. */
	listFacets(): Promise<{
		readonly diseases: readonly LibraryFacet[];
		readonly categories: readonly LibraryFacet[];
	}>;

	/** Every group, the newest first; members whose board is gone are left out. */
	listCauseGroups(): Promise<readonly CauseGroup[]>;
	/** Puts causes into a group, which is made when there is none of this id; each leaves the group it was in. */
	putCauses(group: {
		readonly id: string;
		readonly title: string;
		readonly createdAt: number;
		readonly members: readonly CardPlace[];
	}): Promise<boolean>;
	/** Takes causes out of whatever group they are in. */
	releaseCauses(members: readonly CardPlace[]): Promise<void>;
	/** False when there is no such group. */
	renameCauseGroup(id: string, title: string): Promise<boolean>;
	/** Dissolves a group; its causes stand on their own again. */
	removeCauseGroup(id: string): Promise<boolean>;
}
