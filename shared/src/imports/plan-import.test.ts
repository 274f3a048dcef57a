import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { mitoriBoard, testOptions } from '../exports/test-boards.ts';
import { writeXlsxFile } from '../exports/xlsx.ts';
import type { Board } from '../method/board.ts';
import type { Card, CardId } from '../method/card.ts';
import type { LinkId } from '../method/link.ts';
import { cardListColumns } from '../method/worksheet/card-list.ts';
import { planImport } from './plan-import.ts';
import type { ImportPlan } from './planned-change.ts';
import { chosenChanges } from './planned-change.ts';
import { readPasted } from './read-table.ts';
import { readWorkbook } from './read-workbook.ts';

const columns = cardListColumns({ includeVotes: true }).map(({ key }) => key);
const column = (key: string): number => columns.indexOf(key);

type Cells = (string | null)[][];

/** The workbook of I市 as another program saves it after somebody has edited its cells. */
async function edited(edit: (sheet: (name: string) => Cells) => void): Promise<Uint8Array> {
	const { bytes } = await writeXlsxFile(mitoriBoard, { ...testOptions, includeVotes: true });
	const { sheets } = await readXlsx(bytes);
	const texts = sheets.map(({ name, rows }) => ({
		name,
		rows: rows.map((row) => row.map((value) => (value === null ? null : String(value))))
	}));
	edit((name) => texts.find((sheet) => sheet.name === name)!.rows);
	return writeXlsx({ sheets: texts });
}

async function planOf(
	edit: (sheet: (name: string) => Cells) => void,
	board: Board = mitoriBoard
): Promise<ImportPlan> {
	const read = readWorkbook(await edited(edit));
	if ('refusal' in read) throw new Error(read.refusal);
	return planImport(read.table, board);
}

function told({ changes }: ImportPlan): string[] {
	return changes
		.filter(({ state, reason }) => state !== 'same' || reason !== null)
		.map(({ state, what, before, after, isChosen }) =>
			[
				isChosen ? '☑' : '☐',
				state,
				what,
				`${before?.text ?? ''} ⇒ ${after?.text ?? ''}`,
				...(after?.lines ?? []).map(
					({ label, value }, at) => `${label.ja}:${before?.lines[at]?.value ?? ''}⇒${value}`
				)
			].join(' ')
		);
}

const rowOf = (rows: Cells, id: string): (string | null)[] =>
	rows.find((row) => row.at(-1) === id)!;

/** The board after somebody has gone on with one card. */
function boardWith(id: string, change: Partial<Card>): Board {
	const card = mitoriBoard.cards.get(id as CardId)!;
	const cards = new Map(mitoriBoard.cards).set(card.id, { ...card, ...change } as Card);
	return { ...mitoriBoard, cards };
}

function boardWithout(id: string): Board {
	const cards = new Map(mitoriBoard.cards);
	const trash = new Map([[id as CardId, { ...cards.get(id as CardId)!, deletedAt: 1 }]]);
	cards.delete(id as CardId);
	const links = new Map(
		[...mitoriBoard.links].filter(([, { from, to }]) => from !== id && to !== id)
	);
	return { ...mitoriBoard, cards, trash, links };
}

const cause = [...mitoriBoard.cards.values()].find(({ type }) => type === 'cause')!;
const measure = [...mitoriBoard.cards.values()].find(({ type }) => type === 'measure')!;

describe('a workbook that was edited', () => {
	test('changes the words, the fields, the parts and the votes that were changed in it', async () => {
		const plan = await planOf((sheet) => {
			const rows = sheet('カード一覧');
			rowOf(rows, cause.id)[column('text')] = '書き直した原因';
			rowOf(rows, cause.id)[column('cause.category')] = '家族に関する課題';
			rowOf(rows, cause.id)[column('votes')] = '5';
			rowOf(rows, measure.id)[column('subActions')] += '\n冊子を配る';
		});
		expect(plan.counts).toMatchObject({ add: 0, change: 2, remove: 0, conflict: 0 });
		const [first, second] = chosenChanges(plan, new Set(plan.changes.map(({ id }) => id)));
		expect(first).toEqual({
			kind: 'changeCard',
			card: cause.id,
			text: '書き直した原因',
			fields: { category: '家族に関する課題' },
			votes: 5
		});
		const parts = measure.type === 'measure' ? measure.subActions : [];
		expect(second).toMatchObject({
			kind: 'changeCard',
			card: measure.id,
			parts: {
				subActions: [...parts.map(({ id, text }) => ({ id, text })), { text: '冊子を配る' }]
			}
		});
	});

	test('adds a row without an id behind the one above it, with its links', async () => {
		const plan = await planOf((sheet) => {
			const rows = sheet('カード一覧');
			const row = columns.map(() => '') as (string | null)[];
			row[column('number')] = '99';
			row[column('type')] = '原因';
			row[column('text')] = '新しい原因';
			row[column('links')] = `→ #${rowOf(rows, measure.id)[0] ?? ''}`;
			rows.splice(rows.indexOf(rowOf(rows, cause.id)) + 1, 0, row);
		});
		expect(plan.counts).toMatchObject({ add: 2, change: 0, remove: 0, conflict: 0 });
		const changes = chosenChanges(
			plan,
			new Set(plan.changes.flatMap(({ id, isChosen }) => (isChosen ? [id] : [])))
		);
		expect(changes).toEqual([
			{
				kind: 'addCard',
				key: 'new:' + String(changes[0]?.kind === 'addCard' ? changes[0].key.slice(4) : ''),
				id: null,
				type: 'cause',
				text: '新しい原因',
				fields: {},
				parts: {},
				votes: null,
				after: { card: cause.id }
			},
			{
				kind: 'addLink',
				from: { key: changes[0]?.kind === 'addCard' ? changes[0].key : '' },
				to: { card: measure.id },
				link: null
			}
		]);
		// Without its card the link means nothing.
		const link = plan.changes.find(({ what, state }) => what === 'link' && state === 'add')!;
		expect(chosenChanges(plan, new Set([link.id]))).toEqual([]);
	});

	test('removes a card whose row is gone, and a link whose row is gone', async () => {
		const plan = await planOf((sheet) => {
			const rows = sheet('カード一覧');
			rows.splice(rows.indexOf(rowOf(rows, cause.id)), 1);
			sheet('つながり').pop();
		});
		const removed = plan.changes.filter(({ state }) => state === 'remove');
		expect(removed.map(({ what, isChosen }) => `${what} ${isChosen}`)).toEqual([
			'card true',
			'link true'
		]);
		expect(plan.counts).toMatchObject({ add: 0, change: 0, conflict: 0 });
	});

	test('takes out a link that was deleted from the column of its card', async () => {
		const plan = await planOf((sheet) => {
			const row = sheet('カード一覧').find((cells) =>
				(cells[column('links')] ?? '').includes('\n')
			)!;
			row[column('links')] = row[column('links')]!.split('\n').slice(1).join('\n');
		});
		expect(plan.counts).toMatchObject({ add: 0, change: 0, remove: 1, conflict: 0 });
	});

	test('changes the head where the form was changed', async () => {
		const plan = await planOf((sheet) => {
			const cells = sheet('演習シート')[1]!;
			cells[cells.indexOf('グループ［ 3卓 ］')] = 'グループ［ 4卓 ］';
		});
		expect(told(plan)).toEqual(['☑ change head グループ ⇒ グループ グループ:3卓⇒4卓']);
	});

	test('takes a copied row as a new card, and the one that still says the old words as the card', async () => {
		const plan = await planOf((sheet) => {
			const rows = sheet('カード一覧');
			const copy = [...rowOf(rows, cause.id)];
			copy[column('text')] = '写した行の新しい原因';
			copy[column('number')] = '';
			copy[column('links')] = '';
			rows.splice(rows.indexOf(rowOf(rows, cause.id)), 0, copy);
		});
		expect(plan.counts).toMatchObject({ add: 1, change: 0, remove: 0, conflict: 0 });
		expect(plan.changes.find(({ state }) => state === 'add')?.after?.text).toBe(
			'写した行の新しい原因'
		);
	});

	test('reads 一覧表 where only that was edited, and says so', async () => {
		const bytes = await edited((sheet) => {
			for (const row of sheet('一覧表'))
				for (const [at, cell] of row.entries())
					if (cell === cause.text) row[at] = '一覧表で直した原因';
		});
		const read = readWorkbook(bytes);
		if ('refusal' in read) throw new Error(read.refusal);
		expect(read.table.notes[0]?.code).toBe('longTableCounts');
		const plan = planImport(read.table, mitoriBoard);
		expect(plan.counts).toMatchObject({ change: 1, remove: 0, conflict: 0 });
		expect(told(plan).filter((line) => line.includes('change'))).toEqual([
			`☑ change card ${cause.text} ⇒ 一覧表で直した原因`
		]);
	});

	test('takes what was filled into 一覧表 as cards linked along their row', async () => {
		const bytes = await edited((sheet) => {
			const [head, ...rows] = sheet('一覧表');
			const at = (heading: string): number => head!.indexOf(heading);
			const row = rows.find((cells) => (cells[at('期待したこと')] ?? '') !== '')!;
			row[at('評価指標')] = '不安を感じる家族の割合';
			row[at('単位')] = '％';
		});
		const read = readWorkbook(bytes);
		if ('refusal' in read) throw new Error(read.refusal);
		const plan = planImport(read.table, mitoriBoard);
		expect(plan.counts).toMatchObject({ change: 0, remove: 0, conflict: 0 });
		const added = plan.changes.filter(({ state }) => state === 'add');
		expect(added.map(({ what, after }) => `${what} ${after?.text ?? ''}`)).toEqual([
			'card 不安を感じる家族の割合',
			expect.stringMatching(/^link .+ → 不安を感じる家族の割合$/),
			expect.stringMatching(/^link 不安を感じる家族の割合 → .+$/)
		]);
		expect(added[0]?.changes[0]).toMatchObject({ type: 'indicator', fields: { unit: '％' } });
	});

	test('changes the type with the fields of the new one', async () => {
		const plan = await planOf((sheet) => {
			const row = rowOf(sheet('カード一覧'), cause.id);
			row[column('type')] = '現状';
			row[column('fact.kind')] = '聞き取り';
		});
		expect(plan.counts).toMatchObject({ add: 0, change: 1, remove: 0, conflict: 0 });
		expect(plan.changes.flatMap(({ changes }) => changes)).toEqual([
			{
				kind: 'changeCard',
				card: cause.id,
				type: 'fact',
				fields: { kind: 'hearing', heardFrom: '', source: '' }
			}
		]);
	});
});

describe('a board that went on meanwhile', () => {
	const rewrite = (sheet: (name: string) => Cells): void => {
		rowOf(sheet('カード一覧'), cause.id)[column('text')] = 'ファイルの言葉';
	};

	test('keeps what was changed only there', async () => {
		const plan = await planOf(() => undefined, boardWith(cause.id, { text: 'ボードの言葉' }));
		expect(told(plan)).toEqual([`☐ same card ボードの言葉 ⇒ ${cause.text}`]);
		expect(chosenChanges(plan, new Set(plan.changes.map(({ id }) => id)))).toEqual([]);
	});

	test('is asked where both sides were changed', async () => {
		const plan = await planOf(rewrite, boardWith(cause.id, { text: 'ボードの言葉' }));
		expect(told(plan)).toEqual(['☐ conflict card ボードの言葉 ⇒ ファイルの言葉']);
		expect(plan.changes.flatMap(({ changes }) => changes)).toEqual([
			{ kind: 'changeCard', card: cause.id, text: 'ファイルの言葉' }
		]);
	});

	test('has nothing to decide where both sides say the same', async () => {
		const plan = await planOf(rewrite, boardWith(cause.id, { text: 'ファイルの言葉' }));
		expect(told(plan)).toEqual([]);
	});

	test('takes one field of a card and is asked for another', async () => {
		const plan = await planOf(
			(sheet) => {
				rewrite(sheet);
				rowOf(sheet('カード一覧'), cause.id)[column('cause.category')] = '新しい区分';
			},
			boardWith(cause.id, { text: 'ボードの言葉' })
		);
		expect(told(plan).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
			'☑ change card',
			'☐ conflict card'
		]);
	});

	test('keeps a card deleted, unless the file went on with it', async () => {
		expect(told(await planOf(() => undefined, boardWithout(measure.id)))[0]).toMatch(
			/^☐ same card/
		);
		const edit = (sheet: (name: string) => Cells): void => {
			rowOf(sheet('カード一覧'), measure.id)[column('text')] = 'ファイルで続けた対策';
		};
		expect(told(await planOf(edit, boardWithout(measure.id)))[0]).toMatch(/^☐ conflict card/);
	});

	test('is asked before a card that was changed there is removed', async () => {
		const plan = await planOf(
			(sheet) => {
				const rows = sheet('カード一覧');
				rows.splice(rows.indexOf(rowOf(rows, cause.id)), 1);
			},
			boardWith(cause.id, { text: 'ボードの言葉' })
		);
		expect(told(plan)).toEqual(['☐ conflict card ボードの言葉 ⇒ ']);
	});

	test('keeps its own new cards and links', async () => {
		const added = { ...cause, id: 'later' as CardId, text: 'あとから書いた原因' };
		const link = [...mitoriBoard.links.values()][0]!;
		const cards = new Map(mitoriBoard.cards).set(added.id, added);
		const id = 'laterlink' as LinkId;
		const links = new Map(mitoriBoard.links).set(id, {
			...link,
			id,
			from: added.id,
			to: measure.id
		});
		expect(told(await planOf(() => undefined, { ...mitoriBoard, cards, links }))).toEqual([]);
	});
});

describe('words without ids', () => {
	test('are matched to cards that say the same, however they are spelled', () => {
		const plan = planImport(
			readPasted(`原因：${cause.text}\n原因：まったく新しい原因`),
			mitoriBoard
		);
		expect(plan.counts).toMatchObject({ add: 1, same: 1, change: 0, conflict: 0 });
	});

	test('fill what is empty, and ask before anything else is overwritten', () => {
		const board = boardWith(measure.id, { timing: '来年度', owner: '' });
		const plan = planImport(
			readPasted(`対策\t時期\t担当\n${measure.text}\t本年度\t地域包括支援センター`),
			board
		);
		expect(told(plan)).toEqual([
			`☑ change card ${measure.text} ⇒ ${measure.text} 担当・作業部会:⇒地域包括支援センター`,
			`☐ conflict card ${measure.text} ⇒ ${measure.text} 時期:来年度⇒本年度`
		]);
	});

	test('link to the card the board calls by a number', () => {
		const plan = planImport(readPasted('原因：人が足りない（#1）'), mitoriBoard);
		const link = plan.changes.find(({ what }) => what === 'link')!;
		expect(link.state).toBe('add');
		expect(link.needs).toHaveLength(1);
	});
});

test('two thousand rows are compared with a board of two thousand cards soon', () => {
	const cards = new Map(
		Array.from({ length: 2000 }, (_, at): [CardId, Card] => {
			const id = `big${at}` as CardId;
			return [id, { ...cause, id, order: `a${String(at).padStart(4, '0')}V`, text: `原因${at}` }];
		})
	);
	const text = Array.from({ length: 2000 }, (_, at) => `原因：原因${at * 2}`).join('\n');
	const table = readPasted(text);
	const start = performance.now();
	const { counts } = planImport(table, { ...mitoriBoard, cards, links: new Map() });
	expect(performance.now() - start).toBeLessThan(6000);
	expect(counts).toMatchObject({ add: 1000, same: 1000 });
});
