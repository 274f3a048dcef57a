import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { create as createRandom, int32 } from 'lib0/prng';
import { addCard, editCardText } from '@renkei/shared/document/commands/card-commands.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { messageTypes } from '@renkei/shared/protocol/messages.ts';
import { expect, test, vi } from 'vitest';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { startApp } from '../support/app.ts';
import { joinWorkshop, makeWorkshop } from './workshop.ts';

const rounds = 10;
const people = 8;
const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31));

/** One edit that can be found again: a card with a text nobody else writes. */
interface Edit {
	readonly id: CardId;
	readonly text: string;
	isAcknowledged: boolean;
}

/** A person who writes without pause and remembers what the server called saved. */
class Writer {
	readonly edits: Edit[] = [];
	readonly provider: WebsocketProvider;
	readonly #participant: string;
	#marker = 0;
	readonly #marked = new Map<number, number>();

	constructor(participant: string, provider: WebsocketProvider) {
		this.#participant = participant;
		this.provider = provider;
		provider.messageHandlers[messageTypes.saved] = (_encoder, decoder) => {
			this.#acknowledged(decoding.readVarUint(decoder));
		};
		// Markers of a lost connection mean nothing; what it carried goes with the next step 2.
		provider.on('sync', (isSynced: boolean) => {
			if (isSynced) this.mark();
		});
	}

	write(): void {
		const text = `${this.#participant}-${this.edits.length}`;
		const now = Date.now();
		const id = addCard(
			this.provider.doc,
			{ type: 'note', text: `${text}?` },
			{ participant: this.#participant, profession: null, now }
		);
		editCardText(this.provider.doc, id, { index: text.length, remove: 1, insert: '!' });
		this.edits.push({ id, text: `${text}!`, isAcknowledged: false });
		this.mark();
	}

	mark(): void {
		const { ws, wsconnected, synced } = this.provider;
		if (!wsconnected || !synced || ws?.readyState !== 1) return;
		const marker = ++this.#marker;
		this.#marked.set(marker, this.edits.length);
		ws.send(
			encoding.encode((encoder) => {
				encoding.writeVarUint(encoder, messageTypes.saved);
				encoding.writeVarUint(encoder, marker);
			})
		);
	}

	get acknowledged(): number {
		return this.edits.filter(({ isAcknowledged }) => isAcknowledged).length;
	}

	#acknowledged(marker: number): void {
		const count = this.#marked.get(marker) ?? 0;
		for (const edit of this.edits.slice(0, count)) edit.isAcknowledged = true;
	}
}

const textsOf = (doc: Y.Doc) =>
	new Map([...readBoard(doc).cards.values()].map(({ id, text }) => [id, text]));

test(`what was called saved outlives kill -9, ${rounds} rounds, ${people} people (seed ${seed})`, async () => {
	const random = createRandom(seed);
	const app = await startApp();
	const writers: Writer[] = [];
	try {
		const { boardId, joinCode } = await makeWorkshop(app.url, app.passphrase);
		for (let index = 0; index < people; index++) {
			const browser = await joinWorkshop(app.url, joinCode);
			const { participant } = await browser.send<{ participant: string }>('GET', '/api/me');
			writers.push(new Writer(participant, browser.open(boardId, 1)));
		}
		for (let round = 0; round < rounds; round++) {
			const before = writers.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
			await vi.waitFor(() => expect(writers.some(({ provider }) => provider.synced)).toBe(true), {
				timeout: 10_000
			});
			// Until something new was called saved, so that every round has something to lose; then at any moment.
			const extra = int32(random, 0, 150);
			for (let turn = 0, left = extra; left >= 0 && turn < 3000; turn++) {
				const writer = writers[int32(random, 0, people - 1)];
				writer?.write();
				await pause(int32(random, 0, 2));
				const now = writers.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
				if (now > before) left--;
			}
			await app.kill9();
			const saved = writers.flatMap(({ edits }) =>
				edits.filter(({ isAcknowledged }) => isAcknowledged)
			);
			expect(saved.length, `seed ${seed}, round ${round}`).toBeGreaterThan(before);
			// A reader who was never here sees only what the disk kept, before the writers bring anything back.
			for (const { provider } of writers) provider.disconnect();
			await app.restart();
			const reader = (await joinWorkshop(app.url, joinCode)).open(boardId, 1);
			await vi.waitFor(() => expect(reader.synced).toBe(true), { timeout: 10_000 });
			const kept = textsOf(reader.doc);
			const lost = saved.filter(({ id, text }) => kept.get(id) !== text);
			expect(lost, `seed ${seed}, round ${round}`).toEqual([]);
			reader.destroy();
			for (const { provider } of writers) provider.connect();
		}
		const all = writers.flatMap(({ edits }) => edits);
		await vi.waitFor(
			() => {
				for (const writer of writers) writer.mark();
				const [first, ...others] = writers.map(({ provider }) => textsOf(provider.doc));
				expect(first?.size).toBe(all.length);
				for (const other of others) expect(other).toEqual(first);
				expect(all.every(({ isAcknowledged }) => isAcknowledged)).toBe(true);
			},
			{ timeout: 20_000, interval: 200 }
		);
		const vectors = writers.map(({ provider }) =>
			[...Y.decodeStateVector(Y.encodeStateVector(provider.doc))].sort(([a], [b]) => a - b)
		);
		for (const vector of vectors) expect(vector).toEqual(vectors[0]);
		process.stdout.write(
			`durability: ${rounds} rounds of kill -9, ${all.length} edits, ${all.length} acknowledged, lost 0, seed ${seed}\n`
		);
	} finally {
		for (const { provider } of writers) provider.destroy();
		await app.dispose();
	}
}, 180_000);
