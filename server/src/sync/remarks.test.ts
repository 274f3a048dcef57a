import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as Y from 'yjs';
import { addComment } from '@renkei/shared/document/commands/comment-commands.ts';
import { toggleStamp } from '@renkei/shared/document/commands/stamp-commands.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import { encodeNewDocument } from '@renkei/shared/document/write-board.ts';
import { writeCard } from '@renkei/shared/document/write-card.ts';
import { graceMs } from '@renkei/shared/facilitation/phase.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { remarksByCard, stampCounts } from '@renkei/shared/method/remarks.ts';
import { createLocalRelay } from '../relay/local.ts';
import { createMemoryStorage } from '../storage/memory.ts';
import { sealBlob } from '../storage/storage.ts';
import { attempt, fresh, pass } from './rights.driver.ts';
import type { SyncServer } from './sync.driver.ts';
import { startSyncServer } from './sync.driver.ts';

const card = 'card1' as CardId;
const roles = { anna: 'participant', ben: 'participant', lead: 'facilitator' } as const;
let server: SyncServer;

beforeEach(async () => {
	const author = { participant: 'lead', profession: null, now: 1 };
	const board = encodeNewDocument({}, (roots) =>
		writeCard(roots, { id: card, type: 'cause', text: '原因' }, author)
	);
	server = await startSyncServer({
		storage: createMemoryStorage(),
		relay: createLocalRelay(),
		roles,
		firstContent: sealBlob(1, board)
	});
});
afterEach(async () => {
	vi.useRealTimers();
	await server.close();
});

const by = (id: string) => ({ participant: id, profession: null, now: 2 });
const stamp = async (id: string) =>
	(await attempt(server, id, (doc: Y.Doc) => void toggleStamp(doc, card, 'agree', by(id)))).reason;
const say = async (id: string) =>
	(await attempt(server, id, (doc: Y.Doc) => void addComment(doc, card, 'いつですか', by(id))))
		.reason;

async function vote(command: object): Promise<void> {
	const asker = { participantId: 'lead', role: 'facilitator', profession: null } as const;
	expect(await server.rooms.lead(server.boardId, asker, { aid: 'ballot', command })).toBeNull();
}

async function openVoteId(): Promise<string> {
	const led = await server.rooms.facilitationOf(server.boardId);
	const { ballot } = (await led!.shown('leaders')) as { ballot: { open: { id: string } } };
	return ballot.open.id;
}

test('while people vote stamps rest, for those who lead too; what was on its way is taken, and comments go on', async () => {
	expect(await stamp('anna')).toBeNull();
	await vote({
		do: 'open',
		title: '',
		rules: { budget: 3, perCard: 1, showCounts: 'after' },
		putUp: { by: 'cards', cards: [card] },
		leadersVote: false,
		minutes: null
	});
	expect(await stamp('ben')).toBeNull();
	pass(graceMs + 1);
	expect(await stamp('anna')).toBe('phaseClosed');
	expect(await stamp('lead')).toBe('phaseClosed');
	expect(await say('anna')).toBeNull();
	await vote({ do: 'end', id: await openVoteId() });
	expect(await stamp('anna')).toBeNull();
	const remarks = remarksByCard(readBoard(await fresh(server))).get(card);
	expect(remarks?.open).toHaveLength(1);
	expect(stampCounts(remarks!)).toEqual([['agree', 1]]);
});
