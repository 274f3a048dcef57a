import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { CardId } from '../method/card.ts';
import type { RecordId } from '../method/records/index.ts';
import type { Rights } from '../method/rights.ts';
import { mayDo } from '../method/rights.ts';
import type { Role } from '../method/roles.ts';
import { addCard, withdrawCards } from './commands/card-commands.ts';
import * as comments from './commands/comment-commands.ts';
import { mergeCards } from './commands/merge-commands.ts';
import { toggleStamp } from './commands/stamp-commands.ts';
import type { GuardReason } from './guard.ts';
import { History } from './history.ts';
import { judgeTransaction } from './judge-records.ts';
import { entryOf, rootsOf } from './layout.ts';
import type { Author } from './origins.ts';
import { remarkLimits } from './remark-limits.ts';
import { writeRecord } from './write-record.ts';

const me: Author = { participant: 'me', profession: 'physician', now: 5 };
const other: Author = { ...me, participant: 'other' };
const limits = { maxClock: 2 ** 31, maxCards: 50, maxLinks: 50, maxRecords: 5000 };
const nothing: Rights = {
	create: [],
	edit: 'none',
	move: 'none',
	delete: 'none',
	link: false,
	vote: false,
	tools: []
};

let board: Y.Doc;
let card: CardId;
let theirs: RecordId;
beforeEach(() => {
	board = new Y.Doc();
	card = addCard(board, { type: 'cause', text: '原因' }, other);
	theirs = comments.addComment(board, card, 'いつですか', other)!;
	toggleStamp(board, card, 'agree', other);
});

/** What the server says to a change by me. */
function judge(
	change: (copy: Y.Doc) => void,
	role: Role = 'participant',
	rights: Rights | null = null
): GuardReason | null {
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(board));
	const before = Y.encodeStateVector(copy);
	change(copy);
	const server = new Y.Doc();
	const roots = rootsOf(server);
	Y.applyUpdate(server, Y.encodeStateAsUpdate(board));
	let reason: GuardReason | null = null;
	server.on('afterTransaction', (transaction) => {
		reason = judgeTransaction(transaction, roots, {
			limits,
			mayLead: role === 'staff' || role === 'facilitator',
			participantId: 'me',
			profession: 'physician',
			may: (action) => mayDo(action, role, rights && [rights])
		});
	});
	Y.applyUpdate(server, Y.encodeStateAsUpdate(copy, before));
	return reason;
}

const record = (doc: Y.Doc, id: string) => entryOf(rootsOf(doc).records, id)!;
const theirStamp = (doc: Y.Doc) =>
	[...rootsOf(doc).records.values()].find((entry) =>
		(entry as Y.Map<unknown>).has('stamp')
	) as Y.Map<unknown>;
const write =
	(fields: object, kind: 'comment' | 'stamp' = 'comment') =>
	(copy: Y.Doc) =>
		void writeRecord(rootsOf(copy), { kind, fields }, me);

describe('whose remark it is', () => {
	const deeds: Record<string, (copy: Y.Doc) => void> = {
		say: (copy) => void comments.addComment(copy, card, '質問です', me),
		stamp: (copy) => void toggleStamp(copy, card, 'agree', me),
		'settle another’s': (copy) => void comments.settleComment(copy, theirs, true),
		'withdraw another’s': (copy) => void comments.withdrawComment(copy, theirs, me),
		'take back another’s stamp': (copy) => theirStamp(copy).set('deletedAt', 5),
		'reword another’s': (copy) => record(copy, theirs).set('text', '言っていない'),
		'put another’s under another card': (copy) => record(copy, theirs).set('card', 'elsewhere'),
		'make another’s stamp another stamp': (copy) => theirStamp(copy).set('stamp', 'question'),
		'settle and reword': (copy) =>
			copy.transact(() => {
				record(copy, theirs).set('resolved', true);
				record(copy, theirs).set('text', '言っていない');
			})
	};
	const expected: Record<string, readonly [participant: string | null, leader: string | null]> = {
		say: [null, null],
		stamp: [null, null],
		'settle another’s': [null, null],
		'withdraw another’s': ['notAllowed', null],
		'take back another’s stamp': ['notAllowed', null],
		'reword another’s': ['notAllowed', 'notAllowed'],
		'put another’s under another card': ['notAllowed', 'notAllowed'],
		'make another’s stamp another stamp': ['notAllowed', 'notAllowed'],
		'settle and reword': ['notAllowed', 'notAllowed']
	};

	test.each(Object.keys(deeds))('%s', (name) => {
		const deed = deeds[name]!;
		const [participant, leader] = expected[name]!;
		expect(judge(deed)).toBe(participant);
		expect(judge(deed, 'recorder')).toBe(participant);
		expect(judge(deed, 'facilitator')).toBe(leader);
		expect(judge(deed, 'staff')).toBe(leader);
	});

	test('one’s own is worded anew, withdrawn and taken back, also in steps of 元に戻す', () => {
		const work = (copy: Y.Doc) => {
			const history = new History(copy, () => me);
			const id = comments.addComment(copy, card, 'はじめ', me)!;
			comments.editComment(copy, id, '直した', me);
			comments.withdrawComment(copy, id, me);
			toggleStamp(copy, card, 'thanks', me);
			toggleStamp(copy, card, 'thanks', me);
			for (let step = 0; step < 5; step++) history.undo();
			for (let step = 0; step < 5; step++) history.redo();
			history.destroy();
		};
		expect(judge(work)).toBeNull();
	});

	test('a card with others’ remarks is withdrawn and merged by whoever may', () => {
		const second = addCard(board, { type: 'cause', text: '別' }, me);
		expect(judge((copy) => withdrawCards(copy, [card], me))).toBeNull();
		expect(judge((copy) => void mergeCards(copy, second, [card], me))).toBeNull();
	});

	test('only where the part offers it', () => {
		for (const [tool, deed] of [
			['comment', deeds['say']!],
			['comment', deeds['settle another’s']!],
			['stamp', deeds['stamp']!]
		] as const) {
			expect(judge(deed, 'participant', nothing)).toBe('phaseClosed');
			expect(judge(deed, 'recorder', nothing)).toBe('phaseClosed');
			expect(judge(deed, 'participant', { ...nothing, tools: [tool] })).toBeNull();
			expect(judge(deed, 'facilitator', nothing)).toBeNull();
			expect(judge(deed, 'viewer', null)).toBe('phaseClosed');
		}
	});
});

describe('hostile remarks', () => {
	test.each<[string, (copy: Y.Doc) => void]>([
		['about no card', write({ text: 'x' })],
		['about a card that is not there', write({ card: 'nowhere', text: 'x' })],
		['about something every object has', write({ card: 'constructor', text: 'x' })],
		['about several cards', write({ card: ['a'], text: 'x' })],
		['without words', write({ card: '' as string, text: '' })],
		['with an empty text', (copy) => write({ card, text: '' })(copy)],
		['with control characters', (copy) => write({ card, text: 'a\u0000b' })(copy)],
		['with an escape', (copy) => write({ card, text: '\u001b[31m' })(copy)],
		['too long', (copy) => write({ card, text: 'x'.repeat(401) })(copy)],
		['of no stamp', (copy) => write({ card }, 'stamp')(copy)],
		['of a stamp nobody offers', (copy) => write({ card, stamp: 'bomb' }, 'stamp')(copy)],
		['of a null stamp', (copy) => write({ card, stamp: null }, 'stamp')(copy)],
		['settled with a word', (copy) => void record(copy, theirs).set('resolved', 'yes')],
		['with a list inside', (copy) => void record(copy, theirs).set('text', new Y.Text('x'))]
	])('a comment or stamp %s is a bad record', (_name, change) => {
		expect(judge(change)).toBe('badRecord');
		expect(judge(change, 'staff')).toBe('badRecord');
	});

	test('ten thousand comments, or stamps, are too many; on one card and on the board', () => {
		const many =
			(count: number, kind: 'comment' | 'stamp', about: (at: number) => string) => (copy: Y.Doc) =>
				copy.transact(() => {
					for (let at = 0; at < count; at++)
						write({ card: about(at), text: 'x', stamp: 'agree' }, kind)(copy);
				});
		const here = () => card;
		expect(judge(many(10_000, 'comment', here))).toBe('boardFull');
		expect(judge(many(remarkLimits.comment.onCard - 1, 'comment', here))).toBeNull();
		expect(judge(many(remarkLimits.comment.onCard, 'comment', here))).toBe('boardFull');
		expect(judge(many(remarkLimits.stamp.ofPersonOnCard, 'stamp', here))).toBeNull();
		expect(judge(many(remarkLimits.stamp.ofPersonOnCard + 1, 'stamp', here))).toBe('boardFull');
		const cards = Array.from({ length: 49 }, () =>
			addCard(board, { type: 'fact', text: 'x' }, other)
		);
		const spread = (at: number) => cards[at % cards.length]!;
		expect(judge(many(remarkLimits.comment.onBoard - 1, 'comment', spread))).toBeNull();
		expect(judge(many(remarkLimits.comment.onBoard, 'comment', spread))).toBe('boardFull');
	});
});
