import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import { insertCards } from '@renkei/shared/document/commands/card-commands.ts';
import { encodeStart } from '@renkei/shared/document/templates.ts';
import { driveApp } from '../../server/src/app-driver.ts';
import { storages } from '../../server/src/storage/index.ts';
import { sealBlob } from '../../server/src/storage/storage.ts';
import type { Storage } from '../../server/src/storage/storage.ts';
import type { BenchRow } from './rows.ts';
import { atMost, quantile, told } from './rows.ts';

const boardCount = 200;
const cardsPerBoard = 60;

const searches = {
	'a long word': { words: '看取りに関するプロセス' },
	'two words': { words: '家族 不安' },
	'one character': { words: '慌' },
	'a word on every board': { words: 'ケアマネジャー' },
	'a word on none': { words: '存在しない言葉です' },
	'a filter alone': { scene: 'endOfLife' }
} as const;

/** The search over 200 boards of 60 cards, through the whole route, on the disk. */
export async function measureLibrary(): Promise<BenchRow[]> {
	const directory = await mkdtemp(join(tmpdir(), 'renkei-bench-library-'));
	const storage = await storages.sqlite({ directory });
	await fill(storage);
	const driven = await driveApp({ LOG_LEVEL: 'silent' }, { storage });
	const staff = await driven.staff();
	const search = async (body: object): Promise<number> => {
		const startedAt = performance.now();
		const response = await staff.send('POST', '/api/library/search', body);
		if (response.statusCode !== 200) throw new Error(response.body);
		return performance.now() - startedAt;
	};
	const first = await search({ words: '看取り' });
	const rows = [told('library: first search after a start from nothing', first, 'ms')];
	for (const [name, body] of Object.entries(searches)) {
		const times: number[] = [];
		for (let run = 0; run < 40; run += 1) times.push(await search(body));
		rows.push(
			atMost(`library: ${name}, 200 boards × 60 cards, p95`, quantile(times, 0.95), 50, 'ms')
		);
	}
	const list: number[] = [];
	for (let run = 0; run < 20; run += 1) {
		const startedAt = performance.now();
		await staff.send('GET', '/api/workshops');
		list.push(performance.now() - startedAt);
	}
	rows.push(told('library: home with 200 boards, p95', quantile(list, 0.95), 'ms'));
	await driven.close();
	await rm(directory, { recursive: true });
	return rows;
}

/** Workshops of ten tables, each board the I市 case twice with its number in the words. */
async function fill({ catalogue }: Storage): Promise<void> {
	const tables = 10;
	for (let count = 0; count < boardCount / tables; count += 1) {
		const id = `workshop${count}`;
		const workshop = {
			id,
			name: `研修 ${count}`,
			scene: 'endOfLife',
			pack: 'home-care',
			municipality: `${count % 4}市`,
			heldOn: '',
			start: 'i-city-mitori',
			state: 'open' as const,
			joinCode: String(100_000 + count * 3),
			facilitatorCode: String(100_001 + count * 3),
			viewerCode: String(100_002 + count * 3),
			tables,
			createdAt: count,
			closedAt: null
		};
		const boards = Array.from({ length: tables }, (_, index) => ({
			id: `${id}-${index}`,
			workshopId: id,
			table: index + 1,
			title: `${index + 1}卓`,
			scene: 'endOfLife',
			createdAt: count,
			snapshot: sealBlob(1, boardBytes(count * tables + index))
		}));
		const made = await catalogue.createWorkshop({ key: id, workshop, boards });
		if (!made.ok) throw new Error(made.reason);
	}
}

function boardBytes(number: number): Uint8Array {
	const author = { participant: 'bench', profession: null, now: 0 };
	const doc = new Y.Doc();
	Y.applyUpdate(
		doc,
		encodeStart('i-city-mitori', { title: `${number}`, scene: 'endOfLife' }, author)
	);
	const { size } = doc.getMap('cards');
	const cards = Array.from({ length: cardsPerBoard - size }, (_, index) => ({
		type: index % 2 === 0 ? ('cause' as const) : ('measure' as const),
		text: `${number}番の盤の${index}枚目：退院後の生活について本人・家族・ケアマネジャーと話し合えていない`
	}));
	insertCards(doc, cards, [], author);
	const bytes = Y.encodeStateAsUpdate(doc);
	doc.destroy();
	return bytes;
}
