import type { ImportedCard, ImportedTable } from '@renkei/shared/imports/imported-table.ts';
import { emptyTable } from '@renkei/shared/imports/imported-table.ts';
import { planImport } from '@renkei/shared/imports/plan-import.ts';
import type { PlannedChange } from '@renkei/shared/imports/planned-change.ts';
import { countStates } from '@renkei/shared/imports/planned-change.ts';
import { importRefusals } from '@renkei/shared/imports/refusals.ts';
import type { Board } from '@renkei/shared/method/board.ts';
import type { Card } from '@renkei/shared/method/card.ts';
import { iCityMitori } from '@renkei/shared/method/templates/i-city-mitori.ts';
import { boardOf } from '@renkei/shared/method/worksheet/test-board.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { ImportDesk } from './import-desk.svelte.ts';
import type { ImportContent, ReadImport } from './read-import.ts';

let board: Board;
let table: ImportedTable;
/** Answers that wait until the test lets them go. */
let held: (() => void)[] | null;

beforeEach(() => {
	board = boardOf(iCityMitori);
	table = emptyTable('text');
	held = null;
});

function row(text: string, more: Partial<ImportedCard> = {}): ImportedCard {
	return {
		row: table.cards.length + 1,
		id: null,
		number: '',
		type: null,
		text,
		fields: {},
		parts: {},
		...more
	};
}

function deskFor(read: () => ReadImport): ImportDesk {
	return new ImportDesk({
		read: async () => {
			if (held) await new Promise<void>((resolve) => held?.push(resolve));
			return read();
		},
		plan: async ({ table: asked }: ImportContent, now) =>
			asked ? planImport(asked, now) : { changes: [], counts: countStates([]) },
		board: () => board
	});
}

const content = (): ReadImport => ({ kind: 'content', content: { table, opinions: null } });
const source = { kind: 'paste', name: '貼り付け', text: 'x' } as const;

describe('lines', () => {
	test('become cards of the type a person chooses, one by one or all that name none', async () => {
		table = { ...table, cards: [row('一つ目')] };
		table = { ...table, cards: [...table.cards, row('二つ目', { type: 'measure' })] };
		table = { ...table, cards: [...table.cards, row('三つ目')] };
		const desk = deskFor(content);
		await desk.read(source, 'cause');
		expect([desk.stage, desk.look, desk.chosen.length]).toEqual(['looking', 'rows', 3]);
		await desk.setType(2, 'outcome');
		await desk.setTypeOfOthers('fact');
		const types = desk.changes.map((change) => change.kind === 'addCard' && change.type);
		expect(types).toEqual(['fact', 'measure', 'outcome']);
		expect([0, 1, 2].map((at) => desk.typeOf(at))).toEqual(['fact', 'measure', 'outcome']);
	});

	test('that are on the board already stay what they are there', async () => {
		const [known] = [...board.cards.values()].filter(({ type }) => type === 'cause') as [Card];
		table = { ...table, cards: [row(known.text)] };
		const desk = deskFor(content);
		await desk.read(source, 'outcome');
		expect(desk.plan?.counts).toMatchObject({ same: 1, add: 0, change: 0, conflict: 0 });
		expect(desk.changes).toEqual([]);
	});

	test('left out take the links with them, and bring them back', async () => {
		table = {
			...table,
			cards: [row('原因一', { type: 'cause' }), row('対策一', { type: 'measure', row: 2 })],
			links: [{ from: 0, to: 1, kind: null }]
		};
		const desk = deskFor(content);
		await desk.read(source);
		const kinds = () => desk.changes.map(({ kind }) => kind);
		expect(kinds()).toEqual(['addCard', 'addCard', 'addLink']);
		const second = desk.plan?.changes.find(({ after }) => after?.text === '対策一');
		desk.choose([second as PlannedChange], false);
		expect(kinds()).toEqual(['addCard']);
		const link = desk.plan?.changes.find(({ what }) => what === 'link');
		desk.choose([link as PlannedChange], true);
		expect(kinds()).toEqual(['addCard', 'addCard', 'addLink']);
	});
});

describe('the board goes on', () => {
	test('what is compared follows, and what was chosen stays chosen', async () => {
		const [first, second] = [...board.cards.values()] as [Card, Card];
		const ofCard = (card: Card, text: string) => row(text, { id: card.id, type: card.type });
		table = {
			...table,
			cards: [ofCard(first, first.text), ofCard(second, `${second.text}（済）`)]
		};
		const desk = deskFor(content);
		await desk.read(source);
		expect(desk.look).toBe('compare');
		const differing = desk.plan?.changes.filter(({ state }) => state !== 'same') ?? [];
		expect(differing).toHaveLength(1);
		desk.choose(differing, true);
		expect(desk.isCurrent).toBe(true);
		board = {
			...board,
			cards: new Map([...board.cards, [first.id, { ...first, text: 'ほかの人が直した' }]])
		};
		expect(desk.isCurrent).toBe(false);
		await desk.follow();
		expect(desk.isCurrent).toBe(true);
		expect(desk.chosen.map(({ id }) => id)).toEqual(differing.map(({ id }) => id));
		expect(desk.plan?.counts.conflict).toBe(2);
		desk.chooseSuggested();
		expect(desk.changes).toEqual([]);
	});
});

describe('what cannot be read', () => {
	test('is one sentence, and another file may follow', async () => {
		const desk = deskFor(() => ({ kind: 'refused', sentence: importRefusals.damaged }));
		await desk.read(source);
		expect([desk.stage, desk.problem]).toEqual(['choosing', importRefusals.damaged.ja]);
		const broken = deskFor(() => {
			throw new Error('a fault of ours');
		});
		await broken.read(source);
		expect(broken.stage).toBe('choosing');
		expect(broken.problem).toMatch(/読み込めませんでした/);
	});

	test('is told when there is nothing in it', async () => {
		const desk = deskFor(content);
		await desk.read(source);
		expect(desk.problem).toMatch(/取り込む内容が見つかりません/);
	});

	test('comes too late when another was chosen meanwhile', async () => {
		held = [];
		table = { ...table, cards: [row('遅れて来た')] };
		const desk = deskFor(content);
		const reading = desk.read(source);
		desk.startAgain();
		for (const go of held) go();
		await reading;
		expect([desk.stage, desk.plan]).toEqual(['choosing', null]);
	});
});
