import { z } from 'zod';
import { metaFieldSchemas } from '../method/board.ts';
import { cardIdSchema, commonFieldSchemas, idSchema, maxCardTextLength } from '../method/card.ts';
import { cardTypes } from '../method/card-types/index.ts';
import { maxSubActions, subActionSchema } from '../method/card-types/measure.ts';
import { cardTypeIds } from '../method/ids.ts';
import type { CardType } from '../method/ids.ts';
import { linkFieldSchemas, linkIdSchema } from '../method/link.ts';
import { professionSchema } from '../method/professions.ts';

/** The version of the file this program writes, and the latest it reads. */
export const boardFileVersion = 1;

/** What stands at the top of every board file. */
export const boardFileFormat = 'renkei-board';

/** The largest file that is read at all, in bytes. */
export const maxBoardFileBytes = 8 * 1024 * 1024;

const maxCards = 5000;
const maxLinks = 10_000;

/** The first look at a file: what it says it is. */
export const boardFileHeadSchema = z.object({
	format: z.literal(boardFileFormat),
	version: z.number().int().min(1)
});

const {
	deletedAt: _deletedAt,
	deletedBy: _deletedBy,
	type: _type,
	...keptFields
} = commonFieldSchemas;

function cardSchema(type: CardType) {
	const fields = Object.entries(cardTypes[type].fields).map(
		([key, field]) => [key, field.schema] as const
	);
	return z.object({
		id: cardIdSchema,
		type: z.literal(type),
		text: z.string().max(maxCardTextLength),
		...keptFields,
		...Object.fromEntries(fields),
		...(type === 'measure'
			? { subActions: z.array(subActionSchema.extend({ id: idSchema })).max(maxSubActions) }
			: {})
	});
}

const { deletedAt: _linkDeletedAt, ...linkFields } = linkFieldSchemas;

/** Everything else of a file of this version. Keys it does not know are dropped, `__proto__` among them. */
export const boardFileSchema = z.object({
	board: z.object({
		meta: z.object({
			...metaFieldSchemas,
			professionsPresent: z.array(professionSchema).max(professionSchema.options.length)
		}),
		cards: z.array(z.union(cardTypeIds.map(cardSchema))).max(maxCards),
		links: z.array(z.object({ id: linkIdSchema, ...linkFields })).max(maxLinks)
	})
});
