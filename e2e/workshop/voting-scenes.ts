import { withdrawCards } from '@renkei/shared/document/commands/card-commands.ts';
import type { AidCommands } from '@renkei/shared/facilitation/index.ts';
import { firstOf, votesOf } from '@renkei/shared/facilitation/ballot-result.ts';
import { ballotPresets } from '@renkei/shared/facilitation/ballot-rules.ts';
import { facilitationNewsSchema } from '@renkei/shared/facilitation/words.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { messageTypes } from '@renkei/shared/protocol/messages.ts';
import { decoding } from 'lib0';
import { oneOf } from 'lib0/prng';
import { expect } from 'vitest';
import type { Person } from './person.ts';
import type { Phone } from './phone.ts';
import type { Room, Table } from './room.ts';
import {
	allAgree,
	atAllTables,
	eventually,
	everybodyAt,
	pass,
	readWall,
	throughDeath,
	writersAt
} from './room.ts';
import { allHear, begin, comesTooLate } from './together-scenes.ts';
import { programme } from './writing-scenes.ts';

const budget = ballotPresets.stickers.budget;

/** What one person gives, and to which cards. */
interface Voter {
	readonly table: Table;
	readonly by: Person | Phone;
	readonly votes: Map<CardId, number>;
}

/** Five minutes of シール3枚 at every table; the server dies in the middle of it, a card is taken away. */
export async function vote(room: Room): Promise<void> {
	const { random } = room;
	const late = await comesTooLate(room, oneOf(random, room.tables as Table[]));
	const heardBefore = new Map<Person, number>();
	const ids = await atAllTables(room, async (table) => {
		expect(await begin(table, programme.vote)).toBeNull();
		for (const person of everybodyAt(table)) heardBefore.set(person, person.frames.length);
		const rules = { ...ballotPresets.stickers, showCounts: 'after' } as const;
		const putUp = { by: 'type', type: 'cause' } as const;
		const open = { do: 'open', title: '大事な原因', rules, putUp, leadersVote: false } as const;
		// At every other table the clock ends it.
		const minutes = table.number % 2 === 0 ? 5 : null;
		expect(await table.facilitator.askSurely('ballot', { ...open, minutes })).toBeNull();
		await eventually(() => expect(table.facilitator.shown?.ballot.open).not.toBeNull());
		return table.facilitator.shown?.ballot.open?.id ?? '';
	});
	await pass(room, 0.5);
	await late();
	for (const table of room.tables) await allHear(table, programme.vote);

	const voters = room.tables.flatMap((table) =>
		[...writersAt(table), ...table.phones].map((by): Voter => ({ table, by, votes: new Map() }))
	);
	const idOf = (table: Table): string => ids[room.tables.indexOf(table)] ?? '';
	const givings = voters.map((voter) => async () => await giveAll(room, voter, idOf(voter.table)));
	await throughDeath(room, givings);
	await Promise.all(
		room.tables.map(async ({ people }) => await oneOf(random, people as Person[]).reload())
	);
	for (const { by, votes } of voters)
		if (!('desk' in by))
			await eventually(() => expect(by.own?.ballot?.votes).toEqual(Object.fromEntries(votes)));

	await takeAway(room, voters, idOf);
	await atAllTables(room, async (table) => {
		const command = {
			do: 'setPaper',
			id: idOf(table),
			card: candidate(room, table),
			votes: 4
		} as const;
		expect(await table.recorder.askSurely('ballot', command)).toBeNull();
		table.votes.paper.set(command.card, 4);
	});
	await nobodyKnows(room, heardBefore);
	await endAndCount(room, voters, idOf);
}

function candidate({ random }: Room, table: Table): CardId {
	const cards = [...table.facilitator.board.cards.values()];
	return oneOf(
		random,
		cards.filter(({ type }) => type === 'cause')
	).id;
}

async function give(voter: Voter, id: string, card: CardId, votes: number): Promise<void> {
	const command: AidCommands['ballot'] = { do: 'cast', id, card, votes };
	const { by } = voter;
	expect(await ('desk' in by ? by.ask('ballot', command) : by.askSurely('ballot', command))).toBe(
		null
	);
	voter.votes.set(card, votes);
}

/** All three stickers, one after the other, on any cards. */
async function giveAll(room: Room, voter: Voter, id: string): Promise<void> {
	for (let given = 0; given < budget; given++) {
		const card = candidate(room, voter.table);
		await give(voter, id, card, (voter.votes.get(card) ?? 0) + 1);
	}
}

/** A card somebody voted for is taken away: its votes are with the voters again, who give them elsewhere. */
async function takeAway(
	room: Room,
	voters: readonly Voter[],
	idOf: (table: Table) => string
): Promise<void> {
	await atAllTables(room, async (table) => {
		const here = voters.filter((voter) => voter.table === table);
		const [gone] = [...(here[0]?.votes.keys() ?? [])];
		if (!gone) throw new Error('nobody voted');
		const { facilitator } = table;
		withdrawCards(facilitator.line.doc, [gone], facilitator.author);
		await facilitator.line.saved();
		table.cards.delete(gone);
		for (const voter of here) {
			const back = voter.votes.get(gone) ?? 0;
			const refused = { do: 'cast', id: idOf(table), card: gone, votes: 1 } as const;
			const { by } = voter;
			const asked = 'desk' in by ? by.ask('ballot', refused) : by.askSurely('ballot', refused);
			expect(await asked).toBe('notNow');
			voter.votes.delete(gone);
			for (let again = 0; again < back; again++) {
				const card = candidate(room, table);
				await give(voter, idOf(table), card, (voter.votes.get(card) ?? 0) + 1);
			}
		}
	});
	await allAgree(room);
}

/** While it goes on nobody, not who leads nor the screen nor the wall, is told a count or whose vote it was. */
async function nobodyKnows(room: Room, heardBefore: ReadonlyMap<Person, number>): Promise<void> {
	for (const table of room.tables) {
		const voterIds = [...writersAt(table), ...table.phones].map(({ id }) => id);
		for (const person of everybodyAt(table)) {
			for (const frame of person.frames.slice(heardBefore.get(person) ?? 0)) {
				if (frame[0] !== messageTypes.facilitation) continue;
				const text = decoding.readVarString(decoding.createDecoder(frame.subarray(1)));
				const told = facilitationNewsSchema.parse(JSON.parse(text)).aids['ballot'];
				if (told === undefined) continue;
				const words = JSON.stringify(told);
				expect(voterIds.filter((id) => words.includes(id))).toEqual([]);
				expect(words).not.toContain('casts');
				expect((told as { open: object }).open).toMatchObject({ counts: null });
			}
			const own = JSON.stringify(person.own?.ballot ?? null);
			expect(voterIds.filter((id) => own.includes(id))).toEqual([]);
		}
		for (const { board } of everybodyAt(table))
			for (const { votes } of board.cards.values()) expect(votes).toBeNull();
		const board = `/api/boards/${table.boardId}`;
		for (const path of ['snapshot', 'export/json', 'desk', 'history/replay']) {
			const answer = await table.facilitator.visitor.ask('GET', `${board}/${path}`);
			expect({ path, status: answer.status }).toEqual({ path, status: 200 });
			const text = await answer.text();
			expect(text).not.toMatch(/"casts"|"votes":\s*[1-9]/);
		}
		const causes = [...table.cards.keys()];
		const output = room.app.output();
		expect(causes.filter((id) => output.includes(id))).toEqual([]);
	}
	for (const { led } of (await readWall(room)).tables)
		expect(JSON.stringify(led)).not.toMatch(/casts|voters/);
}

/** At half of the tables somebody ends it, at the others the clock; the sums are what was given, card by card. */
async function endAndCount(
	room: Room,
	voters: readonly Voter[],
	idOf: (table: Table) => string
): Promise<void> {
	for (const table of room.tables) {
		const command = { do: 'end', id: idOf(table) } as const;
		if (table.number % 2 !== 0)
			expect(await table.facilitator.askSurely('ballot', command)).toBeNull();
	}
	await pass(room, 4.5);
	await atAllTables(room, async (table) => {
		const { screen } = table.votes;
		for (const voter of voters)
			if (voter.table === table)
				for (const [card, votes] of voter.votes) screen.set(card, (screen.get(card) ?? 0) + votes);
		await eventually(() => expect(table.screen.shown?.ballot.open).toBeNull());
		const [result] = table.screen.shown?.ballot.results ?? [];
		if (!result) throw new Error('no result');
		expect(result.voters).toBe(voters.filter((voter) => voter.table === table).length);
		for (const each of result.cards)
			expect([each.screen, each.paper]).toEqual([
				screen.get(each.card) ?? 0,
				table.votes.paper.get(each.card) ?? 0
			]);
		const given = result.cards.reduce((sum, each) => sum + each.screen, 0);
		expect(given).toBe(budget * result.voters);
		const top = { do: 'chooseTop', id: result.id, count: 2 } as const;
		expect(await table.facilitator.askSurely('ballot', top)).toBeNull();
		await eventually(() => {
			for (const { board } of everybodyAt(table))
				for (const each of result.cards)
					expect(board.cards.get(each.card)?.votes).toBe(votesOf(each));
			expect(table.screen.shown?.ballot.results[0]?.chosen).toEqual(firstOf(result.cards, 2));
		});
	});
}
