import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { insertCards } from '@renkei/shared/document/commands/card-commands.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { Projection } from '@renkei/shared/protocol/projector-api.ts';
import { startApp } from '../support/app.ts';
import { createWorkshop, join, signInStaff, syncUrl } from '../support/people.ts';
import { openProvider } from '../support/provider.ts';
import { costOf } from './process-cost.ts';
import type { BenchRow } from './rows.ts';
import { atMost, quantile, told } from './rows.ts';
import { flushTimesDuring } from './workshop-disk.ts';
import { runWorkshop } from './workshop-load.ts';

const people = 60;
const cardsAtFirst = 120;

/** Sixty people and the screen of the room on one board, everybody's pointer moving, for so many seconds. */
export async function measureWorkshop(seconds: number): Promise<BenchRow[]> {
	const app = await startApp();
	try {
		const staff = await signInStaff(app);
		const workshop = await createWorkshop(staff);
		const seats = await Promise.all(
			Array.from({ length: people }, () => join(app, workshop.joinCode))
		);
		const [first] = seats;
		if (!first) throw new Error('Nobody joined.');
		const opening = await staff.ask('GET', `/api/projector/${workshop.viewerCode}`);
		const { ticket } = (await opening.json()) as Projection;
		const prepared = await openProvider(app, first);
		insertCards(
			prepared.doc,
			Array.from({ length: cardsAtFirst }, (_, index) => ({
				id: `card${index}` as CardId,
				type: 'cause' as const,
				text: '家族に対し、専門職が看取りに関するプロセスを十分説明しきれていない'
			})),
			[],
			prepared.author
		);
		await prepared.saved();
		const base = Y.encodeStateAsUpdate(prepared.doc);
		prepared.close();

		const cpuMs = (): number => costOf(app.pid()).cpuMs;
		const running = runWorkshop(
			{
				connect: (index) => {
					const { visitor, access } = seats[index] ?? first;
					const headers = { cookie: visitor.cookie(), origin: app.url };
					return new WebSocket(syncUrl(app, access), { headers, perMessageDeflate: false });
				},
				authorOf: (index) => {
					const { participant, profession } = (seats[index] ?? first).access;
					return { participant, profession, now: 0 };
				},
				connectScreen: () =>
					new WebSocket(`${syncUrl(app, first.access)}?screen=${ticket}`, {
						perMessageDeflate: false
					}),
				cpuMs
			},
			{ people, seconds },
			base
		);
		const { result, flushes } = await flushTimesDuring(running);
		const name = `workshop, ${people} people + screen, ${seconds} s:`;
		const { edits, saved, presence, presenceBytes, cores, missing, sent } = result;
		return [
			told(`${name} one flush of this disk meanwhile p99`, quantile(flushes, 0.99), 'ms'),
			told(`${name} edits sent`, sent, 'edits'),
			told(`${name} edit → screen p50`, quantile(edits, 0.5), 'ms'),
			atMost(`${name} edit → screen p99`, quantile(edits, 0.99), 150, 'ms'),
			told(`${name} edit → screen, the slowest`, quantile(edits, 1), 'ms'),
			told(`${name} edit → on disk and acknowledged p50`, quantile(saved, 0.5), 'ms'),
			atMost(`${name} edit → on disk and acknowledged p99`, quantile(saved, 0.99), 150, 'ms'),
			atMost(`${name} edits missing on a screen`, missing, 0, 'edits'),
			told(`${name} pointer → screen p99`, quantile(presence, 0.99), 'ms'),
			told(`${name} presence to one person`, presenceBytes / 1000, 'kB/s'),
			atMost(`${name} CPU of the server`, cores, 1, 'cores')
		];
	} finally {
		await app.dispose();
	}
}
