import * as Y from 'yjs';
import type { Board, BoardMeta, BoardProblem } from '../method/board.ts';
import { metaFieldSchemas, schemaVersion } from '../method/board.ts';
import type { Card, CardId } from '../method/card.ts';
import { cardIdSchema, cardTypeSchema, commonFieldSchemas } from '../method/card.ts';
import { cardTypes } from '../method/card-types/index.ts';
import type { SubAction } from '../method/card-types/measure.ts';
import { subActionSchema } from '../method/card-types/measure.ts';
import { compareByOrder } from '../method/card.ts';
import { linkKindOf } from '../method/link-types.ts';
import type { Link, LinkId } from '../method/link.ts';
import { linkFieldSchemas, linkIdSchema } from '../method/link.ts';
import { professionIds } from '../method/professions.ts';
import { presentPrefix, rootsOf, subActionPrefix, textKey } from './layout.ts';

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
	return {
		meta,
		cards,
		trash,
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
		professionsPresent: professionIds.filter((id) => meta.get(presentPrefix + id) === true)
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
		deletedBy: value('deletedBy', commonFieldSchemas.deletedBy, null)
	};
	for (const [key, field] of Object.entries(cardTypes[type.data].fields))
		card[key] = value(key, field.schema, field.fallback);
	if (type.data === 'measure') card['subActions'] = readSubActions(cardId.data, entry, report);
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
		storedKind: linkFieldSchemas.kind.catch(null).parse(entry.get('kind') ?? null),
		note: linkFieldSchemas.note.catch('').parse(entry.get('note') ?? ''),
		createdAt: linkFieldSchemas.createdAt.catch(0).parse(entry.get('createdAt') ?? 0),
		createdBy: linkFieldSchemas.createdBy.catch('').parse(entry.get('createdBy') ?? ''),
		isDeleted: linkFieldSchemas.deletedAt.catch(null).parse(entry.get('deletedAt') ?? null) !== null
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

function readSubActions(cardId: CardId, entry: Y.Map<unknown>, report: Report): SubAction[] {
	const subActions: SubAction[] = [];
	for (const [key, stored] of entry.entries()) {
		if (!key.startsWith(subActionPrefix)) continue;
		const parsed = subActionSchema.safeParse(stored);
		if (parsed.success) subActions.push({ ...parsed.data, id: key.slice(subActionPrefix.length) });
		else report({ where: 'card', id: cardId, reason: 'badField', field: key.slice(0, 60) });
	}
	return subActions.sort(compareByOrder);
}
