import { expect, test } from 'vitest';
import { readBoard } from './read-board.ts';
import { seededRandom } from './seeded-random.ts';
import { doSomething, TableOfDocuments } from './table-of-documents.ts';

const runs = 60;
const firstSeed = Number(process.env['FUZZ_SEED'] ?? 20_261_122);

test.each(Array.from({ length: runs }, (_, run) => firstSeed + run))(
	'commands in any order over broken lines end in one valid board (FUZZ_SEED=%i)',
	(seed) => {
		const random = seededRandom(seed);
		const table = new TableOfDocuments(2 + random.below(4));
		for (let step = 0; step < 160; step++) {
			const seat = random.pick(table.seats);
			if (random.chance(0.5)) doSomething(seat, random);
			else if (random.chance(0.85)) table.deliverOne(seat, random);
			else if (seat.isConnected) table.disconnect(seat);
			else table.reconnect(seat);
			// What arrives before what it builds on is left out and listed until the rest is here.
			expect(() => readBoard(seat.doc), `FUZZ_SEED=${seed}, step ${step}`).not.toThrow();
		}
		table.settle();
		const [first, ...others] = table.seats.map((seat) => readBoard(seat.doc));
		expect(first?.problems, `FUZZ_SEED=${seed}`).toEqual([]);
		for (const other of others) expect(other, `FUZZ_SEED=${seed}`).toEqual(first);
		const entries = table.seats.map(({ doc }) =>
			JSON.stringify(sorted(doc.getMap('cards').toJSON()))
		);
		expect(new Set(entries).size, `FUZZ_SEED=${seed}`).toBe(1);
		for (const { from, to } of first?.links.values() ?? []) {
			expect(first?.cards.has(from), `FUZZ_SEED=${seed}`).toBe(true);
			expect(first?.cards.has(to), `FUZZ_SEED=${seed}`).toBe(true);
		}
	}
);

function sorted(record: Record<string, unknown>): unknown {
	return Object.fromEntries(
		Object.entries(record)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, value]) => [
				key,
				Object.fromEntries(Object.entries(value as object).sort(([a], [b]) => (a < b ? -1 : 1)))
			])
	);
}
