import { boardPoint } from '@renkei/shared/geometry/point.ts';
import type { ZoneId } from '@renkei/shared/method/ids.ts';
import { cardTypeIds, zoneIds } from '@renkei/shared/method/ids.ts';
import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { editorKey } from '../state/editor-keys.ts';
import type { EditorKey } from '../state/editor-keys.ts';
import { boardDriver, must, noStroke } from './board.driver.ts';
import type { KeyStroke } from './key-match.ts';

/*
 * The keys that people have in their fingers (behaviour §3.1), each pressed on a US and on a Japanese keyboard, and
 * once more while an input method owns the key, when nothing of ours may happen.
 */

type Driver = ReturnType<typeof boardDriver>;
type Stroke = Partial<KeyStroke>;

interface Row {
	readonly action: string;
	readonly us: Stroke;
	/** Only where the key sits or types otherwise than on a US keyboard. */
	readonly jis?: Stroke;
	readonly before?: (driver: Driver) => void;
	readonly after: (driver: Driver) => void | Promise<void>;
	readonly driver?: Parameters<typeof boardDriver>[0];
}

const letter = (key: string, more: Stroke = {}): Stroke => ({
	key,
	code: `Key${key.toUpperCase()}`,
	...more
});
const digit = (number: number, more: Stroke = {}): Stroke => ({
	key: String(number),
	code: `Digit${number}`,
	...more
});
const ctrl = { ctrlKey: true } as const;
const shift = { shiftKey: true } as const;

const select =
	(...indexes: readonly number[]) =>
	({ open, id }: Driver): void =>
		open.selection.choose(indexes.map((index) => id(index)));
const tool =
	(wanted: string) =>
	({ open }: Driver): void =>
		expect(open.toolbox.tool).toBe(wanted);
const edits =
	(index: number) =>
	({ open, id }: Driver): void =>
		expect(open.editing.card).toBe(id(index));
const makes =
	(type: string) =>
	({ open }: Driver): void =>
		expect(open.board.cards.get(must(open.editing.card ?? undefined))?.type).toBe(type);
const moves =
	(dx: number, dy: number) =>
	({ open, id }: Driver): void => {
		// Every driver lays out the same cards.
		const fresh = boardDriver();
		const { x, y } = must(fresh.open.layout.cards.get(fresh.id(2))).box;
		expect(open.board.cards.get(id(2))?.position).toEqual([x + dx, y + dy]);
	};
const opens =
	(kind: string) =>
	({ open }: Driver): void =>
		expect(open.popups.current?.kind).toBe(kind);
const zooms =
	(factor: number) =>
	({ open }: Driver): void =>
		expect(open.viewport.zoom).toBeCloseTo(factor);
const move = ({ open, id }: Driver): void =>
	open.commands.moveCards(new Map([[id(0), [5, 5] as const]]));
const isMoved =
	(wanted: boolean) =>
	({ open, id }: Driver): void =>
		expect(open.board.cards.get(id(0))?.position !== null).toBe(wanted);
const withdraws = ({ withdrawn, id }: Driver): void => expect(withdrawn).toEqual([[id(0), id(1)]]);
const asksForMenu = ({ menus }: Driver): void => expect(menus).toEqual(['keyboard']);
const hasSwapped = async ({ open, id }: Driver): Promise<void> => {
	const numberOf = (at: number): number => must(open.board.numbers.get(id(at)));
	await vi.waitFor(() => expect(numberOf(0)).toBeGreaterThan(numberOf(1)));
};
const shows =
	(zone: ZoneId) =>
	({ open }: Driver): void => {
		const { box } = must(open.layout.zones.get(zone));
		const { x } = open.viewport.toScreen(boardPoint(box.x + box.width / 2, 0));
		expect([x > 0, x < open.viewport.width]).toEqual([true, true]);
	};
const arrow = (way: string, more: Stroke = {}): Stroke => ({
	key: `Arrow${way}`,
	code: `Arrow${way}`,
	...more
});

const rows: readonly Row[] = [
	{
		action: 'V takes 選ぶ',
		us: letter('v'),
		jis: { key: 'ひ', code: 'KeyV' },
		before: ({ open }) => open.toolbox.choose('pan'),
		after: tool('select')
	},
	{
		action: 'H takes 動かす',
		us: letter('h'),
		jis: { key: 'く', code: 'KeyH' },
		after: tool('pan')
	},
	{
		action: 'N makes a card of the last type',
		us: letter('n'),
		jis: { key: 'み', code: 'KeyN' },
		before: ({ open }) => open.toolbox.rememberCardType('measure'),
		after: makes('measure')
	},
	...cardTypeIds.map((type, index): Row => ({
		action: `${index + 1} makes a ${type} card`,
		us: digit(index + 1),
		jis: { key: '１２３４５６７８９'.charAt(index), code: `Digit${index + 1}` },
		after: makes(type)
	})),
	{
		action: 'C takes つなぐ',
		us: letter('c'),
		jis: { key: 'そ', code: 'KeyC' },
		after: tool('link')
	},
	{
		action: 'A takes つなぐ',
		us: letter('a'),
		jis: { key: 'ち', code: 'KeyA' },
		after: tool('link')
	},
	{ action: 'Enter edits', us: { key: 'Enter' }, before: select(0), after: edits(0) },
	{ action: 'F2 edits', us: { key: 'F2' }, before: select(0), after: edits(0) },
	{
		action: 'Ctrl+Enter adds a sibling',
		us: { key: 'Enter', ...ctrl },
		before: select(2),
		after: makes('measure')
	},
	{
		action: 'Tab goes to the next card in reading order',
		us: { key: 'Tab' },
		before: select(0),
		after: ({ open, id }) => expect(open.selection.only).toBe(id(1))
	},
	{
		action: 'Shift+Tab goes to the card before',
		us: { key: 'Tab', ...shift },
		before: select(1),
		after: ({ open, id }) => expect(open.selection.only).toBe(id(0))
	},
	{
		action: 'Ctrl+Z takes back',
		us: letter('z', ctrl),
		jis: { key: 'っ', code: 'KeyZ', ...ctrl },
		before: move,
		after: isMoved(false)
	},
	...[letter('y', ctrl), letter('Z', { ...ctrl, ...shift })].map((us): Row => ({
		action: `${us.shiftKey ? 'Ctrl+Shift+Z' : 'Ctrl+Y'} does it again`,
		us,
		before: (driver) => {
			move(driver);
			driver.open.history.undo();
		},
		after: isMoved(true)
	})),
	{
		action: 'Ctrl+D duplicates',
		us: letter('d', ctrl),
		before: select(2),
		after: ({ open }) => expect(open.board.cards.size).toBe(6)
	},
	...['Delete', 'Backspace'].map((key): Row => ({
		action: `${key} withdraws`,
		us: { key },
		before: select(0, 1),
		after: withdraws
	})),
	{
		action: 'Ctrl+A selects all but the background',
		us: letter('a', ctrl),
		after: ({ open }) => expect(open.selection.cards.size).toBe(5)
	},
	{
		action: 'Ctrl+G makes an island',
		us: letter('g', ctrl),
		before: select(0, 1),
		after: ({ open }) => expect(open.editing.island).not.toBeNull()
	},
	{
		action: 'Ctrl+Shift+G takes it apart',
		us: letter('G', { ...ctrl, ...shift }),
		before: (driver) => {
			driver.open.commands.makeCluster([driver.id(0), driver.id(1)], '家族');
			select(0, 1)(driver);
		},
		after: ({ open }) => expect(open.board.records.size).toBe(0)
	},
	{
		action: 'Ctrl+Shift+L pins, for those who lead',
		us: letter('L', { ...ctrl, ...shift }),
		before: select(0),
		after: async ({ open, id }) => {
			await vi.waitFor(() => expect(open.board.cards.get(id(0))?.lock).toBe('pinned'));
		}
	},
	...[
		{ key: '[', wanted: -1, index: 1 },
		{ key: ']', wanted: 1, index: 0 }
	].map(({ key, wanted, index }): Row => ({
		action: `Ctrl+${key} moves a card ${wanted < 0 ? 'up' : 'down'} in its lane`,
		us: { key, code: key === '[' ? 'BracketLeft' : 'BracketRight', ...ctrl },
		jis: { key, code: key === '[' ? 'BracketRight' : 'Backslash', ...ctrl },
		before: select(index),
		after: hasSwapped
	})),
	{ action: '→ moves by a cell', us: arrow('Right'), before: select(2), after: moves(8, 0) },
	{ action: '← moves by a cell', us: arrow('Left'), before: select(2), after: moves(-8, 0) },
	{ action: '↓ moves by a cell', us: arrow('Down'), before: select(2), after: moves(0, 8) },
	{
		action: 'Shift+↓ moves by five',
		us: arrow('Down', shift),
		before: select(2),
		after: moves(0, 40)
	},
	{
		action: 'Ctrl+→ goes to the nearest card',
		us: arrow('Right', ctrl),
		before: select(2),
		after: ({ open, id }) => expect([id(3), id(4)]).toContain(open.selection.only)
	},
	{
		action: 'Ctrl++ zooms in',
		us: { key: '=', code: 'Equal', ...ctrl },
		jis: { key: ';', code: 'Semicolon', ...ctrl },
		after: zooms(1.2)
	},
	{
		action: 'Ctrl++ with Shift zooms in',
		us: { key: '+', code: 'Equal', ...ctrl, ...shift },
		jis: { key: '+', code: 'Semicolon', ...ctrl, ...shift },
		after: zooms(1.2)
	},
	{ action: 'Ctrl+− zooms out', us: { key: '-', code: 'Minus', ...ctrl }, after: zooms(1 / 1.2) },
	{
		action: 'Ctrl+0 shows 100 %',
		us: digit(0, ctrl),
		before: ({ open }) => open.viewport.zoomAt({ x: 0, y: 0 } as never, 2),
		after: zooms(1)
	},
	{
		action: 'Shift+1 shows all',
		us: { key: '!', code: 'Digit1', ...shift },
		before: ({ open }) => open.viewport.zoomAt({ x: 0, y: 0 } as never, 2),
		after: ({ open }) => expect(open.viewport.zoom).toBeLessThan(1.2)
	},
	{
		action: 'Shift+2 shows the selection',
		us: { key: '@', code: 'Digit2', ...shift },
		jis: { key: '"', code: 'Digit2', ...shift },
		before: (driver) => {
			select(4)(driver);
			driver.open.viewport.panBy(-5000, 0);
		},
		after: ({ open, id }) => {
			const { x, y, width, height } = must(open.layout.cards.get(id(4))).box;
			const middle = open.viewport.toScreen(boardPoint(x + width / 2, y + height / 2));
			expect([middle.x, middle.y]).toEqual([1200, 500]);
		}
	},
	...zoneIds.map((zone, index): Row => ({
		action: `Alt+${index + 1} shows ${zone}`,
		us: digit(index + 1, { altKey: true }),
		before: ({ open }) => open.viewport.resize(500, 400),
		after: shows(zone)
	})),
	{
		action: 'Ctrl+. hides the bars',
		us: { key: '.', code: 'Period', ...ctrl },
		after: ({ open }) => expect(open.toolbox.isBare).toBe(true)
	},
	{
		action: '? opens the help',
		us: { key: '?', code: 'Slash', ...shift },
		after: opens('help')
	},
	{
		action: 'Ctrl+S says that it is saved',
		us: letter('s', ctrl),
		jis: { key: 'と', code: 'KeyS', ...ctrl },
		after: ({ open }) => expect(open.notices.current?.kind).toBe('savedAlready')
	},
	{
		action: 'Ctrl+F finds cards',
		us: letter('f', ctrl),
		jis: { key: 'は', code: 'KeyF', ...ctrl },
		after: opens('find')
	},
	...[
		{ key: 'F10', code: 'F10', ...shift },
		{ key: 'ContextMenu', code: 'ContextMenu' }
	].map((us): Row => ({
		action: `${us.key} opens the menu`,
		us,
		before: select(0),
		after: asksForMenu
	})),
	{
		action: 'Esc clears the selection',
		us: { key: 'Escape' },
		before: select(0),
		after: ({ open }) => expect(open.selection.cards.size).toBe(0)
	}
];

const layouts = rows.flatMap((row) => [
	{ ...row, layout: 'US', stroke: row.us },
	...(row.jis ? [{ ...row, layout: 'JIS', stroke: row.jis }] : [])
]);

test.each(layouts)('$action ($layout)', async ({ stroke, before, after, driver }) => {
	const board = boardDriver(driver);
	before?.(board);
	expect(board.key(stroke)).toBe(true);
	await after(board);
});

test.each(layouts)('$action ($layout): not while an input method has the key', (row) => {
	const board = boardDriver(row.driver);
	row.before?.(board);
	const { open } = board;
	const state = (): unknown => [
		[...Y.encodeStateVector(board.doc)],
		[...open.selection.cards],
		open.toolbox.tool,
		open.toolbox.isBare,
		open.viewport.zoom,
		open.viewport.origin,
		open.editing.card,
		open.popups.current,
		board.menus.length,
		board.withdrawn.length
	];
	const before = state();
	for (const owned of [
		{ isComposing: true },
		{ keyCode: 229 },
		{ key: 'Process', keyCode: 229 },
		{ key: 'Process' }
	])
		expect(board.key({ ...row.stroke, ...owned })).toBe(false);
	expect(state()).toEqual(before);
});

test('letters, digits and signs alone can be switched off, everything else stays', () => {
	const acts = layouts.map(({ stroke, before }) => {
		const board = boardDriver();
		board.open.preferences.set({ hasLetterShortcuts: false });
		before?.(board);
		return [stroke, board.key(stroke)];
	});
	const isKept = ({ key = '', code = '', ctrlKey, altKey, shiftKey }: Stroke): boolean =>
		key.length > 1 || (ctrlKey ?? altKey ?? (shiftKey === true && code.startsWith('Digit')));
	expect(acts).toEqual(layouts.map(({ stroke }) => [stroke, isKept(stroke)]));
});

describe('while a card is written on', () => {
	const rowsOfEditor: readonly [string, Stroke, EditorKey, EditorKey][] = [
		['Enter finishes; a new line where it is set so', { key: 'Enter' }, 'finish', 'newLine'],
		['Shift+Enter is a new line', { key: 'Enter', ...shift }, 'newLine', 'newLine'],
		['Alt+Enter is a new line', { key: 'Enter', altKey: true }, 'newLine', 'newLine'],
		['Ctrl+Enter adds a sibling', { key: 'Enter', ...ctrl }, 'sibling', 'sibling'],
		['Tab goes to the next step', { key: 'Tab' }, 'nextStep', 'nextStep'],
		['Shift+Tab goes back', { key: 'Tab', ...shift }, 'previous', 'previous'],
		['Esc finishes', { key: 'Escape' }, 'finish', 'finish'],
		['Delete deletes characters', { key: 'Delete' }, 'native', 'native'],
		['Backspace deletes characters', { key: 'Backspace' }, 'native', 'native'],
		['a letter is a letter', letter('n'), 'native', 'native'],
		['Ctrl+Z is the field’s own', letter('z', ctrl), 'native', 'native'],
		['Ctrl+C is the field’s own', letter('c', ctrl), 'native', 'native'],
		['Ctrl+F is left alone', letter('f', ctrl), 'native', 'native']
	];
	test.each(rowsOfEditor)('%s', (_, stroke, meaning, withNewlines) => {
		const press = { ...noStroke, ...stroke };
		expect(editorKey(press, { ownsKeys: false, enterIsNewline: false })).toBe(meaning);
		expect(editorKey(press, { ownsKeys: false, enterIsNewline: true })).toBe(withNewlines);
		for (const owned of [{ isComposing: true }, { keyCode: 229 }])
			expect(editorKey({ ...press, ...owned }, { ownsKeys: false, enterIsNewline: false })).toBe(
				'native'
			);
		expect(editorKey(press, { ownsKeys: true, enterIsNewline: false })).toBe('native');
	});
});
