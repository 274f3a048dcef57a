import type * as Y from 'yjs';
import type { CardId } from '../../method/card.ts';
import { recordKinds } from '../../method/records/index.ts';
import type { RecordId } from '../../method/records/index.ts';
import { positionSchema } from '../../method/position.ts';
import { cleanText } from '../../method/clean-text.ts';
import type { Entry, Roots } from '../layout.ts';
import { entryOf, rootsOf } from '../layout.ts';
import type { Author } from '../origins.ts';
import { transactGesture } from '../origins.ts';
import { readCard, readRecord } from '../read-board.ts';
import { writeRecord } from '../write-record.ts';

const ignore = (): void => {};

type Places<Id> = ReadonlyMap<Id, readonly [x: number, y: number]>;

/**
 * Makes a 島 of these cards and returns it, or null when none of them is on the board. A card is in one cluster at
 * most, so it leaves the one it was in. Its first card says where it stands: in its lane, or where a hand put it.
 */
export function makeCluster(
	doc: Y.Doc,
	cards: readonly CardId[],
	title: string,
	author: Author
): RecordId | null {
	const roots = rootsOf(doc);
	const members = liveEntries(roots, cards);
	const words = cleanTitle(title);
	if (members.length === 0 || words === null) return null;
	return transactGesture(doc, 'makeCluster', () => {
		const place = positionSchema.safeParse(members[0]?.get('position')).data;
		const fields = { title: words, ...(place ? { place } : {}) };
		const id = writeRecord(roots, { kind: 'cluster', fields }, author);
		for (const entry of members) join(entry, id);
		return id;
	});
}

/** Puts cards into a 島, where they find their place by themselves; false when there is no such cluster. */
export function joinCluster(doc: Y.Doc, cluster: RecordId, cards: readonly CardId[]): boolean {
	const roots = rootsOf(doc);
	if (!liveCluster(roots, cluster)) return false;
	transactGesture(doc, 'changeCluster', () => {
		for (const entry of liveEntries(roots, cards))
			if (entry.get('cluster') !== cluster) join(entry, cluster);
	});
	return true;
}

/** Takes cards out of their 島; `places` and `islands` (bu) are where they, and whatever was carried with them, were put down. */
export function leaveCluster(
	doc: Y.Doc,
	cards: readonly CardId[],
	places: Places<CardId> = new Map(),
	islands: Places<RecordId> = new Map()
): void {
	transactGesture(doc, cards.length > 0 ? 'changeCluster' : 'moveCards', () => {
		const roots = rootsOf(doc);
		for (const id of cards) {
			const entry = entryOf(roots.cards, id);
			if (entry?.has('cluster')) entry.delete('cluster');
		}
		for (const [id, place] of places) entryOf(roots.cards, id)?.set('position', rounded(place));
		for (const [id, place] of islands) liveCluster(roots, id)?.set('place', rounded(place));
	});
}

/** Writes the title of a 島; false when it is gone or the title too long. */
export function renameCluster(doc: Y.Doc, cluster: RecordId, title: string): boolean {
	const entry = liveCluster(rootsOf(doc), cluster);
	const words = cleanTitle(title);
	if (!entry || words === null) return false;
	if (entry.get('title') !== words)
		transactGesture(doc, 'changeCluster', () => entry.set('title', words));
	return true;
}

/** Gives a 島 that a hand had moved back to the lanes (自動で並べる); false when it is gone. */
export function arrangeCluster(doc: Y.Doc, cluster: RecordId): boolean {
	const entry = liveCluster(rootsOf(doc), cluster);
	if (!entry) return false;
	if (entry.has('place')) transactGesture(doc, 'arrangeCards', () => entry.delete('place'));
	return true;
}

/** Takes a 島 apart; the lanes place its cards again. */
export function dissolveCluster(doc: Y.Doc, cluster: RecordId, author: Author): void {
	const roots = rootsOf(doc);
	const record = liveCluster(roots, cluster);
	if (!record) return;
	transactGesture(doc, 'changeCluster', () => {
		record.set('deletedAt', author.now);
		for (const id of roots.cards.keys()) {
			const entry = entryOf(roots.cards, id);
			if (entry?.get('cluster') === cluster) entry.delete('cluster');
		}
	});
}

function rounded([x, y]: readonly [number, number]): readonly [number, number] {
	return [Math.round(x), Math.round(y)];
}

/** A card of an island has no place of its own. */
function join(entry: Entry, cluster: RecordId): void {
	entry.set('cluster', cluster);
	if (entry.has('position')) entry.delete('position');
}

function liveEntries(roots: Roots, cards: readonly CardId[]): readonly Entry[] {
	return [...new Set(cards)].flatMap((id) => {
		const entry = entryOf(roots.cards, id);
		return entry && readCard(id, entry, ignore)?.deletedAt === null ? [entry] : [];
	});
}

function liveCluster(roots: Roots, cluster: RecordId): Entry | null {
	const entry = entryOf(roots.records, cluster);
	return readRecord(cluster, entry, ignore)?.kind === 'cluster' ? entry : null;
}

function cleanTitle(title: string): string | null {
	const cleaned = cleanText(title).replaceAll('\n', ' ').trim();
	return recordKinds.cluster.fields.title.schema.safeParse(cleaned).success ? cleaned : null;
}
