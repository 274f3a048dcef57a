import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DrivenApp } from '../app-driver.ts';
import { driveApp, passphrase } from '../app-driver.ts';

let driven: DrivenApp;
beforeEach(async () => {
	driven = await driveApp();
});
afterEach(async () => await driven.close());

test('the passphrase lets staff in, also typed in full width with spaces around', async () => {
	const staff = driven.visitor();
	expect((await staff.send('GET', '/api/me')).json()).toMatchObject({ code: 'notSignedIn' });
	const response = await staff.send('POST', '/api/staff/sign-in', {
		passphrase: ` ${passphrase.replaceAll(' ', '　')} `
	});
	expect(response.statusCode).toBe(200);
	expect((await staff.send('GET', '/api/me')).json()).toMatchObject({
		role: 'staff',
		workshopId: null,
		boardId: null
	});
	expect(response.headers['set-cookie']).toMatch(/HttpOnly/);
	expect(response.headers['set-cookie']).toMatch(/SameSite=Strict/);
	expect(response.headers['set-cookie']).not.toMatch(/Secure/);
});

test('a wrong passphrase is refused, and after ten the right one too for a minute', async () => {
	const guesser = driven.visitor();
	for (let guess = 0; guess < 10; guess += 1) {
		const response = await guesser.send('POST', '/api/staff/sign-in', { passphrase: 'x' });
		expect(response.json()).toMatchObject({ status: 401, code: 'wrongPassphrase' });
	}
	const locked = await guesser.send('POST', '/api/staff/sign-in', { passphrase });
	expect(locked.json()).toMatchObject({ status: 429, code: 'tooManyGuesses' });
	expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0);
	driven.clock.now += 60_001;
	const later = await guesser.send('POST', '/api/staff/sign-in', { passphrase });
	expect(later.statusCode).toBe(200);
});

test('passphrases sent all at once are not better than one after another', async () => {
	const guesses = Array.from({ length: 30 }, (_, guess) => `guess ${guess}`);
	const responses = await Promise.all(
		guesses.map((guess) =>
			driven.visitor().send('POST', '/api/staff/sign-in', { passphrase: guess })
		)
	);
	const codes = responses.map((response) => response.json().code);
	expect(codes.filter((code) => code === 'wrongPassphrase')).toHaveLength(10);
	expect(codes.filter((code) => code === 'tooManyGuesses')).toHaveLength(20);
});

test('behind a trusted proxy a made-up forwarding address gives no new guesses', async () => {
	const behind = await driveApp({ TRUST_PROXY: 'yes' });
	const codes: string[] = [];
	for (let guess = 0; guess < 11; guess += 1) {
		// The proxy appends the address it saw; what stands before it the client wrote itself.
		const headers = { 'x-forwarded-for': `10.0.0.${guess}, 192.0.2.7` };
		const response = await behind
			.visitor()
			.send('POST', '/api/staff/sign-in', { passphrase: 'x' }, headers);
		codes.push(response.json().code);
	}
	expect(codes.at(-1)).toBe('tooManyGuesses');
	await behind.close();
});

test('a one-time link works once, and not after an hour', async () => {
	const linkSecret = await driven.linkSecret();
	const first = await driven.visitor().send('POST', '/api/staff/sign-in', { linkSecret });
	expect(first.json()).toMatchObject({ role: 'staff' });
	const second = await driven.visitor().send('POST', '/api/staff/sign-in', { linkSecret });
	expect(second.json()).toMatchObject({ status: 401, code: 'linkUsed' });
	const late = await driven.linkSecret();
	driven.clock.now += 3_600_001;
	const third = await driven.visitor().send('POST', '/api/staff/sign-in', { linkSecret: late });
	expect(third.json()).toMatchObject({ code: 'linkUsed' });
});

test('signing out ends the sign-in even for a copy of the cookie', async () => {
	const staff = await driven.staff();
	const copy = driven.visitor();
	for (const [name, value] of staff.cookies) copy.cookies.set(name, value);
	expect((await copy.send('GET', '/api/me')).statusCode).toBe(200);
	expect((await staff.send('POST', '/api/sign-out')).json()).toEqual({ ok: true });
	expect(staff.cookies.size).toBe(0);
	expect((await copy.send('GET', '/api/me')).statusCode).toBe(401);
	expect(driven.notices).toMatchObject([{ reason: 'revoked' }]);
});

test.each([
	['changed', (value: string) => value.replace(/^./, (sign) => (sign === 'a' ? 'b' : 'a'))],
	['unsigned', (value: string) => value.split('~')[0] ?? ''],
	['of nothing', () => '~'],
	['long', () => 'x'.repeat(3000)]
])('a %s cookie is nobody', async (_, forge) => {
	const staff = await driven.staff();
	const [name, value] = [...staff.cookies][0]!;
	staff.cookies.set(name, forge(value));
	expect((await staff.send('GET', '/api/me')).statusCode).toBe(401);
});

test('the place of a participant does not serve as a staff cookie', async () => {
	const staff = await driven.staff();
	const forged = driven.visitor();
	forged.cookies.set('renkei_people', staff.cookies.get('renkei_staff') ?? '');
	expect((await forged.send('GET', '/api/me')).statusCode).toBe(401);
});

test('requests of other sites change nothing', async () => {
	const visitor = driven.visitor();
	for (const headers of [
		{ origin: 'http://evil.test' },
		{ origin: 'null' },
		{ origin: 'http://board.test.evil.test' }
	]) {
		const response = await visitor.send('POST', '/api/staff/sign-in', { passphrase }, headers);
		expect(response.json()).toMatchObject({ status: 403, code: 'otherSite' });
	}
	const crossSite = await driven.app.inject({
		method: 'POST',
		url: '/api/staff/sign-in',
		headers: { 'sec-fetch-site': 'cross-site' },
		payload: { passphrase }
	});
	expect(crossSite.json()).toMatchObject({ code: 'otherSite' });
});

test('behind a proxy with TLS the cookies are secure and the public origin is ours', async () => {
	const behind = await driveApp({ PUBLIC_URL: 'https://board.example.jp', TRUST_PROXY: '1' });
	const response = await behind
		.visitor()
		.send('POST', '/api/staff/sign-in', { passphrase }, { origin: 'https://board.example.jp' });
	expect(response.statusCode).toBe(200);
	expect(response.headers['set-cookie']).toMatch(/Secure/);
	await behind.close();
});

test('neither passphrase nor link nor cookie reaches the log', async () => {
	const linkSecret = await driven.linkSecret();
	await driven.visitor().send('POST', '/api/staff/sign-in', { passphrase: 'まちがい-geheim' });
	await driven.visitor().send('POST', '/api/staff/sign-in', { linkSecret });
	const staff = await driven.staff();
	await staff.send('GET', '/api/me');
	expect(driven.logged()).toContain('/api/staff/sign-in');
	const cookie = [...staff.cookies.values()][0]!;
	for (const secret of ['geheim', linkSecret, passphrase, cookie, cookie.split('~')[1]!])
		expect(driven.logged()).not.toContain(secret);
});
