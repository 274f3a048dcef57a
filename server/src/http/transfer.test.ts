import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DrivenApp, Visitor } from '../app-driver.ts';
import { driveApp } from '../app-driver.ts';

let driven: DrivenApp;
let staff: Visitor;
let workshop: Workshop;
beforeEach(async () => {
	driven = await driveApp();
	staff = await driven.staff();
	workshop = await create('key1');
});
afterEach(async () => await driven.close());

async function create(key: string): Promise<Workshop> {
	const body = { key, name: '研修', scene: 'daily', tables: 2, start: 'blank' };
	return (await staff.send('POST', '/api/workshops', body)).json();
}

async function join(changes: object = {}): Promise<Visitor> {
	const visitor = driven.visitor();
	const body = { code: workshop.joinCode, profession: 'pharmacist', table: 2, ...changes };
	expect((await visitor.send('POST', '/api/join', body)).statusCode).toBe(200);
	return visitor;
}

const ask = (visitor: Visitor) =>
	visitor.send('POST', `/api/workshops/${workshop.id}/transfer-code`);

async function digitsOf(visitor: Visitor): Promise<string> {
	const response = await ask(visitor);
	expect(response.statusCode).toBe(201);
	return response.json().transferCode;
}

const goOn = (transferCode: string, visitor = driven.visitor(), code = workshop.joinCode) =>
	visitor.send('POST', '/api/join/transfer', { code, transferCode });

const me = async (visitor: Visitor) => (await visitor.send('GET', '/api/me')).json();

/** Digits that are not these. */
const others = (digits: string, count: number): string[] =>
	Array.from({ length: count }, (_, index) =>
		String((Number(digits) + index + 1) % 10_000).padStart(4, '0')
	);

test('four digits make another device the same person, and the first one stays in', async () => {
	const first = await join({ asRecorder: true });
	const digits = await digitsOf(first);
	expect(digits).toMatch(/^[0-9]{4}$/);
	const second = driven.visitor();
	const response = await goOn(digits, second);
	expect(response.json()).toEqual({ boardId: workshop.boards[1]!.id });
	const before = await me(first);
	expect(before).toMatchObject({ role: 'recorder', profession: 'pharmacist', table: 2 });
	expect(await me(second)).toEqual(before);
	expect((await staff.send('GET', `/api/workshops/${workshop.id}`)).json().peopleCount).toBe(1);
});

test('a facilitator stays one on the other device, by any code of the workshop', async () => {
	const first = await join({ code: workshop.facilitatorCode });
	const second = driven.visitor();
	await goOn(await digitsOf(first), second);
	expect((await me(second)).role).toBe('facilitator');
});

test('the digits work once, also when two devices send them at the same moment', async () => {
	const digits = await digitsOf(await join());
	const answers = await Promise.all([goOn(digits), goOn(digits)]);
	expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 404]));
	expect((await goOn(digits)).json()).toMatchObject({ status: 404, code: 'transferUnknown' });
});

test('they are good for five minutes and not longer', async () => {
	const first = await join();
	const early = await digitsOf(first);
	driven.clock.now += 5 * 60_000 - 1;
	expect((await goOn(early)).statusCode).toBe(200);
	const late = await digitsOf(first);
	driven.clock.now += 5 * 60_000;
	expect((await goOn(late)).json().code).toBe('transferUnknown');
});

test('new digits end those shown before', async () => {
	const first = await join();
	const old = await digitsOf(first);
	let next = await digitsOf(first);
	while (next === old) next = await digitsOf(first);
	expect((await goOn(old)).json().code).toBe('transferUnknown');
	expect((await goOn(next)).statusCode).toBe(200);
});

test('people at the same moment get different digits, each their own', async () => {
	const people = await Promise.all(Array.from({ length: 30 }, async () => await join()));
	const digits = await Promise.all(people.map(digitsOf));
	expect(new Set(digits).size).toBe(30);
	const second = driven.visitor();
	await goOn(digits[17]!, second);
	expect((await me(second)).participant).toBe((await me(people[17]!)).participant);
});

test('they are good after a restart of the server', async () => {
	const digits = await digitsOf(await join());
	const restarted = await driveApp({}, { storage: driven.storage });
	const response = await goOn(digits, restarted.visitor());
	expect(response.statusCode).toBe(200);
	await restarted.app.close();
});

test('only a keyed hash of them is kept, and the log has none', async () => {
	const digits = await digitsOf(await join());
	const kept = await driven.storage.catalogue.getSetting(`transfer-codes/${workshop.id}`);
	expect(JSON.parse(kept ?? '')).toHaveLength(1);
	expect(JSON.parse(kept ?? '')[0].hash).toMatch(/^[A-Za-z0-9_-]{43}$/);
	await goOn(digits);
	for (const line of driven.logged().split('\n').filter(Boolean))
		expect(Object.values(JSON.parse(line) as object)).not.toContain(digits);
	expect(driven.logged()).toContain('/api/join/transfer');
});

test('guessing is stopped after ten wrong ones from an address, also when sent at once', async () => {
	const digits = await digitsOf(await join());
	const guesses = await Promise.all(others(digits, 15).map((guess) => goOn(guess)));
	const codes = guesses.map((response) => response.json().code);
	expect(codes.filter((code) => code === 'transferUnknown')).toHaveLength(10);
	expect(codes.filter((code) => code === 'tooManyGuesses')).toHaveLength(5);
	const right = await goOn(digits);
	expect(right.json()).toMatchObject({ status: 429, code: 'tooManyGuesses' });
	expect(Number(right.headers['retry-after'])).toBeGreaterThan(0);
	driven.clock.now += 60_001;
	expect((await goOn(digits)).statusCode).toBe(200);
});

test('many addresses together have no more than twenty guesses a minute at one workshop', async () => {
	const digits = await digitsOf(await join());
	const from = (transferCode: string, remoteAddress: string) =>
		driven.app.inject({
			method: 'POST',
			url: '/api/join/transfer',
			headers: { host: 'board.test', origin: 'http://board.test' },
			payload: { code: workshop.joinCode, transferCode },
			remoteAddress
		});
	for (const [index, guess] of others(digits, 20).entries())
		expect((await from(guess, `10.0.0.${index}`)).statusCode).toBe(404);
	expect((await from(digits, '10.0.1.1')).json().code).toBe('tooManyGuesses');
});

test('right ones are not counted: a whole room goes on from one address', async () => {
	for (let person = 0; person < 25; person += 1)
		expect((await goOn(await digitsOf(await join()))).statusCode).toBe(200);
});

test('the digits of one workshop are nothing in another, and without its code', async () => {
	const digits = await digitsOf(await join());
	const other = await create('key2');
	expect((await goOn(digits, driven.visitor(), other.joinCode)).json().code).toBe(
		'transferUnknown'
	);
	const unused = ['000000', '111111', '222222', '333333', '444444', '555555', '666666'].find(
		(code) => ![...Object.values(workshop), ...Object.values(other)].includes(code)
	)!;
	expect((await goOn(digits, driven.visitor(), unused)).json().code).toBe('codeUnknown');
	expect((await goOn(digits)).statusCode).toBe(200);
});

test('a workshop that is closed gives none and takes none', async () => {
	const first = await join();
	const digits = await digitsOf(first);
	await staff.send('PATCH', `/api/workshops/${workshop.id}`, { state: 'closed' });
	expect((await ask(first)).json()).toMatchObject({ status: 410, code: 'workshopClosed' });
	expect((await goOn(digits)).json()).toMatchObject({ status: 410, code: 'workshopClosed' });
});

test('who was removed, strangers and staff get none', async () => {
	const first = await join();
	const digits = await digitsOf(first);
	const { participant } = await me(first);
	await staff.send('DELETE', `/api/workshops/${workshop.id}/people/${participant}`);
	expect((await goOn(digits)).json().code).toBe('transferUnknown');
	expect((await ask(first)).json().code).toBe('notSignedIn');
	expect((await ask(driven.visitor())).json().code).toBe('notSignedIn');
	expect((await ask(staff)).json().code).toBe('forbidden');
});
