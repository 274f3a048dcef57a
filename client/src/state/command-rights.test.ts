import { setCardLock } from '@renkei/shared/document/commands/lock-commands.ts';
import { addCard } from '@renkei/shared/document/commands/card-commands.ts';
import { makeCluster } from '@renkei/shared/document/commands/cluster-commands.ts';
import { addLink } from '@renkei/shared/document/commands/link-commands.ts';
import { addRecord } from '@renkei/shared/document/commands/record-commands.ts';
import { judgeRights } from '@renkei/shared/document/judge-rights.ts';
import { rootsOf } from '@renkei/shared/document/layout.ts';
import { partKindIds, rightsOfKind } from '@renkei/shared/facilitation/part-kinds.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { LinkId } from '@renkei/shared/method/link.ts';
import type { Rights } from '@renkei/shared/method/rights.ts';
import { mayDo } from '@renkei/shared/method/rights.ts';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { BoardCommands } from './board-commands.ts';
import { bindCommands } from './board-commands.ts';
import { BoardState } from './board-state.svelte.ts';
import { actionsOf } from './command-rights.ts';

const me = { participant: 'me', profession: null, now: 1 };
const other = { ...me, participant: 'other' };
const none = rightsOfKind('listen', null);

/** A board with cards of one's own and of others, free and held, in islands and linked. */
function boardOfAll() {
	const doc = new Y.Doc();
	const card = (text: string, author: typeof me, isRoot = false): CardId =>
		addCard(doc, { type: 'cause', text, position: [1, 1], fields: { isRoot } }, author);
	const ids = {
		mine: card('私', me),
		theirs: card('人', other),
		root: card('根', other, true),
		pinned: card('固定', me),
		inside: card('島', other)
	};
	const island = makeCluster(doc, [ids.inside], '島', other)!;
	setCardLock(doc, [ids.pinned], 'pinned');
	const link = addLink(doc, { from: ids.mine, to: ids.theirs }, other) as { id: LinkId };
	const pin = addRecord(doc, { kind: 'pin', place: 'acute' }, other)!;
	return { doc, ...ids, island, link: link.id, pin };
}
type All = ReturnType<typeof boardOfAll>;
type Call = {
	[Name in keyof BoardCommands]: [Name, ...Parameters<BoardCommands[Name]>];
}[keyof BoardCommands];

const calls: readonly ((all: All) => Call)[] = [
	() => ['addCard', { type: 'cause', text: 'x' }],
	() => ['addCard', { type: 'fact', text: 'x' }],
	({ theirs }) => ['addLinkedCard', { type: 'cause', text: '' }, { from: theirs }],
	() => [
		'insertCards',
		[
			{ type: 'cause', text: 'x' },
			{ type: 'fact', text: 'y' }
		],
		[{ from: 0, to: 1 }]
	],
	({ mine, theirs }) => ['duplicateCards', [mine, theirs], null],
	({ mine }) => ['editCardText', mine, { index: 0, remove: 0, insert: 'x' }],
	({ theirs }) => ['editCardText', theirs, { index: 0, remove: 0, insert: 'x' }],
	({ pinned }) => ['editCardText', pinned, { index: 0, remove: 0, insert: 'x' }],
	({ mine }) => ['setCardField', mine, 'rootReason', 'x'],
	({ mine }) => ['chooseRootCause', mine],
	() => ['chooseRootCause', null],
	({ mine }) => ['changeCardType', mine, 'fact'],
	({ mine }) => ['setCardVotes', mine, 3],
	({ mine }) => ['moveCards', new Map([[mine, [5, 5]]])],
	({ mine, theirs }) => [
		'moveCards',
		new Map([
			[mine, [5, 5]],
			[theirs, [6, 6]]
		])
	],
	({ pinned }) => ['arrangeCards', [pinned]],
	({ mine }) => ['arrangeCards', [mine]],
	({ theirs }) => ['reorderCard', theirs, 'a5'],
	({ mine }) => ['withdrawCards', [mine]],
	({ theirs }) => ['withdrawCards', [theirs]],
	({ mine, root }) => ['addLink', { from: mine, to: root }],
	({ link }) => ['removeLinks', [link]],
	({ link }) => ['setLinkNote', link, 'x'],
	({ mine, theirs, root }) => ['linkSets', [mine, theirs], [root]],
	({ mine, root }) => ['setWhyParent', mine, root],
	() => ['setBoardMeta', 'title', 'x'],
	() => ['setProfessionPresent', 'physician', true],
	() => ['setStepDone', 'cause', true],
	({ mine, theirs }) => ['makeCluster', [mine, theirs], 'x'],
	({ mine, pinned }) => ['makeCluster', [mine, pinned], 'x'],
	({ island, theirs }) => ['joinCluster', island, [theirs]],
	({ inside }) => ['leaveCluster', [inside], new Map([[inside, [5, 5]]])],
	({ inside, theirs }) => ['leaveCluster', [inside], new Map([[theirs, [5, 5]]])],
	({ island }) => ['renameCluster', island, 'y'],
	({ island }) => ['dissolveCluster', island],
	() => ['addRecord', { kind: 'pin', place: 'acute' }],
	() => ['addRecord', { kind: 'mutedCheck', check: 'I1' }],
	({ pin }) => ['setRecordField', pin, 'disease', 'x'],
	({ pin }) => ['removeRecords', [pin]]
];

const parts: readonly (Rights | null)[] = [
	null,
	none,
	...partKindIds.map((kind) => rightsOfKind(kind, 'cause')),
	{ ...none, create: ['cause'], edit: 'own', delete: 'own' },
	{ ...none, move: 'own' },
	{ ...none, edit: 'all' },
	{ ...none, tools: ['group'] },
	{ ...none, tools: ['pin'], link: true }
];

test('what this screen lets a person do, the server takes; and every command is tried both ways', () => {
	const seen = new Map<string, Set<boolean>>();
	const wrong: string[] = [];
	for (const rights of parts)
		for (const role of ['participant', 'recorder'] as const)
			for (const callOf of calls) {
				const all = boardOfAll();
				const [name, ...args] = callOf(all);
				const board = new BoardState(all.doc);
				const may = (action: Parameters<typeof mayDo>[0]) =>
					mayDo(action, role, rights && [rights]);
				const known = { cards: board.cards, trash: board.trash, records: board.records, me: 'me' };
				const offers = actionsOf(name, args as never, known).every(may);
				let refusal: string | null = null;
				all.doc.on('afterTransaction', (transaction) => {
					const writer = { participantId: 'me', profession: null, may };
					refusal ??= judgeRights(transaction, rootsOf(all.doc), writer);
				});
				const commands = bindCommands(() => ({ doc: all.doc, author: me, canWrite: true }));
				(commands[name] as (...given: unknown[]) => unknown)(...args);
				if (offers && refusal !== null)
					wrong.push(`${role}: ${name} ${JSON.stringify(args)} in ${JSON.stringify(rights)}`);
				const both = seen.get(name) ?? new Set();
				seen.set(name, both.add(offers));
			}
	expect(wrong).toEqual([]);
	for (const [name, both] of seen) expect([name, both.size]).toEqual([name, 2]);
});
