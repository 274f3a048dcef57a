import { z } from 'zod';
import type { Board } from './board.ts';
import { metaFieldSchemas, schemaVersion } from './board.ts';
import type { Card, CardId } from './card.ts';
import { cardIdSchema, commonFieldSchemas, compareByOrder, maxCardTextLength } from './card.ts';
import type { Field } from './card-types/define-card-type.ts';
import { cardTypes } from './card-types/index.ts';
import { subActionSchema } from './card-types/measure.ts';
import type { CardType } from './ids.ts';
import { cardTypeIds } from './ids.ts';
import { linkKindOf } from './link-types.ts';
import type { Link, LinkId } from './link.ts';
import { linkFieldSchemas, linkIdSchema } from './link.ts';
import { professionSchema } from './professions.ts';

/** What marks a file as a board of this program. */
const formatName = 'renkei-board';

/** More than this in a file is an attack, or no board that anybody could work on. */
const most = { cards: 5000, links: 10_000, subActions: 100 } as const;

/** Why a file was not read in. */
export type BoardFileRefusal = 'notABoardFile' | 'newerBoardFile' | 'brokenBoardFile';

/** A board as the text of a file that reads back as the same board, trash included. The same board gives the same text. */
export function writeBoardFile(board: Board): string {
	const { schemaVersion: _, ...meta } = board.meta;
	const cards = [...board.cards.values(), ...board.trash.values()].sort(compareByOrder);
	const file = {
		format: formatName,
		version: schemaVersion,
		meta,
		cards,
		links: [...board.links.values()]
	};
	return `${JSON.stringify(file, null, '\t')}\n`;
}

/** The board in the text of a file, or why there is none: a file is taken whole or not at all. */
export function readBoardFile(
	text: string
): { readonly board: Board } | { readonly refusal: BoardFileRefusal } {
	const envelope = envelopeSchema.safeParse(parseJson(text));
	if (!envelope.success) return { refusal: 'notABoardFile' };
	if (envelope.data.version > schemaVersion) return { refusal: 'newerBoardFile' };
	const file = fileSchema.safeParse(envelope.data);
	if (!file.success) return { refusal: 'brokenBoardFile' };

	const all = new Map<CardId, Card>();
	// Built from the definitions of the card types, which is what Card is inferred from.
	for (const card of file.data.cards as unknown as Card[]) all.set(card.id, card);
	const links = new Map<LinkId, Link>();
	for (const link of file.data.links) {
		const from = all.get(link.from);
		const to = all.get(link.to);
		if (!from || !to || from === to) return { refusal: 'brokenBoardFile' };
		links.set(link.id, { ...link, kind: linkKindOf(from.type, to.type, link.kind) });
	}
	const isWhole = all.size === file.data.cards.length && links.size === file.data.links.length;
	if (!isWhole) return { refusal: 'brokenBoardFile' };
	const kept = (inTrash: boolean): ReadonlyMap<CardId, Card> =>
		new Map([...all].filter(([, card]) => (card.deletedAt !== null) === inTrash));
	return {
		board: {
			meta: { ...file.data.meta, schemaVersion },
			cards: kept(false),
			trash: kept(true),
			links,
			problems: [],
			isFromNewerVersion: false
		}
	};
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text.replace(/^\ufeff/, ''));
	} catch {
		return null;
	}
}

const envelopeSchema = z.looseObject({
	format: z.literal(formatName),
	version: z.number().int().min(1)
});

const metaSchema = z.object({
	title: metaFieldSchemas.title.default(''),
	scene: metaFieldSchemas.scene.default(null),
	municipality: metaFieldSchemas.municipality.default(''),
	group: metaFieldSchemas.group.default(''),
	date: metaFieldSchemas.date.default(''),
	reviewDate: metaFieldSchemas.reviewDate.default(''),
	professionsPresent: z.array(professionSchema).max(40).default([])
});

const linkSchema = z.object({
	id: linkIdSchema,
	from: linkFieldSchemas.from,
	to: linkFieldSchemas.to,
	kind: linkFieldSchemas.kind.default(null),
	note: linkFieldSchemas.note.default(''),
	createdAt: linkFieldSchemas.createdAt.default(0),
	createdBy: linkFieldSchemas.createdBy.default('')
});

const cardSchemas = Object.fromEntries(
	cardTypeIds.map((type) => [type, cardSchemaOf(type)])
) as Record<CardType, z.ZodType>;

/** Judged by its own type only, so that one bad card costs one check and not nine. */
const cardSchema = z.looseObject({ type: commonFieldSchemas.type }).transform((card, context) => {
	const parsed = cardSchemas[card.type].safeParse(card);
	if (parsed.success) return parsed.data;
	context.addIssue({ code: 'custom', message: 'not a card' });
	return z.NEVER;
});

const fileSchema = z.object({
	meta: metaSchema,
	cards: z.array(cardSchema).max(most.cards),
	links: z.array(linkSchema).max(most.links)
});

function cardSchemaOf(type: CardType): z.ZodType {
	const fields: Record<string, Field<unknown>> = cardTypes[type].fields;
	return z.object({
		id: cardIdSchema,
		type: z.literal(type),
		text: z.string().max(maxCardTextLength),
		order: commonFieldSchemas.order,
		position: commonFieldSchemas.position.default(null),
		createdAt: commonFieldSchemas.createdAt.default(0),
		createdBy: commonFieldSchemas.createdBy.default(''),
		profession: commonFieldSchemas.profession.default(null),
		deletedAt: commonFieldSchemas.deletedAt.default(null),
		deletedBy: commonFieldSchemas.deletedBy.default(null),
		...Object.fromEntries(
			Object.entries(fields).map(([key, { schema, fallback }]) => [key, schema.default(fallback)])
		),
		...(type === 'measure'
			? {
					subActions: z
						.array(subActionSchema.extend({ id: z.string().max(40) }))
						.max(most.subActions)
						.default([])
				}
			: {})
	});
}
