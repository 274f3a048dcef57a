import {
	editCardText,
	restoreCards,
	withdrawCards
} from '@renkei/shared/document/commands/card-commands.ts';
import { setCardLock } from '@renkei/shared/document/commands/lock-commands.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import type { SeededRandom } from '@renkei/shared/document/seeded-random.ts';
import { seededRandom } from '@renkei/shared/document/seeded-random.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { restoreDrafts } from '../state/drafts-restore.ts';
import { browserKinds } from './page-field.driver.ts';
import { somebody, WritingPage } from './writing.driver.ts';

/** Yjs settles equal claims by ids drawn at random; a seed must give the same ones again. Set before Yjs asks. */
const chance = vi.hoisted(() => {
	let state = 1;
	Object.defineProperty(globalThis.crypto, 'getRandomValues', {
		value: (values: Uint8Array | Uint32Array) => {
			for (let index = 0; index < values.length; index++) {
				state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
				// The lowest bits of such a sequence come in turn.
				values[index] = Math.imul(state ^ (state >>> 15), 0x2c1b_3c6d) >>> 3;
			}
			return values;
		}
	});
	return { begin: (seed: number) => void (state = seed) };
});

const runs = 60;
const firstSeed = Number(process.env['FUZZ_SEED'] ?? 6_600_000);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/**
 * No two words have a character in common, so that each must be found exactly once. Of a conversion only the state shown
 * last counts; what 元に戻す took may be gone, and may have come back with a draft, but never twice.
 */
test.each(Array.from({ length: runs }, (_, run) => firstSeed + run))(
	'whatever happens while somebody writes, no word is lost or doubled (FUZZ_SEED=%i)',
	async (seed) => {
		const random = seededRandom(seed);
		chance.begin(seed);
		const page = new WritingPage(random.pick(browserKinds));
		try {
			await page.start();
			const table = new TableAtWork(page, random);
			const told: string[] = [];
			for (let step = 0; step < 70; step++) {
				told.push(await table.act());
				page.follow();
				expect(table.look(), `FUZZ_SEED=${seed} after ${told.join(', ')}`).toEqual([]);
			}
			await table.end();
			expect(table.judge(), `FUZZ_SEED=${seed} after ${told.join(', ')}`).toEqual([]);
		} finally {
			page.close();
		}
	}
);

const weights = {
	compose: 5,
	take: 3,
	type: 3,
	press: 2,
	begin: 3,
	key: 1,
	word: 4,
	withdraw: 1,
	putBack: 1,
	lock: 1,
	free: 2,
	part: 2,
	undo: 1,
	redo: 1,
	time: 3,
	lose: 1,
	back: 2,
	saved: 2,
	hide: 1,
	restore: 1
};
const actsByWeight = (Object.keys(weights) as (keyof typeof weights)[]).flatMap((name) =>
	Array.from({ length: weights[name] }, () => name)
);

/** Somebody who writes, and everything that can come in between. */
class TableAtWork {
	readonly #page: WritingPage;
	readonly #random: SeededRandom;
	readonly #own = new Set<number>();
	readonly #others = new Set<number>();
	readonly #takenBack = new Set<number>();
	/** The word that an input method shows; the ones it showed before it must not be found. */
	#composed: number | null = null;
	#last = 0;

	constructor(page: WritingPage, random: SeededRandom) {
		this.#page = page;
		this.#random = random;
	}

	/** Does one thing at random and tells which. */
	async act(): Promise<string> {
		const name = this.#random.pick(actsByWeight);
		const done = this.#acts[name]();
		if (done instanceof Promise) await done;
		await vi.advanceTimersByTimeAsync(this.#random.pick([0, 0, 1, 90]));
		if (!this.#page.field?.isComposing) this.#composed = null;
		return name;
	}

	readonly #acts = {
		compose: () => {
			const { field } = this.#page;
			if (!field || field.isLeft) return;
			if (!field.isComposing) this.#placeCaret();
			const word = this.#next(this.#own);
			if (this.#composed !== null) this.#own.delete(this.#composed);
			this.#composed = word;
			field.compose(wordOf(word));
		},
		take: () =>
			this.#random.chance(0.5)
				? this.#page.field?.enterTakesConversion()
				: this.#page.field?.endComposition(),
		type: () => {
			const { field } = this.#page;
			if (!field || field.isComposing) return;
			this.#placeCaret();
			const word = this.#next(this.#own);
			field.insert(wordOf(word), 'insertText', () => this.#own.delete(word));
		},
		press: () => this.#page.pressOutside(),
		begin: () => {
			const cards = [...this.#page.open.board.cards.keys()];
			if (cards.length === 0) return;
			this.#page.pressOutside();
			if (this.#random.chance(0.5)) this.#page.select(this.#random.pick(cards));
			else this.#page.edit(this.#random.pick(cards));
		},
		key: () => {
			const { field, open } = this.#page;
			if (!field || field.isComposing || open.editing.card === null) return;
			field.press(this.#random.pick(['Enter', 'Escape', 'Tab']), {
				ctrlKey: this.#random.chance(0.3)
			});
		},
		word: () => {
			const card = this.#someCard();
			if (card === null) return;
			const places = placesIn(readBoard(this.#page.doc).cards.get(card)?.text ?? '');
			const insert = wordOf(this.#next(this.#others));
			editCardText(this.#page.doc, card, { index: this.#random.pick(places), remove: 0, insert });
		},
		withdraw: () => this.#toSome((card) => withdrawCards(this.#page.doc, [card], somebody)),
		putBack: () => restoreCards(this.#page.doc, readBoard(this.#page.doc).trash.keys()),
		lock: () => this.#toSome((card) => setCardLock(this.#page.doc, [card], 'pinned')),
		free: () => setCardLock(this.#page.doc, readBoard(this.#page.doc).cards.keys(), null),
		part: () =>
			this.#page.lead(this.#random.pick(['free', 'free', 'listen']), this.#random.pick([0, 4000])),
		undo: () => this.#walk('undo'),
		redo: () => this.#walk('redo'),
		time: () => vi.advanceTimersByTimeAsync(this.#random.below(3000)),
		lose: () => this.#page.loseLine(),
		back: () => this.#comeBack(),
		saved: () => this.#page.server.acknowledge(),
		hide: () => void this.#page.page.dispatchEvent(new Event('pagehide')),
		restore: () => this.#restore()
	};

	/** Gives every right back and lets everything arrive, and what waits in drafts is put back. */
	async end(): Promise<void> {
		await this.#settle();
		const { cards, trash } = readBoard(this.#page.doc);
		setCardLock(this.#page.doc, [...cards.keys(), ...trash.keys()], null);
		this.#page.lead('free');
		for (let round = 0; round < 5 && this.#page.open.drafts.offered.length > 0; round++) {
			this.#restore();
			await this.#settle();
		}
	}

	/** What is wrong on the server now: nobody else's word may be missing, and none be there twice. */
	look(): readonly string[] {
		const found = countWords(this.#page.words());
		return [
			...[...this.#others].filter((word) => !found.has(word)).map((word) => `${word} is lost`),
			...[...found].filter(([, times]) => times > 1).map(([word]) => `${word} is doubled`)
		];
	}

	/** What is wrong once everything has arrived and every draft is back. */
	judge(): readonly string[] {
		const text = this.#page.words();
		const found = countWords(text);
		const lost = [...this.#own].filter((word) => !this.#takenBack.has(word) && !found.has(word));
		const strange = [...found.keys()].filter((word) => !this.#isAnybodys(word));
		return [
			...this.look(),
			...lost.map((word) => `${word} is lost`),
			...strange.map((word) => `${word} had been replaced`),
			...(text.length === wordsIn(text).length * wordLength ? [] : [`half a word: ${text}`]),
			...this.#page.open.drafts.offered.map(() => 'a draft stays on offer')
		];
	}

	#isAnybodys(word: number): boolean {
		return this.#own.has(word) || this.#others.has(word) || this.#takenBack.has(word);
	}

	/** What is done by undo and redo to this person's words, as they see it; nobody else's may move. */
	#walk(way: 'undo' | 'redo'): void {
		this.#page.pressOutside();
		if (this.#page.open.editing.card !== null) return;
		const before = this.#wordsHere();
		this.#page.open.history[way]();
		const after = this.#wordsHere();
		for (const word of before.keys()) if (!after.has(word)) this.#takenBack.add(word);
		// What a conversion had replaced once it was in the document comes back with that step.
		for (const word of after.keys())
			if (!before.has(word) && !this.#others.has(word)) this.#takenBack.add(word);
		for (const word of this.#takenBack)
			if (this.#others.has(word)) throw new Error(`${way} took <${word}>, which is not its own.`);
	}

	async #settle(): Promise<void> {
		this.#page.field?.endComposition();
		await vi.advanceTimersByTimeAsync(200);
		this.#page.open.editing.finish();
		await this.#comeBack();
		await this.#page.settle();
		await vi.advanceTimersByTimeAsync(1000);
		await this.#comeBack();
	}

	/** The server takes nothing from somebody who came back with words that may not be written any more. */
	async #comeBack(): Promise<void> {
		const { open, server, doc } = this.#page;
		const { cards } = readBoard(doc);
		const isForbidden = this.#page.isForbidden || [...cards.values()].some(({ lock }) => lock);
		if (isForbidden && open.connection.unsentCount > 0) server.refusesWith = 'phaseClosed';
		await this.#page.comeBack();
		if (server.refusesWith === null) await this.#page.comeBack();
		server.refusesWith = null;
	}

	#restore(): void {
		const { drafts, board, commands, editing } = this.#page.open;
		if (editing.card === null) restoreDrafts(drafts, board, commands);
	}

	#someCard(): CardId | null {
		const ids = [...readBoard(this.#page.doc).cards.keys()];
		return ids.length > 0 ? this.#random.pick(ids) : null;
	}

	#toSome(act: (card: CardId) => void): void {
		const card = this.#someCard();
		if (card !== null) act(card);
	}

	#wordsHere(): Map<number, number> {
		const { cards, trash } = this.#page.open.board;
		return countWords([...cards.values(), ...trash.values()].map(({ text }) => text).join(''));
	}

	#placeCaret(): void {
		const { field, open } = this.#page;
		if (!field || open.editing.card === null) return;
		const at = this.#random.pick(placesIn(field.value));
		field.setSelectionRange(at, at);
	}

	#next(whose: Set<number>): number {
		whose.add(++this.#last);
		return this.#last;
	}
}

const firstLetter = 0x4e00;
const wordLength = 3;

/** The n-th word: the next three characters that nobody else writes. */
function wordOf(number: number): string {
	const first = firstLetter + number * wordLength;
	return String.fromCodePoint(...Array.from({ length: wordLength }, (_, index) => first + index));
}

const letters = /[\u4e00-\u9fff]/g;
/** Three characters in a row that are one word. */
function wordsIn(text: string): { readonly number: number; readonly end: number }[] {
	return [...text.matchAll(letters)].flatMap(({ 0: letter, index }) => {
		const number = (letter.charCodeAt(0) - firstLetter) / wordLength;
		const isWord = Number.isInteger(number) && text.startsWith(wordOf(number), index);
		return isWord ? [{ number, end: index + wordLength }] : [];
	});
}

function countWords(text: string): Map<number, number> {
	const found = new Map<number, number>();
	for (const { number } of wordsIn(text)) found.set(number, (found.get(number) ?? 0) + 1);
	return found;
}

/** The places between the words of a text: nobody writes into another word. */
function placesIn(text: string): readonly number[] {
	return [0, ...wordsIn(text).map(({ end }) => end)];
}
