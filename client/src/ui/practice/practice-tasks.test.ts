import { screenPoint } from '@renkei/shared/geometry/point.ts';
import { expect, test } from 'vitest';
import { showAll } from '../../tools/show-board.ts';
import { boardDriver } from '../../tools/board.driver.ts';
import { practiceTasks, PracticeTasks } from './practice-tasks.svelte.ts';

/** Somebody who practises with real tools on real state; `now` is what they are asked after each of their doings. */
function practice(tasks: readonly (typeof practiceTasks.board)[number][] = practiceTasks.board) {
	const driver = boardDriver({ isLeader: false });
	const practised = new PracticeTasks(driver.open, tasks);
	const now = (): string | null => {
		practised.look();
		return practised.current;
	};
	return { ...driver, practised, now };
}

test('what was really done leads from task to task, to the end', () => {
	const { open, hand, middle, id, practised, now } = practice();
	expect(now()).toBe('write');
	expect(practised.praised).toBeNull();

	const card = open.commands.addCard({ type: 'cause', text: '' });
	if (card === null) throw new Error('No card was made.');
	open.editing.start(card, { isNew: true });
	expect(now()).toBe('write');
	open.commands.editCardText(card, { index: 0, remove: 0, insert: 'お茶がぬるい' });
	expect(now()).toBe('write');
	open.editing.finish();
	expect(now()).toBe('move');
	expect(practised.praised).toBe('write');

	const [x, y] = middle(id(0));
	hand
		.press(x, y)
		.move(x + 30, y + 300)
		.release();
	expect(now()).toBe('link');

	open.commands.addLink({ from: id(1), to: id(2) });
	expect(now()).toBe('undo');

	open.history.undo();
	expect(open.board.links.size).toBe(0);
	open.viewport.zoomAt(screenPoint(10, 10), 2);
	expect(now()).toBe('whole');

	showAll(open);
	expect(now()).toBeNull();
	expect(practised.praised).toBe('whole');
	expect(practiceTasks.board.every((task) => practised.isDone(task))).toBe(true);
});

test('what somebody does before being asked counts when its turn comes', () => {
	const { open, id, now } = practice();
	open.commands.addLink({ from: id(0), to: id(2) });
	open.commands.moveCards(new Map([[id(1), [40, 900]]]));
	expect(now()).toBe('write');
	open.commands.addCard({ type: 'cause', text: '席が足りない' });
	expect(now()).toBe('undo');
});

test('words on a card that was there already are no card of one’s own', () => {
	const { open, id, now } = practice();
	open.commands.editCardText(id(0), { index: 0, remove: 0, insert: 'とても' });
	expect(now()).toBe('write');
});

test('in the list a card moved up by its order is moved', () => {
	const { open, now } = practice(practiceTasks.list);
	const card = open.commands.addCard({ type: 'cause', text: '席が足りない' });
	if (card === null) throw new Error('No card was made.');
	expect(now()).toBe('move');
	open.commands.reorderCard(card, 'Z0');
	expect(now()).toBe('undo');
	open.history.undo();
	expect(now()).toBeNull();
});
