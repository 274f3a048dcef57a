import {
	addCard,
	editCardText,
	moveCards,
	withdrawCards
} from '@renkei/shared/document/commands/card-commands.ts';
import { addLink } from '@renkei/shared/document/commands/link-commands.ts';
import { newId } from '@renkei/shared/document/new-id.ts';
import type { Phase } from '@renkei/shared/facilitation/phase.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { int32, oneOf } from 'lib0/prng';
import { expect } from 'vitest';
import { join } from '../support/people.ts';
import { patienceMs, Person } from './person.ts';
import type { Room, Table } from './room.ts';
import {
	allAgree,
	atAllTables,
	eventually,
	everybodyAt,
	leadFromWall,
	pass,
	readWall,
	writersAt
} from './room.ts';
import { programme } from './writing-scenes.ts';

/** The next part, by who leads the table. */
export async function begin({ facilitator }: Table, phase: Phase): Promise<unknown> {
	const since = facilitator.shown?.phases.running?.since ?? null;
	return await facilitator.askSurely('phases', { do: 'begin', phase, since });
}

/** Everybody at a table knows that this part runs. */
export async function allHear(table: Table, phase: Phase): Promise<void> {
	await eventually(() => {
		for (const { shown } of everybodyAt(table))
			expect(shown?.phases.running?.phase.id, `table ${table.number}`).toBe(phase.id);
	});
}

/** Two who lead press 次へ at the same moment: one part begins, and none is jumped over. */
export async function pressAtOnce(room: Room): Promise<void> {
	await atAllTables(room, async (table) => {
		const second = await new Person(room.app, {
			visitor: room.roaming,
			access: { ...table.facilitator.access, participant: 'roaming' }
		}).open();
		table.others.push(second);
		const since = second.shown?.phases.running?.since ?? null;
		const press = async (person: Person, phase: Phase): Promise<unknown> =>
			await person.ask('phases', { do: 'begin', phase, since });
		const answers = await Promise.all([
			press(table.facilitator, programme.together),
			press(second, programme.together)
		]);
		expect(new Set(answers), `table ${table.number}`).toEqual(new Set([null, 'notNow']));
		await allHear(table, programme.together);
	});
}

/** The facilitator of a table is gone for good; another one comes by the code, and leads on from where it was. */
export async function facilitatorDies(room: Room): Promise<void> {
	const table = oneOf(room.random, room.tables as Table[]);
	table.facilitator.line.provider.shouldConnect = false;
	table.facilitator.line.close();
	const code = room.workshop.facilitatorCode;
	const next = await new Person(
		room.app,
		await join(room.app, code, { table: table.number })
	).open();
	expect(next.shown?.phases.running?.phase.id).toBe(programme.together.id);
	table.facilitator = next;
	expect(await next.ask('timer', { do: 'start', durationMs: 15 * 60_000, label: '' })).toBeNull();
	await eventually(() => expect(table.screen.shown?.timer.status).toBe('running'));
	expect(await next.ask('timer', { do: 'stop' })).toBeNull();
}

/** Twenty minutes together: links, words written at once, a table without a line that goes on writing. */
export async function workTogether(room: Room): Promise<void> {
	const { random } = room;
	await atAllTables(room, async (table) => {
		for (const person of writersAt(table)) {
			const ids = [...person.board.cards.values()].filter(({ type }) => type === 'cause');
			const [from, to] = [oneOf(random, ids), oneOf(random, ids)];
			if (from && to) addLink(person.line.doc, { from: from.id, to: to.id }, person.author);
			await person.line.saved();
		}
	});
	await allAgree(room);
	await pass(room, 2);

	const cutOff = oneOf(random, room.tables as Table[]);
	const all = everybodyAt(cutOff).filter(({ access }) => access.role !== 'viewer');
	for (const person of all) person.goOffline();
	const [shared] = [...cutOff.screen.board.cards.values()].filter(({ type }) => type === 'cause');
	if (!shared) throw new Error('no cause on the board');
	for (const [index, person] of writersAt(cutOff).entries()) {
		const text = `回線なし${cutOff.number}-${index}`;
		cutOff.cards.set(addCard(person.line.doc, { type: 'cause', text }, person.author), text);
		// All at the end of one card: every word must stay, in whatever order.
		editCardText(person.line.doc, shared.id, { index: 2000, remove: 0, insert: `＋${index}` });
	}
	const atWall = async () => (await readWall(room)).tables[cutOff.number - 1];
	await expect.poll(async () => (await atWall())?.people, { timeout: patienceMs }).toEqual([]);
	await pass(room, 3);
	const lost = (await readWall(room)).tables.map(({ lostSince }) => lostSince !== null);
	expect(lost).toEqual(room.tables.map((table) => table === cutOff));
	await Promise.all(all.map(async (person) => await person.comeBack()));
	await Promise.all(writersAt(cutOff).map(async ({ line }) => await line.saved()));
	await eventually(() => {
		const text = cutOff.screen.board.cards.get(shared.id)?.text ?? '';
		for (const index of writersAt(cutOff).keys()) expect(text).toContain(`＋${index}`);
		expect(text.length).toBe(shared.text.length + 2 * writersAt(cutOff).length);
		cutOff.cards.set(shared.id, text);
	});
	await allAgree(room);

	await atAllTables(room, async (table) => {
		const [person] = table.people as [Person];
		const [own] = [...person.board.cards.values()].filter(
			({ createdBy, type }) => createdBy === person.id && type === 'fact'
		);
		if (!own) throw new Error('they have written nothing');
		withdrawCards(person.line.doc, [own.id], person.author);
		await person.line.saved();
		table.cards.delete(own.id);
	});
	await allAgree(room);
	await pass(room, 15);
}

/** Ideas from phones wait for who leads, unseen by the table, until they are put out. */
export async function ideasWait(room: Room): Promise<void> {
	const table = oneOf(room.random, room.tables as Table[]);
	const { facilitator, screen } = table;
	expect(await facilitator.ask('writing', { do: 'takeInbox', isOn: true })).toBeNull();
	const ideas = table.phones.map((phone) => {
		const key = newId() as CardId;
		return { phone, key, text: `受付${key}` };
	});
	for (const { phone, key, text } of ideas) {
		expect((await phone.desk()).goesTo).toBe('inbox');
		expect(await phone.send({ key, type: 'cause', text, of: null })).toBeNull();
		// The answer was lost, and the phone sends it again.
		expect(await phone.send({ key, type: 'cause', text, of: null })).toBeNull();
		expect((await phone.desk()).cards.find(({ id }) => id === key)?.place).toBe('inbox');
	}
	const inbox = (): readonly string[] | undefined =>
		facilitator.shown?.writing.leaders?.inbox.map(({ text }) => text);
	await eventually(() => expect(inbox()).toEqual(ideas.map(({ text }) => text)));
	for (const { access, frames } of everybodyAt(table)) {
		const heard = frames.some((frame) => Buffer.from(frame).includes(ideas[0]?.text ?? ''));
		expect(heard).toBe(access.role === 'facilitator');
	}
	expect(ideas.some(({ key }) => screen.board.cards.has(key))).toBe(false);
	expect(await facilitator.ask('writing', { do: 'putOut', ids: null })).toBeNull();
	expect(await facilitator.ask('writing', { do: 'takeInbox', isOn: false })).toBeNull();
	for (const { key, text } of ideas) table.cards.set(key, text);
	await allAgree(room);
}

/** Somebody without a line writes until a later part runs: it is not taken, and their words stay with them. */
export async function comesTooLate(room: Room, table: Table): Promise<() => Promise<void>> {
	const person = oneOf(room.random, table.people as Person[]);
	person.goOffline();
	const text = 'あとから来た紙';
	const id = addCard(person.line.doc, { type: 'cause', text }, person.author);
	return async () => {
		person.line.provider.connect();
		await eventually(() => expect(person.refusals).toEqual(['phaseClosed']));
		await eventually(() => expect(person.line.provider.shouldConnect).toBe(false));
		expect(person.board.cards.get(id)?.text).toBe(text);
		expect(table.screen.board.cards.has(id)).toBe(false);
		await person.reload();
		expect(person.board.cards.has(id)).toBe(false);
	};
}

/** Eleven minutes in which cards are moved and nothing is written. */
export async function arrange(room: Room): Promise<void> {
	const { random } = room;
	await atAllTables(room, async (table) => {
		expect(await begin(table, programme.arrange)).toBeNull();
		await allHear(table, programme.arrange);
		const places = new Map<CardId, readonly [number, number]>();
		const ids = [...table.cards.keys()];
		for (const [index, person] of table.people.entries()) {
			const id = ids[index] as CardId;
			const place = [int32(random, 0, 3000), int32(random, 0, 2000)] as const;
			moveCards(person.line.doc, new Map([[id, place]]));
			await person.line.saved();
			places.set(id, place);
		}
		await eventually(() => {
			for (const { board } of everybodyAt(table))
				for (const [id, place] of places) expect(board.cards.get(id)?.position).toEqual(place);
		});
	});
	await pass(room, 11);
}

/** Twenty-four minutes in the plenary: the turn of each table is the same on every screen; a hand, and a word to all. */
export async function report(room: Room): Promise<void> {
	await atAllTables(room, async (table) => {
		expect(await begin(table, programme.report)).toBeNull();
		await allHear(table, programme.report);
	});
	const done = room.tables.map(() => null);
	const order = room.tables.map(({ number }) => number).reverse();
	expect(await leadFromWall(room, 'plenary', { do: 'plan', order, minutes: 3 })).toEqual(done);
	for (const index of order.keys()) {
		expect(await leadFromWall(room, 'plenary', { do: 'turn', index })).toEqual(done);
		await pass(room, 3);
	}
	const text = 'アンケートは出口で';
	expect(await leadFromWall(room, 'notice', { do: 'tell', text })).toEqual(done);
	const [first] = room.tables as [Table];
	expect(await first.recorder.ask('hands', { do: 'raise' })).toBeNull();
	await atAllTables(room, async (table) => {
		await eventually(() => {
			for (const { shown } of everybodyAt(table)) {
				expect(shown?.plenary?.turn?.index).toBe(order.length - 1);
				expect(shown?.notice.told?.text).toBe(text);
			}
		});
	});
	const hands = (await readWall(room)).tables.map(({ led }) => led['hands']);
	expect(hands).toMatchObject(order.map((_number, at) => ({ count: at === 0 ? 1 : 0 })));
}
