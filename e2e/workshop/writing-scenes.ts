import { addCard } from '@renkei/shared/document/commands/card-commands.ts';
import { newId } from '@renkei/shared/document/new-id.ts';
import { partOf } from '@renkei/shared/facilitation/part-kinds.ts';
import type { Phase } from '@renkei/shared/facilitation/phase.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { professionIds } from '@renkei/shared/method/professions.ts';
import { bool, int32, oneOf } from 'lib0/prng';
import { expect } from 'vitest';
import type { Person } from './person.ts';
import type { Phone } from './phone.ts';
import type { Room, Table } from './room.ts';
import {
	allAgree,
	atAllTables,
	eventually,
	everybodyAt,
	leadFromWall,
	pass,
	readWall,
	throughDeath,
	writersAt
} from './room.ts';
import { heardOfPersons, overheard, secretsIn, secretText } from './secrets.ts';

/** The programme of the day. */
export const programme = {
	alone: partOf('alone', 'cause', { id: 'alone', title: '原因を書く', minutes: 10 }),
	together: partOf('together', 'cause', { id: 'together', title: '原因を深める', minutes: 15 }),
	vote: partOf('vote', 'cause', { id: 'vote', title: '投票', minutes: 5 }),
	arrange: partOf('arrange', 'cause', { id: 'arrange', title: '整理する', minutes: 10 }),
	report: partOf('listen', null, { id: 'report', title: '発表', minutes: 25 })
} as const satisfies Record<string, Phase>;

/** What one person writes while nobody sees it. */
interface Writing {
	readonly table: Table;
	readonly by: Person | Phone;
	readonly id: CardId;
	text: string;
	/** What was said before it was rewritten. */
	before: string;
	/** Whether it is among what is shown with the others; else it stays with its author, or is taken back. */
	fate: 'shown' | 'held' | 'withdrawn';
}

/** Fifteen minutes in which everything may be done: everybody puts a fact on the board; some reload, the clock runs. */
export async function writeFreely(room: Room): Promise<void> {
	const { random } = room;
	const plan = { do: 'plan', programme: Object.values(programme) } as const;
	expect(await leadFromWall(room, 'phases', plan)).toEqual(room.tables.map(() => null));
	const timer = { do: 'start', durationMs: 10 * 60_000, label: '現状' } as const;
	expect(await leadFromWall(room, 'timer', timer)).toEqual(room.tables.map(() => null));
	await atAllTables(room, async (table) => {
		for (const [index, person] of writersAt(table).entries()) {
			const text = `現状${table.number}-${index}`;
			const id = addCard(person.line.doc, { type: 'fact', text }, person.author);
			person.line.provider.awareness.setLocalState({
				cursor: [int32(random, 0, 3000), int32(random, 0, 2000)],
				selection: [id],
				editing: null,
				drag: null
			});
			await person.line.saved();
			table.cards.set(id, text);
		}
		for (const phone of table.phones) {
			const { of, goesTo } = await phone.desk();
			expect([of, goesTo]).toEqual([null, 'board']);
			const key = newId() as CardId;
			const text = `電話から${table.number}-${key}`;
			expect(await phone.send({ key, type: 'fact', text, of: null })).toBeNull();
			table.cards.set(key, text);
		}
		await oneOf(random, table.people as Person[]).reload();
		// The time ends for all at one moment of the server's clock, however wrong their own clocks are.
		const ends = everybodyAt(table).map(({ shown }) => shown?.timer);
		for (const end of ends) expect(end).toEqual(ends[0]);
		expect(ends[0]).toMatchObject({ status: 'running' });
	});
	await allAgree(room);
	const wall = await readWall(room);
	for (const [index, { zones, writerCount }] of wall.tables.entries()) {
		const facts = zones.find(({ zone }) => zone === 'fact')?.cards;
		expect(facts).toEqual([{ type: 'fact', count: room.tables[index]?.cards.size }]);
		expect(writerCount).toBe(writersAt(room.tables[index] as Table).length);
	}
	await pass(room, 15);
	const [phone] = room.tables[0]?.phones ?? [];
	expect((await phone?.desk())?.timer.status).toBe('done');
}

/** Fourteen minutes in which everybody writes unseen; the server dies in the middle of it. */
export async function writeUnseen(room: Room): Promise<readonly Writing[]> {
	const { random } = room;
	const begin = { do: 'begin', phase: programme.alone, since: null } as const;
	expect(await leadFromWall(room, 'phases', begin)).toEqual(room.tables.map(() => null));
	for (const table of room.tables)
		await eventually(() => {
			for (const { shown } of everybodyAt(table))
				expect(shown?.phases.running?.phase.visibility).toBe('private');
		});
	const written = room.tables.flatMap((table) =>
		[...writersAt(table), ...table.phones].flatMap((by) =>
			Array.from({ length: int32(random, 2, 4) }, (): Writing => {
				return { table, by, id: newId() as CardId, text: '', before: '', fate: 'shown' };
			})
		)
	);
	for (const [number, writing] of written.entries()) writing.text = secretText(number);
	const sendings = written.map((writing) => async () => {
		expect(await send(room, writing)).toBeNull();
	});
	await throughDeath(room, sendings);
	await atAllTables(room, async (table) => {
		await changeOnesMind(written.filter((each) => each.table === table));
		await oneOf(random, table.people as Person[]).reload();
	});
	await countsAreRight(room, written);
	await nobodySees(room, written);
	await pass(room, 14);
	return written;
}

/** Sends what was written, again and again until the server says that it has it. */
async function send({ tables }: Room, { table, by, id, text }: Writing): Promise<unknown> {
	if ('desk' in by) {
		const { of } = await by.desk();
		return await by.send({ key: id, type: 'cause', text, of });
	}
	const of = by.shown?.phases.running?.since ?? null;
	const isRecorder = by === table.recorder;
	return await by.askSurely('writing', {
		do: 'send',
		id,
		type: 'cause',
		text,
		of,
		...(isRecorder && { forProfession: professionIds[tables.indexOf(table)] })
	});
}

/** At a table one card is rewritten, one taken back, one held. */
async function changeOnesMind(written: readonly Writing[]): Promise<void> {
	const onScreens = written.filter(({ by, table }) => table.people.includes(by as Person));
	const [edited, withdrawn, held] = onScreens as [Writing, Writing, Writing];
	const ask = (writing: Writing, command: 'withdraw' | 'hold' | 'edit') => {
		const { id, text } = writing;
		const person = writing.by as Person;
		if (command === 'edit')
			return person.askSurely('writing', { do: 'edit', id, type: 'cause', text });
		if (command === 'withdraw') return person.askSurely('writing', { do: 'withdraw', id });
		return person.askSurely('writing', { do: 'hold', id, isHeld: true });
	};
	edited.before = edited.text;
	edited.text = secretText(5000 + edited.table.number);
	expect(await ask(edited, 'edit')).toBeNull();
	withdrawn.fate = 'withdrawn';
	expect(await ask(withdrawn, 'withdraw')).toBeNull();
	held.fate = 'held';
	expect(await ask(held, 'hold')).toBeNull();
}

/** Everybody has their own cards, whole; who leads and the phones are told numbers, and the right ones. */
async function countsAreRight(room: Room, written: readonly Writing[]): Promise<void> {
	await atAllTables(room, async (table) => {
		const here = written.filter((each) => each.table === table);
		for (const person of writersAt(table)) {
			const own = here.filter(({ by, fate }) => by === person && fate !== 'withdrawn');
			await eventually(() =>
				expect(person.own?.writing?.cards.map(({ id, text }) => `${id} ${text}`).sort()).toEqual(
					own.map(({ id, text }) => `${id} ${text}`).sort()
				)
			);
		}
		for (const phone of table.phones) {
			const own = here.filter(({ by }) => by === phone).map(({ id }) => id);
			const { cards } = await phone.desk();
			const waiting = cards.filter(({ place }) => place === 'private').map(({ id }) => id);
			expect(waiting.sort()).toEqual(own.sort());
		}
		const total = here.filter(({ fate }) => fate === 'shown').length;
		await eventually(() => {
			for (const { shown } of everybodyAt(table)) expect(shown?.writing.runs[0]?.total).toBe(total);
		});
	});
	expect((await readWall(room)).tables.map(({ led }) => led['writing'])).toMatchObject(
		room.tables.map((table) => {
			const here = written.filter((each) => each.table === table && each.fate === 'shown');
			return { runs: [{ total: here.length }], leaders: null };
		})
	);
}

/** Not one secret text in any frame, answer or line of the log that is not its author's own. */
async function nobodySees(room: Room, written: readonly Writing[]): Promise<void> {
	const { app, roaming, workshop } = room;
	for (const table of room.tables) {
		expect(heardOfPersons(table.screen)).toEqual([]);
		for (const person of everybodyAt(table)) {
			const own = written.filter(({ by }) => by === person);
			const ownTexts = new Set(own.flatMap(({ text, before }) => [text, before]));
			expect(overheard(person, ownTexts), `table ${table.number}`).toEqual([]);
			// The search itself: one's own words do come back to oneself.
			expect(person.frames.flatMap(secretsIn).length > 0).toBe(writersAt(table).includes(person));
		}
		const board = `/api/boards/${table.boardId}`;
		const reader = table.facilitator.visitor;
		const history = (await (await reader.ask('GET', `${board}/history`)).json()) as {
			last: { seq: number };
		};
		const answers = [
			'desk',
			'snapshot',
			'trash',
			'history',
			`history/at/${history.last.seq}`,
			'history/replay',
			'history/writers',
			'export/json',
			'export/csv?votes=yes&professions=yes'
		].map(async (path) => await reader.ask('GET', `${board}/${path}`));
		await tellNothing(await Promise.all(answers));
	}
	const ofAll = ['wall', 'attendance', 'people'].map(
		async (path) => await roaming.ask('GET', `/api/workshops/${workshop.id}/${path}`)
	);
	await tellNothing(await Promise.all(ofAll));
	expect(app.output().length).toBeGreaterThan(0);
	expect(secretsIn(Buffer.from(app.output()))).toEqual([]);
}

async function tellNothing(answers: readonly Response[]): Promise<void> {
	for (const answer of answers) {
		const { url, status } = answer;
		const secrets = secretsIn(new Uint8Array(await answer.arrayBuffer()));
		expect({ url, status, secrets }).toEqual({ url, status: 200, secrets: [] });
	}
}

/** みんなに公開: by person, by table, from the wall; taken back once; with an author away, who sends the rest later. */
export async function show(room: Room, written: readonly Writing[]): Promise<void> {
	const { random } = room;
	const away = room.tables.map((table) => {
		const person = oneOf(random, table.people as Person[]);
		const of = person.shown?.phases.running?.since ?? null;
		person.goOffline();
		const late = { id: newId() as CardId, text: secretText(7000 + table.number), of };
		return { table, person, late };
	});
	const half = room.tables.length / 2;
	const byHand = room.tables.slice(0, half);
	const fromWall = room.tables.slice(half);
	for (const table of byHand) {
		const { facilitator } = table;
		const [first] = facilitator.shown?.writing.leaders?.people[0] ?? [];
		const command = { do: 'reveal', of: null, order: 'random' } as const;
		const facts = table.cards.size;
		const reveal = async (handle: string | null) =>
			await facilitator.askSurely('writing', { ...command, handle });
		expect(await reveal(first?.handle ?? '')).toBeNull();
		await eventually(() => expect(table.screen.board.cards.size).toBeGreaterThan(facts));
		expect(table.screen.shown?.writing.runs[0]?.total).toBeGreaterThan(0);
		expect(await reveal(null)).toBeNull();
		if (bool(random)) {
			expect(await facilitator.askSurely('writing', { do: 'takeBack' })).toBeNull();
			expect(await reveal(null)).toBeNull();
		}
	}
	const all = { do: 'reveal', of: null, handle: null, order: 'profession' } as const;
	const boards = fromWall.map(({ boardId }) => boardId);
	expect(await leadFromWall(room, 'writing', all, boards)).toEqual(fromWall.map(() => null));
	for (const { table, id, text, fate } of written) if (fate === 'shown') table.cards.set(id, text);
	for (const { table, person, late } of away) {
		await person.comeBack();
		const { id, text, of } = late;
		const command = { do: 'send', id, type: 'cause', text, of } as const;
		expect(await person.askSurely('writing', command)).toBeNull();
		await eventually(() =>
			expect(person.own?.writing?.cards.find((card) => card.id === id)?.place).toBe('late')
		);
		expect(table.screen.board.cards.has(id)).toBe(false);
		expect(await person.askSurely('writing', { do: 'consent', ids: [id] })).toBeNull();
		table.cards.set(id, text);
	}
	await allAgree(room);
	await pass(room, 1);
}
