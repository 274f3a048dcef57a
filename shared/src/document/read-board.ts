import * as Y from 'yjs';
import type { Board, BoardMeta, BoardProblem } from '../method/board.ts';
import { defaultPackId, metaFieldSchemas, schemaVersion } from '../method/board.ts';
import type { Card, CardId } from '../method/card.ts';
import { cardIdSchema, cardTypeSchema, commonFieldSchemas } from '../method/card.ts';
import { cardTypes } from '../method/card-types/index.ts';
import type { Field, Part } from '../method/card-types/define-card-type.ts';
import { stepIds } from '../method/ids.ts';
import { linkKindOf } from '../method/link-types.ts';
import type { Link, LinkId } from '../method/link.ts';
import { linkFieldSchemas, linkIdSchema } from '../method/link.ts';
import { professionIds } from '../method/professions.ts';
import type { BoardRecord, RecordId } from '../method/records/index.ts';
import { commonRecordSchemas, recordIdSchema, recordKinds } from '../method/records/index.ts';
import { donePrefix, presentPrefix, rootsOf, textKey } from './layout.ts';
import { isCardValue } from './record-values.ts';

/** A link record before its ends are known. */
export type RawLink = Omit<Link, 'kind'> & {
	readonly storedKind: Link['kind'] | null;
	readonly isDeleted: boolean;
};

type Report = (problem: BoardProblem) => void;

/** The board a document holds. Total: any document gives a board, and what cannot be read is left out and listed. */
export function readBoard(doc: Y.Doc): Board {
	const problems: BoardProblem[] = [];
	const report: Report = (problem) => problems.push(problem);
	const roots = rootsOf(doc);
	const meta = readMeta(roots.meta, report);
	const cards = new Map<CardId, Card>();
	const trash = new Map<CardId, Card>();
	for (const [id, entry] of roots.cards.entries()) {
		const card = readCard(id, entry, report);
		if (card) (card.deletedAt === null ? cards : trash).set(card.id, card);
	}
	const rawLinks: RawLink[] = [];
	for (const [id, entry] of roots.links.entries()) {
		const link = readLink(id, entry, report);
		if (link) rawLinks.push(link);
	}
	const records = new Map<RecordId, BoardRecord>();
	for (const [id, entry] of roots.records.entries()) {
		const record = readRecord(id, entry, report);
		if (record) records.set(record.id, record);
	}
	return {
		meta,
		cards,
		trash,
		records,
		links: resolveLinks(rawLinks, cards, trash, report),
		problems,
		isFromNewerVersion: meta.schemaVersion > schemaVersion
	};
}

/** The head of the board; absent or broken entries read as empty. */
export function readMeta(meta: Y.Map<unknown>, report: Report): BoardMeta {
	const field = <K extends keyof typeof metaFieldSchemas, F>(key: K, fallback: F) => {
		const value = meta.get(key);
		if (value === undefined) return fallback;
		const parsed = metaFieldSchemas[key].safeParse(value);
		if (parsed.success) return parsed.data;
		report({ where: 'meta', id: 'meta', reason: 'badField', field: key });
		return fallback;
	};
	const version = field('schemaVersion', schemaVersion) as number;
	if (version > schemaVersion) report({ where: 'meta', id: 'meta', reason: 'newerVersion' });
	return {
		schemaVersion: version,
		title: field('title', '') as string,
		scene: field('scene', null) as BoardMeta['scene'],
		municipality: field('municipality', '') as string,
		group: field('group', '') as string,
		date: field('date', '') as string,
		reviewDate: field('reviewDate', '') as string,
		kind: field('kind', 'full') as BoardMeta['kind'],
		pack: field('pack', defaultPackId) as string,
		previousBoard: field('previousBoard', null) as string | null,
		carried: field('carried', []) as readonly string[],
		professionsPresent: professionIds.filter((id) => meta.get(presentPrefix + id) === true),
		doneSteps: stepIds.filter((id) => meta.get(donePrefix + id) === true)
	};
}

/** One card, or null when the entry is beyond reading; single bad fields read as their fallback and are reported. */
export function readCard(id: string, entry: unknown, report: Report): Card | null {
	const fail = (reason: BoardProblem['reason']): null => {
		report({ where: 'card', id: String(id).slice(0, 60), reason });
		return null;
	};
	const cardId = cardIdSchema.safeParse(id);
	if (!cardId.success) return fail('badId');
	if (!(entry instanceof Y.Map)) return fail('notARecord');
	const type = cardTypeSchema.safeParse(entry.get('type'));
	if (!type.success) return fail('unknownType');
	const text = entry.get(textKey);
	if (!(text instanceof Y.Text)) return fail('badText');

	const value = (
		key: string,
		schema: { safeParse(v: unknown): { success: boolean; data?: unknown } },
		fallback: unknown
	) => {
		const stored = entry.get(key);
		if (stored === undefined) return fallback;
		const parsed = schema.safeParse(stored);
		if (parsed.success) return parsed.data;
		// A key of an earlier type of the card may mean something else in this one; that is no damage.
		if (isCardValue(key, stored)) return fallback;
		report({
			where: 'card',
			id: cardId.data,
			reason: key === 'position' ? 'badPosition' : 'badField',
			field: key
		});
		return fallback;
	};
	const card: Record<string, unknown> = {
		id: cardId.data,
		type: type.data,
		text: text.toString(),
		order: value('order', commonFieldSchemas.order, 'a0'),
		position: value('position', commonFieldSchemas.position, null),
		createdAt: value('createdAt', commonFieldSchemas.createdAt, 0),
		createdBy: value('createdBy', commonFieldSchemas.createdBy, ''),
		profession: value('profession', commonFieldSchemas.profession, null),
		deletedAt: value('deletedAt', commonFieldSchemas.deletedAt, null),
		deletedBy: value('deletedBy', commonFieldSchemas.deletedBy, null),
		cluster: value('cluster', commonFieldSchemas.cluster, null),
		copiedFrom: value('copiedFrom', commonFieldSchemas.copiedFrom, ''),
		mergedInto: value('mergedInto', commonFieldSchemas.mergedInto, null),
		votes: value('votes', commonFieldSchemas.votes, null),
		lock: value('lock', commonFieldSchemas.lock, null)
	};
	for (const [key, field] of Object.entries(cardTypes[type.data].fields))
		card[key] = value(key, field.schema, field.fallback);
	for (const [key, part] of Object.entries<Part<object>>(cardTypes[type.data].parts))
		card[key] = readPart(part, cardId.data, entry, report);
	// Built key by key from the definitions above, which is what Card is inferred from.
	return card as unknown as Card;
}

/** One link record, or null when it is beyond reading; its kind is known only once both ends are. */
export function readLink(id: string, entry: unknown, report: Report): RawLink | null {
	const fail = (reason: BoardProblem['reason'], field?: string): null => {
		report({
			where: 'link',
			id: String(id).slice(0, 60),
			reason,
			...(field === undefined ? {} : { field })
		});
		return null;
	};
	const linkId = linkIdSchema.safeParse(id);
	if (!linkId.success) return fail('badId');
	if (!(entry instanceof Y.Map)) return fail('notARecord');
	const from = linkFieldSchemas.from.safeParse(entry.get('from'));
	const to = linkFieldSchemas.to.safeParse(entry.get('to'));
	if (!from.success) return fail('badField', 'from');
	if (!to.success) return fail('badField', 'to');
	if (from.data === to.data) return fail('selfLink');
	return {
		id: linkId.data,
		from: from.data,
		to: to.data,
		storedKind: valueOr(linkFieldSchemas.kind, entry.get('kind') ?? null, null),
		note: valueOr(linkFieldSchemas.note, entry.get('note') ?? '', ''),
		set: valueOr(linkFieldSchemas.set, entry.get('set') ?? null, null),
		createdAt: valueOr(linkFieldSchemas.createdAt, entry.get('createdAt') ?? 0, 0),
		createdBy: valueOr(linkFieldSchemas.createdBy, entry.get('createdBy') ?? '', ''),
		isDeleted: valueOr(linkFieldSchemas.deletedAt, entry.get('deletedAt') ?? null, null) !== null
	};
}

/** The links to show: both ends on the board, the older one where two people drew the same link at once. */
export function resolveLinks(
	rawLinks: Iterable<RawLink>,
	cards: ReadonlyMap<CardId, Card>,
	trash: ReadonlyMap<CardId, Card>,
	report: Report
): Map<LinkId, Link> {
	const links = new Map<LinkId, Link>();
	const taken = new Set<string>();
	const oldestFirst = [...rawLinks].sort(
		(a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)
	);
	for (const { storedKind, isDeleted, ...link } of oldestFirst) {
		if (isDeleted) continue;
		const from = cards.get(link.from);
		const to = cards.get(link.to);
		if (!from || !to) {
			const isInTrash = trash.has(link.from) || trash.has(link.to);
			if (!isInTrash) report({ where: 'link', id: link.id, reason: 'missingEnd' });
			continue;
		}
		const pair = `${link.from} ${link.to}`;
		if (taken.has(pair)) continue;
		taken.add(pair);
		links.set(link.id, { ...link, kind: linkKindOf(from.type, to.type, storedKind) });
	}
	return links;
}

/** One record beside cards and links, or null when it was taken away or is beyond reading; bad fields read as their fallback. */
export function readRecord(id: string, entry: unknown, report: Report): BoardRecord | null {
	const fail = (reason: BoardProblem['reason'], field?: string): null => {
		const where = { where: 'record', id: String(id).slice(0, 60), reason } as const;
		report(field === undefined ? where : { ...where, field });
		return null;
	};
	const recordId = recordIdSchema.safeParse(id);
	if (!recordId.success) return fail('badId');
	if (!(entry instanceof Y.Map)) return fail('notARecord');
	const kind = commonRecordSchemas.kind.safeParse(entry.get('kind'));
	if (!kind.success) return fail('unknownType');
	const { createdAt, createdBy, profession, deletedAt } = commonRecordSchemas;
	if (valueOr(deletedAt, entry.get('deletedAt') ?? null, null) !== null) return null;
	const record: Record<string, unknown> = {
		id: recordId.data,
		kind: kind.data,
		createdAt: valueOr(createdAt, entry.get('createdAt'), 0),
		createdBy: valueOr(createdBy, entry.get('createdBy'), ''),
		profession: valueOr(profession, entry.get('profession') ?? null, null)
	};
	const fields: Readonly<Record<string, Field<unknown>>> = recordKinds[kind.data].fields;
	for (const [key, { schema, fallback }] of Object.entries(fields)) {
		const parsed = entry.has(key) ? schema.safeParse(entry.get(key)) : null;
		if (parsed?.success === false) fail('badField', key);
		record[key] = parsed?.success ? parsed.data : fallback;
	}
	// Built key by key from the definitions above, which is what BoardRecord is inferred from.
	return record as unknown as BoardRecord;
}

/** What the schema makes of the value, or else the fallback. */
function valueOr<T>(
	schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
	value: unknown,
	fallback: T
): T {
	const parsed = schema.safeParse(value);
	return parsed.success ? parsed.data : fallback;
}

/** Members by their `order` where they have one, else by id. */
function readPart(
	{ prefix, schema }: Part<object>,
	cardId: CardId,
	entry: Y.Map<unknown>,
	report: Report
): readonly object[] {
	const members: { readonly id: string; readonly place: string; readonly value: object }[] = [];
	for (const [key, stored] of entry.entries()) {
		if (!key.startsWith(prefix)) continue;
		const id = key.slice(prefix.length);
		const parsed = schema.safeParse(stored);
		if (!parsed.success) {
			report({ where: 'card', id: cardId, reason: 'badField', field: key.slice(0, 60) });
			continue;
		}
		const order: unknown = Reflect.get(parsed.data, 'order');
		members.push({ id, place: typeof order === 'string' ? order : id, value: parsed.data });
	}
	return members
		.sort((a, b) => (a.place !== b.place ? (a.place < b.place ? -1 : 1) : a.id < b.id ? -1 : 1))
		.map(({ id, value }) => ({ ...value, id }));
}
