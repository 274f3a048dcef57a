import { once } from 'node:events';
import { addCard } from '@renkei/shared/document/commands/card-commands.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import { expect, test } from 'vitest';
import type { App } from '../support/app.ts';
import { startApp } from '../support/app.ts';
import { createWorkshop, join, signInStaff } from '../support/people.ts';
import type { OpenedProvider } from '../support/provider.ts';
import { openProvider } from '../support/provider.ts';

function write({ doc, author }: OpenedProvider, text: string): void {
	addCard(doc, { type: 'note', text }, author);
}

async function withTable(
	count: number,
	work: (app: App, people: readonly OpenedProvider[], code: string) => Promise<void>
): Promise<void> {
	const app = await startApp();
	const people: OpenedProvider[] = [];
	try {
		const { joinCode } = await createWorkshop(await signInStaff(app));
		for (let index = 0; index < count; index++)
			people.push(await openProvider(app, await join(app, joinCode)));
		await work(app, people, joinCode);
	} finally {
		for (const person of people) person.close();
		await app.dispose();
	}
}

test('SIGTERM while fifty people have the board open: all are told 1012, all is on disk, and it ends in time', async () => {
	await withTable(50, async (app, people, code) => {
		const codes = people.map(async ({ provider }) => {
			const [event] = (await once(provider.ws as never, 'close')) as [unknown];
			return event;
		});
		for (const [index, person] of people.entries()) write(person, `card ${index}`);
		const acknowledged = Promise.all(people.map(async (person) => await person.saved()));
		await acknowledged;
		for (const person of people) person.provider.shouldConnect = false;
		const since = performance.now();
		const ending = app.stop('SIGTERM');
		process.kill(app.pid(), 'SIGTERM');
		expect(await ending).toEqual({ code: 0, signal: null });
		expect(performance.now() - since).toBeLessThan(10_000);
		expect(new Set(await Promise.all(codes))).toEqual(new Set([1012]));
		await app.restart();
		const reader = await openProvider(app, await join(app, code));
		expect(readBoard(reader.doc).cards.size).toBe(50);
		reader.close();
	});
}, 60_000);

test('a server that is halted calls nothing saved, and goes on where it was', async () => {
	await withTable(2, async (app, [anna, ben]) => {
		if (!anna || !ben) throw new Error('nobody here');
		write(anna, 'before');
		await anna.saved();
		process.kill(app.pid(), 'SIGSTOP');
		const before = anna.acknowledged();
		write(anna, 'while it was halted');
		const saved = anna.saved();
		expect(anna.acknowledged()).toBe(before);
		process.kill(app.pid(), 'SIGCONT');
		await saved;
		write(ben, 'after');
		await ben.saved();
		await expect
			.poll(() => [...readBoard(ben.doc).cards.values()].map(({ text }) => text).sort())
			.toEqual(['after', 'before', 'while it was halted']);
	});
}, 30_000);
