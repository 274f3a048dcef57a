import { writeClip } from '@renkei/shared/method/card-clip.ts';
import { boardPoint } from '@renkei/shared/geometry/point.ts';
import { expect, test } from 'vitest';
import { boardDriver, must, someCards } from '../../tools/board.driver.ts';
import { clipCards, pasteClipping } from './card-clipboard.ts';

function copied(driver: ReturnType<typeof boardDriver>, ...indexes: readonly number[]) {
	const clip = clipCards(
		driver.open,
		indexes.map((index) => driver.id(index))
	);
	return writeClip(must(clip ?? undefined));
}

test('cards come over with their fields, their parts and the links among them, as one step', () => {
	const from = boardDriver();
	from.open.commands.addLink({ from: from.id(0), to: from.id(2) });
	from.open.commands.addLink({ from: from.id(2), to: from.id(3) });
	from.open.commands.setCardField(from.id(2), 'owner', '地域包括支援センター');
	from.open.commands.setCardField(from.id(0), 'isRoot', true);
	const clipping = copied(from, 2, 0);

	const to = boardDriver();
	Object.assign(to.open.access, { id: 'other' });
	expect(pasteClipping(to.open, clipping, null)).toBe(true);
	expect(to.open.board.cards.size).toBe(7);
	const made = [...to.open.selection.cards].map((id) => must(to.open.board.cards.get(id)));
	expect(made.map(({ text }) => text)).toEqual([someCards[0]?.text, someCards[2]?.text]);
	expect(made[1]).toMatchObject({ owner: '地域包括支援センター', position: null });
	// One card of a board is the root cause; a copy is not.
	expect(made[0]).toMatchObject({ isRoot: false });
	expect([...to.open.board.links.values()]).toMatchObject([
		{ from: made[0]?.id, to: made[1]?.id, kind: 'causeMeasure' }
	]);
	expect(to.open.notices.current?.kind).toBe('pasted');
	to.open.history.undo();
	expect(to.open.board.cards.size).toBe(5);
});

test('on free ground they lie as they lay to each other; beside the original where a hand had put it', () => {
	const driver = boardDriver();
	const { open, id } = driver;
	open.commands.moveCards(
		new Map([
			[id(0), [2300, 100] as const],
			[id(1), [2400, 400] as const]
		])
	);
	const clipping = copied(driver, 0, 1);
	pasteClipping(open, clipping, boardPoint(3000, 50));
	const places = () =>
		[...open.selection.cards].map((card) => open.board.cards.get(card)?.position);
	expect(places()).toEqual([
		[3000, 50],
		[3100, 350]
	]);
	pasteClipping(open, clipping, null);
	expect(places()).toEqual([
		[2324, 124],
		[2424, 424]
	]);
});

test('one line of text is a card of the type in hand, several lines go through the preview', () => {
	const { open } = boardDriver();
	open.toolbox.rememberCardType('fact');
	expect(pasteClipping(open, { html: '', text: '  相談できる人がいない\n' }, null)).toBe(true);
	expect(open.board.cards.get(must(open.selection.only ?? undefined))).toMatchObject({
		type: 'fact',
		text: '相談できる人がいない'
	});
	const text = '・一つ目\n・二つ目';
	expect(pasteClipping(open, { html: '<ul></ul>', text }, null)).toBe(true);
	expect(open.popups.current).toEqual({ kind: 'paste', subject: { text, type: 'fact' } });
	expect(open.board.cards.size).toBe(6);
	expect(pasteClipping(open, { html: '', text: ' \n ' }, null)).toBe(false);
});

test('who only looks copies and pastes nothing', () => {
	const driver = boardDriver({ canWrite: false });
	const clipping = copied(driver, 0, 1);
	expect(clipping.text).toBe(`${someCards[0]?.text}\n${someCards[1]?.text}`);
	expect(pasteClipping(driver.open, clipping, null)).toBe(false);
	expect(driver.open.board.cards.size).toBe(5);
});
