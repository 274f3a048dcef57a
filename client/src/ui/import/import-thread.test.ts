import { encodeNewDocument } from '@renkei/shared/document/write-board.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import { defaultMethod } from '@renkei/shared/method/packs/method.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { FromThread } from './import-messages.ts';
import { ImportThread } from './import-thread.ts';

/** A thread that can be made to start and to break. */
class BrokenThread {
	static last: BrokenThread | null = null;
	onmessage: ((event: { readonly data: FromThread }) => void) | null = null;
	onerror: (() => void) | null = null;
	terminate = vi.fn<() => void>();
	postMessage = vi.fn<(message: unknown) => void>();

	constructor() {
		BrokenThread.last = this;
	}
}

beforeEach(() => {
	vi.stubGlobal('Worker', BrokenThread);
	// The address of a thread is reckoned from the page's.
	vi.stubGlobal('self', { location: new URL('http://localhost/') });
});
afterEach(() => void vi.unstubAllGlobals());

const source = { kind: 'paste', name: '', text: '原因：人が足りない' } as const;

test('a file that broke the thread is not read again on the page, where it would break the page', async () => {
	const thread = new ImportThread(() => defaultMethod);
	const read = thread.read(source);
	BrokenThread.last?.onmessage?.({ data: { kind: 'started' } });
	const first = BrokenThread.last;
	first?.onerror?.();
	await expect(read).rejects.toThrow('stopped');
	expect(first?.terminate).toHaveBeenCalled();
	// The next file gets a thread of its own.
	thread.prepare();
	expect(BrokenThread.last).not.toBe(first);
});

test('where no thread starts, the page reads and compares itself', async () => {
	const thread = new ImportThread(() => defaultMethod);
	const reading = thread.read(source);
	BrokenThread.last?.onerror?.();
	const read = await reading;
	if (read.kind === 'refused') throw new Error(read.sentence.ja);
	const doc = new Y.Doc();
	const head = { title: '', scene: 'daily', municipality: '' } as const;
	Y.applyUpdate(
		doc,
		encodeNewDocument(head, () => {})
	);
	const plan = await thread.plan(read.content, readBoard(doc));
	expect(plan.counts.add).toBe(1);
});
