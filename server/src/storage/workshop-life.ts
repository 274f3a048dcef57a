/** What a rehearsal and the keeping of boards need remembered beside the catalogue, and what is left of what was deleted. */

/** How far along the life of a workshop is, beside its state. */
export interface WorkshopLife {
	/** The last day on which it is kept, such as 2029-11-22, when staff chose one; null for the usual time. */
	readonly keptUntil: string | null;
	/** Since when it is being rehearsed, in ms since 1970; null while it is not. */
	readonly rehearsingSince: number | null;
}

/** A board as it was when a rehearsal began. */
export interface BoardBefore {
	readonly boardId: string;
	/** The place of its log that `content` is of; when the log has gone on since, nothing begins. */
	readonly epoch: number;
	readonly seq: number;
	/** The whole board as a sealed blob. */
	readonly content: Uint8Array;
}

/** `changed` when a board went on meanwhile or is missing: read them again. */
export type StartRehearsalResult =
	| { readonly ok: true }
	| {
			readonly ok: false;
			readonly reason: 'no-workshop' | 'not-preparing' | 'rehearsing' | 'changed';
	  };

/** The people who were in it only for the rehearsal and are nobody any more, and the boards that were made in it. */
export type EndRehearsalResult =
	| {
			readonly ok: true;
			readonly boardsGone: readonly string[];
			readonly peopleGone: readonly string[];
	  }
	| { readonly ok: false; readonly reason: 'not-rehearsing' };

/** What stays of a deleted workshop. */
export interface Deletion {
	readonly at: number;
	readonly workshopId: string;
	readonly name: string;
	/** How many boards went with it. */
	readonly boards: number;
	readonly role: 'staff' | 'server';
	/** `date` when its time was over, `hand` when somebody decided it. */
	readonly why: 'date' | 'hand';
}

/** Rehearsals, dates and deletions of workshops; every call takes effect whole or not at all. */
export interface WorkshopLives {
	/** Of these workshops, those about which anything is remembered. */
	read(workshopIds: readonly string[]): Promise<ReadonlyMap<string, WorkshopLife>>;
	/** Null gives the usual time back; false when there is no such workshop. */
	keepUntil(workshopId: string, day: string | null): Promise<boolean>;
	/** Keeps everything a rehearsal may change: boards, what is led there, photos and people. */
	startRehearsal(
		workshopId: string,
		at: number,
		boards: readonly BoardBefore[]
	): Promise<StartRehearsalResult>;
	/**
	 * Puts everything back as it was when the rehearsal began, each board in a new epoch, and destroys
	 * whatever was written, drawn, added or remembered since.
	 */
	endRehearsal(workshopId: string): Promise<EndRehearsalResult>;
	/** Closes a workshop and destroys the content of its boards for good; null when there is none left. */
	erase(
		workshopId: string,
		deletion: Pick<Deletion, 'at' | 'role' | 'why'>
	): Promise<readonly string[] | null>;
	/** The newest first. */
	listDeletions(limit: number): Promise<readonly Deletion[]>;
}
