import { describe, expect, test } from 'vitest';
import { boardDriver } from './board.driver.ts';

describe('one level at each Esc (behaviour §3.4)', () => {
	test('popover, tool, drag, island, selection, bars; then the key is the page’s', () => {
		const { open, gesture, pointer, hand, id, middle, key } = boardDriver();
		const esc = (): boolean => key({ key: 'Escape' });
		open.commands.makeCluster([id(0), id(1)], '家族');
		open.toolbox.bare(true);
		open.selection.choose([id(0), id(1)]);
		key({ key: 'Enter' });
		expect([open.selection.only, gesture.entered !== null]).toEqual([id(0), true]);
		open.toolbox.choose('pan');
		hand.press(...middle(id(0))).move(400, 400);
		open.popups.open({ kind: 'find', subject: null });

		expect([esc(), open.popups.current, open.toolbox.tool]).toEqual([true, null, 'pan']);
		expect([esc(), open.toolbox.tool, pointer.isBusy]).toEqual([true, 'select', true]);
		expect([esc(), pointer.isBusy, open.selection.only]).toEqual([true, false, id(0)]);
		expect([esc(), open.selection.cards]).toEqual([true, new Set([id(0), id(1)])]);
		expect([esc(), open.selection.cards.size, open.toolbox.isBare]).toEqual([true, 0, true]);
		expect([esc(), open.toolbox.isBare]).toEqual([true, false]);
		expect(esc()).toBe(false);
		expect(open.board.cards.size).toBe(5);
	});

	test('Enter on an island goes into it, on a card edits it', () => {
		const { open, id, key } = boardDriver();
		open.commands.makeCluster([id(0), id(1)], '家族');
		open.selection.choose([id(0), id(1)]);
		expect(key({ key: 'Enter' })).toBe(true);
		expect([open.selection.only, open.editing.card]).toEqual([id(0), null]);
		expect(key({ key: 'Enter' })).toBe(true);
		expect(open.editing.card).toBe(id(0));
	});
});
