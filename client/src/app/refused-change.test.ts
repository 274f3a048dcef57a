import { setCardPart } from '@renkei/shared/document/commands/part-commands.ts';
import {
	addCard,
	editCardText,
	setCardField
} from '@renkei/shared/document/commands/card-commands.ts';
import { addRecord } from '@renkei/shared/document/commands/record-commands.ts';
import { schemaVersion } from '@renkei/shared/method/board.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { BoardAccess } from '@renkei/shared/protocol/board-access.ts';
import { protocolVersion } from '@renkei/shared/protocol/messages.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { restoreDrafts } from '../state/drafts-restore.ts';
import type { OpenBoard } from '../state/open-board.ts';
import { ScriptedServer } from '../sync/scripted-server.ts';
import { lostWords } from '../state/lost-words.ts';
import { openBoard } from './open-board.ts';

const me = { participant: 'me', profession: null, now: 1 };
const other = { ...me, participant: 'other' };
const hello = {
	protocol: protocolVersion,
	schemaVersion,
	role: 'participant',
	epoch: 1,
	serverNow: 1
};

describe('what of a document the server does not have', () => {
	/** A board the server has, and this screen's copy of it, which goes on by itself. */
	function split() {
		const present = new Y.Doc();
		const theirs = addCard(present, { type: 'cause', text: '夜に電話できない' }, other);
		const measure = addCard(present, { type: 'measure', text: '研修' }, other);
		const lost = new Y.Doc();
		Y.applyUpdate(lost, Y.encodeStateAsUpdate(present));
		return { present, lost, theirs, measure };
	}
	const words = (lost: Y.Doc, present: Y.Doc): string[] =>
		lostWords(lost, present, 5, ({ ja }) => ja).map(({ type, text }) => `${type}: ${text}`);

	test('nothing where all of it came', () => {
		const { present, lost, theirs } = split();
		editCardText(present, theirs, { index: 0, remove: 0, insert: '本当に' });
		expect(words(lost, present)).toEqual([]);
	});

	test('new cards and changed texts, with what others wrote in them meanwhile', () => {
		const { present, lost, theirs } = split();
		addCard(lost, { type: 'fact', text: '独居が多い' }, me);
		addCard(lost, { type: 'fact', text: '' }, me);
		editCardText(lost, theirs, { index: 8, remove: 0, insert: 'ので不安' });
		editCardText(present, theirs, { index: 0, remove: 0, insert: '家族が' });
		expect(words(lost, present)).toEqual([
			'cause: 家族が夜に電話できないので不安',
			'fact: 独居が多い'
		]);
	});

	test('what was written in fields, lists and records comes as notes', () => {
		const { present, lost, measure } = split();
		setCardField(lost, measure, 'place', '公民館');
		setCardPart(lost, measure, 'subActions', null, { order: 'a0', text: '日程を決める' });
		const turn = { question: '誰が困っていますか', answer: '家族です', order: 'a0' };
		addRecord(lost, { kind: 'dialogueTurn', step: 'cause', ...turn }, me);
		const found = words(lost, present).join('\n');
		for (const word of ['研修', '日程を決める', '誰が困っていますか', '家族です'])
			expect(found).toContain(word);
		expect(words(lost, present).every((line) => line.startsWith('note: '))).toBe(true);
	});
});

const access: BoardAccess = {
	id: 'b1',
	epoch: 1,
	title: '',
	role: 'participant',
	profession: null,
	participant: 'me',
	table: 1,
	workshopId: 'w1',
	workshopName: '',
	state: 'open',
	joinCode: null
};

describe('a change the server does not take', () => {
	let server: ScriptedServer;
	let open: OpenBoard;
	let theirs: CardId;

	beforeEach(async () => {
		const kept = new Map<string, string>();
		vi.stubGlobal('localStorage', {
			get length() {
				return kept.size;
			},
			key: (index: number) => [...kept.keys()][index] ?? null,
			getItem: (key: string) => kept.get(key) ?? null,
			setItem: (key: string, value: string) => void kept.set(key, value),
			removeItem: (key: string) => void kept.delete(key)
		});
		server = new ScriptedServer();
		theirs = addCard(server.doc, { type: 'cause', text: '夜に電話できない' }, other);
		open = openBoard({
			access,
			reload: () => Promise.resolve({ ...access, participant: 'else', profession: 'physician' }),
			url: 'ws://board.test/sync',
			socket: server.socketClass
		});
		await comes(1);
	});
	afterEach(() => {
		open.close();
		vi.unstubAllGlobals();
	});

	/** The screen's n-th connection comes about and hears what the server has. */
	async function comes(count: number): Promise<void> {
		await vi.waitFor(() => expect(server.sockets).toHaveLength(count));
		server.latest.open();
		server.welcome(hello);
		expect(open.connection.hasDocument).toBe(true);
	}
	const offered = (): string[] => open.drafts.offered.map(({ text }) => text);
	const seen = (): string[] => [...open.board.cards.values()].map(({ text }) => text);

	test('who joined anew in another window writes in the new name from then on', async () => {
		server.refusesWith = 'notAllowed';
		open.commands.addCard({ type: 'fact', text: '前の名で' });
		await comes(2);
		await vi.waitFor(() => expect(open.access.participant).toBe('else'));
		open.commands.addCard({ type: 'fact', text: '新しい名で' });
		const [card] = [...open.board.cards.values()].filter(({ type }) => type === 'fact');
		expect(card).toMatchObject({ createdBy: 'else', profession: 'physician' });
		await vi.waitFor(() => expect(offered()).toEqual(['前の名で']));
	});

	test('text typed just as the part changed is offered, and comes back where it may', async () => {
		server.refusesWith = 'phaseClosed';
		open.commands.editCardText(theirs, { index: 8, remove: 0, insert: 'ので不安' });
		await comes(2);
		await vi.waitFor(() => expect(offered()).toEqual(['夜に電話できないので不安']));
		expect(seen()).toEqual(['夜に電話できない']);
		expect(open.notices.current).toMatchObject({ kind: 'refused', reason: 'phaseClosed' });
		restoreDrafts(open.drafts, open.board, open.commands);
		expect(seen()).toEqual(['夜に電話できないので不安']);
		expect(offered()).toEqual([]);
	});

	test('cards written without a line that come too late are all offered', async () => {
		server.latest.break(1006);
		const texts = ['一つ目', '二つ目', '三つ目'];
		open.commands.insertCards(
			texts.map((text) => ({ type: 'cause', text })),
			[]
		);
		server.refusesWith = 'phaseClosed';
		await vi.waitFor(() => expect(server.sockets).toHaveLength(2));
		server.latest.open();
		server.welcome(hello);
		await comes(3);
		await vi.waitFor(() => expect(offered().sort()).toEqual([...texts].sort()));
		expect(seen()).toEqual(['夜に電話できない']);
	});

	test('what may not be written yet stays on offer and is not sent', async () => {
		server.refusesWith = 'phaseClosed';
		open.commands.addCard({ type: 'cause', text: '遅い' });
		await comes(2);
		await vi.waitFor(() => expect(offered()).toEqual(['遅い']));
		const closed = { ...open.commands, addCard: () => null, editCardText: () => false };
		restoreDrafts(open.drafts, open.board, closed);
		expect(offered()).toEqual(['遅い']);
		// … also over a reload.
		expect(localStorage.length).toBe(1);
	});

	test('refusals by a part or a lock, however many, do not end the work at this screen', async () => {
		for (let count = 2; count < 8; count++) {
			server.refusesWith = count % 2 ? 'phaseClosed' : 'locked';
			open.commands.editCardText(theirs, { index: 0, remove: 0, insert: 'x' });
			await comes(count);
		}
		expect(open.canWrite).toBe(true);
		expect(open.connection.kind).not.toBe('refused');
	});
});
