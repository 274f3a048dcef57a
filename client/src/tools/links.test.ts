import { boardPoint } from '@renkei/shared/geometry/point.ts';
import { expect, test } from 'vitest';
import { hitTest } from '../canvas/hit-test.ts';
import { buildPicture } from '../canvas/picture.ts';
import { boardDriver, must } from './board.driver.ts';
import { thresholds } from './thresholds.ts';

type Driver = ReturnType<typeof boardDriver>;

/** The links of the board as pairs of the driver's cards. */
function pairs({ open, id }: Driver): readonly string[] {
	const at = [0, 1, 2, 3, 4].map(id);
	return [...open.board.links.values()]
		.map(({ from, to }) => `${at.indexOf(from)}→${at.indexOf(to)}`)
		.sort();
}

const keyOf = (key: string) => ({ key, code: /\d/.test(key) ? `Digit${key}` : `Key${key}` });

test('by keyboard: C on a card, arrows to the other, Enter; or its number', () => {
	const driver = boardDriver();
	const { open, id, key } = driver;
	open.selection.choose([id(0)]);
	key(keyOf('C'));
	key({ key: 'ArrowRight' });
	key({ key: 'Enter' });
	expect(pairs(driver)).toEqual(['0→2']);
	expect([open.toolbox.tool, open.selection.only]).toEqual(['select', id(2)]);

	open.selection.choose([id(1)]);
	key(keyOf('C'));
	for (const digit of String(must(open.board.numbers.get(id(2))))) key(keyOf(digit));
	key({ key: 'Enter' });
	expect(pairs(driver)).toEqual(['0→2', '1→2']);
});

test('つなぐ takes a whole 島 by its title and a whole zone by its heading, as one set and one step', async () => {
	const driver = boardDriver();
	const { open, id, hand, middle } = driver;
	await open.layout.leadPastCards();
	open.commands.makeCluster([id(0), id(1)], '家族');
	const { box } = must(open.layout.islands[0]);
	open.toolbox.choose('link');
	hand.tap(box.x + 20, box.y - 10).tap(...middle(id(2)));
	expect(pairs(driver)).toEqual(['0→2', '1→2']);
	expect(open.layout.routes.map(({ width }) => width)).toEqual([6]);

	const zone = must(open.layout.zones.get('outcome')).box;
	open.toolbox.choose('link');
	hand.tap(...middle(id(2))).tap(zone.x + 60, zone.y + 20);
	expect(pairs(driver)).toEqual(['0→2', '1→2', '2→3', '2→4']);
	expect(new Set([...open.board.links.values()].map(({ set }) => set)).size).toBe(2);
	open.history.undo();
	expect(pairs(driver)).toEqual(['0→2', '1→2']);
});

test('a handle dragged to the title of a 島 links to all of it, the way the method means it', () => {
	const driver = boardDriver();
	const { open, id, hand } = driver;
	open.commands.makeCluster([id(0), id(1)], '家族');
	const island = must(open.layout.islands[0]).box;
	open.selection.choose([id(2)]);
	const { x, y, height } = must(open.layout.cards.get(id(2))).box;
	hand
		.press(x, y + height / 2)
		.move(x - 20, y)
		.move(island.x + 20, island.y - 10)
		.release();
	expect(pairs(driver)).toEqual(['0→2', '1→2']);
});

test('a card held over the right end of another links instead: the choice follows the hand, the card stays', () => {
	const driver = boardDriver();
	const { open, gesture, hand, id, middle } = driver;
	const { box } = must(open.layout.cards.get(id(2)));
	const rightEnd = [box.x + box.width * 0.75, box.y + box.height / 2] as const;
	hand
		.press(...middle(id(0)))
		.move(...middle(id(2)))
		.wait(thresholds.dwellMs);
	expect(gesture.offer?.kind).toBe('make');
	hand.move(...rightEnd);
	expect(gesture.offer).toEqual({ kind: 'link', card: id(2) });
	hand.move(...middle(id(2)));
	expect(gesture.offer?.kind).toBe('make');
	hand.move(...rightEnd).release();
	expect(gesture.offer).toBeNull();
	expect(pairs(driver)).toEqual(['0→2']);
	expect(must(open.board.cards.get(id(0))).position).toBeNull();
	open.history.undo();
	expect(pairs(driver)).toEqual([]);
});

test('Enter on a link, or two taps on it, open its note; not for those who only look on', () => {
	for (const canWrite of [true, false]) {
		const { open, id, key, doc } = boardDriver({ canWrite });
		const link = `link-${doc.clientID}`;
		const made = open.commands.addLink({ from: id(0), to: id(2) });
		const subject = made && 'id' in made ? made.id : (link as never);
		open.selection.chooseLink(subject);
		key({ key: 'Enter' });
		expect(open.popups.current).toEqual(canWrite ? { kind: 'link', subject } : null);
	}
	const { open, id, hand } = boardDriver();
	const made = open.commands.addLink({ from: id(0), to: id(2) });
	const { start } = must(open.layout.routes[0]).path;
	hand.tap(start[0] + 19, start[1]).tap(start[0] + 19, start[1]);
	expect(open.popups.current).toEqual({
		kind: 'link',
		subject: made && 'id' in made && made.id
	});
});

test('a link is 16 px wide for a mouse and 24 for a finger, at any zoom; its word is the link', async () => {
	const { open, id } = boardDriver();
	await open.layout.leadPastCards();
	open.commands.addLink({ from: id(0), to: id(1), kind: 'why' });
	open.commands.addLink({ from: id(1), to: id(0), kind: 'why' });
	const routes = open.layout.routes;
	const picture = buildPicture(
		{
			zones: open.layout.zones,
			cards: new Map(),
			islands: [],
			titles: new Map(),
			routes,
			numbers: open.board.numbers,
			currentZone: null,
			language: 'ja'
		},
		null
	);
	const kindAt = (x: number, y: number, zoom: number, by: 'mouse' | 'touch', on = picture) =>
		hitTest(on, null, boardPoint(x, y), zoom, by).kind;
	const { at } = must(must(routes.find(({ label }) => label)).label ?? undefined);
	expect(kindAt(at.x + 60, at.y, 1, 'mouse')).toBe('link');
	expect(kindAt(at.x + 60, at.y + 40, 1, 'mouse')).toBe('empty');

	const straight = {
		...must(routes[0]),
		label: null,
		path: { start: [0, 0], pieces: [[300, 0]] },
		box: { x: -14, y: -14, width: 328, height: 28 }
	} as const;
	const bare = { ...picture, zones: [], routes: [straight] };
	for (const zoom of [0.5, 1, 2])
		for (const [by, reach] of [
			['mouse', 8],
			['touch', 12]
		] as const)
			for (const side of [-1, 1]) {
				const kinds = [reach - 0.5, reach + 0.5].map((px) =>
					kindAt(150, (side * px) / zoom, zoom, by, bare)
				);
				expect(kinds).toEqual(['link', 'empty']);
			}
});
