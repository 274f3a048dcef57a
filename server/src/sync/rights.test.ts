import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import * as card from '@renkei/shared/document/commands/card-commands.ts';
import * as comments from '@renkei/shared/document/commands/comment-commands.ts';
import { addRecord } from '@renkei/shared/document/commands/record-commands.ts';
import { toggleStamp } from '@renkei/shared/document/commands/stamp-commands.ts';
import { entryOf, rootsOf } from '@renkei/shared/document/layout.ts';
import type { Author } from '@renkei/shared/document/origins.ts';
import { encodeStroke } from '@renkei/shared/geometry/stroke-points.ts';
import { encodeNewDocument } from '@renkei/shared/document/write-board.ts';
import { writeCard } from '@renkei/shared/document/write-card.ts';
import { writeLink } from '@renkei/shared/document/write-link.ts';
import { writeRecord } from '@renkei/shared/document/write-record.ts';
import { partOf } from '@renkei/shared/facilitation/part-kinds.ts';
import type { Phase } from '@renkei/shared/facilitation/phase.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { cardTypeIds } from '@renkei/shared/method/ids.ts';
import type { CardLock } from '@renkei/shared/method/lock.ts';
import { cardLockIds } from '@renkei/shared/method/lock.ts';
import type { RecordId, RecordKind } from '@renkei/shared/method/records/index.ts';
import type { BoardAction, BoardTool } from '@renkei/shared/method/rights.ts';
import { boardToolIds } from '@renkei/shared/method/rights.ts';
import type { Role } from '@renkei/shared/method/roles.ts';
import { roleSchema } from '@renkei/shared/method/roles.ts';
import { createLocalRelay } from '../relay/local.ts';
import { createMemoryStorage } from '../storage/memory.ts';
import { sealBlob } from '../storage/storage.ts';
import { fingerprint } from './compact-board.ts';
import { step1Frame } from './messages.ts';
import { attempt, begin, fresh, until, updatesIn } from './rights.driver.ts';
import type { BareSocket, SyncServer } from './sync.driver.ts';
import { startSyncServer } from './sync.driver.ts';

const people = roleSchema.options;
const locks: readonly (CardLock | null)[] = [null, ...cardLockIds];
const authorOf = (participant: string): Author => ({ participant, profession: null, now: 1 });
const idOf = (owner: string, lock: CardLock | null): CardId =>
	`${owner}-${lock ?? 'free'}` as CardId;

/** For every person, and for somebody who is not here, a card of each lock, and one in the trash. */
const board = encodeNewDocument({}, (roots) => {
	for (const owner of [...people, 'screen', 'other', 'another']) {
		const author = authorOf(owner);
		for (const lock of locks)
			writeCard(roots, { id: idOf(owner, lock), type: 'cause', text: '言葉', lock }, author);
		const gone = writeCard(
			roots,
			{ id: `${owner}-gone` as CardId, type: 'cause', text: '言葉' },
			author
		);
		entryOf(roots.cards, gone)?.set('deletedAt', 1);
		const line = `${owner}-line` as RecordId;
		writeRecord(roots, { id: line, kind: 'stroke', fields: { path: 'AAKK' } }, author);
	}
	const about = { card: idOf('another', null) };
	for (const [kind, fields] of [
		['comment', { ...about, text: 'いつですか' }],
		['stamp', { ...about, stamp: 'agree' }]
	] as const)
		writeRecord(roots, { id: `their-${kind}` as RecordId, kind, fields }, authorOf('other'));
});

/** What somebody tries at a copy of the board. */
interface Trial {
	readonly name: string;
	readonly change: (doc: Y.Doc, me: string) => void;
}

const raw = (doc: Y.Doc, id: string) => entryOf(rootsOf(doc).cards, id)!;
const recordsOf: Record<BoardTool, RecordKind> = {
	group: 'cluster',
	pin: 'pin',
	dialogue: 'dialogueTurn',
	pen: 'stroke'
};

/** The same deed at a card of each owner and lock. */
function atCards(name: string, deed: (doc: Y.Doc, id: CardId) => void): Trial[] {
	return locks.flatMap((lock) =>
		(['own', 'other'] as const).map((whose) => ({
			name: [name, whose, lock].filter((word) => word !== null).join(' '),
			change: (doc: Y.Doc, me: string) => deed(doc, idOf(whose === 'own' ? me : 'other', lock))
		}))
	);
}

/** Something new in the name of an author, who may be somebody else. */
const writings = {
	card: (doc: Y.Doc, author: Author) =>
		card.addCard(doc, { type: 'cause', text: '新しい' }, author),
	link: (doc: Y.Doc, author: Author) => {
		const from = idOf('another', null);
		writeLink(rootsOf(doc), { from, to: idOf('other', null), kind: null }, author);
	},
	pin: (doc: Y.Doc, author: Author) => addRecord(doc, { kind: 'pin', place: 'acute' }, author)
};

/** A line that nobody has drawn yet. */
const bent = (doc: Y.Doc) =>
	encodeStroke([
		{ x: doc.clientID % 1000, y: 0, pressure: 3 },
		{ x: 5, y: 5, pressure: 3 }
	]).path;

/** How a raw client tries everything the policy knows; a new kind of action does not compile until it is here. */
const trials: { readonly [Action in BoardAction['do']]: readonly Trial[] } = {
	create: cardTypeIds.map((type) => ({
		name: `create ${type}`,
		change: (doc, me) => void card.addCard(doc, { type, text: '新しい' }, authorOf(me))
	})),
	edit: atCards('edit', (doc, id) => {
		const text = raw(doc, id).get('text') as Y.Text;
		text.insert(text.length, 'x');
	}),
	move: atCards('move', (doc, id) => raw(doc, id).set('position', [doc.clientID % 1000, 5])),
	delete: [
		...atCards('delete', (doc, id) => raw(doc, id).set('deletedAt', doc.clientID)),
		...(['own', 'other'] as const).map((whose) => ({
			name: `restore ${whose}`,
			change: (doc: Y.Doc, me: string) =>
				raw(doc, `${whose === 'own' ? me : 'other'}-gone`).set('deletedAt', null)
		}))
	],
	link: [
		{
			name: 'link',
			change: (doc, me) =>
				void writeLink(
					rootsOf(doc),
					{ from: idOf('other', null), to: idOf('another', null), kind: null },
					authorOf(me)
				)
		}
	],
	tool: [
		...boardToolIds.map((tool) => ({
			name: `tool ${tool}`,
			change: (doc: Y.Doc, me: string) =>
				void addRecord(doc, { kind: recordsOf[tool] } as never, authorOf(me))
		})),
		...(['own', 'other'] as const).flatMap((whose) => {
			const stroke = (doc: Y.Doc, me: string) =>
				entryOf(rootsOf(doc).records, `${whose === 'own' ? me : 'other'}-line`)!;
			return [
				{
					name: `erase ${whose} line`,
					change: (doc: Y.Doc, me: string) => stroke(doc, me).set('deletedAt', doc.clientID)
				},
				{
					name: `bend ${whose} line`,
					change: (doc: Y.Doc, me: string) => stroke(doc, me).set('path', bent(doc))
				}
			];
		})
	],
	remark: [
		{
			name: 'comment',
			change: (doc, me) =>
				void comments.addComment(doc, idOf('another', null), '質問です', authorOf(me))
		},
		{
			name: 'settle a comment',
			change: (doc) => {
				const entry = entryOf(rootsOf(doc).records, 'their-comment');
				entry?.set('resolved', entry.get('resolved') !== true);
			}
		},
		...(['comment', 'stamp'] as const).map((kind) => ({
			name: `withdraw other ${kind}`,
			change: (doc: Y.Doc) =>
				entryOf(rootsOf(doc).records, `their-${kind}`)?.set('deletedAt', doc.clientID)
		})),
		{
			name: 'stamp',
			change: (doc, me) => void toggleStamp(doc, idOf('another', null), 'agree', authorOf(me))
		}
	],
	count: [
		{ name: 'count', change: (doc) => raw(doc, 'other-free').set('votes', doc.clientID % 100) }
	],
	head: [{ name: 'head', change: (doc) => rootsOf(doc).meta.set('title', `題 ${doc.clientID}`) }],
	hint: [
		{
			name: 'hint',
			change: (doc, me) => void addRecord(doc, { kind: 'shownHint', check: 'I1' }, authorOf(me))
		}
	],
	lead: [
		...(['card', 'link', 'pin'] as const).map((kind) => ({
			name: `sign a ${kind} for another`,
			change: (doc: Y.Doc) => void writings[kind](doc, authorOf('other'))
		})),
		...(['card', 'pin'] as const).map((kind) => ({
			name: `sign a ${kind} as doctor`,
			change: (doc: Y.Doc, me: string) =>
				void writings[kind](doc, { ...authorOf(me), profession: 'physician' })
		})),
		{ name: 'pin a card', change: (doc) => raw(doc, 'another-free').set('lock', 'pinned') },
		{ name: 'free a card', change: (doc) => raw(doc, 'another-pinned').set('lock', null) },
		{
			name: 'write a pinned card',
			change: (doc, me) =>
				void card.addCard(doc, { type: 'cause', text: 'x', lock: 'pinned' }, authorOf(me))
		}
	]
};

const named = { id: 'part', title: '部分', minutes: null };
const writeOwn: Phase = {
	...partOf('listen', 'cause', named),
	rights: {
		create: ['cause'],
		edit: 'own',
		move: 'none',
		delete: 'own',
		link: false,
		vote: false,
		tools: []
	}
};
const parts = {
	none: null,
	own: writeOwn,
	alone: partOf('alone', 'cause', named),
	together: partOf('together', 'cause', named),
	arrange: partOf('arrange', 'cause', named),
	vote: partOf('vote', 'cause', named),
	listen: partOf('listen', null, named)
} satisfies Record<string, Phase | null>;
type Part = keyof typeof parts;

/**
 * Written by hand, and not by the policy: what a participant (p) and a recorder (r) may do while a part of each
 * kind runs. Staff and facilitators may do everything, viewers and screens nothing.
 */
const expected = `
                        none  own   alone together arrange vote  listen
create theme            pr    --    --    --       --      --    --
create vision           pr    --    --    --       --      --    --
create fact             pr    --    --    --       --      --    --
create cause            pr    pr    --    pr       --      --    --
create measure          pr    --    --    --       --      --    --
create outcome          pr    --    --    --       --      --    --
create indicator        pr    --    --    --       --      --    --
create source           pr    --    --    --       --      --    --
create note             pr    --    --    pr       --      --    --
edit own                pr    pr    --    pr       pr      --    --
edit other              pr    -r    --    pr       -r      --    --
edit own pinned         --    --    --    --       --      --    --
edit other pinned       --    --    --    --       --      --    --
edit own background     --    --    --    --       --      --    --
edit other background   --    --    --    --       --      --    --
move own                pr    --    --    pr       pr      --    --
move other              pr    --    --    pr       pr      --    --
move own pinned         --    --    --    --       --      --    --
move other pinned       --    --    --    --       --      --    --
move own background     --    --    --    --       --      --    --
move other background   --    --    --    --       --      --    --
delete own              pr    pr    --    pr       --      --    --
delete other            pr    -r    --    -r       --      --    --
delete own pinned       --    --    --    --       --      --    --
delete other pinned     --    --    --    --       --      --    --
delete own background   --    --    --    --       --      --    --
delete other background --    --    --    --       --      --    --
restore own             pr    pr    --    pr       --      --    --
restore other           pr    -r    --    -r       --      --    --
link                    pr    --    --    pr       pr      --    --
tool group              pr    --    --    pr       pr      --    --
tool pin                pr    --    --    pr       pr      --    --
tool dialogue           pr    --    --    pr       pr      --    --
tool pen                pr    --    --    pr       pr      --    --
erase own line          pr    --    --    pr       pr      --    --
erase other line        pr    --    --    -r       --      --    --
bend own line           pr    --    --    pr       pr      --    --
bend other line         pr    --    --    -r       --      --    --
comment                 pr    --    --    pr       pr      --    --
settle a comment        pr    --    --    pr       pr      --    --
withdraw other comment  --    --    --    --       --      --    --
withdraw other stamp    --    --    --    --       --      --    --
stamp                   pr    --    --    pr       pr      --    --
count                   pr    -r    -r    -r       -r      -r    -r
head                    pr    -r    -r    -r       -r      -r    -r
hint                    -r    -r    -r    -r       -r      -r    -r
pin a card              --    --    --    --       --      --    --
free a card             --    --    --    --       --      --    --
write a pinned card     --    --    --    --       --      --    --
sign a card for another --    --    --    --       --      --    --
sign a link for another --    --    --    --       --      --    --
sign a pin for another  --    --    --    --       --      --    --
sign a card as doctor   --    --    --    --       --      --    --
sign a pin as doctor    --    --    --    --       --      --    --
`;

function expectedIn(part: Part): ReadonlyMap<string, string> {
	const [head = '', ...rows] = expected.trim().split('\n');
	const column = head.trim().split(/\s+/).indexOf(part);
	return new Map(
		rows.map((row) => {
			const cells = row.slice(24).trim().split(/\s+/);
			return [row.slice(0, 24).trim(), cells[column] ?? ''];
		})
	);
}

function reasonFor(name: string): string {
	if (/^sign|^withdraw|a card|a pinned card|hint/.test(name)) return 'notAllowed';
	return /pinned|background/.test(name) ? 'locked' : 'phaseClosed';
}

let server: SyncServer;
let watcher: BareSocket;

beforeEach(async () => {
	server = await startSyncServer({
		storage: createMemoryStorage(),
		relay: createLocalRelay(),
		roles: Object.fromEntries(people.map((id) => [id, id])),
		firstContent: sealBlob(1, board),
		limits: { broadcastTickMs: 1, offencesPerMinute: 100_000, leadBurst: 100_000 }
	});
	watcher = await server.socket('watcher');
	watcher.wire.send(step1Frame(Uint8Array.of(0)));
	await until(watcher, () => updatesIn(watcher).length > 0);
});
afterEach(async () => {
	vi.useRealTimers();
	await server.close();
});

describe('every role, part, lock, owner and action, over the wire', () => {
	const all = Object.values(trials).flat();

	test('the table speaks of every trial', () => {
		expect(all.map(({ name }) => name).sort()).toEqual([...expectedIn('none').keys()].sort());
	});

	test.each(Object.keys(parts) as Part[])('while there runs: %s', async (part) => {
		await begin(server, parts[part]);
		const from = watcher.heard.length;
		const taken: number[] = [];
		const refused: number[] = [];
		const tell = async (id: string, trial: Trial, room?: string) => {
			const { reason, clientId } = await attempt(server, id, trial.change, room);
			(reason === null ? taken : refused).push(clientId);
			return reason;
		};
		const wrong: string[] = [];
		for (const trial of all) {
			const cell = expectedIn(part).get(trial.name) ?? '';
			const reason = reasonFor(trial.name);
			const wanted: Record<Role | 'screen', string | null> = {
				participant: cell.includes('p') ? null : reason,
				recorder: cell.includes('r') ? null : reason,
				viewer: 'dropped',
				screen: 'dropped',
				staff: null,
				facilitator: null
			};
			for (const [id, answer] of Object.entries(wanted)) {
				const room = id === 'screen' ? `${server.boardId}.1?screen=screen` : undefined;
				const got = await tell(id, trial, room);
				if (got !== answer) wrong.push(`${id}, ${trial.name}: ${got} instead of ${answer}`);
			}
		}
		expect(wrong).toEqual([]);
		// What was taken everybody has heard, and of the rest nobody anything.
		const heard = () => new Set(updatesIn(watcher, from).flatMap(clientsIn));
		await until(watcher, () => taken.every((clientId) => heard().has(clientId)));
		expect(refused.filter((clientId) => heard().has(clientId))).toEqual([]);
		expect(refused.length).toBeGreaterThan(all.length);
		const watched = new Y.Doc();
		for (const update of updatesIn(watcher)) Y.applyUpdate(watched, update);
		expect(fingerprint(watched)).toBe(fingerprint(await fresh(server)));
	});
});

function clientsIn(update: Uint8Array): number[] {
	return Y.decodeUpdate(update).structs.map(({ id }) => id.client);
}
