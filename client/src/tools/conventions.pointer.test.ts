import { setCardLock } from '@renkei/shared/document/commands/lock-commands.ts';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardDriver, must } from './board.driver.ts';
import type { PointerPress } from './board-pointer.ts';
import { showOwnCards } from './own-cards.ts';
import { seesCard } from './show-board.ts';
import { thresholds } from './thresholds.ts';

/* What hands expect of a mouse (behaviour §3.2) and of fingers (§3.3). */

type Driver = ReturnType<typeof boardDriver>;

const plainWheel = {
	clientX: 600,
	clientY: 400,
	deltaX: 0,
	deltaY: 100,
	deltaMode: 0,
	ctrlKey: false,
	metaKey: false,
	shiftKey: false
};
const ground = [1300, 800] as const;
const origin = ({ open }: Driver): readonly [number, number] => [
	open.viewport.origin.x,
	open.viewport.origin.y
];
const cardsNow = ({ open }: Driver): number => open.board.cards.size;
const positionOf = ({ open, id }: Driver, index: number) =>
	open.board.cards.get(id(index))?.position ?? null;
const finger = (pointerId: number, clientX: number, clientY: number): PointerPress => ({
	pointerId,
	pointerType: 'touch',
	button: 0,
	clientX,
	clientY,
	shiftKey: false,
	altKey: false,
	ctrlKey: false,
	metaKey: false
});

describe('mouse', () => {
	const wheelRows = [
		['the wheel moves', {}, false, [0, 100], 1],
		['Shift and the wheel move sideways', { shiftKey: true }, false, [100, 0], 1],
		['ホイールで拡大: the wheel zooms', {}, true, null, 1 / 1.15],
		['ホイールで拡大: sideways movement still moves', { deltaX: 40, deltaY: 0 }, true, [40, 0], 1],
		['ホイールで拡大: so does Shift and the wheel', { shiftKey: true }, true, [100, 0], 1],
		['Ctrl and the wheel zoom', { ctrlKey: true }, false, null, 1 / 1.15],
		['pinching on a trackpad zooms', { ctrlKey: true, deltaY: -50 }, false, null, 1.15 ** 0.5]
	] as const;
	test.each(wheelRows)('%s', (_, more, wheelZooms, moved, zoom) => {
		const driver = boardDriver();
		driver.open.preferences.set({ wheelZooms });
		driver.pointer.wheel({ ...plainWheel, ...more });
		driver.open.preferences.set({ wheelZooms: false });
		expect(moved ?? origin(driver)).toEqual(origin(driver));
		expect(driver.open.viewport.zoom).toBeCloseTo(zoom);
	});

	test.each([
		['those who lead', true, 0.1, 4],
		['participants', false, 0.3, 2]
	] as const)('zooming ends where it should for %s', (_, isLeader, least, most) => {
		const driver = boardDriver({ isLeader });
		const zoom = (deltaY: number): number => {
			for (let count = 0; count < 60; count += 1)
				driver.pointer.wheel({ ...plainWheel, ctrlKey: true, deltaY });
			return driver.open.viewport.zoom;
		};
		expect([zoom(-100), zoom(100)]).toEqual([most, least]);
	});

	test.each([
		['the middle button', { button: 1 }],
		['the right button', { button: 2 }]
	])('dragging with %s moves the board, also over a card', (_, more) => {
		const driver = boardDriver();
		const [x, y] = driver.middle(driver.id(0));
		driver.hand
			.press(x, y, more)
			.move(x + 50, y + 30)
			.release();
		expect(origin(driver)).toEqual([-50, -30]);
		expect([driver.menus, driver.open.selection.cards.size]).toEqual([[], 0]);
	});

	test('dragging with Space held moves the board', () => {
		const driver = boardDriver();
		const [x, y] = driver.middle(driver.id(0));
		driver.pointer.holdSpace(true);
		driver.hand
			.press(x, y)
			.move(x + 50, y + 30)
			.release();
		expect([origin(driver), positionOf(driver, 0)]).toEqual([[-50, -30], null]);
	});

	test('a right click that stays opens the menu of what lies there, and selects it', () => {
		const driver = boardDriver();
		const { hand, id, middle, menus, open } = driver;
		hand.tap(...middle(id(0)), { button: 2 });
		expect([menus.at(-1), open.selection.only]).toEqual([{ kind: 'card', card: id(0) }, id(0)]);
		open.selection.choose([id(0), id(1)]);
		hand.tap(...middle(id(1)), { button: 2 });
		expect(open.selection.cards.size).toBe(2);
		hand.tap(...ground, { button: 2 });
		expect([menus.length, open.selection.cards.size]).toEqual([3, 0]);
		expect(cardsNow(driver)).toBe(5);
	});

	test('a marquee takes what it touches, but nothing that is pinned or lies in the background', () => {
		const { doc, open, hand, id } = boardDriver();
		setCardLock(doc, [id(1)], 'pinned');
		setCardLock(doc, [id(3)], 'background');
		hand.press(2380, 950).move(2370, 940).move(580, 120).release();
		expect(open.selection.cards).toEqual(new Set([id(0), id(2), id(4)]));
	});

	test('a double click on ground makes a card of the place and offers to take it back', () => {
		const driver = boardDriver();
		const { hand, open } = driver;
		hand.tap(1700, 800).tap(1700, 800);
		expect([cardsNow(driver), open.notices.current?.kind]).toEqual([6, 'cardMade']);
		open.notices.act();
		expect([cardsNow(driver), open.editing.card]).toEqual([5, null]);
	});

	test('a participant’s double click beside the zones, or where nothing may be written, makes nothing', () => {
		const driver = boardDriver({ isLeader: false });
		const { hand, open } = driver;
		hand.tap(2390, 990).tap(2390, 990).wait(1000);
		Object.assign(open, { may: () => false });
		hand.tap(1700, 800).tap(1700, 800);
		expect([cardsNow(driver), open.notices.current]).toEqual([5, null]);
	});

	test('Ctrl+click goes for one card of an island; Esc goes back to all of it', () => {
		const { open, hand, id, middle, key, gesture } = boardDriver();
		open.commands.makeCluster([id(0), id(1)], '家族');
		hand.tap(...middle(id(1)), { ctrlKey: true });
		expect([open.selection.only, gesture.entered !== null]).toEqual([id(1), true]);
		key({ key: 'Escape' });
		expect(open.selection.cards).toEqual(new Set([id(0), id(1)]));
	});

	test.each([
		['Alt copies', { altKey: true }, 6],
		['without it the card moves', {}, 5]
	])('%s', (_, more, count) => {
		const driver = boardDriver();
		const [x, y] = driver.middle(driver.id(2));
		driver.hand
			.press(x, y, more)
			.move(x + 10, y, more)
			.move(x + 30, y + 400, more)
			.release();
		expect(cardsNow(driver)).toBe(count);
		expect(positionOf(driver, 2) === null).toBe(count === 6);
	});

	test('a press begins a drag at the threshold and not before', () => {
		for (const [by, isMoved] of [
			[thresholds.dragPx.mouse - 1, false],
			[thresholds.dragPx.mouse, true]
		] as const) {
			const driver = boardDriver();
			const [x, y] = driver.middle(driver.id(2));
			driver.hand
				.press(x, y)
				.move(x, y + by)
				.release();
			expect(positionOf(driver, 2) !== null).toBe(isMoved);
		}
	});

	test('at the edge the board goes along after 200 ms, never faster than its limit', () => {
		const driver = boardDriver();
		const [x, y] = driver.middle(driver.id(2));
		driver.hand
			.press(x, y)
			.move(x + 10, y)
			.move(2400, y)
			.wait(150)
			.frame();
		const before = origin(driver)[0];
		driver.hand.wait(50).frame();
		const step = origin(driver)[0] - before;
		expect(before).toBe(0);
		expect(step).toBeGreaterThan(0);
		// A frame that came very late goes no further than one of 50 ms.
		driver.hand.wait(5000);
		const late = origin(driver)[0];
		driver.hand.frame();
		expect(origin(driver)[0] - late).toBeLessThanOrEqual(45);
	});

	test('the board stays within one screen of what is on it', () => {
		const driver = boardDriver();
		const { bounds } = driver.open.layout;
		for (let count = 0; count < 200; count += 1)
			driver.pointer.wheel({ ...plainWheel, deltaX: 400, deltaY: 400 });
		expect(origin(driver)).toEqual([bounds.x + bounds.width, bounds.y + bounds.height]);
		for (let count = 0; count < 200; count += 1)
			driver.pointer.wheel({ ...plainWheel, deltaX: -400, deltaY: -400 });
		expect(origin(driver)).toEqual([bounds.x - 2400, bounds.y - 1000]);
	});
});

describe('fingers', () => {
	const touch = { pointerType: 'touch' } as const;

	test('on ground a finger moves the board, also for those who lead', () => {
		const driver = boardDriver(touch);
		driver.hand
			.press(...ground)
			.move(ground[0] + 40, ground[1])
			.release();
		expect(origin(driver)).toEqual([-40, 0]);
	});

	test.each([
		['trembling', thresholds.dragPx.touch - 1, 0],
		['moving', thresholds.dragPx.touch, -thresholds.dragPx.touch]
	])('%s: the way that makes a drag is that of a finger', (_, by, moved) => {
		const driver = boardDriver(touch);
		driver.hand
			.press(...ground)
			.move(ground[0] + by, ground[1])
			.release();
		// −0 is 0 for anybody but a test.
		expect(origin(driver)[0] + 0).toBe(moved);
	});

	const taps = [
		['two quick taps write', 100, 0, true],
		['two slow ones do not', thresholds.doubleTapMs + 1, 0, false],
		['nor do two in different places', 100, 30, false]
	] as const;
	test.each(taps)('%s', (_, pause, away, writes) => {
		const { open, hand, id, middle } = boardDriver(touch);
		const [x, y] = middle(id(0));
		hand
			.tap(x - 40, y)
			.wait(pause)
			.tap(x - 40 + away, y);
		expect(open.editing.card !== null).toBe(writes);
		expect(open.selection.only).toBe(id(0));
	});

	test('a finger that rests a little taps, but is none of two quick taps', () => {
		const driver = boardDriver(touch);
		const { hand, open } = driver;
		hand
			.press(1700, 800)
			.wait(thresholds.tapMs + 1)
			.release();
		hand.tap(1700, 800);
		expect([cardsNow(driver), open.editing.card]).toEqual([5, null]);
	});

	test('a finger that rests for half a second gets the menu and nothing else', () => {
		const driver = boardDriver(touch);
		const { hand, id, middle, menus, open } = driver;
		const before = Y.encodeStateVector(driver.doc);
		const [x, y] = middle(id(0));
		hand.press(x, y).wait(thresholds.longPressMs - 1);
		expect(menus).toEqual([]);
		hand
			.wait(1)
			.move(x + 200, y)
			.release();
		expect([menus.length, open.selection.only]).toEqual([1, id(0)]);
		expect([Y.encodeStateVector(driver.doc), origin(driver)]).toEqual([before, [0, 0]]);
	});

	test('no menu once the finger moves, or a second one comes', () => {
		const driver = boardDriver(touch);
		const { hand, pointer, menus } = driver;
		hand
			.press(...ground)
			.move(ground[0] + 20, ground[1])
			.wait(1000)
			.release();
		hand.press(...ground);
		pointer.down(finger(2, 100, 100));
		hand.wait(1000);
		expect(menus).toEqual([]);
	});

	test('a second finger gives back what the first was doing, and both move and zoom', () => {
		const driver = boardDriver(touch);
		const { hand, pointer, gesture, id, middle, open } = driver;
		const [x, y] = middle(id(0));
		hand
			.press(x, y)
			.wait(thresholds.longPressMs / 2 + 20)
			.move(x + 100, y + 100);
		expect(gesture.drag).not.toBeNull();
		pointer.down(finger(2, x + 300, y + 100));
		expect(gesture.drag).toBeNull();
		pointer.move(finger(2, x + 500, y + 100));
		expect(open.viewport.zoom).toBeCloseTo(2);
		pointer.up(finger(1, x, y));
		pointer.up(finger(2, x, y));
		expect([positionOf(driver, 0), open.editing.card]).toEqual([null, null]);
	});

	test('two fingers that tap take nothing back', () => {
		const driver = boardDriver(touch);
		const { pointer, open, id } = driver;
		open.commands.moveCards(new Map([[id(0), [5, 5] as const]]));
		pointer.down(finger(1, 100, 900));
		pointer.down(finger(2, 160, 900));
		pointer.up(finger(1, 100, 900));
		pointer.up(finger(2, 160, 900));
		expect(positionOf(driver, 0)).toEqual([5, 5]);
	});

	const ends: readonly (readonly [string, (driver: Driver) => void])[] = [
		['the browser takes the finger away', ({ pointer }) => pointer.lose(1)],
		['the window goes away', ({ pointer }) => pointer.cancel()]
	];
	test.each(ends)('%s: everything is as it was', (_, end) => {
		const driver = boardDriver(touch);
		const { hand, id, middle, gesture } = driver;
		const [x, y] = middle(id(0));
		const before = Y.encodeStateVector(driver.doc);
		hand
			.press(x, y)
			.wait(260)
			.move(x + 300, y + 200);
		end(driver);
		hand.move(x + 400, y).release();
		expect([gesture.drag, positionOf(driver, 0)]).toEqual([null, null]);
		expect(Y.encodeStateVector(driver.doc)).toEqual(before);
	});
});

test('one’s own cards: all where they can be read together, else one after the other', () => {
	const { open, id } = boardDriver();
	showOwnCards(open);
	expect(open.selection.cards.size).toBe(5);
	open.viewport.resize(500, 400);
	open.selection.clear();
	const seen = [0, 1, 2, 3, 4, 5].map(() => {
		showOwnCards(open);
		expect(seesCard(open)).toBe(true);
		return must(open.selection.only ?? undefined);
	});
	expect(new Set(seen)).toEqual(new Set([0, 1, 2, 3, 4].map(id)));
	expect(seen[5]).toBe(seen[0]);
	open.viewport.panBy(-9000, 0);
	expect(seesCard(open)).toBe(false);
});
