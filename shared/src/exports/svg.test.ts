import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readBoard } from '../document/read-board.ts';
import { encodeStart } from '../document/templates.ts';
import type { Board } from '../method/board.ts';
import { cleanText } from '../method/clean-text.ts';
import { iCityMitori } from '../method/templates/i-city-mitori.ts';
import { templateIds } from '../method/templates/template-ids.ts';
import type { TemplateId } from '../method/templates/template-ids.ts';
import { boardOf } from '../method/worksheet/test-board.ts';
import { sheetKindIds } from '../method/export-ids.ts';
import { sheetKinds } from '../sheets/index.ts';
import type { ExportOptions } from './export-format.ts';
import { hostileBoard, mitoriBoard, officeCharacters, testOptions } from './test-boards.ts';
import { writeSvg } from './svg.ts';

/** The texts of a drawing with the names and attributes of all its elements; throws where it is not well-formed. */
function readSvg(bytes: Uint8Array) {
	const elements: { name: string; attributes: Record<string, string> }[] = [];
	const texts: string[] = [];
	const open: string[] = [];
	let title = '';
	const parser = new SaxesParser();
	parser.on('opentag', ({ name, attributes }) => {
		elements.push({ name, attributes: { ...attributes } });
		open.push(name);
		if (name === 'text') texts.push('');
	});
	parser.on('closetag', () => void open.pop());
	parser.on('text', (text) => {
		if (open.includes('text')) texts.push((texts.pop() ?? '') + text);
		if (open.at(-1) === 'title') title += text;
	});
	parser.on('error', (error) => {
		throw error;
	});
	parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close();
	return { elements, texts, title };
}

function boardOfCase(id: TemplateId): Board {
	const doc = new Y.Doc();
	const author = { participant: 'p1', profession: null, now: 1_800_000_000_000 };
	Y.applyUpdate(doc, encodeStart(id, { title: '見本', scene: 'endOfLife' }, author));
	return readBoard(doc);
}

const write = (board: Board, options: Partial<ExportOptions> = {}) =>
	writeSvg(board, { ...testOptions, ...options });

async function layOut(board: Board, options: Partial<ExportOptions> = {}) {
	const chosen = { ...testOptions, ...options };
	return (await sheetKinds[chosen.sheet].load()).layOut(board, chosen);
}

describe.each(sheetKindIds)('the sheet %s as a drawing', (sheet) => {
	test.each([
		...templateIds.map((id) => [id, boardOfCase(id)] as const),
		['mitori', mitoriBoard],
		['hostile', hostileBoard]
	] as const)('says of %s what the layout says, character by character', async (_, board) => {
		for (const paper of ['A3', 'A4'] as const) {
			const { pages } = await layOut(board, { sheet, paper });
			const { texts } = readSvg((await write(board, { sheet, paper })).bytes);
			const laidOut = pages.flat().flatMap((item) => (item.kind === 'text' ? [item.text] : []));
			expect(texts.join('')).toBe(laidOut.join(''));
		}
	});
});

test('characters of Japanese offices stay what they are', async () => {
	const text = `${officeCharacters}𠮷野家・葛󠄀飾区・か゛`;
	const board = boardOf({ ...iCityMitori, cards: [{ id: 'a', type: 'cause', text }], links: [] });
	const { texts } = readSvg((await write(board)).bytes);
	expect(texts.join('')).toContain(cleanText(text));
});

test('a text broken into lines is one text', async () => {
	const { texts } = readSvg((await write(mitoriBoard)).bytes);
	expect(texts).toContain(
		'家族に対し、専門職が看取りに関するプロセスを十分説明しきれていないために、家族の不安が高まってしまうこと'
	);
});

test('a drawing has its size, its language and its title, and nothing that runs or is fetched', async () => {
	const { elements, title } = readSvg((await write(hostileBoard)).bytes);
	expect(elements[0]).toMatchObject({
		name: 'svg',
		attributes: { width: '420mm', height: '297mm', viewBox: '0 0 420 297', lang: 'ja' }
	});
	expect(title).toContain('＜市＞&amp;"\'');
	const names = new Set(elements.map(({ name }) => name));
	expect([...names].sort()).toEqual(
		['desc', 'g', 'path', 'rect', 'svg', 'text', 'title', 'tspan'].filter((name) => names.has(name))
	);
	const suspects = elements
		.flatMap((element) => Object.entries(element.attributes))
		.filter(([name, value]) => /^on|href|style/.test(name) || /url\(|:\/\//.test(value));
	expect(suspects).toEqual([['xmlns', 'http://www.w3.org/2000/svg']]);
});

test('pages stand below each other with a gap', async () => {
	const cards = [0, 1, 2, 3].flatMap((n) =>
		iCityMitori.cards.map((card) => ({ ...card, id: `${card.id}-${n}` }))
	);
	const board = boardOf({ ...iCityMitori, cards, links: [] });
	const { pages } = await layOut(board);
	expect(pages.length).toBeGreaterThan(1);
	const { elements } = readSvg((await write(board)).bytes);
	expect(elements[0]?.attributes['height']).toBe(
		`${pages.length * 297 + (pages.length - 1) * 8}mm`
	);
	const tops = elements.flatMap(({ name, attributes }) =>
		name === 'g' ? [attributes['transform'] ?? ''] : []
	);
	expect(tops).toEqual(
		pages.map((_, page) => (page === 0 ? '' : `translate(0 ${page * (297 + 8)})`))
	);
});

test('60 cards take less than 40 KB, and the same bytes every time', async () => {
	const cards = [0, 1, 2, 3].flatMap((n) =>
		iCityMitori.cards.map((card) => ({ ...card, id: `${card.id}-${n}` }))
	);
	const board = boardOf({ ...iCityMitori, cards: cards.slice(0, 60), links: [] });
	const [first, again] = [await write(board), await write(board)];
	expect(first.bytes.length).toBeLessThan(40 * 1024);
	expect(Buffer.from(again.bytes).equals(Buffer.from(first.bytes))).toBe(true);
});
