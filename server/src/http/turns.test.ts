import { expect, test } from 'vitest';
import { createLine } from './turns.ts';

test('so many are done at once, in order, and one that fails holds up nobody', async () => {
	const inLine = createLine(2);
	const begun: string[] = [];
	const ends = new Map<string, { resolve: () => void; reject: (reason: Error) => void }>();
	const ask = (wish: string): Promise<string> =>
		inLine('all', wish, async () => {
			begun.push(wish);
			await new Promise<void>((resolve, reject) => ends.set(wish, { resolve, reject }));
			return wish;
		}).catch(() => 'failed');
	const settled = async (): Promise<void> => await new Promise((resolve) => setTimeout(resolve));
	const asked = ['a', 'b', 'c', 'c', 'd'].map(ask);
	await settled();
	expect(begun).toEqual(['a', 'b']);
	ends.get('b')?.resolve();
	await settled();
	// Wished for again while it is done: others may have written since it was begun.
	asked.push(ask('c'));
	expect(begun).toEqual(['a', 'b', 'c']);
	ends.get('a')?.reject(new Error('broken'));
	await settled();
	expect(begun).toEqual(['a', 'b', 'c', 'd']);
	ends.get('c')?.resolve();
	await settled();
	expect(begun).toEqual(['a', 'b', 'c', 'd', 'c']);
	for (const end of ends.values()) end.resolve();
	expect(await Promise.all(asked)).toEqual(['failed', 'b', 'c', 'c', 'd', 'c']);
	const after = inLine('all', 'e', async () => 'e');
	expect(await after).toBe('e');
});

test('a hundred slow wishes of one board hold up another by no more than one', async () => {
	const inLine = createLine(1);
	const begun: string[] = [];
	const ask = (whose: string, wish: string): Promise<void> =>
		inLine(whose, wish, async () => {
			begun.push(wish);
			await new Promise((resolve) => setImmediate(resolve));
		});
	const flood = Array.from({ length: 100 }, (_, at) => ask('flooded', `flood ${at}`));
	await Promise.all([...flood, ask('other', 'first'), ask('other', 'second')]);
	expect(begun.slice(0, 5)).toEqual(['flood 0', 'first', 'flood 1', 'second', 'flood 2']);
	expect(begun).toHaveLength(102);
});
