import { expect, test } from 'vitest';
import { request } from './http.ts';

const answering = (body: string, status = 200): typeof fetch =>
	(() => Promise.resolve(new Response(body, { status }))) as typeof fetch;
const join = { code: '482913', profession: 'physician', table: 1 };

test('a good answer is handed on', async () => {
	const answer = await request('join', { body: join, fetchIt: answering('{"boardId":"b"}') });
	expect(answer).toEqual({ ok: true, value: { boardId: 'b' } });
});

test('problem details become a code and the sentence for the person', async () => {
	const problem = {
		type: 'about:blank',
		title: 'Not found',
		status: 404,
		code: 'codeUnknown',
		detail: '番号が違うようです。'
	};
	const answer = await request('join', {
		body: join,
		fetchIt: answering(JSON.stringify(problem), 404)
	});
	expect(answer).toEqual({
		ok: false,
		refusal: { code: 'codeUnknown', sentence: '番号が違うようです。' }
	});
});

test.each([
	['a page of a proxy in between', answering('<html>', 502)],
	['an answer of another shape', answering('{"boardId":1}')],
	['no JSON at all', answering('hello')],
	['nothing at all', answering('')]
])('%s is refused with a plain sentence', async (_, fetchIt) => {
	const answer = await request('join', { body: join, fetchIt });
	expect(answer).toMatchObject({ ok: false, refusal: { code: 'internal' } });
});

test('no network is said in plain words', async () => {
	const down = (() => Promise.reject(new TypeError('failed to fetch'))) as typeof fetch;
	const answer = await request('me', { fetchIt: down });
	expect(answer).toMatchObject({ ok: false, refusal: { code: 'notConnected' } });
});

test('the address is filled in, the body goes out as JSON in the language of the person', async () => {
	const sent: { path: string; init: RequestInit }[] = [];
	const spy = ((path: string, init: RequestInit) => {
		sent.push({ path, init });
		return Promise.resolve(new Response('{"ok":true}'));
	}) as typeof fetch;
	await request('deleteWorkshop', { params: { workshopId: 'a/b' }, body: { a: 1 }, fetchIt: spy });
	expect(sent[0]?.path).toBe('/api/workshops/a%2Fb');
	expect(sent[0]?.init.method).toBe('DELETE');
	expect(sent[0]?.init.body).toBe('{"a":1}');
	expect(sent[0]?.init.headers).toMatchObject({
		'content-type': 'application/json',
		'accept-language': 'ja'
	});
});

test('a file travels as the field of a form', async () => {
	let body: unknown;
	const spy = ((_: string, init: RequestInit) => {
		body = init.body;
		return Promise.resolve(new Response('{"boardId":"b","workshopId":"w"}'));
	}) as typeof fetch;
	const file = new Blob(['{}'], { type: 'application/json' });
	const answer = await request('importBoard', { body: file, fetchIt: spy });
	expect(answer.ok).toBe(true);
	expect(body).toBeInstanceOf(FormData);
	expect((body as FormData).get('file')).toBeInstanceOf(Blob);
});
