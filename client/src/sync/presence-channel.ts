import type { OwnPresence, Presence } from '@renkei/shared/protocol/presence.ts';
import { presenceSchema } from '@renkei/shared/protocol/presence.ts';
import type { Awareness } from 'y-protocols/awareness';

/** How often a screen speaks of itself; on a full board half as often. */
const everyMs = { few: 50, many: 100 } as const;
const manyPeople = 15;

/** What others' screens began (presence) or stopped (null) doing, by connection. */
export type PresenceChanges = ReadonlyMap<number, Presence | null>;

interface AwarenessChange {
	readonly added: readonly number[];
	readonly updated: readonly number[];
	readonly removed: readonly number[];
}

/** What screens tell each other beside the document. Nothing of it is stored. */
export class PresenceChannel {
	/** Told of every change on others' screens. */
	onChange: ((changes: PresenceChanges) => void) | null = null;
	readonly #awareness: Awareness;
	#next: OwnPresence | null = null;
	#timer: ReturnType<typeof setTimeout> | null = null;

	constructor(awareness: Awareness) {
		this.#awareness = awareness;
		awareness.setLocalState(null);
		awareness.on('change', this.#hear);
	}

	/** Says what this screen does, at once or as soon as it is its turn again; only the newest is said. */
	announce(presence: OwnPresence): void {
		this.#next = presence;
		if (this.#timer === null) this.#say();
	}

	release(): void {
		if (this.#timer !== null) clearTimeout(this.#timer);
		this.#timer = null;
		this.#awareness.off('change', this.#hear);
		this.#awareness.setLocalState(null);
	}

	readonly #say = (): void => {
		this.#timer = null;
		if (this.#next === null) return;
		this.#awareness.setLocalState({ ...this.#next });
		this.#next = null;
		const people = this.#awareness.getStates().size;
		this.#timer = setTimeout(this.#say, people > manyPeople ? everyMs.many : everyMs.few);
	};

	readonly #hear = ({ added, updated, removed }: AwarenessChange): void => {
		const changes = new Map<number, Presence | null>();
		for (const id of [...added, ...updated, ...removed]) {
			if (id === this.#awareness.clientID) continue;
			const presence = presenceSchema.safeParse(this.#awareness.getStates().get(id));
			changes.set(id, presence.success ? presence.data : null);
		}
		if (changes.size > 0) this.onChange?.(changes);
	};
}
