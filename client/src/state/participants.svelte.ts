import type { Identity, OwnPresence, Presence } from '@renkei/shared/protocol/presence.ts';
import { SvelteMap } from 'svelte/reactivity';
import type { PresenceChannel } from '../sync/presence-channel.ts';

/** One person at the board, however many windows are open. */
export interface Person {
	readonly identity: Identity;
	/** The connections this person has; the first is the oldest. */
	readonly connections: readonly number[];
	readonly isWriting: boolean;
}

const nothing: OwnPresence = {
	cursor: null,
	selection: [],
	editing: null,
	preview: null,
	drag: null,
	view: null,
	draws: null,
	laser: null,
	follows: null
};

/** A pointer that moves less than this (bu) says nothing new; one that rests so long (ms) is taken off the board. */
const smallestMove = 2;
const restMs = 3000;

/** Who is here and what their screens are doing; and what this screen tells them. */
export class Participants {
	/** What others' screens do, by connection. */
	readonly others = new SvelteMap<number, Presence>();
	#own: OwnPresence = nothing;
	#channel: PresenceChannel | null = null;
	#restTimer: ReturnType<typeof setTimeout> | null = null;
	readonly #peopleNow = $derived(mergePeople(this.others));

	/** Everybody else at this board, each person once, in the order of table and profession. */
	get people(): readonly Person[] {
		return this.#peopleNow;
	}

	/** Tells others what this screen does; what is not named stays as it was. */
	announce(change: Partial<OwnPresence>): void {
		const cursor = change.cursor;
		if (cursor !== undefined && Object.keys(change).length === 1) {
			const from = this.#own.cursor;
			const isSame = cursor === from;
			if (isSame || (cursor && from && distance(cursor, from) < smallestMove)) return;
		}
		this.#own = { ...this.#own, ...change };
		this.#channel?.announce(this.#own);
		if (cursor !== undefined) this.#restLater();
	}

	/** Speaks through another channel from now on and listens to it. */
	attach(channel: PresenceChannel): void {
		this.others.clear();
		this.#channel = channel;
		channel.onChange = (changes) => {
			for (const [connection, presence] of changes)
				if (presence) this.others.set(connection, presence);
				else this.others.delete(connection);
		};
		channel.announce(this.#own);
	}

	release(): void {
		if (this.#restTimer !== null) clearTimeout(this.#restTimer);
		this.#channel = null;
		this.others.clear();
	}

	#restLater(): void {
		if (this.#restTimer !== null) clearTimeout(this.#restTimer);
		this.#restTimer = null;
		if (this.#own.cursor === null) return;
		this.#restTimer = setTimeout(() => this.announce({ cursor: null }), restMs);
	}
}

function distance(a: readonly [number, number], b: readonly [number, number]): number {
	return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

function mergePeople(others: ReadonlyMap<number, Presence>): readonly Person[] {
	const people = new Map<string, Person>();
	for (const [connection, { identity, editing }] of others) {
		const known = people.get(identity.participant);
		people.set(identity.participant, {
			identity,
			connections: [...(known?.connections ?? []), connection],
			isWriting: editing !== null || (known?.isWriting ?? false)
		});
	}
	return [...people.values()].sort(
		(a, b) =>
			(a.identity.table ?? 0) - (b.identity.table ?? 0) ||
			a.identity.who - b.identity.who ||
			(a.identity.participant < b.identity.participant ? -1 : 1)
	);
}
