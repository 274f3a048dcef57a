import { setCardLock } from '@renkei/shared/document/commands/lock-commands.ts';
import { boardPoint } from '@renkei/shared/geometry/point.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { expect, test } from 'vitest';
import { boardDriver, must } from '../../tools/board.driver.ts';
import type { MenuEntry } from './menu-entries.ts';
import { menuEntries } from './menu-entries.ts';

/* What stands in the menu of the board, in which order, and for whom (behaviour §3.5). */

function opened(options: Parameters<typeof boardDriver>[0] = {}) {
	const driver = boardDriver(options);
	const done: string[] = [];
	const entries = (place: readonly [number, number] | null = null): readonly MenuEntry[] =>
		menuEntries(driver.open, {
			place: place && boardPoint(...place),
			startLink: (card: CardId) => void done.push(`link ${driver.open.board.numbers.get(card)}`),
			withdraw: (cards) => void done.push(`withdraw ${cards.length}`),
			copy: (cards) => void done.push(`copy ${cards.length}`),
			paste: () => void done.push('paste'),
			showDetails: () => void done.push('details')
		}).flat();
	const ids = (place?: readonly [number, number]): readonly string[] =>
		entries(place ?? null).map(({ id }) => id);
	const choose = (id: string, place?: readonly [number, number]): void =>
		must(entries(place ?? null).find((entry) => entry.id === id)).run?.();
	return { ...driver, done, entries, ids, choose };
}

const wholeOrder =
	'cut copy paste duplicate edit type link cluster uncluster votes note remarks up down lock past withdraw';

test('on a card everything stands in the order that hands know', () => {
	const { open, id, ids } = opened();
	open.selection.choose([id(0)]);
	const order = wholeOrder.split(' ');
	expect(ids()).toEqual(order.filter((entry) => ids().includes(entry)));
	for (const entry of ['cut', 'copy', 'paste', 'duplicate', 'edit', 'type', 'link', 'cluster'])
		expect(ids()).toContain(entry);
	for (const entry of ['votes', 'note', 'remarks', 'up', 'down', 'lock', 'past', 'withdraw'])
		expect(ids()).toContain(entry);
});

test('what does not fit just now is grey for those who lead and not there for others', () => {
	const leader = opened();
	leader.open.selection.choose([leader.id(0)]);
	expect(leader.entries().find(({ id }) => id === 'cluster')?.isGrey).toBe(true);
	const other = opened({ isLeader: false });
	other.open.selection.choose([other.id(0)]);
	expect(other.ids()).not.toContain('cluster');
	expect(other.ids()).not.toContain('lock');
	other.open.selection.choose([other.id(0), other.id(1)]);
	expect(other.ids()).toContain('cluster');
});

test('what the part of the programme forbids is not there', () => {
	const { open, id, ids } = opened({ isLeader: false });
	open.selection.choose([id(0)]);
	Object.assign(open, {
		may: (action: { do: string }) => !['create', 'delete', 'link'].includes(action.do)
	});
	expect(ids()).toEqual(['copy', 'edit', 'votes', 'remarks', 'down', 'past']);
	Object.assign(open, { may: () => false });
	expect(ids()).toEqual(['copy', 'votes', 'remarks', 'past']);
});

test('who only looks may copy and read, nothing else', () => {
	const { open, id, ids } = opened({ isLeader: false, canWrite: false });
	open.selection.choose([id(0)]);
	expect(ids()).toEqual(['copy', 'votes', 'remarks', 'past']);
	open.selection.clear();
	expect(ids([1700, 800])).toEqual(['selectAll', 'showAll']);
});

test('every line does what it says', async () => {
	const { open, id, choose, entries, done, doc } = opened();
	open.selection.choose([id(0)]);
	for (const entry of ['cut', 'copy', 'paste', 'link', 'votes', 'withdraw']) choose(entry);
	const number = open.board.numbers.get(id(0));
	expect(done).toEqual([
		'copy 1',
		'withdraw 1',
		'copy 1',
		'paste',
		`link ${number}`,
		'details',
		'withdraw 1'
	]);
	must(
		entries()
			.find((entry) => entry.id === 'type')
			?.choices?.find((entry) => entry.id === 'fact')
	).run?.();
	expect(open.board.cards.get(id(0))?.type).toBe('fact');
	choose('note');
	const note = must(open.editing.card ?? undefined);
	expect(open.board.cards.get(note)?.type).toBe('note');
	expect([...open.board.links.values()]).toMatchObject([{ from: note, to: id(0) }]);
	open.editing.finish();
	open.selection.choose([id(1)]);
	choose('duplicate');
	expect(open.selection.only).not.toBe(id(1));
	choose('edit');
	expect(open.editing.card).toBe(open.selection.only);
	open.editing.finish();
	open.selection.choose([id(1), id(2)]);
	choose('cluster');
	expect(open.editing.island).not.toBeNull();
	choose('uncluster');
	expect(open.board.records.size).toBe(0);
	choose('lock');
	expect(open.board.cards.get(id(2))?.lock).toBe('pinned');
	setCardLock(doc, [id(1), id(2)], null);
	open.selection.choose([id(2)]);
	choose('past');
	expect(open.popups.current).toEqual({ kind: 'cardPast', subject: id(2) });
});

test('on a link it can be taken away, on ground something new be put there', () => {
	const { open, id, ids, choose } = opened();
	const link = must(open.commands.addLink({ from: id(0), to: id(2) }) as never);
	expect(link).toBeTruthy();
	const [made] = open.board.links.keys();
	open.selection.chooseLink(must(made));
	expect(ids()).toEqual(['linkNote', 'removeLink']);
	choose('removeLink');
	expect(open.board.links.size).toBe(0);
	open.selection.clear();
	expect(ids([1700, 800])).toEqual(['paste', 'newCard', 'selectAll', 'showAll']);
	choose('newCard', [1700, 800]);
	expect(open.board.cards.get(must(open.editing.card ?? undefined))?.type).toBe('outcome');
	expect(opened({ isLeader: false }).ids([3000, 800])).not.toContain('newCard');
});
