import { addCard, editCardText } from '@renkei/shared/document/commands/card-commands.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import type { SeededRandom } from '@renkei/shared/document/seeded-random.ts';
import { seededRandom } from '@renkei/shared/document/seeded-random.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { sharedTextOf } from './shared-text.ts';
import type { SharedText } from './text-session.ts';
import { TextSession } from './text-session.ts';
import { TypedField } from './typed-field.ts';

const runs = 100;
const firstSeed = Number(process.env['FUZZ_SEED'] ?? 6_400_000);
const author = { participant: 'p1', profession: null, now: 1 };

/** One browser's way of telling that a composition ended. Each ends with the field showing the same text. */
const browsers: Record<string, (end: { session: TextSession; field: TypedField }) => void> = {
	// Chrome: input while still composing, then compositionend, no input after it.
	chrome: ({ session, field }) => {
		session.input();
		field.endComposition();
		session.compositionEnd();
	},
	// Safari and Firefox: compositionend first, an input event after it.
	safari: ({ session, field }) => {
		field.endComposition();
		session.compositionEnd();
		session.input();
	},
	// Android: the keyboard ends a composition and begins the next one at once.
	android: ({ session, field }) => {
		session.input();
		field.endComposition();
		session.compositionEnd();
		session.input();
		session.compositionStart();
		field.compose('');
		field.endComposition();
		session.compositionEnd();
	}
};

/** The words a hand brought in are numbered, so that each must be found exactly once, whatever happened around it. */
test.each(Array.from({ length: runs }, (_, run) => firstSeed + run))(
	'no character of anybody is lost or doubled (FUZZ_SEED=%i)',
	(seed) => {
		const random = seededRandom(seed);
		const own = new Y.Doc();
		const other = new Y.Doc();
		own.clientID = 1;
		other.clientID = 2;
		const id = addCard(own, { type: 'fact', text: '' }, author);
		Y.applyUpdate(other, Y.encodeStateAsUpdate(own));
		const turns: (() => void)[] = [];
		const field = new TypedField();
		const shared = sharedTextOf(own, id, () => true) as SharedText;
		const session = new TextSession(shared, field, (run) => turns.push(run));
		const hand = new Hand(random);
		let isComposing = false;

		for (let step = 0; step < 80; step++) {
			switch (random.below(6)) {
				case 0:
					if (!isComposing) {
						field.setSelectionRange(...hand.caret(field));
						field.type(hand.nextWord());
						session.input();
					}
					break;
				case 1:
					if (!isComposing) {
						field.setSelectionRange(...hand.caret(field));
						session.compositionStart();
						isComposing = true;
					}
					field.compose(random.pick(['k', 'か', 'かん', 'かんじ']));
					session.input();
					break;
				case 2:
					if (!isComposing) break;
					field.compose(random.chance(0.8) ? hand.nextWord() : '');
					browsers[random.pick(Object.keys(browsers))]?.({ session, field });
					isComposing = false;
					break;
				case 3: {
					const word = hand.nextWord();
					editCardText(other, id, {
						index: hand.between(textOf(other, id)),
						remove: 0,
						insert: word
					});
					break;
				}
				case 4:
					exchange(own, other);
					break;
				default:
					for (const run of turns.splice(0)) run();
			}
		}
		if (isComposing) {
			field.compose(hand.nextWord());
			browsers['chrome']?.({ session, field });
		}
		for (const run of turns.splice(0)) run();
		exchange(own, other);
		const text = textOf(own, id);
		expect(textOf(other, id), `FUZZ_SEED=${seed}`).toBe(text);
		expect(field.value, `FUZZ_SEED=${seed}`).toBe(text);
		const found = [...text.matchAll(/<(\d+)>/g)].map(([, number]) => Number(number));
		expect(
			found.sort((a, b) => a - b),
			`FUZZ_SEED=${seed}: ${text}`
		).toEqual(hand.written);
		expect(text.replaceAll(/<\d+>/g, ''), `FUZZ_SEED=${seed}: nothing half`).toBe('');
	}
);

/** Writes numbered words and never inside another word. */
class Hand {
	readonly written: number[] = [];
	readonly #random: SeededRandom;

	constructor(random: SeededRandom) {
		this.#random = random;
	}

	nextWord(): string {
		const number = this.written.length + 1;
		this.written.push(number);
		return `<${number}>`;
	}

	/** A place between two words of a text. */
	between(text: string): number {
		const places = [0, ...[...text.matchAll(/>/g)].map((match) => match.index + 1)];
		return this.#random.pick(places);
	}

	caret(field: TypedField): [number, number] {
		const at = this.between(field.value);
		return [at, at];
	}
}

function textOf(doc: Y.Doc, id: CardId): string {
	return readBoard(doc).cards.get(id)?.text ?? '';
}

function exchange(a: Y.Doc, b: Y.Doc): void {
	const forB = Y.encodeStateAsUpdate(a, Y.encodeStateVector(b));
	Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)), 'line');
	Y.applyUpdate(b, forB, 'line');
}

/** One of two people at two screens; each has a session, an input method and a browser of their own. */
class Writer {
	readonly doc = new Y.Doc();
	readonly field = new TypedField();
	readonly #turns: (() => void)[] = [];
	readonly #hand: Hand;
	readonly #random: SeededRandom;
	#session: TextSession | null = null;
	#isComposing = false;

	constructor(hand: Hand, random: SeededRandom, clientId: number) {
		this.#hand = hand;
		this.#random = random;
		this.doc.clientID = clientId;
	}

	open(card: CardId): void {
		const shared = sharedTextOf(this.doc, card, () => true) as SharedText;
		this.#session = new TextSession(shared, this.field, (run) => this.#turns.push(run));
	}

	act(): void {
		const session = this.#session;
		if (!session) return;
		switch (this.#random.below(4)) {
			case 0:
				for (const run of this.#turns.splice(0)) run();
				break;
			case 1:
				if (this.#isComposing) this.endWord();
				break;
			default:
				if (!this.#isComposing) {
					this.field.setSelectionRange(...this.#hand.caret(this.field));
					session.compositionStart();
					this.#isComposing = true;
				}
				this.field.compose(this.#random.pick(['k', 'か', 'かん', 'かんじ']));
				session.input();
		}
	}

	endWord(): void {
		const session = this.#session;
		if (!session) return;
		if (this.#isComposing) {
			this.field.compose(this.#hand.nextWord());
			browsers[this.#random.pick(Object.keys(browsers))]?.({ session, field: this.field });
			this.#isComposing = false;
		}
		for (const run of this.#turns.splice(0)) run();
	}
}

test.each(Array.from({ length: runs }, (_, run) => firstSeed + run))(
	'two people who write Japanese in one card at once lose nothing to each other (FUZZ_SEED=%i)',
	(seed) => {
		const random = seededRandom(seed);
		const hand = new Hand(random);
		const [a, b] = [new Writer(hand, random, 1), new Writer(hand, random, 2)];
		const id = addCard(a.doc, { type: 'fact', text: '' }, author);
		exchange(a.doc, b.doc);
		for (const writer of [a, b]) writer.open(id);
		for (let step = 0; step < 120; step++) {
			if (random.chance(0.2)) exchange(a.doc, b.doc);
			else random.pick([a, b]).act();
		}
		for (const writer of [a, b]) writer.endWord();
		exchange(a.doc, b.doc);
		const text = textOf(a.doc, id);
		expect([textOf(b.doc, id), a.field.value, b.field.value], `FUZZ_SEED=${seed}`).toEqual([
			text,
			text,
			text
		]);
		const found = [...text.matchAll(/<(\d+)>/g)].map(([, number]) => Number(number));
		expect(
			found.sort((one, other) => one - other),
			`FUZZ_SEED=${seed}: ${text}`
		).toEqual(hand.written);
		expect(text.replaceAll(/<\d+>/g, ''), `FUZZ_SEED=${seed}: nothing half`).toBe('');
	}
);
