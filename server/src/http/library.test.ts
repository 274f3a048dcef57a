import { maxSearchLength } from '@renkei/shared/protocol/library-api.ts';
import type { LibraryAnswer } from '@renkei/shared/protocol/library-api.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DrivenApp, Visitor } from '../app-driver.ts';
import { driveApp } from '../app-driver.ts';
import { storages } from '../storage/index.ts';

let driven: DrivenApp;
let staff: Visitor;
beforeEach(async () => {
	driven = await driveApp();
	staff = await driven.staff();
});
afterEach(async () => await driven.close());

async function create(key: string, changes: object = {}) {
	const body = { key, name: '研修', scene: 'endOfLife', tables: 1, start: 'i-city-mitori' };
	return (await staff.send('POST', '/api/workshops', { ...body, ...changes })).json();
}

async function search(body: object, by = staff): Promise<LibraryAnswer> {
	return (await by.send('POST', '/api/library/search', body)).json();
}

test('a card is found however its words are spelled, with its chain and its board', async () => {
	const { boards, id } = await create('key1', { municipality: 'I市' });
	const { cards } = await search({ words: 'けあまねｼﾞｬｰ　ｱﾝｹｰﾄ' });
	expect(cards.length).toBeGreaterThan(0);
	expect(cards[0]).toMatchObject({ boardId: boards[0].id, workshopId: id, municipality: 'I市' });
	const chain = cards[0]!.chain.map(({ type }) => type);
	expect(chain[0]).toBe('theme');
	expect(chain.at(-1)).toBe('source');
	for (const words of ['ケアマネ', 'ｹｱﾏﾈ', 'けあまね', '介護支援専門員', '看取り'])
		expect((await search({ words })).cards.length).toBeGreaterThan(0);
	expect((await search({ words: 'どこにもない言葉' })).cards).toEqual([]);
});

test('one or two characters are enough, and several words must all occur', async () => {
	await create('key1');
	const [one, two, both] = [
		await search({ words: '慌' }),
		await search({ words: '不安' }),
		await search({ words: '不安 経験' })
	];
	expect(one.cards.length).toBeGreaterThan(0);
	expect(two.cards.length).toBeGreaterThan(both.cards.length);
	expect(both.cards.every(({ text }) => text.includes('不安') && text.includes('経験'))).toBe(true);
});

test('disease, category and scene narrow, and are offered to choose from', async () => {
	await create('key1', { start: 'a-city-fracture', scene: 'discharge' });
	await create('key2', { start: 'c-city-discharge', scene: 'discharge' });
	await create('key3');
	const { diseases, categories, cards } = await search({});
	expect(cards).toEqual([]);
	expect(diseases.length).toBeGreaterThan(0);
	expect(categories.length).toBeGreaterThan(0);
	const ill = await search({ disease: diseases[0]!.label });
	expect(ill.cards.every((card) => card.diseases.includes(diseases[0]!.label))).toBe(true);
	expect(ill.cards.length).toBeGreaterThan(0);
	const sorted = await search({ category: categories[0]!.label });
	expect(sorted.cards.some(({ category }) => category === categories[0]!.label)).toBe(true);
	const late = await search({ words: '家族', scene: 'endOfLife' });
	expect(new Set(late.cards.map(({ scene }) => scene))).toEqual(new Set(['endOfLife']));
});

test.each(['"', '""" OR *', "' OR 1=1 --", 'NEAR(a b)', '%', '\\', '\u0000', 'text:x', '((', '🏥'])(
	'a search for %j is only a search for words',
	async (words) => {
		await create('key1');
		const response = await staff.send('POST', '/api/library/search', { words });
		expect(response.statusCode).toBe(200);
		expect(response.json().cards).toEqual([]);
	}
);

test('ten thousand characters are looked for as far as anybody would type, more are refused', async () => {
	await create('key1');
	const long = await staff.send('POST', '/api/library/search', {
		words: '"看取り '.repeat(2500).slice(0, maxSearchLength)
	});
	expect(long.statusCode).toBe(200);
	const longer = await staff.send('POST', '/api/library/search', {
		words: 'あ'.repeat(maxSearchLength + 1)
	});
	expect(longer.json()).toMatchObject({ code: 'badRequest' });
});

test('a deleted board is found no more', async () => {
	const { id } = await create('key1');
	expect((await search({ words: '看取り' })).cards.length).toBeGreaterThan(0);
	await staff.send('DELETE', `/api/workshops/${id}`);
	expect(await search({ words: '看取り' })).toMatchObject({ cards: [], diseases: [] });
});

test('only staff search', async () => {
	const workshop = await create('key1');
	for (const code of [workshop.joinCode, workshop.facilitatorCode, workshop.viewerCode]) {
		const visitor = driven.visitor();
		await visitor.send('POST', '/api/join', { code, profession: 'physician', table: 1 });
		const refused = await visitor.send('POST', '/api/library/search', { words: '看取り' });
		expect(refused.json()).toMatchObject({ status: 403, code: 'forbidden' });
	}
	const stranger = await driven.visitor().send('POST', '/api/library/search', { words: 'x' });
	expect(stranger.json()).toMatchObject({ code: 'notSignedIn' });
});

test('a board is opened for lists and searches only after it changed, also after a restart', async () => {
	const storage = storages.memory();
	const load = vi.spyOn(storage.log, 'load');
	const first = await driveApp({}, { storage });
	const visitor = await first.staff();
	await visitor.send('POST', '/api/workshops', {
		key: 'key1',
		name: '研修',
		scene: 'endOfLife',
		tables: 3,
		start: 'i-city-mitori'
	});
	const afterCreation = load.mock.calls.length;
	expect(afterCreation).toBe(3);
	await visitor.send('GET', '/api/workshops');
	await visitor.send('POST', '/api/library/search', { words: '看取り' });
	expect(load.mock.calls.length).toBe(afterCreation);
	await first.app.close();

	const second = await driveApp({ STAFF_PASSPHRASE: 'かえで さくら みなと' }, { storage });
	const again = await second.staff();
	const list = (await again.send('GET', '/api/workshops')).json();
	expect(list.workshops[0].boards[0]).toMatchObject({ cardCount: 30, kind: 'full' });
	await again.send('POST', '/api/library/search', { words: '看取り' });
	expect(load.mock.calls.length).toBe(afterCreation);
	await second.close();
});
