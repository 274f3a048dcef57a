import { addStrokes } from '@renkei/shared/document/commands/stroke-commands.ts';
import { decodeStroke, encodeStroke } from '@renkei/shared/geometry/stroke-points.ts';
import { recordsOf } from '@renkei/shared/method/records/index.ts';
import { describe, expect, test, vi } from 'vitest';
import type { PointerPress } from './board-pointer.ts';
import type { Options } from './board.driver.ts';
import { boardDriver } from './board.driver.ts';
import { endHeldLaser, penDeskOf } from './pen-desk.svelte.ts';

type Driven = ReturnType<typeof boardDriver>;

/** A board with one of the pen's tools in the hand. */
async function inHand(tool: 'pen' | 'eraser' | 'laser', options: Options = {}): Promise<Driven> {
	const driven = boardDriver(options);
	take(driven, tool);
	await vi.dynamicImportSettled();
	return driven;
}

/** The page does this when the tool changes. */
function take({ open, tools }: Driven, tool: 'select' | 'pen' | 'eraser' | 'laser'): void {
	tools[open.toolbox.tool].cancel();
	open.toolbox.choose(tool);
	tools[tool].take?.();
}

const strokesOf = ({ open }: Driven) => recordsOf(open.board, 'stroke');
const pen = (pressure: number): Partial<PointerPress> => ({
	pointerId: 7,
	pointerType: 'pen',
	pressure
});
const finger = (pointerId: number): Partial<PointerPress> => ({ pointerId, pointerType: 'touch' });

/** A pen that is pressed more and more, so that it is known for one. */
function drawWithPen({ hand }: Driven, from: number): void {
	hand.press(from, 900, pen(0.2));
	for (let step = 1; step <= 8; step += 1) hand.move(from + step * 10, 900, pen(0.2 + step / 12));
	hand.release();
}

describe('the pen', () => {
	test('from pressing to lifting is one line and one step, in the document only at the end', async () => {
		const driven = await inHand('pen');
		const { hand, open } = driven;
		hand.press(2000, 700).move(2003, 700).move(2100, 760).move(2200, 700);
		expect(strokesOf(driven)).toEqual([]);
		expect(penDeskOf(open).underWay?.points).toHaveLength(4);
		hand.release();
		expect(penDeskOf(open).underWay).toBeNull();
		const [stroke] = strokesOf(driven);
		expect(stroke).toMatchObject({ colour: 'red', size: 'thin', createdBy: 'p1', pressure: '' });
		const points = decodeStroke(stroke!);
		expect([points[0], points.at(-1)]).toMatchObject([
			{ x: 2000, y: 700 },
			{ x: 2200, y: 700 }
		]);
		open.history.undo();
		expect(strokesOf(driven)).toEqual([]);
		expect(open.toolbox.tool).toBe('pen');
	});

	test('a tap is a dot, and what was done before the pen had come is done then', async () => {
		const driven = boardDriver();
		take(driven, 'pen');
		driven.hand.tap(2000, 700).press(2000, 800).move(2050, 800).release();
		expect(strokesOf(driven)).toEqual([]);
		await vi.dynamicImportSettled();
		expect(
			strokesOf(driven)
				.map((stroke) => decodeStroke(stroke).length)
				.sort((a, b) => a - b)
		).toEqual([1, 2]);
	});

	test('a line that is drawn on a card belongs to it', async () => {
		const driven = await inHand('pen');
		const [x, y] = driven.middle(driven.id(0));
		driven.hand
			.press(x, y)
			.move(x + 60, y)
			.release();
		const { box } = driven.open.layout.cards.get(driven.id(0))!;
		expect(strokesOf(driven)).toMatchObject([{ card: driven.id(0), at: [box.x, box.y] }]);
		expect(driven.open.board.cards.size).toBe(5);
	});

	test('Esc, a second finger and a pointer the browser takes away leave nothing', async () => {
		const ends: ((driven: Driven) => void)[] = [
			({ key }) => void key({ key: 'Escape' }),
			({ hand }) => hand.press(2100, 800, finger(2)),
			({ pointer }) => pointer.lose(1)
		];
		for (const end of ends) {
			const driven = await inHand('pen', { pointerType: 'touch' });
			driven.hand.press(2000, 700, finger(1)).move(2100, 760).move(2200, 700);
			end(driven);
			driven.hand.release();
			expect(strokesOf(driven)).toEqual([]);
			expect(penDeskOf(driven.open).underWay).toBeNull();
			expect(driven.announced.at(-1)).toEqual({ draws: null });
			expect(driven.open.history.canUndo).toBe(false);
		}
	});

	test('others see the line while it is drawn, ten times a second at most and never more than fits', async () => {
		const { hand, announced } = await inHand('pen');
		const told = () => announced.filter(({ draws }) => draws);
		hand.press(100, 700).move(130, 720).move(160, 700);
		hand.wait(50).move(190, 720);
		expect(told()).toHaveLength(1);
		hand.wait(50);
		expect(told()).toHaveLength(2);
		for (let step = 1; step < 700; step += 1)
			hand.move(100 + step * 3, 700 + Math.abs((step % 10) - 5) * 20);
		hand.wait(100);
		expect(told()).toHaveLength(3);
		expect(told()[2]?.draws?.path.length).toBeGreaterThan(100);
		expect(told()[2]?.draws?.path.length).toBeLessThanOrEqual(480);
		hand.wait(100).wait(100);
		expect(told()).toHaveLength(3);
		hand.release();
		expect(announced.at(-1)).toEqual({ draws: null });
	});

	test('once a real pen has drawn, fingers only move the board while a pen’s tool is in the hand', async () => {
		const driven = await inHand('pen');
		const { hand, open } = driven;
		drawWithPen(driven, 2000);
		expect(strokesOf(driven)).toHaveLength(1);
		expect(strokesOf(driven)[0]?.pressure).toMatch(/^[1-5]*[4-5]$/);
		const { x } = open.viewport.origin;
		hand.press(2000, 600, finger(1)).move(1900, 600).release();
		expect(strokesOf(driven)).toHaveLength(1);
		expect(open.viewport.origin.x).toBe(x + 100);
		take(driven, 'select');
		const [cardX, cardY] = driven.middle(driven.id(0));
		hand.tap(cardX, cardY, finger(1));
		expect(open.selection.only).toBe(driven.id(0));
	});

	test('the palm that lies on the screen before or after the pen touches nothing', async () => {
		const driven = await inHand('pen');
		const { hand, pointer, open } = driven;
		drawWithPen(driven, 1500);
		const { origin, zoom } = open.viewport;
		const palm = { pointerId: 3, pointerType: 'touch', button: 0, clientX: 2200, clientY: 950 };
		const touch = { ...palm, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false };
		pointer.down(touch);
		hand.press(2000, 700, pen(0.4)).move(2050, 700, pen(0.5));
		pointer.down({ ...touch, pointerId: 4 });
		pointer.move({ ...touch, clientX: 2150 });
		hand.move(2100, 700, pen(0.5)).release();
		pointer.up(touch);
		pointer.up({ ...touch, pointerId: 4 });
		expect(strokesOf(driven)).toHaveLength(2);
		expect([open.viewport.origin, open.viewport.zoom]).toEqual([origin, zoom]);
	});

	test('a tablet that plays a mouse presses always alike: the finger goes on drawing', async () => {
		const driven = await inHand('pen');
		driven.hand.press(2000, 700, pen(0.5)).move(2100, 700, pen(0.5)).release();
		driven.hand.press(2000, 800, finger(1)).move(2100, 800).release();
		expect(strokesOf(driven).map(({ pressure }) => pressure)).toEqual(['', '']);
	});

	test('where a part does not allow it, nothing is begun and it is said why', async () => {
		const driven = await inHand('pen');
		Object.assign(driven.open, { may: () => false });
		driven.hand.press(2000, 700).move(2100, 700).release();
		expect(strokesOf(driven)).toEqual([]);
		expect(driven.open.notices.current?.kind).toBe('notInThisPart');
	});
});

describe('the eraser', () => {
	const drawn = (driven: Driven, participant: string, x: number, y: number) =>
		addStrokes(
			driven.doc,
			[
				{
					...encodeStroke([
						{ x, y, pressure: 3 },
						{ x: x + 100, y, pressure: 3 }
					]),
					colour: 'ink',
					size: 'thin',
					card: null,
					at: null
				}
			],
			{ participant, profession: null, now: 1 }
		);

	test('one sweep takes whole lines, however quick, as one step; a sweep that ends early takes none', async () => {
		const driven = await inHand('eraser');
		for (const y of [500, 600, 700]) drawn(driven, 'me', 2000, y);
		driven.hand.press(2050, 560).move(2050, 740);
		expect(penDeskOf(driven.open).erasing.size).toBe(2);
		expect(strokesOf(driven)).toHaveLength(3);
		driven.pointer.cancel();
		expect([strokesOf(driven).length, penDeskOf(driven.open).erasing.size]).toEqual([3, 0]);
		driven.hand.press(2050, 560).move(2050, 740);
		driven.hand.release();
		expect(strokesOf(driven)).toHaveLength(1);
		driven.open.history.undo();
		expect(strokesOf(driven)).toHaveLength(3);
	});

	test('takes only what one may take: own lines where a part says own', async () => {
		const driven = await inHand('eraser');
		Object.assign(driven.open.access, { participant: 'me' });
		Object.assign(driven.open, {
			may: (action: { do: string; isOwn?: boolean }) => action.do === 'tool' || action.isOwn
		});
		drawn(driven, 'me', 2000, 500);
		drawn(driven, 'other', 2000, 600);
		driven.hand.press(2050, 440).move(2050, 640).release();
		expect(strokesOf(driven).map(({ createdBy }) => createdBy)).toEqual(['other']);
		driven.hand.tap(2050, 600);
		expect(strokesOf(driven)).toHaveLength(1);
		expect(driven.open.notices.current?.kind).toBe('notInThisPart');
	});
});

describe('the laser', () => {
	test('shines where the mouse is, on which card and where on it, and is in no document', async () => {
		const driven = await inHand('laser');
		const { hand, announced, open } = driven;
		const before = open.board.revision;
		const [x, y] = driven.middle(driven.id(1));
		hand.move(x, y);
		expect(announced.at(-1)).toEqual({
			laser: { at: [x, y].map(Math.round), on: { card: driven.id(1), x: 0.5, y: 0.5 } }
		});
		hand.move(2300, 950);
		expect(announced.at(-1)).toEqual({ laser: { at: [2300, 950], on: null } });
		take(driven, 'select');
		expect(announced.at(-1)).toEqual({ laser: null });
		expect([open.board.revision, open.history.canUndo]).toEqual([before, false]);
	});

	test('a finger shines while it is down', async () => {
		const { hand, announced } = await inHand('laser', { pointerType: 'touch' });
		hand.press(2300, 950, finger(1)).move(2320, 950);
		expect(announced.at(-1)).toMatchObject({ laser: { at: [2320, 950] } });
		hand.release();
		expect(announced.at(-1)).toEqual({ laser: null });
	});

	test('a key that is held ends it when it is let go; a short press keeps it until Esc', async () => {
		const driven = boardDriver();
		driven.key({ key: 'k', code: 'KeyK' });
		expect(driven.open.toolbox.tool).toBe('laser');
		driven.tools.laser.take?.();
		await vi.dynamicImportSettled();
		endHeldLaser(driven.open, 'KeyK');
		expect(driven.open.toolbox.tool).toBe('laser');
		driven.hand.wait(400);
		expect(driven.key({ key: 'k', code: 'KeyK' })).toBe(true);
		endHeldLaser(driven.open, 'KeyB');
		expect(driven.open.toolbox.tool).toBe('laser');
		endHeldLaser(driven.open, 'KeyK');
		expect(driven.open.toolbox.tool).toBe('select');
		take(driven, 'laser');
		driven.hand.move(2300, 950);
		driven.key({ key: 'Escape' });
		expect([driven.open.toolbox.tool, penDeskOf(driven.open).laser]).toEqual(['select', null]);
	});

	test.each([
		['p', 'pen'],
		['e', 'eraser'],
		['k', 'laser']
	])('%s takes the %s, only where one may write', (key, tool) => {
		const driven = boardDriver();
		driven.key({ key, code: `Key${key.toUpperCase()}` });
		expect(driven.open.toolbox.tool).toBe(tool);
		const reader = boardDriver({ canWrite: false });
		reader.key({ key, code: `Key${key.toUpperCase()}` });
		expect(reader.open.toolbox.tool).toBe('select');
	});
});
