import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import type { CardId } from '../method/card.ts';
import { editCardText } from './commands/card-commands.ts';
import { History } from './history.ts';
import { rootsOf, textKey } from './layout.ts';
import { LocalOrigin } from './origins.ts';
import { seededRandom } from './seeded-random.ts';
import type { Seat } from './table-of-documents.ts';
import { doSomething, TableOfDocuments } from './table-of-documents.ts';

const runs = 80;
const firstSeed = Number(process.env['FUZZ_SEED'] ?? 7_110_000);
const seeds = Array.from({ length: runs }, (_, run) => firstSeed + run);

/** The fields of a document as plain values; texts are looked at character by character elsewhere. */
function fieldsOf(doc: Y.Doc): Map<string, string> {
	const fields = new Map<string, string>();
	for (const [root, map] of Object.entries(rootsOf(doc)) as [string, Y.Map<unknown>][])
		for (const [record, entry] of map.entries()) {
			if (!(entry instanceof Y.Map)) fields.set(`${root}//${record}`, JSON.stringify(entry));
			else
				for (const [key, value] of entry.entries())
					if (!(value instanceof Y.Text))
						fields.set(`${root}/${record}/${key}`, JSON.stringify(value));
		}
	return fields;
}

/** Who wrote each field of a document last, as its owner saw it happen. */
function followWriters(seat: Seat): Map<string, 'own' | 'other'> {
	const writers = new Map<string, 'own' | 'other'>();
	for (const [root, map] of Object.entries(rootsOf(seat.doc)) as [string, Y.Map<unknown>][])
		map.observeDeep((events, transaction) => {
			const isWalk =
				transaction.origin instanceof LocalOrigin &&
				['undo', 'redo'].includes(transaction.origin.gesture);
			if (isWalk) return;
			const writer = transaction.local ? 'own' : 'other';
			for (const event of events) {
				if (event.target instanceof Y.Text || event.path.length > 1) continue;
				for (const key of event.changes.keys.keys()) {
					const record = event.path[0];
					if (record !== undefined || root === 'meta')
						writers.set(`${root}/${record ?? ''}/${key}`, writer);
				}
			}
		});
	return writers;
}

/** The characters of others in every text of a document, by the clients that wrote them. */
function othersWords(doc: Y.Doc): Map<string, string> {
	return new Map(
		[...rootsOf(doc).cards.entries()].map(([id, entry]) => {
			const text = entry instanceof Y.Map ? entry.get(textKey) : null;
			if (!(text instanceof Y.Text)) return [id, ''];
			let words = '';
			for (let item = text._start; item; item = item.right)
				if (!item.deleted && item.id.client !== doc.clientID)
					words += item.content.getContent().join('');
			return [id, words];
		})
	);
}

/** What one person has at hand to take their own gestures back, and who wrote what as they saw it. */
interface Walker {
	readonly seat: Seat;
	readonly history: History;
	readonly writers: ReadonlyMap<string, 'own' | 'other'>;
}

function walkerAt(seat: Seat): Walker {
	return { seat, history: new History(seat.doc, () => seat.author), writers: followWriters(seat) };
}

/** Takes back, or does again, and tells what of others it changed. */
function walk({ seat, history, writers }: Walker, way: 'undo' | 'redo'): string[] {
	const before = { fields: fieldsOf(seat.doc), words: othersWords(seat.doc) };
	history[way]();
	return harmDone(before, seat.doc, writers);
}

describe('taking back among others', () => {
	test.each(seeds)('of three who all take back, nobody harms another (FUZZ_SEED=%i)', (seed) => {
		const random = seededRandom(seed);
		const table = new TableOfDocuments(3);
		const walkers = table.seats.map(walkerAt);
		const harms: string[] = [];
		for (let step = 0; step < 120; step++) {
			const walker = random.pick(walkers);
			const choice = random.below(10);
			if (choice < 4) writeAsA(walker.seat, walker.history, random);
			else if (choice < 6) for (const seat of table.seats) table.deliverOne(seat, random);
			else if (choice === 6) {
				if (walker.seat.isConnected) table.disconnect(walker.seat);
				else table.reconnect(walker.seat);
			} else
				for (const harm of walk(walker, random.chance(0.6) ? 'undo' : 'redo'))
					harms.push(`step ${step}, ${walker.seat.author.participant}: ${harm}`);
		}
		// And at the end everything that anybody can still take back, one after the other.
		table.settle();
		for (const walker of walkers)
			while (walker.history.undoGesture !== null)
				harms.push(
					...walk(walker, 'undo').map((harm) => `${walker.seat.author.participant}: ${harm}`)
				);
		expect(harms, `FUZZ_SEED=${seed}`).toEqual([]);
	});

	test.each(seeds)('never changes what somebody else wrote last (FUZZ_SEED=%i)', (seed) => {
		const random = seededRandom(seed);
		const table = new TableOfDocuments(3);
		const [a, b, c] = table.seats as [Seat, Seat, Seat];
		const history = new History(a.doc, () => a.author);
		const writers = followWriters(a);
		const harms: string[] = [];
		for (let step = 0; step < 120; step++) {
			const choice = random.below(10);
			if (choice < 3) writeAsA(a, history, random);
			else if (choice < 5) doSomething(random.chance(0.5) ? b : c, random);
			else if (choice < 8) for (const seat of table.seats) table.deliverOne(seat, random);
			else {
				const fields = fieldsOf(a.doc);
				const words = othersWords(a.doc);
				if (random.chance(0.65)) history.undo();
				else history.redo();
				for (const harm of harmDone({ fields, words }, a.doc, writers))
					harms.push(`step ${step}: ${harm}`);
			}
		}
		expect(harms, `FUZZ_SEED=${seed}`).toEqual([]);
		table.settle();
		expect(fieldsOf(b.doc), `FUZZ_SEED=${seed}`).toEqual(fieldsOf(a.doc));
	});

	test.each(seeds)('redo after undo gives the same board again (FUZZ_SEED=%i)', (seed) => {
		const random = seededRandom(seed);
		const table = new TableOfDocuments(2);
		const [a, b] = table.seats as [Seat, Seat];
		const history = new History(a.doc, () => a.author);
		for (let step = 0; step < 40; step++) {
			if (random.chance(0.6)) writeAsA(a, history, random);
			else doSomething(b, random);
			table.deliverOne(a, random);
		}
		history.endText();
		let undone = 0;
		const states: string[] = [];
		while (history.undoGesture !== null && undone < 12) {
			const before = stateOf(a.doc);
			if (history.undo() !== 'done') continue;
			states.push(before);
			undone += 1;
		}
		for (const before of states.reverse()) {
			expect(history.redo(), `FUZZ_SEED=${seed}`).toBe('done');
			expect(stateOf(a.doc), `FUZZ_SEED=${seed}`).toBe(before);
		}
	});
});

/** The fields and words of others that are not as they were. */
function harmDone(
	before: { readonly fields: Map<string, string>; readonly words: Map<string, string> },
	doc: Y.Doc,
	writers: ReadonlyMap<string, 'own' | 'other'>
): string[] {
	const fields = fieldsOf(doc);
	const words = othersWords(doc);
	return [
		...[...writers]
			.filter(
				([name, writer]) => writer === 'other' && fields.get(name) !== before.fields.get(name)
			)
			.map(([name]) => name),
		...[...before.words]
			.filter(([id, line]) => !isWithin(line, words.get(id) ?? ''))
			.map(([id, line]) => `${id}: ${line}`)
	];
}

function writeAsA(a: Seat, history: History, random: ReturnType<typeof seededRandom>): void {
	const ids = [...rootsOf(a.doc).cards.keys()] as CardId[];
	if (ids.length === 0 || random.chance(0.7)) return doSomething(a, random);
	const card = random.pick(ids);
	history.beginText(card);
	for (let typed = random.below(4); typed >= 0; typed--)
		editCardText(a.doc, card, { index: random.below(9), remove: random.below(2), insert: 'あ' });
	if (random.chance(0.8)) history.endText();
}

function stateOf(doc: Y.Doc): string {
	const texts = [...rootsOf(doc).cards.entries()].map(
		([id, entry]) => `${id}=${entry instanceof Y.Map ? String(entry.get(textKey)) : ''}`
	);
	const fields = [...fieldsOf(doc)].map(([name, value]) => `${name}=${value}`);
	return [...fields, ...texts].sort().join('\n');
}

/** Whether all characters of `line` are still there in their order. */
function isWithin(line: string, now: string): boolean {
	let at = 0;
	for (const character of line) {
		at = now.indexOf(character, at) + 1;
		if (at === 0) return false;
	}
	return true;
}
