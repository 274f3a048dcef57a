import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Board } from '../method/board.ts';
import { readBoardFile, writeBoardFile } from '../method/board-file.ts';
import { templateIds } from '../method/templates/template-ids.ts';
import { readBoard } from './read-board.ts';
import { encodeStart } from './templates.ts';
import { encodeBoard } from './write-board.ts';

function open(bytes: Uint8Array): Board {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, bytes);
	return readBoard(doc);
}

function start(id: Parameters<typeof encodeStart>[0]): Board {
	const author = { participant: 'server', profession: 'physician', now: 5 } as const;
	return open(encodeStart(id, { title: '見本', scene: 'endOfLife', date: '2026-11-22' }, author));
}

/** A file with one thing in it changed. */
function changed(change: (file: Record<string, any>) => void): string {
	const file = JSON.parse(writeBoardFile(start('i-city-mitori')));
	change(file);
	return JSON.stringify(file);
}

test.each(templateIds)('%s comes back from a file as it went in', (id) => {
	const board = start(id);
	expect(readBoardFile(writeBoardFile(board))).toEqual({ board });
});

test('cards in the trash and notes of links come back too', () => {
	const board = start('i-city-mitori');
	const [first] = board.cards.values();
	const [link] = board.links.values();
	const trashed = { ...first!, id: 'gone' as never, deletedAt: 7, deletedBy: 'p1' };
	const noted = { ...link!, note: 'なぜなら' };
	const full: Board = {
		...board,
		trash: new Map([[trashed.id, trashed]]),
		links: new Map([...board.links, [noted.id, noted]])
	};
	const read = readBoardFile(writeBoardFile(full));
	expect(read).toEqual({ board: full });
	const written = open(encodeBoard(full));
	expect(written.trash.get(trashed.id)).toMatchObject({ deletedAt: 7, deletedBy: 'p1' });
	expect([...written.links.values()].map(({ note }) => note)).toContain('なぜなら');
});

test.each([
	['nothing', ''],
	['text', '演習シート'],
	['other JSON', '{"format":"enshu-sheet","version":1}'],
	['a list', '[]'],
	['deep brackets', '['.repeat(200_000)],
	['deep pairs', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
	['half a file', writeBoardFile(start('blank')).slice(0, -10)]
])('%s is not a board file', (_, text) => {
	expect(readBoardFile(text)).toEqual({ refusal: 'notABoardFile' });
});

test('a file of a later version is told apart', () => {
	const text = changed((file) => {
		file['version'] = 2;
		file['cards'] = 'of another shape';
	});
	expect(readBoardFile(text)).toEqual({ refusal: 'newerBoardFile' });
});

test.each<[string, (file: Record<string, any>) => void]>([
	['no cards', (file) => delete file['cards']],
	['a card of an unknown type', (file) => (file['cards'][0].type = 'risk')],
	['a card without text', (file) => delete file['cards'][0].text],
	['a text of 2,001 characters', (file) => (file['cards'][0].text = 'あ'.repeat(2001))],
	['a position that is none', (file) => (file['cards'][0].position = [1, 'x'])],
	['the same id twice', (file) => (file['cards'][1].id = file['cards'][0].id)],
	['an id that is no id', (file) => (file['cards'][0].id = '__proto__')],
	['a link to a missing card', (file) => (file['links'][0].to = 'nowhere')],
	['a link to itself', (file) => (file['links'][0].to = file['links'][0].from)],
	['a wrong scene', (file) => (file['meta'].scene = 'party')],
	['too many cards', (file) => (file['cards'] = Array(5001).fill(file['cards'][0]))]
])('%s breaks the whole file', (_, change) => {
	expect(readBoardFile(changed(change))).toEqual({ refusal: 'brokenBoardFile' });
});

test('what a file holds beside the schema is left out, and control characters are cleaned', () => {
	const read = readBoardFile(
		changed((file) => {
			file['cards'][0].text = '題\u0000名\u000b二行';
			file['cards'][0].disease = '肺\u0007炎';
			file['cards'][0].script = '<script>';
			file['meta'].title = '見\u001b本';
		})
	);
	if (!('board' in read)) throw new Error(read.refusal);
	const written = open(encodeBoard(read.board));
	const card = [...written.cards.values()].find(({ type }) => type === 'theme');
	expect(card).toMatchObject({ text: '題名\n二行', disease: '肺炎' });
	expect(card).not.toHaveProperty('script');
	expect(written.meta.title).toBe('見本');
	expect(written.problems).toEqual([]);
});
