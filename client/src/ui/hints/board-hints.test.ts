import { addCard } from '@renkei/shared/document/commands/card-commands.ts';
import { encodeStart } from '@renkei/shared/document/templates.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { defaultMethod } from '@renkei/shared/method/packs/method.ts';
import type { Role } from '@renkei/shared/method/roles.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { bindCommands } from '../../state/board-commands.ts';
import { BoardState } from '../../state/board-state.svelte.ts';
import type { OpenBoard } from '../../state/open-board.ts';
import { BoardHints } from './board-hints.svelte.ts';
import { chooseCard, runAction } from './hint-action.ts';

const author = { participant: 'p', profession: null, now: 1 };

/** The G市 board as one person has it open: real state and commands over a document that others share. */
function sitDown(role: Role, doc = startDoc()) {
	const board = new BoardState(doc);
	const open = {
		access: { role },
		board,
		method: defaultMethod,
		canWrite: true,
		commands: bindCommands(() => ({ doc, author: { ...author, now: Date.now() }, canWrite: true }))
	} as unknown as OpenBoard;
	const hints = new BoardHints(open);
	const look = async (): Promise<readonly string[]> => {
		hints.lookSoon();
		await vi.advanceTimersByTimeAsync(300);
		await vi.dynamicImportSettled();
		return hints.rows.map(({ check }) => check);
	};
	const row = (check: string) => {
		const found = hints.rows.find((one) => one.check === check);
		if (!found) throw new Error(`${check} is not asked.`);
		return found;
	};
	return { doc, open, hints, look, row };
}

function startDoc(): Y.Doc {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, encodeStart('g-city-evaluation', { scene: 'discharge' }, author));
	return doc;
}

beforeEach(() => void vi.useFakeTimers({ now: 1_800_000_000_000 }));
afterEach(() => void vi.useRealTimers());

test.each(['staff', 'facilitator', 'recorder'] as const)('%s sees every question', async (role) => {
	const { hints, look } = sitDown(role);
	expect(hints.isLeader).toBe(true);
	expect(hints.state).toBe('looking');
	expect(await look()).toEqual(expect.arrayContaining(['C4', 'I1', 'I2', 'I3', 'M6']));
	expect(hints.state).toBe('ready');
});

test('a board that changes again is not looked at before it rests', async () => {
	const { hints, look } = sitDown('facilitator');
	const forget = hints.lookSoon();
	await vi.advanceTimersByTimeAsync(200);
	forget();
	await vi.advanceTimersByTimeAsync(1000);
	await vi.dynamicImportSettled();
	expect(hints.state).toBe('looking');
	expect(await look()).not.toEqual([]);
	expect(hints.state).toBe('ready');
});

test('others see only what is shown, and only as long as it is', async () => {
	const leader = sitDown('facilitator');
	const other = sitDown('participant', leader.doc);
	await leader.look();
	expect(await other.look()).toEqual([]);
	expect(other.hints.isLeader).toBe(false);

	leader.hints.show(leader.row('C4'));
	await other.look();
	expect(other.hints.shown?.check).toBe('C4');
	vi.setSystemTime(Date.now() + 1000);
	leader.hints.show(leader.row('I2'));
	await other.look();
	expect(other.hints.shown).toMatchObject({ check: 'I2', hints: [{ about: 'd1' }] });
	leader.hints.stopShowing();
	expect(other.hints.shown).toBeNull();
});

test('what is shown goes when the table has answered it', async () => {
	const leader = sitDown('facilitator');
	const other = sitDown('viewer', leader.doc);
	await leader.look();
	const { action } = leader.row('C4').hints[0] ?? {};
	leader.hints.show(leader.row('C4'));
	await other.look();
	expect(other.hints.shown?.check).toBe('C4');

	expect(action).toMatchObject({ kind: 'choose', as: 'root', among: ['c1', 'c2'] });
	if (action?.kind === 'choose') chooseCard(leader.open, action, 'c2' as CardId);
	await other.look();
	expect(other.hints.shown).toBeNull();
	expect(await leader.look()).not.toContain('C4');
});

test('what is put aside can be taken up again', async () => {
	const { hints, open, look } = sitDown('facilitator');
	await look();
	open.commands.addRecord({ kind: 'mutedCheck', check: 'I1', card: 'o2', reason: '後で' });
	expect(await look()).toContain('I1');
	open.commands.addRecord({ kind: 'mutedCheck', check: 'I1', card: '', reason: '今回は不要' });
	expect(await look()).not.toContain('I1');
	expect(hints.muted.map(({ reason }) => reason)).toEqual(['後で', '今回は不要']);
	open.commands.removeRecords(hints.muted.map(({ id }) => id));
	expect(await look()).toContain('I1');
});

test('one of two chosen themes steps back, alike cards become an island, a wider area is taken', async () => {
	const { doc, open, look, row } = sitDown('facilitator');
	const second = addCard(
		doc,
		{ type: 'theme', text: '本人が不安になる', fields: { status: 'chosen' } },
		author
	);
	for (const text of ['家族の不安が強い', '家族の不安が強い。'])
		addCard(doc, { type: 'cause', text }, author);
	const source = addCard(doc, { type: 'source', text: '見える化システム' }, author);
	expect(await look()).toEqual(expect.arrayContaining(['T6', 'X2', 'X5']));

	const screen = {} as Parameters<typeof runAction>[1];
	for (const check of ['T6', 'X2', 'X5']) {
		const action = row(check).hints[0]?.action;
		if (action?.kind === 'choose') chooseCard(open, action, second);
		else if (action?.kind === 'setField' || action?.kind === 'cluster')
			await runAction(open, screen, action);
	}
	const after = await look();
	for (const check of ['T6', 'X2', 'X5']) expect(after).not.toContain(check);
	expect(open.board.cards.get(second)).toMatchObject({ status: 'chosen' });
	expect(open.board.cards.get('t1' as CardId)).toMatchObject({ status: 'candidate' });
	expect(open.board.cards.get(source)).toMatchObject({ level: '二次医療圏' });
});
