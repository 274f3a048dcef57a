import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { strFromU8, strToU8 } from 'fflate';
import type { Board } from '../method/board.ts';
import { cleanBoard } from '../method/worksheet/clean-board.ts';
import { templates } from '../method/templates/index.ts';
import { boardOf } from '../method/worksheet/test-board.ts';
import { maxBoardFileBytes } from './board-file.ts';
import { readBoardFile, writeBoardFile } from './json.ts';
import { hostileBoard, mitoriBoard } from './test-boards.ts';

const today = { date: '2026-11-22' };

interface LooseFile {
	[key: string]: unknown;
	version: number;
	board: {
		meta: Record<string, unknown>;
		cards: Record<string, unknown>[];
		links: Record<string, unknown>[];
	};
}

function fileOf(board: Board): LooseFile {
	return JSON.parse(strFromU8(writeBoardFile(board, today).bytes)) as LooseFile;
}

/** What is said to the I市 file after a change. */
function refusalAfter(change: (file: LooseFile) => void): unknown {
	const file = fileOf(mitoriBoard);
	change(file);
	const result = readBoardFile(JSON.stringify(file));
	return 'refusal' in result ? result.refusal : 'read';
}

describe('a board written to a file', () => {
	test('comes back equal, card by card and link by link', () => {
		for (const template of Object.values(templates)) {
			const board = boardOf(template('endOfLife'));
			expect(readBoardFile(writeBoardFile(board, today).bytes)).toEqual({ board });
		}
	});

	test('comes back cleaned when its texts were hostile', () => {
		const result = readBoardFile(writeBoardFile(hostileBoard, today).bytes);
		expect(result).toEqual({ board: cleanBoard(hostileBoard) });
	});

	test('has the same bytes whatever order the cards are in', () => {
		const shuffled = { ...mitoriBoard, cards: new Map([...mitoriBoard.cards].reverse()) };
		expect(writeBoardFile(shuffled, today)).toEqual(writeBoardFile(mitoriBoard, today));
	});

	test('is read with a byte order mark and as text', () => {
		const { bytes } = writeBoardFile(mitoriBoard, today);
		expect(readBoardFile(strToU8(`\ufeff${strFromU8(bytes)}`))).toEqual({ board: mitoriBoard });
		expect(readBoardFile(strFromU8(bytes))).toEqual({ board: mitoriBoard });
	});
});

describe('a board that is carried from server to server', () => {
	const read = (bytes: Uint8Array): Board => {
		const result = readBoardFile(bytes);
		if ('refusal' in result) throw new Error(result.refusal);
		return result.board;
	};

	test('keeps the ids it had, each once and in order, and its cards keep theirs', () => {
		const first = read(writeBoardFile(mitoriBoard, { ...today, boardId: 'b1' }).bytes);
		expect(first.meta.carried).toEqual(['b1']);
		const second = read(writeBoardFile(first, { ...today, boardId: 'b2' }).bytes);
		expect(second.meta.carried).toEqual(['b1', 'b2']);
		const back = read(writeBoardFile(second, { ...today, boardId: 'b1' }).bytes);
		expect(back.meta.carried).toEqual(['b2', 'b1']);
		const { meta, ...rest } = back;
		expect({ ...rest, meta: { ...meta, carried: [] } }).toEqual(mitoriBoard);
	});

	test('forgets the oldest moves after many, and reads again', () => {
		let board = mitoriBoard;
		for (let move = 0; move < 60; move += 1)
			board = read(writeBoardFile(board, { ...today, boardId: `b${move}` }).bytes);
		expect(board.meta.carried).toHaveLength(50);
		expect(board.meta.carried.at(-1)).toBe('b59');
	});

	test('is read from a file of before that says nothing of it', () => {
		const file = fileOf(mitoriBoard);
		delete file.board.meta['carried'];
		expect(readBoardFile(JSON.stringify(file))).toEqual({ board: mitoriBoard });
	});
});

describe('a file is refused', () => {
	test('when it is too large, before it is looked at', () => {
		expect(readBoardFile(new Uint8Array(maxBoardFileBytes + 1))).toEqual({ refusal: 'tooLarge' });
	});

	test.each([
		['nothing', ''],
		['a picture', '\u0089PNG\r\n'],
		['half a file', '{"format":"renkei-board","ver'],
		['another JSON', '{"name":"package"}'],
		['null', 'null'],
		['a list', '[]'],
		['a version that is no number', '{"format":"renkei-board","version":"1"}'],
		['brackets without end', '['.repeat(200_000)],
		['a deep file', `${'['.repeat(200_000)}${']'.repeat(200_000)}`]
	])('as no board file: %s', (_name, text) => {
		expect(readBoardFile(text)).toEqual({ refusal: 'notABoardFile' });
		expect(readBoardFile(strToU8(text))).toEqual({ refusal: 'notABoardFile' });
	});

	test('as newer when a later program wrote it', () => {
		expect(refusalAfter((file) => (file.version = 2))).toBe('newerBoardFile');
		expect(refusalAfter((file) => (file.board.meta['schemaVersion'] = 99))).toBe('newerBoardFile');
	});

	test.each<[string, (file: LooseFile) => void]>([
		['a missing board', (file) => delete (file as Record<string, unknown>)['board']],
		['an unknown card type', (file) => (file.board.cards[0]!['type'] = 'risk')],
		['a card without text', (file) => delete file.board.cards[0]!['text']],
		['a text too long', (file) => (file.board.cards[0]!['text'] = 'あ'.repeat(2001))],
		['an id of JavaScript', (file) => (file.board.cards[0]!['id'] = '__proto__')],
		['a card twice', (file) => file.board.cards.push(file.board.cards[0]!)],
		['a place that is no number', (file) => (file.board.cards[0]!['position'] = [null, 0])],
		['a link to nowhere', (file) => (file.board.links[0]!['to'] = 'nowhere')],
		['a link to itself', (file) => (file.board.links[0]!['to'] = file.board.links[0]!['from'])],
		[
			'too many cards',
			(file) => (file.board.cards = Array.from({ length: 5001 }, () => file.board.cards[0]!))
		]
	])('as broken: %s', (_name, change) => {
		expect(refusalAfter(change)).toBe('brokenBoardFile');
	});
});

test('keys of the language in a file reach no object', () => {
	const text = strFromU8(writeBoardFile(mitoriBoard, today).bytes)
		.replace('"meta": {', '"__proto__": {"polluted": true}, "meta": {"constructor": 1,')
		.replace('"id":', '"__proto__": {"polluted": true}, "id":');
	expect(readBoardFile(text)).toEqual({ board: mitoriBoard });
	expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('any bytes and any JSON end with an answer', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
			expect(readBoardFile(bytes)).toHaveProperty('refusal');
		})
	);
	fc.assert(
		fc.property(fc.jsonValue(), (board) => {
			const file = JSON.stringify({ format: 'renkei-board', version: 1, board });
			expect(readBoardFile(file)).toEqual({ refusal: 'brokenBoardFile' });
		})
	);
});
