import { create as createRandom, int32 } from 'lib0/prng';
import type { PRNG } from 'lib0/prng';
import type { AidCommands, AidId } from '@renkei/shared/facilitation/index.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { professionIds } from '@renkei/shared/method/professions.ts';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import type { Projection } from '@renkei/shared/protocol/projector-api.ts';
import type { LedTables, Wall } from '@renkei/shared/protocol/wall-api.ts';
import { expect, vi } from 'vitest';
import type { App } from '../support/app.ts';
import { startApp } from '../support/app.ts';
import type { Visitor } from '../support/people.ts';
import { createWorkshop, join, signInStaff } from '../support/people.ts';
import type { Clock } from './clock.ts';
import { createClock } from './clock.ts';
import { patienceMs, Person } from './person.ts';
import { Phone } from './phone.ts';

export const tableCount = 8;
const screensEach = 4;
const phonesEach = 2;
const minuteMs = 60_000;

/** One table of the room, and what must stand on its board. */
export interface Table {
	readonly number: number;
	readonly boardId: string;
	facilitator: Person;
	readonly recorder: Person;
	/** Participants with a screen of their own. */
	readonly people: readonly Person[];
	readonly phones: readonly Phone[];
	/** Every card that must be on the board, by what was acknowledged; and what it must say. */
	readonly cards: Map<CardId, string>;
	/** The screen of the room, looking at this board. */
	readonly screen: Person;
	/** Whoever comes or looks beside these, to be closed in the end. */
	readonly others: Person[];
	/** What was given in the vote: to which card how many, in the end; from screens and from paper. */
	readonly votes: { readonly screen: Map<CardId, number>; readonly paper: Map<CardId, number> };
}

/** The whole room: a server, eight tables, the wall, the screen in front. */
export interface Room {
	readonly app: App;
	readonly clock: Clock;
	readonly random: PRNG;
	readonly staff: Visitor;
	readonly workshop: Workshop;
	/** Who stands at the wall; leads from there and walks from table to table. */
	readonly roaming: Visitor;
	readonly tables: readonly Table[];
	readonly close: () => Promise<void>;
}

/** Everybody comes in: seven people at each of eight tables, who leads them, the wall, and the screen of the room. */
export async function openRoom(seed: number): Promise<Room> {
	const random = createRandom(seed);
	const clock = createClock();
	const app = await startApp({ ...clock.env, LOG_LEVEL: 'debug' });
	const tables: Table[] = [];
	const close = async (): Promise<void> => {
		for (const table of tables) for (const person of everybodyAt(table)) person.line.close();
		await app.dispose();
		clock.dispose();
	};
	try {
		const staff = await signInStaff(app);
		const workshop = await createWorkshop(staff, { tables: tableCount });
		const answer = await staff.ask('GET', `/api/projector/${workshop.viewerCode}`);
		const { ticket } = (await answer.json()) as Projection;
		const skewMs = (): number => int32(random, -10, 10) * minuteMs;
		const profession = () => professionIds[int32(random, 0, 7)] ?? 'other';
		for (let number = 1; number <= tableCount; number++) {
			const seat = async (code: string, asRecorder = false) =>
				await join(app, code, { table: number, profession: profession(), asRecorder });
			const sit = async (code: string, asRecorder = false): Promise<Person> =>
				await new Person(app, await seat(code, asRecorder), { skewMs: skewMs() }).open();
			const facilitator = await sit(workshop.facilitatorCode);
			const { access } = facilitator;
			const nobody = { cookie: () => '', ask: staff.ask };
			const looks = { ...access, role: 'viewer', participant: '' } as const;
			tables.push({
				number,
				boardId: access.id,
				facilitator,
				recorder: await sit(workshop.joinCode, true),
				people: await Promise.all(
					Array.from({ length: screensEach }, () => sit(workshop.joinCode))
				),
				phones: await Promise.all(
					Array.from({ length: phonesEach }, async () => new Phone(await seat(workshop.joinCode)))
				),
				cards: new Map(),
				screen: await new Person(
					app,
					{ visitor: nobody, access: looks },
					{ screen: ticket }
				).open(),
				others: [],
				votes: { screen: new Map(), paper: new Map() }
			});
		}
		const { visitor: roaming } = await join(app, workshop.facilitatorCode, { table: 1 });
		return { app, clock, random, staff, workshop, roaming, tables, close };
	} catch (reason) {
		await close();
		throw reason;
	}
}

/** Everybody who has the board of a table open, the screen of the room included. */
export function everybodyAt({ facilitator, recorder, people, screen, others }: Table): Person[] {
	return [...new Set([facilitator, recorder, ...people, screen, ...others])];
}

/** The participants and the recorder, who write and vote from a screen. */
export function writersAt({ recorder, people }: Table): Person[] {
	return [recorder, ...people];
}

/** Does the same at every table at once. */
export async function atAllTables<T>(
	{ tables }: Room,
	work: (table: Table) => Promise<T>
): Promise<T[]> {
	return await Promise.all(tables.map(work));
}

/** Lets time pass on the clock of the server, and waits until the server goes by it. */
export async function pass({ clock, roaming, workshop }: Room, minutes: number): Promise<void> {
	clock.forward(minutes * minuteMs);
	const now = clock.now();
	await vi.waitUntil(
		async () => {
			const wall = await roaming.ask('GET', `/api/workshops/${workshop.id}/wall`);
			await wall.body?.cancel();
			return Number(wall.headers.get('x-server-now')) >= now;
		},
		{ timeout: patienceMs, interval: 10 }
	);
}

/** What the wall shows. */
export async function readWall({ roaming, workshop }: Room): Promise<Wall> {
	const answer = await roaming.ask('GET', `/api/workshops/${workshop.id}/wall`);
	expect(answer.status).toBe(200);
	return (await answer.json()) as Wall;
}

/** Gives one command from the wall, and says what became of it at each table. */
export async function leadFromWall<Id extends AidId>(
	{ roaming, workshop }: Room,
	aid: Id,
	command: AidCommands[Id],
	boards: 'all' | readonly string[] = 'all'
): Promise<readonly unknown[]> {
	const answer = await roaming.ask('POST', `/api/workshops/${workshop.id}/lead`, {
		boards,
		aid,
		command
	});
	expect(answer.status).toBe(200);
	return ((await answer.json()) as LedTables).tables.map(({ refused }) => refused);
}

/** Waits until something holds, and says what is otherwise. */
export async function eventually(holds: () => void): Promise<void> {
	await vi.waitFor(holds, { timeout: patienceMs, interval: 20 });
}

/** Every screen of a table shows the same to the last field, and exactly what was acknowledged: nothing lost, nothing twice. */
export async function allAgree({ tables }: Room): Promise<void> {
	for (const table of tables)
		await eventually(() => {
			for (const person of everybodyAt(table)) {
				const texts = [...person.board.cards.values()].map(({ id, text }) => [id, text]);
				expect(Object.fromEntries(texts), `table ${table.number}`).toEqual(
					Object.fromEntries(table.cards)
				);
				expect(person.board, `table ${table.number}`).toEqual(table.screen.board);
			}
		});
}

/** Does all of this at once; somewhere in the middle the server dies as by a power cut, and starts again. */
export async function throughDeath(
	{ app, random }: Room,
	works: readonly (() => Promise<void>)[]
): Promise<void> {
	const deathAt = int32(random, 10, works.length - 10);
	const { promise: isTime, resolve: itIsTime } = Promise.withResolvers<void>();
	let done = 0;
	const all = Promise.all(
		works.map(async (work) => {
			await work();
			done += 1;
			if (done === deathAt) itIsTime();
		})
	);
	await Promise.race([isTime, all]);
	await app.kill9();
	await app.restart();
	await all;
}
