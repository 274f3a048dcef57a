import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addCard } from '@renkei/shared/document/commands/card-commands.ts';
import type { BoardHistory } from '@renkei/shared/protocol/history-api.ts';
import { expect } from 'vitest';
import { boardInFile } from '../support/paper.ts';
import type { Person } from './person.ts';
import type { Room, Table } from './room.ts';
import { allAgree, atAllTables, eventually, everybodyAt } from './room.ts';
import { secretsIn } from './secrets.ts';

/** The workshop is closed, the server starts once more, and everything is there, in every format people take home. */
export async function closeAndTakeHome(room: Room): Promise<void> {
	const { app, staff, workshop } = room;
	expect((await staff.ask('PATCH', `/api/workshops/${workshop.id}`, { state: 'closed' })).ok).toBe(
		true
	);
	const [first] = room.tables as [Table];
	const [eager] = first.people as [Person];
	addCard(eager.line.doc, { type: 'note', text: 'もう一言' }, eager.author);
	await eventually(() => expect(eager.refusals.at(-1)).toBe('boardClosed'));
	await eager.reload();

	await app.restart();
	for (const table of room.tables) await Promise.all(everybodyAt(table).map((p) => p.reload()));
	await allAgree(room);
	await atAllTables(room, async (table) => {
		const board = `/api/boards/${table.boardId}`;
		const { visitor } = table.facilitator;
		const file = async (path: string): Promise<Uint8Array> => {
			const answer = await visitor.ask('GET', `${board}/${path}`);
			expect({ path, status: answer.status }).toEqual({ path, status: 200 });
			return new Uint8Array(await answer.arrayBuffer());
		};
		const inFile = boardInFile(await file('export/json'));
		const texts = [...inFile.cards.values()].map(({ id, text }) => [id, text]);
		expect(Object.fromEntries(texts)).toEqual(Object.fromEntries(table.cards));
		const csv = Buffer.from(await file('export/csv?votes=yes')).toString('utf8');
		const lines = csv.split('\n');
		for (const [id, text] of table.cards) {
			const line = lines.find((each) => each.includes(text)) ?? '';
			expect(line).toContain(text);
			const votes = (table.votes.screen.get(id) ?? 0) + (table.votes.paper.get(id) ?? 0);
			expect(inFile.cards.get(id)?.votes ?? 0).toBe(votes);
			if (votes > 0) expect(line).toMatch(new RegExp(`(^|[,"])${votes}([,"]|\\s|$)`));
		}
		const history = await visitor.ask('GET', `${board}/history`);
		const { points } = (await history.json()) as BoardHistory;
		const kinds = new Set(points.map(({ kind }) => kind));
		for (const kind of ['phase', 'reveal', 'voteEnd', 'close'] as const)
			expect(kinds, `table ${table.number}`).toContain(kind);
	});
}

/** The workshop is deleted: nobody gets in, and not one word of it is left on the disk. */
export async function deleteAll(room: Room): Promise<void> {
	const { app, staff, workshop, roaming } = room;
	expect(secretsIn(everythingIn(app.dataFolder)).length).toBeGreaterThan(0);
	expect((await staff.ask('DELETE', `/api/workshops/${workshop.id}`)).status).toBe(200);
	for (const { boardId, facilitator } of room.tables)
		for (const path of ['', '/snapshot', '/desk', '/history', '/export/json'])
			for (const visitor of [facilitator.visitor, staff]) {
				const answer = await visitor.ask('GET', `/api/boards/${boardId}${path}`);
				expect(shutDoors(path)).toContainEqual({ path, status: answer.status });
			}
	for (const path of ['wall', 'attendance', 'people', 'exports'])
		for (const visitor of [roaming, staff]) {
			const answer = await visitor.ask('GET', `/api/workshops/${workshop.id}/${path}`);
			expect(shutDoors(path)).toContainEqual({ path, status: answer.status });
		}
	const list = (await (await staff.ask('GET', '/api/workshops')).json()) as { workshops: object[] };
	expect(list.workshops).toEqual([]);
	const left = (await (await staff.ask('GET', '/api/deletions')).json()) as {
		deletions: object[];
	};
	expect(left.deletions).toMatchObject([{ boards: room.tables.length, why: 'hand' }]);
	await app.stop();
	expect(secretsIn(everythingIn(app.dataFolder))).toEqual([]);
	expect(secretsIn(Buffer.from(app.output()))).toEqual([]);
}

function shutDoors(path: string): readonly object[] {
	return [401, 403, 404].map((status) => ({ path, status }));
}

function everythingIn(folder: string): Buffer {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true });
	return Buffer.concat(
		files
			.filter((file) => file.isFile())
			.map((file) => readFileSync(join(file.parentPath, file.name)))
	);
}
