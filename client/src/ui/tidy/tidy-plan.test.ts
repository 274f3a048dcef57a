import fc from 'fast-check';
import { setCardLock } from '@renkei/shared/document/commands/lock-commands.ts';
import { tidyCards } from '@renkei/shared/document/commands/tidy-commands.ts';
import { boxesOverlap, unionOfBoxes } from '@renkei/shared/geometry/box.ts';
import { findOverlap } from '@renkei/shared/lane-layout/lane-layout.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { expect, test } from 'vitest';
import { boardDriver, must } from '../../tools/board.driver.ts';
import { layOutInLayers } from './tidy-layers.ts';
import { draftTidying, finishTidying, layoutAfter, stillValid } from './tidy-plan.ts';
import type { TidyScope } from './tidy-plan.ts';

type Driver = ReturnType<typeof boardDriver>;

function plan({ open }: Driver, scope: TidyScope = 'board') {
	const draft = draftTidying(open, scope);
	return finishTidying(open, draft, draft.groups.map(layOutInLayers), 'ja');
}

/** Puts cards of the driver down by hand. */
function put({ open, id }: Driver, places: Readonly<Record<number, readonly [number, number]>>) {
	const cards = Object.entries(places).map(([index, at]) => [id(Number(index)), at] as const);
	open.commands.moveCards(new Map(cards));
}

const positionOf = ({ open, id }: Driver, index: number) =>
	must(open.board.cards.get(id(index))).position;

test('cards over the zones go back to their lanes, those beside them are put in layers as their links lead', () => {
	const driver = boardDriver();
	const { open, id } = driver;
	open.commands.addLink({ from: id(1), to: id(2) });
	open.commands.addLink({ from: id(2), to: id(3) });
	put(driver, { 0: [700, 300], 1: [2900, 400], 2: [2610, 100], 3: [2500, 230] });
	const moves = plan(driver);
	expect(moves.find(({ card }) => card === id(0))).toMatchObject({ from: [700, 300], to: null });
	open.run(tidyCards, moves);
	expect(positionOf(driver, 0)).toBeNull();
	const [a, b, c] = [1, 2, 3].map((index) => must(open.layout.cards.get(id(index))).box);
	expect(must(a).x + must(a).width).toBeLessThan(must(b).x);
	expect(must(b).x + must(b).width).toBeLessThan(must(c).x);
	expect(positionOf(driver, 4)).toBeNull();
	expect(plan(driver)).toEqual([]);

	open.history.undo();
	expect([0, 1, 2, 3].map((index) => positionOf(driver, index))).toEqual([
		[700, 300],
		[2900, 400],
		[2610, 100],
		[2500, 230]
	]);
});

test('only the wanted zone is put in order; what is held in its place, and what others carry, stays', () => {
	const driver = boardDriver();
	const { open, id, doc } = driver;
	put(driver, { 0: [700, 100], 1: [760, 500], 2: [1300, 700], 3: [600, 800] });
	expect(plan(driver, 'measure').map(({ card }) => card)).toEqual([id(2)]);
	setCardLock(doc, [id(0)], 'pinned');
	expect(plan(driver, 'cause').map(({ card }) => card)).toEqual([id(1)]);
	const others = new Map([[7, { drag: { ids: [id(3)], dx: 0, dy: 0 } }]]);
	const seen = Object.create(open, { participants: { value: { others } } }) as typeof open;
	const cards = plan({ ...driver, open: seen }).map(({ card }) => card);
	expect(new Set(cards)).toEqual(new Set([id(1), id(2)]));
});

test('a card that somebody moved, held or withdrew after the proposal stays, and the rest goes in one step', () => {
	const driver = boardDriver();
	const { open, id, doc } = driver;
	put(driver, { 0: [700, 300], 1: [760, 900], 2: [1300, 700], 3: [1700, 700] });
	const moves = plan(driver);
	expect(moves).toHaveLength(4);
	put(driver, { 1: [2600, 50] });
	setCardLock(doc, [id(2)], 'pinned');
	open.commands.withdrawCards([id(3)]);
	expect(stillValid(open, moves).map(({ card }) => card)).toEqual([id(0)]);
	expect(open.run(tidyCards, moves)).toEqual([id(0)]);
	expect([0, 1, 2].map((index) => positionOf(driver, index))).toEqual([
		null,
		[2600, 50],
		[1300, 700]
	]);
	open.history.undo();
	expect(positionOf(driver, 0)).toEqual([700, 300]);
	expect(positionOf(driver, 1)).toEqual([2600, 50]);
});

const places = fc.array(
	fc.tuple(fc.integer({ min: -2000, max: 5000 }), fc.integer({ min: -1200, max: 2600 })),
	{ minLength: 5, maxLength: 5 }
);
const links = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 6 });

test('wherever hands have put cards: the preview is what comes, no card covers another, and once is enough', () => {
	fc.assert(
		fc.property(places, links, (hands, pairs) => {
			const driver = boardDriver();
			const { open, id } = driver;
			for (const [from, to] of pairs) open.commands.addLink({ from: id(from), to: id(to) });
			put(driver, Object.fromEntries(hands.entries()));
			const moves = plan(driver);
			expect(plan(driver)).toEqual(moves);
			const preview = layoutAfter(open, moves, 'ja');
			open.run(tidyCards, moves);
			const now = { ...preview, cards: open.layout.cards };
			for (const [card, { box }] of preview.cards)
				expect(must(open.layout.cards.get(card as CardId)).box).toEqual(box);
			expect(findOverlap(now)).toBeNull();
			const zones = must(
				unionOfBoxes([...open.layout.zones.values()].map(({ box }) => box)) ?? undefined
			);
			for (const { card, box } of open.layout.cards.values())
				expect(card.position !== null && boxesOverlap(box, zones)).toBe(false);
		}),
		{ numRuns: 60 }
	);
});
