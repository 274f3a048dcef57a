import { setCardLock } from '@renkei/shared/document/commands/lock-commands.ts';
import { boardPoint } from '@renkei/shared/geometry/point.ts';
import { findOverlap } from '@renkei/shared/lane-layout/lane-layout.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { PointerPress } from './board-pointer.ts';
import { nameOfStroke } from './key-match.ts';
import { shortcuts } from './shortcuts/index.ts';
import { showAtStart } from './show-board.ts';
import { thresholds } from './thresholds.ts';
import { boardDriver, must, noStroke, someCards } from './board.driver.ts';

describe('moving cards', () => {
	test('a drag is presence while it lasts and one write when it ends', () => {
		const { doc, open, hand, id, middle, announced } = boardDriver();
		let writes = 0;
		doc.on('afterTransaction', () => (writes += 1));
		const [x, y] = middle(id(0));
		hand
			.press(x, y)
			.move(x + 10, y)
			.move(x + 600, y + 300);
		expect(writes).toBe(0);
		expect(announced.at(-1)).toEqual({ drag: { ids: [id(0)], dx: 600, dy: 300 } });
		const before = must(open.layout.cards.get(id(0))).box;
		hand.release();
		expect(writes).toBe(1);
		expect(open.board.cards.get(id(0))?.position).toEqual([before.x + 600, before.y + 300]);
		expect(announced.at(-1)).toEqual({ drag: null });
	});

	test('a hand that trembles less than the threshold moves nothing', () => {
		const { open, hand, id, middle } = boardDriver();
		const [x, y] = middle(id(0));
		hand
			.press(x, y)
			.move(x + thresholds.dragPx.mouse - 1, y)
			.release();
		expect(open.board.cards.get(id(0))?.position).toBeNull();
		expect(open.selection.only).toBe(id(0));
	});

	test('all selected cards move together and nothing overlaps afterwards', () => {
		const { open, hand, id, middle } = boardDriver();
		open.selection.choose([id(0), id(1)]);
		const [x, y] = middle(id(1));
		hand
			.press(x, y)
			.move(x + 50, y)
			.move(x + 350, y + 5)
			.release();
		expect(open.board.cards.get(id(0))?.position).not.toBeNull();
		expect(open.board.cards.get(id(1))?.position).not.toBeNull();
		const { cards, zones, islands, bounds } = open.layout;
		expect(findOverlap({ cards, zones, islands, bounds })).toBeNull();
	});

	test('a card dropped on a hand-placed one comes to rest below it', () => {
		const { open, hand, id, middle } = boardDriver();
		for (const card of [id(0), id(1)]) {
			const [x, y] = middle(card);
			const target = boardPoint(1000, 700);
			hand
				.press(x, y)
				.move(x + 20, y)
				.move(target.x, target.y)
				.release();
		}
		const [first, second] = [0, 1].map((index) => must(open.layout.cards.get(id(index))).box);
		expect(second?.y).toBe(must(first).y + must(first).height + 10);
	});

	test('Esc, a lost pointer and a second finger give the card back where it was', () => {
		for (const end of ['Escape', 'lost', 'finger'] as const) {
			const { open, hand, pointer, gesture, id, middle, key } = boardDriver();
			const [x, y] = middle(id(0));
			hand.press(x, y, { pointerType: end === 'finger' ? 'touch' : 'mouse' });
			hand.wait(300).move(x + 300, y + 100);
			if (end === 'Escape') key({ key: 'Escape' });
			else if (end === 'lost') pointer.lose(1);
			else
				pointer.down({
					pointerId: 2,
					pointerType: 'touch',
					button: 0,
					clientX: 5,
					clientY: 5,
					shiftKey: false,
					altKey: false,
					ctrlKey: false,
					metaKey: false
				});
			expect(gesture.drag).toBeNull();
			hand.release();
			expect(open.board.cards.get(id(0))?.position).toBeNull();
		}
	});

	test('Alt leaves the card and puts a copy, as one step to undo', () => {
		const { open, hand, id, middle } = boardDriver();
		const [x, y] = middle(id(2));
		hand
			.press(x, y, { altKey: true })
			.move(x + 20, y)
			.move(x + 20, y + 500)
			.release();
		expect(open.board.cards.size).toBe(6);
		const copy = must(open.board.cards.get(must(open.selection.only ?? undefined)));
		expect(copy.text).toBe(someCards[2]?.text);
		expect(copy.position?.[1]).toBe(must(open.layout.cards.get(id(2))).box.y + 500);
		open.history.undo();
		expect(open.board.cards.size).toBe(5);
	});

	test('Shift keeps a move on one axis', () => {
		const { open, hand, id, middle } = boardDriver();
		const { box } = must(open.layout.cards.get(id(2)));
		const [x, y] = middle(id(2));
		hand
			.press(x, y)
			.move(x + 20, y)
			.move(x + 9, y + 400, { shiftKey: true })
			.release();
		expect(open.board.cards.get(id(2))?.position).toEqual([box.x, box.y + 400]);
	});

	test('a card that somebody withdrew while it was held is not brought back', () => {
		const { doc, open, hand, id, middle } = boardDriver();
		const [x, y] = middle(id(0));
		hand.press(x, y).move(x + 300, y + 100);
		open.commands.withdrawCards([id(0)]);
		const state = Y.encodeStateVector(doc);
		hand.release();
		expect(Y.encodeStateVector(doc)).toEqual(state);
	});

	test('near the edge the board moves under the held card, after a moment', () => {
		const { open, hand, id, middle } = boardDriver();
		const [x, y] = middle(id(0));
		hand
			.press(x, y)
			.move(x + 50, y)
			.move(2395, y)
			.frame();
		expect(open.viewport.origin.x).toBe(0);
		hand.wait(250).frame().frame();
		expect(open.viewport.origin.x).toBeGreaterThan(0);
		const moved = open.viewport.origin.x;
		hand.release().frame();
		expect(open.viewport.origin.x).toBe(moved);
		expect(must(open.board.cards.get(id(0))?.position ?? undefined)[0]).toBeGreaterThan(2000);
	});
});

describe('fingers', () => {
	test('the first touch selects, only then a drag moves the card', () => {
		const { open, hand, id, middle } = boardDriver({ pointerType: 'touch' });
		const [x, y] = middle(id(0));
		hand
			.press(x, y)
			.move(x + 100, y)
			.release();
		expect(open.board.cards.get(id(0))?.position).toBeNull();
		expect(open.viewport.origin.x).toBe(-100);
		const [nowX, nowY] = middle(id(0));
		hand.tap(nowX, nowY);
		expect(open.selection.only).toBe(id(0));
		// Not at the middle of an edge: there the handles are.
		hand
			.press(nowX + 60, nowY)
			.move(nowX + 160, nowY)
			.release();
		expect(open.board.cards.get(id(0))?.position).not.toBeNull();
	});

	test('a finger that rests picks a card up at once', () => {
		const { open, hand, id, middle } = boardDriver({ pointerType: 'touch' });
		const [x, y] = middle(id(0));
		hand
			.press(x, y)
			.wait(260)
			.move(x + 100, y)
			.release();
		expect(open.board.cards.get(id(0))?.position).not.toBeNull();
	});

	test('two fingers move and zoom the board and nothing else', () => {
		const { open, pointer } = boardDriver({ pointerType: 'touch' });
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
		pointer.down(finger(1, 500, 500));
		pointer.down(finger(2, 700, 500));
		const middle = open.viewport.toBoard({ x: 600, y: 500 } as never);
		pointer.move(finger(1, 400, 500));
		pointer.move(finger(2, 800, 500));
		expect(open.viewport.zoom).toBeCloseTo(2, 5);
		const still = open.viewport.toBoard({ x: 600, y: 500 } as never);
		expect(still.x).toBeCloseTo(middle.x, 3);
		pointer.up(finger(1, 400, 500));
		pointer.move(finger(2, 900, 500));
		expect(open.viewport.zoom).toBeCloseTo(2, 5);
		pointer.up(finger(2, 900, 500));
		expect(open.selection.cards.size).toBe(0);
	});
});

describe('selecting', () => {
	test('Shift adds and takes away, empty ground clears', () => {
		const { open, hand, id, middle } = boardDriver();
		hand.tap(...middle(id(0))).wait(1000);
		hand.tap(...middle(id(1)), { shiftKey: true }).wait(1000);
		expect([...open.selection.cards]).toEqual([id(0), id(1)]);
		hand.tap(...middle(id(0)), { shiftKey: true }).wait(1000);
		expect([...open.selection.cards]).toEqual([id(1)]);
		hand.tap(1300, 800);
		expect(open.selection.cards.size).toBe(0);
	});

	test('those who lead draw a marquee on empty ground, others move the board', () => {
		const leader = boardDriver();
		leader.hand.press(580, 950).move(590, 940).move(900, 50).release();
		expect(leader.open.selection.cards.size).toBe(2);
		expect(leader.gesture.marquee).toBeNull();
		const participant = boardDriver({ isLeader: false });
		participant.hand.press(580, 950).move(590, 940).move(900, 50).release();
		expect(participant.open.selection.cards.size).toBe(0);
		expect(participant.open.viewport.origin).toMatchObject({ x: -320, y: 900 });
	});

	test('a mouse that presses the words of a selected card writes there, at its badge it does not', () => {
		const { open, hand, id } = boardDriver();
		const { box } = must(open.layout.cards.get(id(0)));
		const words = [box.x + 100, box.y + box.height / 2] as const;
		const badge = [box.x + 20, box.y + 20] as const;
		hand.tap(...words).wait(1000);
		expect([open.selection.only, open.editing.card]).toEqual([id(0), null]);
		hand.tap(...badge).wait(1000);
		expect(open.editing.card).toBeNull();
		hand.tap(...words);
		expect(open.editing.card).toBe(id(0));
	});

	test('two quick taps write on a card, two slow ones of a finger do not', () => {
		const { open, hand, id, middle } = boardDriver({ pointerType: 'touch' });
		hand
			.tap(...middle(id(0)))
			.wait(thresholds.doubleTapMs + 1)
			.tap(...middle(id(0)));
		expect(open.editing.card).toBeNull();
		hand.tap(...middle(id(0)));
		expect(open.editing.card).toBe(id(0));
	});

	test('two quick taps on an empty place of a zone make a card of that zone and write on it', () => {
		const { open, hand } = boardDriver();
		hand.tap(1700, 800).tap(1700, 800);
		const made = must(open.board.cards.get(must(open.editing.card ?? undefined)));
		expect([made.type, made.position]).toEqual(['outcome', null]);
	});

	test('presses before and after a key make no double press: who writes fast gets no second card', () => {
		const { open, hand } = boardDriver();
		hand.tap(1700, 800).pressKey().tap(1700, 800);
		expect(open.editing.card).toBeNull();
	});

	test('a viewer selects and moves the board, and changes nothing', () => {
		const { doc, open, hand, id, middle } = boardDriver({ canWrite: false, isLeader: false });
		const before = Y.encodeStateVector(doc);
		const [x, y] = middle(id(0));
		hand.tap(x, y).tap(x, y).wait(1000);
		hand
			.press(x, y)
			.move(x + 50, y)
			.release();
		hand.tap(1700, 800).tap(1700, 800);
		expect(Y.encodeStateVector(doc)).toEqual(before);
		expect(open.editing.card).toBeNull();
		expect(open.viewport.origin.x).toBe(-50);
	});
});

describe('linking', () => {
	const rightHandle = (driver: ReturnType<typeof boardDriver>, card: CardId) => {
		const { x, y, width, height } = must(driver.open.layout.cards.get(card)).box;
		return [x + width, y + height / 2] as const;
	};

	test('a handle dragged to a card links both', () => {
		const driver = boardDriver();
		const { open, hand, id, middle } = driver;
		open.selection.choose([id(0)]);
		const [x, y] = rightHandle(driver, id(0));
		hand
			.press(x, y)
			.move(x + 20, y)
			.move(...middle(id(2)))
			.release();
		const [link] = [...open.board.links.values()];
		expect(link).toMatchObject({ from: id(0), to: id(2), kind: 'causeMeasure' });
	});

	test('a link drawn against the method is turned round', () => {
		const driver = boardDriver();
		const { open, hand, id, middle } = driver;
		open.selection.choose([id(3)]);
		const [x, y] = rightHandle(driver, id(3));
		hand
			.press(x, y)
			.move(x + 20, y)
			.move(...middle(id(2)))
			.release();
		expect([...open.board.links.values()][0]).toMatchObject({
			from: id(2),
			to: id(3),
			kind: 'measureOutcome'
		});
	});

	test('a handle dragged to empty ground makes the next card, linked, as one step', () => {
		const driver = boardDriver();
		const { open, hand, id } = driver;
		open.selection.choose([id(0)]);
		const [x, y] = rightHandle(driver, id(0));
		hand
			.press(x, y)
			.move(x + 20, y)
			.move(1400, 850)
			.release();
		const made = must(open.board.cards.get(must(open.editing.card ?? undefined)));
		expect(made.type).toBe('measure');
		expect([...open.board.links.values()][0]).toMatchObject({ from: id(0), to: made.id });
	});

	test('a card dragged onto another never links by itself', () => {
		const { open, hand, id, middle } = boardDriver();
		const [x, y] = middle(id(0));
		hand
			.press(x, y)
			.move(x + 20, y)
			.move(...middle(id(2)))
			.release();
		expect(open.board.links.size).toBe(0);
	});

	test('つなぐ takes two taps and then is selecting again', () => {
		const { open, hand, gesture, id, middle } = boardDriver();
		open.toolbox.choose('link');
		hand.tap(...middle(id(0)));
		expect(gesture.link?.from).toBe(id(0));
		hand.wait(1000).tap(...middle(id(2)));
		expect(open.board.links.size).toBe(1);
		expect(gesture.link).toBeNull();
		expect(open.toolbox.tool).toBe('select');
	});

	test('a second link between the same cards is refused with a notice', () => {
		const { open, hand, id, middle } = boardDriver();
		for (let round = 0; round < 2; round += 1) {
			open.toolbox.choose('link');
			hand
				.tap(...middle(id(0)))
				.wait(1000)
				.tap(...middle(id(2)))
				.wait(1000);
		}
		expect(open.board.links.size).toBe(1);
		expect(open.notices.current?.kind).toBe('linkExists');
	});

	test('by keyboard: C, then a number or arrows, then Enter', () => {
		const { open, id, key } = boardDriver();
		open.selection.choose([id(0)]);
		key({ key: 'c', code: 'KeyC' });
		expect(open.toolbox.tool).toBe('link');
		key({ key: String(open.board.numbers.get(id(2))), code: 'Digit3' });
		key({ key: 'Enter' });
		expect([...open.board.links.values()][0]).toMatchObject({ from: id(0), to: id(2) });
		open.selection.choose([id(2)]);
		key({ key: 'a', code: 'KeyA' });
		key({ key: 'ArrowRight' });
		key({ key: 'Enter' });
		expect(open.board.links.size).toBe(2);
	});
});

test('the card tool puts one card and is selecting again', () => {
	const { open, hand } = boardDriver();
	open.toolbox.chooseCard('measure');
	hand.tap(1400, 700);
	expect(open.board.cards.get(must(open.editing.card ?? undefined))?.type).toBe('measure');
	expect(open.toolbox.tool).toBe('select');
});

describe('wheel', () => {
	const notch = {
		clientX: 600,
		clientY: 400,
		deltaX: 0,
		deltaY: 100,
		deltaMode: 0,
		ctrlKey: false,
		metaKey: false,
		shiftKey: false
	};

	test('moves the board, sideways with Shift', () => {
		const { open, pointer } = boardDriver();
		pointer.wheel(notch);
		expect(open.viewport.origin).toMatchObject({ x: 0, y: 100 });
		pointer.wheel({ ...notch, shiftKey: true });
		expect(open.viewport.origin).toMatchObject({ x: 100, y: 100 });
	});

	test('with Ctrl zooms where the pointer is', () => {
		const { open, pointer } = boardDriver();
		const at = { x: 600, y: 400 } as never;
		const before = open.viewport.toBoard(at);
		pointer.wheel({ ...notch, ctrlKey: true, deltaY: -100 });
		expect(open.viewport.zoom).toBeCloseTo(1.15);
		expect(open.viewport.toBoard(at).x).toBeCloseTo(before.x);
	});
});

describe('shortcuts', () => {
	test('every key is in the table once, and every line has words', () => {
		const keys = shortcuts.flatMap((shortcut) => shortcut.keys);
		expect(new Set(keys).size).toBe(keys.length);
		for (const { words } of shortcuts) expect(words()).not.toBe('');
	});

	test.each([
		['a letter', { key: 'n', code: 'KeyN' }, 'N'],
		['a letter typed as kana', { key: 'み', code: 'KeyN' }, 'N'],
		['a full-width digit', { key: '３', code: 'Digit3' }, '3'],
		['Ctrl with a letter', { key: 'z', code: 'KeyZ', ctrlKey: true }, 'Ctrl+Z'],
		['Command on a Mac', { key: 'z', code: 'KeyZ', metaKey: true, shiftKey: true }, 'Ctrl+Shift+Z'],
		['Shift+2 on a Japanese keyboard', { key: '"', code: 'Digit2', shiftKey: true }, 'Shift+2'],
		['Shift+1 on a US keyboard', { key: '!', code: 'Digit1', shiftKey: true }, 'Shift+1'],
		['Alt+3 on a Mac', { key: '£', code: 'Digit3', altKey: true }, 'Alt+3'],
		[
			'plus over ; on a Japanese keyboard',
			{ key: '+', code: 'Semicolon', ctrlKey: true, shiftKey: true },
			'Ctrl++'
		],
		['plus on the number block', { key: '+', code: 'NumpadAdd', ctrlKey: true }, 'Ctrl++'],
		['minus', { key: '-', code: 'Minus', ctrlKey: true }, 'Ctrl+-'],
		['an arrow', { key: 'ArrowUp', code: 'ArrowUp', shiftKey: true }, 'Shift+ArrowUp']
	])('%s', (_, stroke, name) => {
		expect(nameOfStroke({ ...noStroke, ...stroke })).toBe(name);
	});

	test.each(shortcuts.flatMap(({ keys }) => keys).map((key) => [key]))(
		'%s does nothing while an input method composes',
		(name) => {
			const { open, id, key, doc } = boardDriver();
			open.selection.choose([id(0)]);
			const before = [Y.encodeStateVector(doc), open.viewport.zoom, open.toolbox.tool];
			const plain = name.split('+').at(-1) ?? '';
			const stroke = {
				key: plain === '' ? '+' : plain,
				ctrlKey: name.includes('Ctrl'),
				shiftKey: name.includes('Shift'),
				altKey: name.includes('Alt')
			};
			expect(key({ ...stroke, isComposing: true })).toBe(false);
			expect(key({ ...stroke, keyCode: 229 })).toBe(false);
			expect(key({ ...stroke, key: 'Process' })).toBe(false);
			expect([Y.encodeStateVector(doc), open.viewport.zoom, open.toolbox.tool]).toEqual(before);
			expect([...open.selection.cards]).toEqual([id(0)]);
		}
	);

	test('nothing but Ctrl+S acts while somebody types in a field', () => {
		const { open, key } = boardDriver();
		expect(key({ key: 'n', code: 'KeyN' }, 'field')).toBe(false);
		expect(key({ key: 'z', code: 'KeyZ', ctrlKey: true }, 'field')).toBe(false);
		expect(key({ key: 's', code: 'KeyS', ctrlKey: true }, 'field')).toBe(true);
		expect(open.notices.current?.kind).toBe('savedAlready');
	});

	test('single letters can be switched off', () => {
		const { open, key } = boardDriver();
		open.preferences.set({ hasLetterShortcuts: false });
		expect(key({ key: 'n', code: 'KeyN' })).toBe(false);
		expect(open.board.cards.size).toBe(5);
	});

	test('N and digits make cards, Ctrl+D copies, Delete asks the page to withdraw', () => {
		const { open, key, id, withdrawn } = boardDriver();
		key({ key: '5', code: 'Digit5' });
		open.editing.finish();
		expect([...open.board.cards.values()].filter(({ type }) => type === 'measure')).toHaveLength(2);
		key({ key: 'n', code: 'KeyN' });
		open.editing.finish();
		expect([...open.board.cards.values()].filter(({ type }) => type === 'measure')).toHaveLength(3);
		open.selection.choose([id(0)]);
		key({ key: 'd', code: 'KeyD', ctrlKey: true });
		expect([...open.board.cards.values()].filter(({ type }) => type === 'cause')).toHaveLength(3);
		open.selection.choose([id(0), id(1)]);
		key({ key: 'Delete' });
		expect(withdrawn).toEqual([[id(0), id(1)]]);
	});

	test('Tab walks in reading order and lets go at the last card', () => {
		const { open, key, id } = boardDriver();
		expect(key({ key: 'Tab' })).toBe(true);
		expect(open.selection.only).toBe(id(0));
		expect(key({ key: 'Tab', shiftKey: true })).toBe(false);
		for (let count = 0; count < 4; count += 1) expect(key({ key: 'Tab' })).toBe(true);
		expect(open.selection.only).toBe(id(4));
		expect(key({ key: 'Tab' })).toBe(false);
	});

	test('arrows move a card by a grid cell, with Ctrl to the nearest card, and without a card the board', () => {
		const { open, key, id } = boardDriver();
		const { box } = must(open.layout.cards.get(id(2)));
		open.selection.choose([id(2)]);
		key({ key: 'ArrowDown', shiftKey: true });
		expect(open.board.cards.get(id(2))?.position).toEqual([box.x, box.y + 40]);
		key({ key: 'ArrowRight', ctrlKey: true });
		// Moved down, the measure now faces the second outcome.
		expect(open.selection.only).toBe(id(4));
		open.selection.clear();
		const { x } = open.viewport.origin;
		key({ key: 'ArrowRight' });
		expect(open.viewport.origin.x).toBe(x + 80);
	});

	test('Esc goes down its ladder one step at a time', () => {
		const { open, pointer, key, id, hand, middle } = boardDriver();
		open.selection.choose([id(0)]);
		open.toolbox.choose('link');
		const [x, y] = middle(id(0));
		hand.press(x, y).move(x + 40, y);
		expect(key({ key: 'Escape' })).toBe(true);
		expect([open.toolbox.tool, pointer.isBusy]).toEqual(['select', true]);
		expect(key({ key: 'Escape' })).toBe(true);
		expect(pointer.isBusy).toBe(false);
		expect([open.toolbox.tool, open.selection.cards.size]).toEqual(['select', 1]);
		expect(key({ key: 'Escape' })).toBe(true);
		expect(open.selection.cards.size).toBe(0);
		expect(key({ key: 'Escape' })).toBe(false);
	});

	test('undo and redo take both Ctrl+Y and Ctrl+Shift+Z', () => {
		const { open, key, id } = boardDriver();
		open.commands.moveCards(new Map([[id(0), [0, 0]]]));
		key({ key: 'z', code: 'KeyZ', ctrlKey: true });
		expect(open.board.cards.get(id(0))?.position).toBeNull();
		key({ key: 'y', code: 'KeyY', ctrlKey: true });
		expect(open.board.cards.get(id(0))?.position).toEqual([0, 0]);
		key({ key: 'z', code: 'KeyZ', ctrlKey: true });
		key({ key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true });
		expect(open.board.cards.get(id(0))?.position).toEqual([0, 0]);
	});
});

describe('what a screen shows first', () => {
	test('those who lead see the whole width if it can be read, from the top', () => {
		const { open } = boardDriver();
		open.viewport.resize(1294, 500);
		showAtStart(open, true, 'outcome');
		expect(open.viewport.zoom).toBeGreaterThanOrEqual(0.6);
		expect(open.viewport.toScreen(boardPoint(6, 6)).y).toBeCloseTo(4);
		expect(open.viewport.toScreen(boardPoint(2144, 6)).x).toBeLessThanOrEqual(1294);
	});

	test('participants see the zone of the step, large enough to write in', () => {
		const { open } = boardDriver({ isLeader: false });
		open.viewport.resize(1024, 500);
		showAtStart(open, false, 'rootCause');
		expect(open.viewport.zoom).toBeGreaterThanOrEqual(0.6);
		const { box } = must(open.layout.zones.get('rootCause'));
		const centre = open.viewport.toScreen(boardPoint(box.x + box.width / 2, 0));
		expect(centre.x).toBeCloseTo(512);
	});

	test.each(['themeVision', 'indicatorSource'] as const)(
		'the screen is not half empty beside the outer zone %s',
		(zone) => {
			const { open } = boardDriver({ isLeader: false });
			open.viewport.resize(1024, 500);
			showAtStart(open, false, zone);
			const { bounds } = open.layout;
			const left = open.viewport.toScreen(boardPoint(bounds.x, 0)).x;
			const right = open.viewport.toScreen(boardPoint(bounds.x + bounds.width, 0)).x;
			expect(zone === 'themeVision' ? left : 1024 - right).toBeCloseTo(12);
		}
	);
});

describe('islands', () => {
	const clusterOf = ({ open, id }: ReturnType<typeof boardDriver>, index: number) =>
		must(open.board.cards.get(id(index))).cluster;

	test('a card held over the middle of another makes an island with it, in one step, and its title is written', () => {
		const driver = boardDriver();
		const { open, gesture, hand, id, middle } = driver;
		const [x, y] = middle(id(1));
		const [toX, toY] = middle(id(0));
		hand
			.press(x, y)
			.move(x + 10, y)
			.move(toX, toY);
		expect(gesture.offer).toBeNull();
		hand.wait(thresholds.dwellMs);
		expect(gesture.offer).toEqual({ kind: 'make', card: id(0) });
		hand.release();
		expect(gesture.offer).toBeNull();
		expect(clusterOf(driver, 0)).not.toBeNull();
		expect(clusterOf(driver, 1)).toBe(clusterOf(driver, 0));
		expect(open.editing.island).toBe(clusterOf(driver, 0));
		open.history.undo();
		expect([clusterOf(driver, 0), clusterOf(driver, 1)]).toEqual([null, null]);
		expect(open.history.canUndo).toBe(false);
	});

	test('a finger that rests on a card picks it up and makes an island all the same', () => {
		const driver = boardDriver({ pointerType: 'touch' });
		const { gesture, hand, id, middle } = driver;
		const [x, y] = middle(id(1));
		hand
			.press(x, y)
			.wait(300)
			.move(x + 20, y)
			.move(...middle(id(0)))
			.wait(thresholds.dwellMs);
		expect(gesture.offer).toEqual({ kind: 'make', card: id(0) });
		hand.release();
		expect(clusterOf(driver, 1)).toBe(clusterOf(driver, 0));
		expect(clusterOf(driver, 1)).not.toBeNull();
	});

	test('a quick drop, one at the rim, a copy and one that moved on only put the card down', () => {
		for (const way of ['quick', 'rim', 'copy', 'on'] as const) {
			const { open, gesture, hand, id, middle } = boardDriver();
			const [x, y] = middle(id(1));
			const { box } = must(open.layout.cards.get(id(2)));
			const to = way === 'rim' ? [box.x + 4, box.y + 4] : middle(id(2));
			const more = way === 'copy' ? { altKey: true } : {};
			hand
				.press(x, y, more)
				.move(x + 10, y, more)
				.move(to[0] ?? 0, to[1] ?? 0, more);
			if (way === 'on') hand.move(x, 1500);
			if (way !== 'quick') hand.wait(thresholds.dwellMs);
			expect(gesture.offer).toBeNull();
			hand.release();
			expect([...open.board.cards.values()].every(({ cluster }) => cluster === null)).toBe(true);
		}
	});

	test('Esc while the bubble shows takes it away and leaves the card', () => {
		const driver = boardDriver();
		const { gesture, hand, id, middle, key } = driver;
		hand
			.press(...middle(id(1)))
			.move(...middle(id(0)))
			.wait(thresholds.dwellMs);
		key({ key: 'Escape' });
		expect(gesture.offer).toBeNull();
		hand.release();
		expect(clusterOf(driver, 1)).toBeNull();
	});

	test('its title moves an island as one; a card put down inside stays, one carried out leaves', () => {
		const driver = boardDriver();
		const { open, hand, id, middle } = driver;
		const cluster = must(open.commands.makeCluster([id(0), id(1)], '家族') ?? undefined);
		const island = must(open.layout.islands[0]);
		hand
			.press(island.box.x + 20, island.box.y - 10)
			.move(island.box.x + 40, island.box.y)
			.move(island.box.x + 320, island.box.y + 290)
			.release();
		expect(open.selection.cards).toEqual(new Set([id(0), id(1)]));
		const record = open.board.records.get(cluster);
		expect(record?.kind === 'cluster' && record.place).toEqual([
			island.box.x + 308,
			island.box.y + 308
		]);
		expect(clusterOf(driver, 0)).toBe(cluster);

		open.selection.clear();
		const [x, y] = middle(id(1));
		hand
			.press(x, y)
			.move(x, y - 20)
			.release();
		expect([clusterOf(driver, 1), open.board.cards.get(id(1))?.position]).toEqual([cluster, null]);
		hand
			.press(x, y)
			.move(x + 20, y)
			.move(x + 700, y + 100)
			.release();
		expect(clusterOf(driver, 1)).toBeNull();
		expect(open.board.cards.get(id(1))?.position).not.toBeNull();
	});

	test('by keyboard: G, Shift+G, and arrows that carry a card out of its island', () => {
		const driver = boardDriver();
		const { open, id, key } = driver;
		open.selection.choose([id(0)]);
		expect(key({ key: 'g', code: 'KeyG' })).toBe(false);
		open.selection.choose([id(0), id(1)]);
		key({ key: 'g', code: 'KeyG' });
		expect(clusterOf(driver, 1)).toBe(clusterOf(driver, 0));
		open.selection.choose([id(2), id(1)]);
		key({ key: 'g', code: 'KeyG', ctrlKey: true });
		expect(clusterOf(driver, 2)).toBe(clusterOf(driver, 0));
		open.selection.choose([id(2)]);
		key({ key: 'ArrowDown' });
		expect(clusterOf(driver, 2)).toBeNull();
		open.selection.choose([id(0), id(1)]);
		key({ key: 'ArrowDown' });
		expect(clusterOf(driver, 1)).not.toBeNull();
		key({ key: 'G', code: 'KeyG', shiftKey: true });
		expect([clusterOf(driver, 0), open.board.records.size]).toEqual([null, 0]);
	});

	test('who only looks makes no island', () => {
		const driver = boardDriver({ canWrite: false });
		const { open, id, key } = driver;
		open.selection.choose([id(0), id(1)]);
		key({ key: 'g', code: 'KeyG' });
		expect(open.board.records.size).toBe(0);
	});
});

describe('several cards at once', () => {
	test('M makes one card of those of a type, the first in reading order, and says so', async () => {
		const { open, id, key } = boardDriver();
		open.selection.choose([id(1), id(2)]);
		expect(key({ key: 'm', code: 'KeyM' })).toBe(false);
		open.selection.choose([id(1), id(0)]);
		key({ key: 'm', code: 'KeyM' });
		await vi.waitFor(() => expect(open.board.cards.size).toBe(4));
		expect(open.board.cards.get(id(0))?.text).toBe(`${someCards[0]?.text}\n${someCards[1]?.text}`);
		expect(open.selection.only).toBe(id(0));
		expect(open.notices.current?.kind).toBe('cardsMerged');
		open.notices.act();
		expect(open.board.cards.size).toBe(5);
	});

	test('まとめてつなぐ: one set whichever was selected first, chosen with Alt+L and deleted as one', () => {
		const { open, id, key } = boardDriver();
		open.selection.choose([id(4), id(3), id(2)]);
		key({ key: 'L', code: 'KeyL', shiftKey: true });
		const links = [...open.board.links.values()];
		expect(links.map(({ from, to }) => [from, to])).toEqual(
			expect.arrayContaining([
				[id(2), id(3)],
				[id(2), id(4)]
			])
		);
		expect(new Set(links.map(({ set }) => set)).size).toBe(1);
		expect(open.layout.routes.map(({ set }) => set)).toEqual([links[0]?.set, links[0]?.set]);
		open.commands.addLink({ from: id(0), to: id(2) });
		open.selection.choose([id(2)]);
		key({ key: 'l', code: 'KeyL', altKey: true });
		expect(open.board.links.get(must(open.selection.link ?? undefined))?.from).toBe(id(0));
		key({ key: 'l', code: 'KeyL', altKey: true });
		key({ key: 'Delete' });
		expect([...open.board.links.values()].map(({ from }) => from)).toEqual([id(0)]);
		open.history.undo();
		expect(open.board.links.size).toBe(3);
	});
});

describe('locks', () => {
	const pinKey = { key: 'L', code: 'KeyL', ctrlKey: true, shiftKey: true };
	const lockOf = ({ open, id }: ReturnType<typeof boardDriver>, index: number) =>
		must(open.board.cards.get(id(index))).lock;

	test('Ctrl+Shift+L pins what is selected, and frees it when all of it is held', async () => {
		const driver = boardDriver();
		const { open, id, key } = driver;
		open.selection.choose([id(0), id(1)]);
		key(pinKey);
		await vi.waitFor(() =>
			expect([lockOf(driver, 0), lockOf(driver, 1)]).toEqual(['pinned', 'pinned'])
		);
		open.selection.choose([id(1), id(2)]);
		key(pinKey);
		await vi.waitFor(() => expect(lockOf(driver, 2)).toBe('pinned'));
		key(pinKey);
		await vi.waitFor(() => expect([lockOf(driver, 1), lockOf(driver, 2)]).toEqual([null, null]));
		expect(lockOf(driver, 0)).toBe('pinned');
	});

	test('a participant pins nothing, and everything selected is all but the background', () => {
		const driver = boardDriver({ isLeader: false });
		const { doc, open, id, key } = driver;
		setCardLock(doc, [id(0)], 'background');
		setCardLock(doc, [id(1)], 'pinned');
		key({ key: 'a', code: 'KeyA', ctrlKey: true });
		expect(open.selection.cards.has(id(0))).toBe(false);
		expect(open.selection.cards.size).toBe(open.board.cards.size - 1);
		expect(key(pinKey)).toBe(false);
		expect([0, 1, 2].map((index) => lockOf(driver, index))).toEqual(['background', 'pinned', null]);
	});
});
