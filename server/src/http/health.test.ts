import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DrivenApp } from '../app-driver.ts';
import { driveApp } from '../app-driver.ts';

let driven: DrivenApp;
beforeEach(async () => {
	driven = await driveApp();
});
afterEach(async () => await driven.close());

test('a running server is alive and ready', async () => {
	expect((await driven.app.inject('/healthz')).json()).toEqual({ ok: true });
	expect((await driven.app.inject('/readyz')).json()).toEqual({
		ok: true,
		storage: 'ok',
		isStopping: false
	});
});

test('without a storage that takes anything it is alive but not ready', async () => {
	driven.storage.health = async () => ({ ok: false, failure: 'disk-full', pending: 3 });
	const response = await driven.app.inject('/readyz');
	expect(response.statusCode).toBe(503);
	expect(response.json()).toMatchObject({ ok: false, storage: 'disk-full' });
	expect((await driven.app.inject('/healthz')).statusCode).toBe(200);
});

test('metrics are for this computer and for staff', async () => {
	const here = await driven.app.inject({ url: '/metrics', remoteAddress: '127.0.0.1' });
	expect(here.statusCode).toBe(200);
	const outside = { url: '/metrics', remoteAddress: '192.168.1.20' };
	expect((await driven.app.inject(outside)).statusCode).toBe(401);
	const proxied = await driven.app.inject({
		url: '/metrics',
		remoteAddress: '127.0.0.1',
		headers: { 'x-forwarded-for': '203.0.113.9' }
	});
	expect(proxied.statusCode).toBe(401);
	const staff = await driven.staff();
	const asStaff = await driven.app.inject({
		...outside,
		cookies: Object.fromEntries(staff.cookies)
	});
	expect(asStaff.statusCode).toBe(200);
});

test('metrics count requests by route, never by address', async () => {
	const staff = await driven.staff();
	await staff.send('GET', '/api/join/123456');
	const { body } = await driven.app.inject('/metrics');
	expect(body).toContain(
		'renkei_http_request_seconds_count{method="GET",route="/api/join/:code",status="404"} 1'
	);
	expect(body).not.toContain('123456');
	for (const name of ['renkei_connections 0', 'renkei_storage_rows_total', 'nodejs_eventloop_lag'])
		expect(body).toContain(name);
});
