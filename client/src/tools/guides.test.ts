import { boardPoint } from '@renkei/shared/geometry/point.ts';
import { describe, expect, test } from 'vitest';
import { boardDriver, must } from './board.driver.ts';

/** A board on which the first three cards have been put by hand, the third to be dragged. */
function handPlaced() {
	const driver = boardDriver({ snaps: true });
	const { open, id } = driver;
	open.commands.moveCards(
		new Map([
			[id(0), [2300, 100] as const],
			[id(1), [2300, 300] as const],
			[id(2), [2700, 500] as const]
		])
	);
	open.viewport.resize(4000, 2000);
	const box = (index: number) => must(open.layout.cards.get(id(index))).box;
	const grab = () => driver.hand.press(...driver.middle(id(2)));
	/** Drags the third card so that its corner lies at a place of the board. */
	const dragTo = (x: number, y: number, more = {}) => {
		const at = box(2);
		const [fromX, fromY] = driver.middle(id(2));
		return grab()
			.move(fromX + 20, fromY, more)
			.move(fromX + x - at.x, fromY + y - at.y, more);
	};
	return { ...driver, box, dragTo };
}

describe('dragged cards are drawn into row', () => {
	test('with the edge of another card, and a line says so', () => {
		const { box, dragTo, gesture, hand, open, id } = handPlaced();
		dragTo(2304, 900);
		expect(gesture.drag?.dx).toBe(2300 - 2700);
		expect(gesture.drag?.guides).toContainEqual(
			expect.objectContaining({ kind: 'edge', from: [2300, expect.any(Number)] })
		);
		hand.release();
		expect(open.board.cards.get(id(2))?.position?.[0]).toBe(2300);
		expect(box(2).x).toBe(2300);
		expect(gesture.drag).toBeNull();
	});

	test('at the same distance as the two above stand from each other', () => {
		const { box, dragTo, gesture } = handPlaced();
		const gap = box(1).y - (box(0).y + box(0).height);
		const wanted = box(1).y + box(1).height + gap;
		dragTo(2300, wanted + 4);
		expect(must(gesture.drag ?? undefined).dy).toBeCloseTo(wanted - 500);
		const gaps = gesture.drag?.guides.filter(({ kind }) => kind === 'gap') ?? [];
		expect(gaps.map(({ from, to }) => Math.round(to[1] - from[1]))).toEqual([
			Math.round(gap),
			Math.round(gap)
		]);
	});

	test('with the place where the cards of a zone begin', () => {
		const { dragTo, gesture, open } = handPlaced();
		const { box } = must(open.layout.zones.get('fact'));
		dragTo(box.x + 16 + 3, box.y + 56 - 3);
		expect(gesture.drag).toMatchObject({ dx: box.x + 16 - 2700, dy: box.y + 56 - 500 });
	});

	test('Ctrl leaves them where the hand is, and so does being far from everything', () => {
		const free = handPlaced();
		free.dragTo(2304, 1111, { ctrlKey: true });
		expect(free.gesture.drag).toMatchObject({ dx: 2304 - 2700, guides: [] });
		const far = handPlaced();
		far.dragTo(2900, 1500);
		expect(far.gesture.drag).toMatchObject({ dx: 200, dy: 1000, guides: [] });
	});

	test('with Shift only along the axis that is free', () => {
		const { dragTo, gesture } = handPlaced();
		dragTo(2704, 297, { shiftKey: true });
		expect(gesture.drag?.dx).toBe(0);
		expect(gesture.drag?.dy).toBe(300 - 500);
	});

	test('the way of being drawn is the same on screen at every zoom', () => {
		const { dragTo, gesture, open } = handPlaced();
		open.viewport.zoomAt({ x: 0, y: 0 } as never, 0.5);
		expect(open.viewport.toBoard({ x: 0, y: 0 } as never)).toEqual(boardPoint(0, 0));
		const [x, y] = [2300, 1100];
		dragTo(2700 + (x - 9 - 2700) * 0.5, 500 + (y - 500) * 0.5);
		expect(gesture.drag?.dx).toBe(2300 - 2700);
	});
});
