/** For how long it is remembered that somebody was at a board. */
export const rememberedMs = 10 * 60_000;

/** Who was at which board until when: what tells a table that lost its line from one that nobody ever came to. */
export class Departures {
	readonly #boards = new Map<string, Map<string, number>>();

	/** A connection of this participant to this board has ended; another of theirs may go on. */
	note(boardId: string, participantId: string, now: number): void {
		this.#forget(now);
		const people = this.#boards.get(boardId) ?? new Map<string, number>();
		this.#boards.set(boardId, people.set(participantId, now));
	}

	/** When each participant was last at a board, as far as that is remembered. */
	from(boardId: string, now: number): ReadonlyMap<string, number> {
		this.#forget(now);
		return this.#boards.get(boardId) ?? new Map<string, number>();
	}

	#forget(now: number): void {
		for (const [boardId, people] of this.#boards) {
			for (const [id, at] of people) if (now - at > rememberedMs) people.delete(id);
			if (people.size === 0) this.#boards.delete(boardId);
		}
	}
}
