import { expect, test } from 'vitest';
import { ExportTeller } from './export-teller.ts';

interface Request {
	readonly url: string;
	readonly body: { readonly key: string; readonly agoMs: number };
}

/** A browser whose line can be cut, and a server that answers with a status. */
function world({ status = 200, isOnline = true } = {}) {
	const kept = new Map<string, string>();
	const server = { status, isOnline, now: 1_000_000, requests: [] as Request[] };
	const parts = {
		storage: {
			getItem: (key: string) => kept.get(key) ?? null,
			setItem: (key: string, value: string) => void kept.set(key, value),
			removeItem: (key: string) => void kept.delete(key)
		},
		fetchIt: async (url: RequestInfo | URL, init?: RequestInit) => {
			if (!server.isOnline) throw new TypeError('offline');
			server.requests.push({ url: url as string, body: JSON.parse(init?.body as string) });
			return new Response(null, { status: server.status });
		},
		now: () => server.now
	};
	return { parts, kept, server };
}

test('an export is told at once and then forgotten', async () => {
	const { parts, kept, server } = world();
	await new ExportTeller(parts).tell('b1', 'pdf', 'worksheet');
	expect(server.requests).toMatchObject([
		{ url: '/api/boards/b1/exports', body: { format: 'pdf', sheet: 'worksheet', agoMs: 0 } }
	]);
	expect(kept.size).toBe(0);
});

test('without a line it is kept, also over a new page, and told with its age once the line is back', async () => {
	const { parts, kept, server } = world({ isOnline: false });
	const before = new ExportTeller(parts);
	await before.tell('b1', 'pdf', 'worksheet');
	server.now += 60_000;
	await before.tell('b2', 'json', null);
	expect(server.requests).toEqual([]);
	expect(kept.size).toBe(1);
	server.isOnline = true;
	server.now += 5000;
	await new ExportTeller(parts).tellAll();
	expect(server.requests).toMatchObject([
		{ url: '/api/boards/b1/exports', body: { agoMs: 65_000 } },
		{ url: '/api/boards/b2/exports', body: { format: 'json', sheet: null, agoMs: 5000 } }
	]);
	expect(kept.size).toBe(0);
});

test.each([401, 429, 500, 503])(
	'a server that says %d hears it again, as the same one',
	async (status) => {
		const { parts, kept, server } = world({ status });
		const teller = new ExportTeller(parts);
		await teller.tell('b1', 'pdf', 'worksheet');
		expect(kept.size).toBe(1);
		server.status = 200;
		await teller.tellAll();
		expect(server.requests).toHaveLength(2);
		expect(server.requests[1]?.body.key).toBe(server.requests[0]?.body.key);
		expect(kept.size).toBe(0);
	}
);

test.each([400, 403, 404])('a refusal for good (%d) holds up nothing behind it', async (status) => {
	const { parts, kept, server } = world({ status });
	await new ExportTeller(parts).tell('gone', 'pdf', 'worksheet');
	expect(server.requests).toHaveLength(1);
	expect(kept.size).toBe(0);
});

test('two at the same moment are both told, each once', async () => {
	const { parts, server } = world();
	const teller = new ExportTeller(parts);
	await Promise.all([teller.tell('b1', 'pdf', 'worksheet'), teller.tell('b1', 'xlsx', null)]);
	expect(new Set(server.requests.map(({ body }) => body.key)).size).toBe(2);
	expect(server.requests).toHaveLength(2);
});

test('what somebody else left under the name is no export', async () => {
	const { parts, kept, server } = world();
	for (const rubbish of ['{', '7', '[{"boardId":"../x"}]', '[null]']) {
		kept.set('renkei.exports-to-tell', rubbish);
		await new ExportTeller(parts).tellAll();
	}
	expect(server.requests).toEqual([]);
});
