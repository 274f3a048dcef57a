import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { CardId } from '../method/card.ts';
import type { BoardAction, Rights } from '../method/rights.ts';
import { mayDo } from '../method/rights.ts';
import type { Role } from '../method/roles.ts';
import { setStepDone } from './commands/board-commands.ts';
import * as card from './commands/card-commands.ts';
import * as cluster from './commands/cluster-commands.ts';
import { addDialogueTurn } from './commands/dialogue-commands.ts';
import { discardEmptyCard } from './commands/discard-card.ts';
import * as link from './commands/link-commands.ts';
import { mergeCards } from './commands/merge-commands.ts';
import { addRecord } from './commands/record-commands.ts';
import { writeRootCause } from './commands/root-commands.ts';
import { enterValues } from './commands/value-commands.ts';
import { setWhyParent } from './commands/why-commands.ts';
import type { GuardReason } from './guard.ts';
import { History } from './history.ts';
import { judgeTransaction } from './judge-records.ts';
import { entryOf, rootsOf } from './layout.ts';
import type { Author } from './origins.ts';

const me: Author = { participant: 'me', profession: 'physician', now: 1_800_000_000_000 };
const other: Author = { ...me, participant: 'other' };
const limits = { maxClock: 2 ** 31, maxCards: 50, maxLinks: 50, maxRecords: 50 };
const nothing: Rights = {
	create: [],
	edit: 'none',
	move: 'none',
	delete: 'none',
	link: false,
	vote: false,
	tools: []
};
/** 「気になることを書く」: everybody writes causes of their own. */
const writing: Rights = { ...nothing, create: ['cause'], edit: 'own' };

let board: Y.Doc;
let mine: CardId;
let theirs: CardId;
let pinned: CardId;
beforeEach(() => {
	board = new Y.Doc();
	mine = card.addCard(board, { type: 'cause', text: '私の原因', position: [1, 1] }, me);
	theirs = card.addCard(board, { type: 'cause', text: '人の原因', position: [2, 2] }, other);
	pinned = card.addCard(board, { type: 'cause', text: '固定', lock: 'pinned' }, me);
});

/** What the server says to everything a person did as one update: it comes as one also after a time offline. */
function judge(
	change: (copy: Y.Doc) => void,
	rights: Rights | null = nothing,
	role: Role = 'participant'
): { readonly reason: GuardReason | null; readonly asked: readonly BoardAction[] } {
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(board));
	const before = Y.encodeStateVector(copy);
	change(copy);
	const server = new Y.Doc();
	const roots = rootsOf(server);
	Y.applyUpdate(server, Y.encodeStateAsUpdate(board));
	let reason: GuardReason | null = null;
	const asked: BoardAction[] = [];
	server.on('afterTransaction', (transaction) => {
		reason = judgeTransaction(transaction, roots, {
			limits,
			mayLead: false,
			participantId: 'me',
			profession: 'physician',
			may(action) {
				asked.push(action);
				return mayDo(action, role, rights && [rights]);
			}
		});
	});
	Y.applyUpdate(server, Y.encodeStateAsUpdate(copy, before));
	return { reason, asked };
}

const said = (text: string) => ({ index: 0, remove: 0, insert: text });
const raw = (doc: Y.Doc, id: string) => entryOf(rootsOf(doc).cards, id)!;
const on = (isOwn: boolean, lock: 'pinned' | null = null) => ({ isOwn, lock });

describe('what the commands do to a board', () => {
	test.each<[string, readonly BoardAction[], (copy: Y.Doc) => void]>([
		[
			'writing a card',
			[{ do: 'create', type: 'fact' }],
			(copy) => card.addCard(copy, { type: 'fact', text: 'x', position: [5, 5] }, me)
		],
		[
			'writing a card next to another',
			[{ do: 'create', type: 'measure' }],
			(copy) => card.addLinkedCard(copy, { type: 'measure', text: '' }, { from: theirs }, me)
		],
		[
			'copying cards with the links among them',
			[
				{ do: 'create', type: 'cause' },
				{ do: 'create', type: 'cause' }
			],
			(copy) => card.duplicateCards(copy, [mine, theirs], null, me)
		],
		[
			'writing into a text',
			[{ do: 'edit', ...on(false) }],
			(copy) => card.editCardText(copy, theirs, said('x'))
		],
		[
			'a change of type',
			[
				{ do: 'create', type: 'fact' },
				{ do: 'edit', ...on(true) }
			],
			(copy) => card.changeCardType(copy, mine, 'fact')
		],
		[
			'moving',
			[{ do: 'move', ...on(false) }],
			(copy) => card.moveCards(copy, new Map([[theirs, [9, 9]]]))
		],
		[
			'giving a card back to the lanes',
			[{ do: 'move', ...on(true) }],
			(copy) => card.arrangeCards(copy, [mine])
		],
		[
			'another place in the lane',
			[{ do: 'move', ...on(true, 'pinned') }],
			(copy) => card.reorderCard(copy, pinned, 'a9')
		],
		[
			'withdrawing',
			[{ do: 'delete', ...on(true, 'pinned') }],
			(copy) => card.withdrawCards(copy, [pinned], me)
		],
		['counting votes', [{ do: 'count' }], (copy) => void card.setCardVotes(copy, mine, 3)],
		[
			'choosing a root cause',
			[{ do: 'edit', ...on(true) }],
			(copy) => card.chooseRootCause(copy, mine)
		],
		['calling a step done', [{ do: 'head' }], (copy) => setStepDone(copy, 'cause', true)],
		[
			'linking',
			[{ do: 'link' }],
			(copy) => void link.addLink(copy, { from: mine, to: theirs }, me)
		],
		['a why', [{ do: 'link' }], (copy) => void setWhyParent(copy, mine, theirs, me)],
		[
			'making an island',
			[
				{ do: 'move', ...on(true) },
				{ do: 'move', ...on(false) },
				{ do: 'tool', tool: 'group' }
			],
			(copy) => void cluster.makeCluster(copy, [mine, theirs], '人手', me)
		],
		[
			'a pin',
			[{ do: 'tool', tool: 'pin' }],
			(copy) => void addRecord(copy, { kind: 'pin', place: 'acute' }, me)
		],
		[
			'a turn of the interview with its card',
			[
				{ do: 'create', type: 'cause' },
				{ do: 'tool', tool: 'dialogue' }
			],
			(copy) =>
				void addDialogueTurn(
					copy,
					{
						words: { step: '', question: 'なぜ', asker: '', answerer: '', answer: '人手' },
						cards: [{ type: 'cause', text: '人手', fields: {} }],
						links: [{ from: 0, to: theirs }],
						chosen: []
					},
					me
				)
		],
		[
			'putting a hint aside',
			[{ do: 'hint' }],
			(copy) => void addRecord(copy, { kind: 'mutedCheck', check: 'I1', card: '', reason: '' }, me)
		],
		[
			'a root cause written anew',
			[{ do: 'create', type: 'cause' }],
			(copy) => void writeRootCause(copy, [theirs], { text: '根', reason: '' }, me)
		],
		[
			'merging',
			[
				{ do: 'edit', ...on(true) },
				{ do: 'delete', ...on(false) }
			],
			(copy) => void mergeCards(copy, mine, [theirs], me)
		],
		[
			'an outcome that becomes its own indicator',
			[
				{ do: 'create', type: 'outcome' },
				{ do: 'create', type: 'indicator' }
			],
			(copy) => {
				const outcome = card.addCard(copy, { type: 'outcome', text: '率' }, me);
				enterValues(copy, [{ of: { outcome }, fields: { unit: '%' } }], me);
			}
		]
	])('%s', (_name, expected, change) => {
		const { reason, asked } = judge(change, null, 'facilitator');
		expect(reason).toBeNull();
		const text = (actions: readonly BoardAction[]): string[] => [
			...new Set(actions.map((action) => JSON.stringify(action)))
		];
		expect(text(asked).sort()).toEqual(text(expected).sort());
	});
});

describe('judged by what was there before', () => {
	const free = (copy: Y.Doc): void => raw(copy, pinned).delete('lock');

	test.each<[string, (copy: Y.Doc) => void]>([
		['moved', (copy) => card.moveCards(copy, new Map([[pinned, [9, 9]]]))],
		['written in', (copy) => card.editCardText(copy, pinned, said('x'))],
		['withdrawn', (copy) => card.withdrawCards(copy, [pinned], me)],
		['put into an island', (copy) => void cluster.makeCluster(copy, [pinned], '', me)]
	])('a locked card is %s by nobody, also not where everything may be done', (_name, change) => {
		expect(judge(change, null).reason).toBe('locked');
		expect(judge(change, null, 'recorder').reason).toBe('locked');
		expect(judge(change, nothing, 'facilitator').reason).toBeNull();
		const freedFirst = (copy: Y.Doc) => copy.transact(() => (free(copy), change(copy)));
		expect(['locked', 'notAllowed']).toContain(judge(freedFirst, null).reason);
	});

	test('nobody but who leads pins a card, frees one, or writes one that is pinned', () => {
		const changes: ((copy: Y.Doc) => void)[] = [
			free,
			(copy) => raw(copy, mine).set('lock', 'background'),
			(copy) => card.addCard(copy, { type: 'cause', text: 'x', lock: 'pinned' }, me)
		];
		for (const change of changes)
			for (const role of ['participant', 'recorder'] as const)
				expect(judge(change, null, role).reason).toBe('notAllowed');
		for (const change of changes) expect(judge(change, nothing, 'staff').reason).toBeNull();
	});

	test('who made a card is not changed on the way to changing it', () => {
		const claim = (copy: Y.Doc) =>
			copy.transact(() => {
				raw(copy, theirs).set('createdBy', 'me');
				card.editCardText(copy, theirs, said('x'));
			});
		expect(judge(claim, { ...nothing, edit: 'own' }).reason).toBe('notAllowed');
	});

	describe('whose something new is', () => {
		const signed =
			(createdBy: string, profession: string | null) =>
			(entry: Y.Map<unknown> | null | undefined): void => {
				entry?.set('createdBy', createdBy);
				if (profession) entry?.set('profession', profession);
				else entry?.delete('profession');
			};
		const ways: Record<string, (copy: Y.Doc) => Y.Map<unknown> | null> = {
			card: (copy) => raw(copy, card.addCard(copy, { type: 'fact', text: 'x' }, me)),
			link: (copy) => {
				const added = link.addLink(copy, { from: mine, to: theirs }, me);
				return 'id' in added ? entryOf(rootsOf(copy).links, added.id) : null;
			},
			record: (copy) => {
				const id = addRecord(copy, { kind: 'pin', place: 'acute' }, me);
				return entryOf(rootsOf(copy).records, String(id));
			}
		};
		const claims = {
			'of their own': [signed('me', 'physician'), null],
			'of nobody’s profession': [signed('me', null), null],
			'in another’s name': [signed('other', 'physician'), 'notAllowed'],
			'in nobody’s name': [signed('', 'physician'), 'notAllowed'],
			'in the server’s name': [signed('server', null), 'notAllowed'],
			'with another’s profession': [signed('me', 'careManager'), 'notAllowed']
		} as const;

		test.each(
			Object.entries(ways).flatMap(([kind, make]) =>
				Object.entries(claims)
					// A link has no profession.
					.filter(([claim]) => kind !== 'link' || !/profession|their own/.test(claim))
					.map(([claim, [sign, reason]]) => [kind, claim, make, sign, reason] as const)
			)
		)('a %s %s', (kind, _claim, make, sign, reason) => {
			const change = (copy: Y.Doc) =>
				copy.transact(() => {
					const entry = make(copy);
					sign(entry);
					if (kind === 'link') entry?.delete('profession');
				});
			for (const role of ['participant', 'recorder'] as const)
				expect(judge(change, null, role).reason).toBe(reason);
			for (const role of ['facilitator', 'staff'] as const)
				expect(judge(change, nothing, role).reason).toBeNull();
		});

		test('who writes down copies, merges and takes the merging back, each in the own name', () => {
			const work = (copy: Y.Doc) => {
				const history = new History(copy, () => me);
				card.duplicateCards(copy, [theirs], null, me);
				mergeCards(copy, mine, [theirs], me);
				history.undo();
				history.redo();
				history.undo();
				history.destroy();
			};
			expect(judge(work, null, 'recorder').reason).toBeNull();
		});
	});

	test('a card and what becomes of it, written without a line, is one new card', () => {
		const write = (copy: Y.Doc) => {
			const id = card.addCard(copy, { type: 'cause', text: 'x' }, me);
			card.editCardText(copy, id, said('もっと'));
			card.moveCards(copy, new Map([[id, [3, 3]]]));
		};
		expect(judge(write, { ...nothing, create: ['cause'] }).reason).toBeNull();
		const changed = (copy: Y.Doc) => {
			const id = card.addCard(copy, { type: 'cause', text: 'x' }, me);
			card.changeCardType(copy, id, 'measure');
		};
		expect(judge(changed, writing).reason).toBe('phaseClosed');
	});
});

describe('what comes along', () => {
	test('a new card is linked where nobody links, and two that were there are not', () => {
		expect(
			judge(
				(copy) => card.addLinkedCard(copy, { type: 'cause', text: '' }, { to: theirs }, me),
				writing
			).reason
		).toBeNull();
		expect(
			judge((copy) => void link.addLink(copy, { from: mine, to: theirs }, me), writing).reason
		).toBe('phaseClosed');
	});

	test('a new card that stayed empty goes away where nobody withdraws; with words it stays', () => {
		let empty = '' as CardId;
		const start = (text: string) => {
			empty = card.addLinkedCard(board, { type: 'cause', text }, { to: theirs }, me);
		};
		start('');
		expect(judge((copy) => discardEmptyCard(copy, empty, me)).reason).toBeNull();
		expect(judge((copy) => discardEmptyCard(copy, empty, me)).asked).toEqual([]);
		start('言葉');
		expect(judge((copy) => card.withdrawCards(copy, [empty], me)).reason).toBe('phaseClosed');
		empty = card.addCard(board, { type: 'cause', text: '' }, other);
		expect(judge((copy) => card.withdrawCards(copy, [empty], me)).reason).toBe('phaseClosed');
	});

	test('taking back a card of one’s own takes its link along, and again forward', () => {
		const rights: Rights = { ...writing, delete: 'own' };
		const walk = (steps: (history: History) => void) => (copy: Y.Doc) => {
			const history = new History(copy, () => me);
			card.addLinkedCard(copy, { type: 'cause', text: '' }, { to: theirs }, me);
			steps(history);
			history.destroy();
		};
		expect(
			judge(
				walk((history) => history.undo()),
				rights
			).reason
		).toBeNull();
		// The same in two updates: the card is there already when it is taken back.
		const history = new History(board, () => me);
		card.addLinkedCard(board, { type: 'cause', text: '' }, { to: theirs }, me);
		const known = Y.encodeStateAsUpdate(board);
		const both: Uint8Array[] = [];
		board.on('update', (update: Uint8Array) => both.push(update));
		history.undo();
		history.redo();
		history.destroy();
		const later = board;
		board = new Y.Doc();
		Y.applyUpdate(board, known);
		for (const update of both) {
			expect(judge((copy) => Y.applyUpdate(copy, update), rights).reason).toBeNull();
			Y.applyUpdate(board, update);
		}
		expect(Y.encodeStateVector(board)).toEqual(Y.encodeStateVector(later));
	});

	test('another person’s link stays when a card of one’s own goes', () => {
		let theirLink = '';
		const added = link.addLink(board, { from: theirs, to: mine }, other);
		if ('id' in added) theirLink = added.id;
		const change = (copy: Y.Doc) =>
			copy.transact(() => {
				card.withdrawCards(copy, [mine], me);
				link.removeLinks(copy, [theirLink as never], me);
			});
		expect(judge(change, { ...writing, delete: 'own' }).reason).toBe('phaseClosed');
	});

	test('where islands are made, anybody’s free cards are put into them and taken out', () => {
		const rights: Rights = { ...nothing, tools: ['group'] };
		const group = (copy: Y.Doc) => cluster.makeCluster(copy, [mine, theirs], '人手', me);
		expect(judge((copy) => void group(copy), rights).reason).toBeNull();
		const island = group(board)!;
		expect(judge((copy) => cluster.dissolveCluster(copy, island, me), rights).reason).toBeNull();
		expect(
			judge((copy) => cluster.leaveCluster(copy, [theirs], new Map([[theirs, [9, 9]]])), rights)
				.reason
		).toBeNull();
		expect(judge((copy) => card.moveCards(copy, new Map([[theirs, [9, 9]]])), rights).reason).toBe(
			'phaseClosed'
		);
		// Carrying a card into an island is a move like any other.
		const carrying: Rights = { ...nothing, move: 'own' };
		expect(judge((copy) => cluster.leaveCluster(copy, [mine]), carrying).reason).toBeNull();
		expect(judge((copy) => cluster.leaveCluster(copy, [theirs]), carrying).reason).toBe(
			'phaseClosed'
		);
	});
});

test('a write that somebody else’s has already overtaken asks for nothing', () => {
	const late = new Y.Doc();
	Y.applyUpdate(late, Y.encodeStateAsUpdate(board));
	late.clientID = 1;
	const before = Y.encodeStateVector(late);
	card.moveCards(late, new Map([[theirs, [7, 7]]]));
	const update = Y.encodeStateAsUpdate(late, before);
	board.clientID = 2 ** 31;
	card.moveCards(board, new Map([[theirs, [8, 8]]]));
	expect(judge((copy) => Y.applyUpdate(copy, update))).toEqual({ reason: null, asked: [] });
	expect(raw(board, theirs).get('position')).toEqual([8, 8]);
});
