import { serverNowHeader } from '@renkei/shared/protocol/wall-api.ts';
import { expect, test } from 'vitest';
import { askWall } from './ask-wall.ts';
import { toldTable } from './wall-tables.driver.ts';

const wall = {
	workshopId: 'w1',
	name: '研修',
	state: 'open',
	joinCode: '482913',
	tables: [toldTable()]
};

/** Looks once, with a server that answers so; tells what it was asked, too. */
async function look(answer: () => Response, etag = '') {
	const asked: { readonly address: unknown; readonly headers: Headers }[] = [];
	const fetchIt: typeof fetch = async (address, wish) => {
		asked.push({ address, headers: new Headers(wish?.headers) });
		return answer();
	};
	return { answer: await askWall('w1', { etag, fetchIt }), asked: asked[0]! };
}

const problem = (status: number, code: string): Response =>
	new Response(
		JSON.stringify({ type: 'about:blank', title: code, status, code, detail: `言葉 ${code}` }),
		{ status }
	);

test('news come with a mark and the server’s time, and the mark spares them the next time', async () => {
	const headers = { etag: 'W/"a"', [serverNowHeader]: '1700000000000' };
	const first = await look(() => new Response(JSON.stringify(wall), { headers }));
	expect(first.asked.address).toBe('/api/workshops/w1/wall');
	expect(first.asked.headers.has('if-none-match')).toBe(false);
	expect(first.answer).toEqual({
		kind: 'news',
		wall,
		etag: 'W/"a"',
		serverNow: 1_700_000_000_000
	});
	const again = await look(() => new Response(null, { status: 304, headers }), 'W/"a"');
	expect(again.asked.headers.get('if-none-match')).toBe('W/"a"');
	expect(again.answer).toEqual({ kind: 'same', serverNow: 1_700_000_000_000 });
});

test.each([
	[401, 'notSignedIn'],
	[403, 'forbidden'],
	[404, 'notFound']
])('%i is a refusal that stays', async (status, code) => {
	const { answer } = await look(() => problem(status, code));
	expect(answer).toEqual({ kind: 'refused', sentence: `言葉 ${code}` });
});

test.each<[string, () => Response]>([
	['a storage that is down', () => problem(503, 'storageDown')],
	['too many requests', () => problem(429, 'tooFast')],
	['the page of a proxy', () => new Response('<html>', { status: 502 })],
	['an answer of another version', () => new Response('{"tables":7}')],
	[
		'no line',
		() => {
			throw new TypeError('Failed to fetch');
		}
	]
])('%s leaves the picture that is there', async (_, answer) => {
	expect((await look(answer)).answer).toEqual({ kind: 'unreachable' });
});
