import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { applyBoardChanges } from '../document/commands/import-commands.ts';
import { readBoard } from '../document/read-board.ts';
import { hostileBoard, mitoriBoard, testOptions } from '../exports/test-boards.ts';
import { writeXlsxFile } from '../exports/xlsx.ts';
import { writeCsv } from '../exports/csv.ts';
import type { Board } from '../method/board.ts';
import type { Card } from '../method/card.ts';
import { compareByOrder } from '../method/card.ts';
import { anyBoard } from '../method/checks/any-board.driver.ts';
import { linkKindsBetween } from '../method/link-types.ts';
import type { LinkId } from '../method/link.ts';
import { parsePack } from '../method/packs/parse-pack.ts';
import { resolvePack } from '../method/packs/resolve-pack.ts';
import { templates } from '../method/templates/index.ts';
import { cardListTable } from '../method/worksheet/card-list.ts';
import { linkListRows } from '../method/worksheet/card-list-links.ts';
import { boardOf } from '../method/worksheet/test-board.ts';
import type { ExportOptions } from '../exports/export-format.ts';
import type { ImportedTable } from './imported-table.ts';
import { planImport } from './plan-import.ts';
import type { ImportPlan } from './planned-change.ts';
import { chosenChanges } from './planned-change.ts';
import { readCsv } from './read-table.ts';
import { readWorkbook } from './read-workbook.ts';

const everything = { ...testOptions, includeVotes: true, includeProfessions: true };
const emptyBoard = boardOf({
	scene: null,
	municipality: '',
	group: '',
	date: '',
	cards: [],
	links: []
});

async function read(board: Board, options: ExportOptions = everything): Promise<ImportedTable> {
	const result = readWorkbook((await writeXlsxFile(board, options)).bytes);
	if ('refusal' in result) throw new Error(result.refusal);
	return result.table;
}

function differences({ changes }: ImportPlan) {
	return changes
		.filter(({ state, reason }) => state !== 'same' || reason !== null)
		.map(({ state, what, before, after }) => ({ state, what, before, after }));
}

/** The board a plan makes of an empty one, with what is chosen to begin with. */
function applied({ changes }: ImportPlan): Board {
	const doc = new Y.Doc();
	const chosen = new Set(changes.filter(({ isChosen }) => isChosen).map(({ id }) => id));
	const author = { participant: 'test', profession: null, now: 1 };
	const { left } = applyBoardChanges(
		doc,
		chosenChanges({ changes, counts: countOf }, chosen),
		author
	);
	expect(left).toEqual([]);
	const board = readBoard(doc);
	doc.destroy();
	return board;
}
const countOf = { add: 0, change: 0, remove: 0, conflict: 0, same: 0 };

/** A board's content in words, as people see it, without the places a hand gave to islands. */
function content(board: Board) {
	const { columns, rows } = cardListTable(board, { includeVotes: true });
	const kept = columns.flatMap(({ key }, at) =>
		['number', 'links', 'cluster'].includes(key) ? [] : [at]
	);
	return {
		cards: rows.map((row) => kept.map((at) => row[at]?.trim()).join('\n')).sort(),
		links: linkListRows(board)
			.map(({ from, to, kind }) => `${from} ${to} ${kind}`)
			.sort()
	};
}

/** Any board with only values that a document keeps: years are years, a role names somebody, one cause is the root. */
const storableBoard = fc
	.tuple(anyBoard, fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(1)), { maxLength: 12 }))
	.map(([board, pairs]) => {
		let hasRoot = false;
		const cards = [...board.cards.values()].map((card): Card => {
			if (card.type === 'indicator')
				return {
					...card,
					values: card.values.map((value, at) => ({ ...value, id: String(2020 + at) }))
				};
			if (card.type === 'measure')
				return { ...card, roles: card.roles.filter(({ who }) => who.trim() !== '') };
			if (card.type !== 'cause') return card;
			const isRoot = card.isRoot && !hasRoot;
			hasRoot ||= isRoot;
			return { ...card, isRoot };
		});
		const links = new Map(board.links);
		for (const [at, [first, second, choice]] of pairs.entries()) {
			const from = cards[first % Math.max(cards.length, 1)];
			const to = cards[second % Math.max(cards.length, 1)];
			const isThere = [...links.values()].some(
				(link) => link.from === from?.id && link.to === to?.id
			);
			if (!from || !to || from === to || isThere) continue;
			const kinds = linkKindsBetween(from.type, to.type);
			const id = `more${at}` as LinkId;
			const rest = { note: '', set: null, createdAt: 0, createdBy: '' };
			const kind = kinds[choice] ?? kinds[0];
			links.set(id, { id, from: from.id, to: to.id, kind, ...rest });
		}
		return { ...board, links, cards: new Map(cards.map((card) => [card.id, card])) };
	});

describe('a workbook that comes back as it went', () => {
	test.each(Object.entries(templates))('changes nothing of %s', async (_, template) => {
		const board = boardOf(template('endOfLife'));
		expect(differences(planImport(await read(board), board))).toEqual([]);
	});

	test.each([
		['I市', mitoriBoard],
		['hostile texts', hostileBoard]
	])('changes nothing of %s, whatever was left out', async (_, board) => {
		for (const options of [testOptions, everything, { ...testOptions, includeNotes: false }])
			expect(differences(planImport(await read(board, options), board))).toEqual([]);
	});

	test('changes nothing of a board that speaks the words of a pack', async () => {
		const pack = readFileSync(new URL('../method/packs/dementia.json', import.meta.url), 'utf8');
		const read = parsePack(pack, 'dementia.json');
		if ('refusal' in read) throw new Error('The pack does not read');
		const method = resolvePack(read.pack);
		const board = {
			...mitoriBoard,
			meta: { ...mitoriBoard.meta, scene: 'diagnosis', pack: method.id }
		};
		const { bytes } = await writeXlsxFile(board, { ...everything, method });
		const book = readWorkbook(bytes, { method });
		if ('refusal' in book) throw new Error(book.refusal);
		expect(differences(planImport(book.table, board, { method }))).toEqual([]);
		const made = applied(planImport(book.table, emptyBoard, { method }));
		expect(content(made)).toEqual(content(board));
		expect(made.meta.scene).toBe('diagnosis');
	});

	test('makes an empty board the same', async () => {
		const plan = planImport(await read(mitoriBoard), emptyBoard);
		expect(plan.counts).toMatchObject({ add: 30 + 43, remove: 0, conflict: 0 });
		const made = applied(plan);
		expect(content(made)).toEqual(content(mitoriBoard));
		expect(made.meta).toMatchObject({
			title: mitoriBoard.meta.title,
			scene: 'endOfLife',
			group: '3卓'
		});
		const inOrder = (board: Board) =>
			[...board.cards.values()]
				.sort(compareByOrder)
				.map(({ type, id }) => `${type} ${id}`)
				.sort();
		expect(inOrder(made)).toEqual(inOrder(mitoriBoard));
	});
});

test('any board comes back the same, and makes an empty one the same', async () => {
	await fc.assert(
		fc.asyncProperty(storableBoard, async (board) => {
			const table = await read(board);
			expect(differences(planImport(table, board))).toEqual([]);
			expect(content(applied(planImport(table, emptyBoard)))).toEqual(content(board));
		}),
		{ numRuns: 40 }
	);
}, 60_000);

test('any board comes back the same from CSV', () => {
	fc.assert(
		fc.property(storableBoard, (board) => {
			const text = new TextDecoder().decode(writeCsv(board, everything).bytes);
			expect(differences(planImport(readCsv(text), board))).toEqual([]);
		}),
		{ numRuns: 60 }
	);
});
