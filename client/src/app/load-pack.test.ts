// @vitest-environment jsdom
import { defaultPack } from '@renkei/shared/method/packs/default-pack.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadPack } from './load-pack.ts';

const pack = { ...defaultPack, id: 'mine', name: { ja: '介護予防', en: 'Care prevention' } };
let answer: () => Promise<Response>;

beforeEach(() => {
	localStorage.clear();
	vi.stubGlobal('fetch', async () => await answer());
});
afterEach(() => void vi.unstubAllGlobals());

const gives =
	(value: unknown, status = 200) =>
	async () =>
		new Response(JSON.stringify(value), { status });

test('a pack is kept on this device for a day without network', async () => {
	answer = gives(pack);
	expect((await loadPack('mine'))?.name.ja).toBe('介護予防');
	answer = async () => await Promise.reject(new TypeError('no network'));
	expect((await loadPack('mine'))?.name.ja).toBe('介護予防');
	expect(await loadPack('other')).toBeNull();
});

test.each([
	['a pack nobody has', gives({ code: 'notFound' }, 404)],
	['something that is no pack', gives({ id: 'mine', scenes: '<b>' })],
	['another pack', gives({ ...pack, id: 'theirs' })]
])('%s gives no words', async (_, given) => {
	answer = given;
	expect(await loadPack('mine')).toBeNull();
});
