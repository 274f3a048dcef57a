import { expect, test } from 'vitest';
import { BatchRun } from './batch-run.svelte.ts';
import type { FetchedFile } from './fetch-board.ts';

const boards = ['1卓', '2卓', '3卓'].map((name, index) => ({ id: `b${index + 1}`, name }));
const query = { paper: 'A3', date: '2026-02-10' } as const;

/** The names in a zip, from its directory at the end. */
function namesIn(zip: Uint8Array): readonly string[] {
	const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
	const names: string[] = [];
	for (let at = view.getUint32(zip.length - 6, true); view.getUint32(at, true) === 0x02014b50;) {
		const length = view.getUint16(at + 28, true);
		names.push(new TextDecoder().decode(zip.subarray(at + 46, at + 46 + length)));
		at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return names;
}

/** A server that answers one file after another when it is told to. */
function world() {
	const asked: { id: string; signal: AbortSignal; answer: (file: FetchedFile) => void }[] = [];
	const saved: { bytes: Uint8Array; name: string }[] = [];
	return {
		asked,
		saved,
		parts: {
			fetchFile: (id: string, _format: unknown, _query: unknown, signal: AbortSignal) =>
				new Promise<FetchedFile>((answer, reject) => {
					signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
					asked.push({ id, signal, answer });
				}),
			look: async (id: string) =>
				id === 'b3' ? null : id === 'b1' ? [] : [{ card: 'c', kind: 'phone', text: '0' } as never],
			save: (bytes: Uint8Array, name: string) => void saved.push({ bytes, name })
		}
	};
}

const file = (name: string): FetchedFile => ({ ok: true, name, bytes: new Uint8Array([1]) });
const settled = async (): Promise<void> => await new Promise((resolve) => setTimeout(resolve));

test('boards are fetched one after another and come in one zip', async () => {
	const { asked, saved, parts } = world();
	const run = new BatchRun(boards, parts);
	const ended = run.start('pdf', query, 'all.zip');
	for (const [index, { name }] of boards.entries()) {
		await settled();
		expect(asked.map(({ id }) => id)).toEqual(boards.slice(0, index + 1).map(({ id }) => id));
		expect(run.stage).toEqual({ kind: 'running', name, done: index, of: 3 });
		asked[index]?.answer(file('演習シート.pdf'));
	}
	await ended;
	expect(run.stage).toEqual({ kind: 'done', name: 'all.zip', failures: [] });
	expect(saved.map(({ name }) => name)).toEqual(['all.zip']);
	expect(namesIn(saved[0]!.bytes)).toEqual([
		'演習シート.pdf',
		'演習シート(2).pdf',
		'演習シート(3).pdf'
	]);
});

test('a board that fails is named, and the others still come', async () => {
	const { asked, saved, parts } = world();
	const run = new BatchRun(boards, parts);
	const ended = run.start('pdf', query, 'all.zip');
	for (let index = 0; index < 3; index += 1) {
		await settled();
		asked[index]?.answer(index === 1 ? { ok: false, sentence: 'だめ' } : file(`${index}.pdf`));
	}
	await ended;
	const failures = [{ name: '2卓', sentence: 'だめ' }];
	expect(run.stage).toEqual({ kind: 'done', name: 'all.zip', failures });
	expect(namesIn(saved[0]!.bytes)).toEqual(['0.pdf', '2.pdf']);
});

test('without one good board there is no file', async () => {
	const { asked, saved, parts } = world();
	const run = new BatchRun(boards.slice(0, 1), parts);
	const ended = run.start('pdf', query, 'all.zip');
	asked[0]?.answer({ ok: false, sentence: 'だめ' });
	await ended;
	expect(run.stage).toMatchObject({ kind: 'done', name: null });
	expect(saved).toEqual([]);
});

test('やめる ends the board under way, asks for no other and saves nothing', async () => {
	const { asked, saved, parts } = world();
	const run = new BatchRun(boards, parts);
	const ended = run.start('pdf', query, 'all.zip');
	asked[0]?.answer(file('1.pdf'));
	await settled();
	run.stop();
	await ended;
	expect(asked[1]?.signal.aborted).toBe(true);
	expect(run.stage).toEqual({ kind: 'stopped' });
	expect(asked).toHaveLength(2);
	expect(saved).toEqual([]);
});

test('every board is looked through, also behind one that cannot be read', async () => {
	const { parts } = world();
	const run = new BatchRun([...boards].reverse(), parts);
	await run.look();
	expect([...run.looked].map(([id, found]) => [id, found?.length ?? null])).toEqual([
		['b3', null],
		['b2', 1],
		['b1', 0]
	]);
});
