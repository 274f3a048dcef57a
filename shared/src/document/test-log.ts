import * as Y from 'yjs';
import type { RowHead } from './card-story.ts';
import type { StoredUpdate } from './log-replay.ts';
import { LogReplay } from './log-replay.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { Seat } from './table-of-documents.ts';
import { doSomething } from './table-of-documents.ts';

/** A row of the log of a test. */
export interface TestRow extends RowHead, StoredUpdate {}

/** A board with its log as a server keeps it, and people whose words are under way to it. */
export class LoggedBoard {
	readonly doc = new Y.Doc();
	readonly rows: TestRow[] = [];
	readonly seats: readonly Seat[];
	/** Updates that are under way from each seat to the server. */
	readonly #sent = new Map<Seat, Uint8Array[]>();
	#writer: string | null = null;
	#now = 1000;

	constructor(people: readonly string[]) {
		this.doc.clientID = 100;
		this.doc.on('update', (bytes: Uint8Array) => {
			const seq = this.rows.length + 1;
			this.rows.push({ seq, at: this.#now, writer: this.#writer, bytes, isV2: false });
			for (const seat of this.seats) seat.underWay.push(bytes);
		});
		this.seats = people.map((participant, index) => {
			const doc = new Y.Doc();
			doc.clientID = index + 1;
			const seat: Seat = {
				doc,
				author: { participant, profession: 'visitingNurse', now: 500 + index },
				underWay: [],
				isConnected: true
			};
			this.#sent.set(seat, []);
			doc.on('update', (bytes: Uint8Array, origin: unknown) => {
				if (origin !== this) this.#sent.get(seat)?.push(bytes);
			});
			return seat;
		});
	}

	/** One of these people does something, and now and then something arrives. */
	live(steps: number, random: SeededRandom, people: readonly Seat[] = this.seats): void {
		for (let step = 0; step < steps; step += 1) {
			doSomething(random.pick(people), random);
			for (const seat of this.seats) if (random.chance(0.6)) this.deliver(seat);
		}
	}

	/** What a seat sent first reaches the log, and the seat what is under way to it. */
	deliver(seat: Seat): void {
		const update = this.#sent.get(seat)?.shift();
		if (update) this.write(seat.author.participant, () => Y.applyUpdate(this.doc, update));
		for (const news of seat.underWay.splice(0)) Y.applyUpdate(seat.doc, news, this);
	}

	/** Writes in somebody's name, null for the server, a second after the last. */
	write(writer: string | null, change: () => void): void {
		this.#writer = writer;
		this.#now += 1000;
		change();
		this.#writer = null;
	}

	/** Everything under way arrives. */
	settle(): void {
		while ([...this.#sent.values()].some((list) => list.length > 0))
			for (const seat of this.seats) this.deliver(seat);
		for (const seat of this.seats) this.deliver(seat);
	}

	/** The board as the log tells it after so many rows. */
	at(seq: number): LogReplay {
		return new LogReplay(null, this.rows.slice(0, seq));
	}
}
