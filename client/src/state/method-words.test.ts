import type { Method } from '@renkei/shared/method/packs/method.ts';
import { defaultMethod } from '@renkei/shared/method/packs/method.ts';
import { expect, test } from 'vitest';
import { MethodWords } from './method-words.svelte.ts';

const dementia: Method = { ...defaultMethod, id: 'dementia' };

/** Packs that come when the test says so. */
function shelf() {
	const asked: { id: string; give: (method: Method | null) => void; fail: () => void }[] = [];
	let missing = 0;
	const words = new MethodWords({
		load: (id) =>
			new Promise((resolve, reject) => {
				asked.push({ id, give: resolve, fail: () => reject(new Error('offline')) });
			}),
		missing: () => (missing += 1)
	});
	return { words, asked, missing: () => missing };
}

test('the manual speaks until the pack has come, and again when a board goes back to it', async () => {
	const { words, asked, missing } = shelf();
	words.follow('home-care');
	expect(asked).toHaveLength(0);
	words.follow('dementia');
	words.follow('dementia');
	expect(asked.map(({ id }) => id)).toEqual(['dementia']);
	expect(words).toMatchObject({ current: defaultMethod, isComing: true });
	asked[0]?.give(dementia);
	await expect.poll(() => words.current).toBe(dementia);
	expect(words.isComing).toBe(false);
	words.follow('home-care');
	expect(words.current).toBe(defaultMethod);
	expect(missing()).toBe(0);
});

test.each(['unknown', 'unreachable'] as const)('a pack that is %s is told once', async (how) => {
	const { words, asked, missing } = shelf();
	words.follow('dementia');
	if (how === 'unknown') asked[0]?.give(null);
	else asked[0]?.fail();
	await expect.poll(missing).toBe(1);
	words.follow('dementia');
	expect(asked).toHaveLength(1);
	expect(words.current).toBe(defaultMethod);
});

test('a pack that comes late does not speak over the one wanted since', async () => {
	const { words, asked } = shelf();
	words.follow('dementia');
	words.follow('prevention');
	const prevention: Method = { ...defaultMethod, id: 'prevention' };
	asked[1]?.give(prevention);
	await expect.poll(() => words.current).toBe(prevention);
	asked[0]?.give(dementia);
	await Promise.resolve();
	expect(words.current).toBe(prevention);
});
