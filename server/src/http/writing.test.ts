import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import { rightsOfKind } from '@renkei/shared/facilitation/part-kinds.ts';
import { exportFormatIds } from '@renkei/shared/method/export-ids.ts';
import { apiRoutes } from '@renkei/shared/protocol/api-routes.ts';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import { messageTypes } from '@renkei/shared/protocol/messages.ts';
import type { DrivenApp, Visitor } from '../app-driver.ts';
import { driveApp } from '../app-driver.ts';
import { openSqliteStorage } from '../storage/sqlite.ts';
import { findSecrets } from '../sync/secret-search.driver.ts';

const secrets = ['家族は夜が不安になる', '連絡先がわからないまま'] as const;
let directory: string;
let driven: DrivenApp;
let workshop: Workshop;
const sockets: WebSocket[] = [];

beforeEach(async () => {
	directory = mkdtempSync(join(tmpdir(), 'renkei-secret-'));
	driven = await driveApp({}, { storage: await openSqliteStorage({ directory }) });
	const staff = await driven.staff();
	const body = { key: 'key1', name: '研修', scene: 'endOfLife', tables: 1, start: 'i-city-mitori' };
	workshop = (await staff.send('POST', '/api/workshops', body)).json();
	await driven.app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
	for (const socket of sockets.splice(0)) socket.terminate();
	await driven.close();
	rmSync(directory, { recursive: true });
});

async function joinAs(code: string): Promise<Visitor> {
	const visitor = driven.visitor();
	await visitor.send('POST', '/api/join', { code, profession: 'visitingNurse', table: 1 });
	return visitor;
}

/** A line for leading, on which one thing after the other is asked and answered. */
async function leadLine(
	visitor: Visitor
): Promise<(aid: string, command: object) => Promise<unknown>> {
	const { port } = driven.app.server.address() as AddressInfo;
	const cookie = [...visitor.cookies].map((entry) => entry.join('=')).join('; ');
	const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${workshop.boards[0]!.id}.1`, {
		headers: { cookie, origin: `http://127.0.0.1:${port}` }
	});
	sockets.push(socket);
	const heard: Uint8Array[] = [];
	socket.on('message', (data: Buffer) => heard.push(new Uint8Array(data)));
	await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
	let request = 0;
	return async (aid, command) => {
		const own = ++request;
		socket.send(
			encoding.encode((encoder) => {
				encoding.writeVarUint(encoder, messageTypes.lead);
				encoding.writeVarString(encoder, JSON.stringify({ request: own, aid, command }));
			})
		);
		return vi.waitFor(() => {
			const answers = heard
				.filter(([type]) => type === messageTypes.lead)
				.map((frame) =>
					JSON.parse(decoding.readVarString(decoding.createDecoder(frame.subarray(1))))
				);
			const answer = answers.find((each) => each.request === own);
			if (!answer) throw new Error('no answer yet');
			return answer.refused;
		});
	};
}

/** Those whose words can be searched for: what a PDF or a picture shows is not written in it as it reads. */
const readableFormats = exportFormatIds.filter((id) => id !== 'pdf' && id !== 'png');

/** Every address that can be read, with what there is filled in. */
function readAddresses(): string[] {
	const { id: boardId } = workshop.boards[0]!;
	const known: Record<string, string> = {
		boardId,
		workshopId: workshop.id,
		seq: '1',
		packId: 'home-care',
		code: workshop.viewerCode
	};
	return Object.values(apiRoutes)
		.filter(({ method }) => method === 'GET')
		.flatMap(({ path }) =>
			path.includes(':format')
				? readableFormats.map((format) => path.replace(':format', format))
				: [path]
		)
		.map((path) => path.replace(/:(\w+)/g, (name, key: string) => known[key] ?? name))
		.filter((path) => !path.includes(':'))
		.map((path) => (path.endsWith('/difference') ? `${path}?from=1&to=1` : path));
}

/** What an answer holds, the files packed in it included. */
function opened(payload: Buffer): Uint8Array {
	if (payload.subarray(0, 2).toString() !== 'PK') return payload;
	return Buffer.concat(Object.values(unzipSync(payload)));
}

test('what is written unseen can be read at no address, in no file and in no log; once shown it is in all of them', async () => {
	const leader = await joinAs(workshop.facilitatorCode);
	const [nurse, other] = [await joinAs(workshop.joinCode), await joinAs(workshop.joinCode)];
	const lead = await leadLine(leader);
	const phase = {
		id: 'alone',
		title: '原因を書く',
		question: '',
		minutes: null,
		step: 'cause',
		visibility: 'private',
		rights: rightsOfKind('alone', 'cause')
	};
	expect(await lead('phases', { do: 'begin', phase, since: null })).toBeNull();
	const write = await leadLine(nurse);
	for (const [index, text] of secrets.entries())
		expect(
			await write('writing', { do: 'send', id: `s${index}`, type: 'cause', text, of: null })
		).toBeNull();

	const staff = await driven.staff();
	const addresses = readAddresses();
	expect(addresses.length).toBeGreaterThan(20);
	const found = async (visitor: Visitor, where: readonly string[]): Promise<string[]> => {
		const holding: string[] = [];
		for (const address of where) {
			const { rawPayload, statusCode } = await visitor.send('GET', address);
			expect([address, statusCode < 500]).toEqual([address, true]);
			if (findSecrets(opened(rawPayload), secrets).length > 0) holding.push(address);
		}
		return holding;
	};
	const isFile = (address: string): boolean => address.includes('/export/');
	expect(await found(staff, addresses)).toEqual([]);
	for (const visitor of [leader, other])
		expect(
			await found(
				visitor,
				addresses.filter((address) => !isFile(address))
			)
		).toEqual([]);
	expect(findSecrets(Buffer.from(driven.logged()), secrets)).toEqual([]);

	const all = { do: 'reveal', of: null, handle: null, order: 'random' };
	expect(await lead('writing', all)).toBeNull();
	const board = `/api/boards/${workshop.boards[0]!.id}`;
	const files = ['json', 'csv', 'svg', 'xlsx', 'docx'].map((format) => `${board}/export/${format}`);
	expect(await found(staff, files)).toEqual(files);
	expect(findSecrets(Buffer.from(driven.logged()), secrets)).toEqual([]);
}, 60_000);
