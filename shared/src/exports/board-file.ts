import { z } from 'zod';
import { defaultPackId, metaFieldSchemas } from '../method/board.ts';
import { cardIdSchema, commonFieldSchemas, idSchema, maxCardTextLength } from '../method/card.ts';
import { cardTypes } from '../method/card-types/index.ts';
import type { Field, Part } from '../method/card-types/define-card-type.ts';
import { cardTypeIds, stepIds } from '../method/ids.ts';
import type { CardType } from '../method/ids.ts';
import { linkFieldSchemas, linkIdSchema } from '../method/link.ts';
import type { RecordKind } from '../method/records/index.ts';
import { commonRecordSchemas, recordIdSchema, recordKinds } from '../method/records/index.ts';
import { professionSchema } from '../method/professions.ts';

/** The version of the file this program writes, and the latest it reads. */
export const boardFileVersion = 1;

/** What stands at the top of every board file. */
export const boardFileFormat = 'renkei-board';

/** The largest file that is read at all, in bytes. */
export const maxBoardFileBytes = 8 * 1024 * 1024;

const maxCards = 5000;
const maxLinks = 10_000;
const maxRecords = 5000;

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
	// What a later version added is absent in earlier files.
	const fields = Object.entries<Field<unknown>>(cardTypes[type].fields).map(
		([key, { schema, fallback }]) => [key, schema.default(fallback)] as const
	);
	return z.object({
		id: cardIdSchema,
		type: z.literal(type),
		text: z.string().max(maxCardTextLength),
		...keptFields,
		cluster: keptFields.cluster.default(null),
		copiedFrom: keptFields.copiedFrom.default(''),
		mergedInto: keptFields.mergedInto.default(null),
		...Object.fromEntries(fields),
		...Object.fromEntries(
			Object.entries<Part<object>>(cardTypes[type].parts).map(([name, { schema, most }]) => [
				name,
				z
					.array(z.intersection(schema, z.object({ id: idSchema })))
					.max(most)
					.default([])
			])
		)
	});
}

const { deletedAt: _recordDeletedAt, kind: _kind, ...recordFields } = commonRecordSchemas;
const recordKindIds = Object.keys(recordKinds) as RecordKind[];

function recordSchema(kind: RecordKind) {
	const fields = Object.entries<Field<unknown>>(recordKinds[kind].fields).map(
		([key, { schema, fallback }]) => [key, schema.default(fallback)] as const
	);
	return z.object({
		id: recordIdSchema,
		kind: z.literal(kind),
		...recordFields,
		...Object.fromEntries(fields)
	});
}

const { deletedAt: _linkDeletedAt, ...linkFields } = linkFieldSchemas;

/** Everything else of a file of this version. Keys it does not know are dropped, `__proto__` among them. */
export const boardFileSchema = z.object({
	board: z.object({
		meta: z.object({
			...metaFieldSchemas,
			kind: metaFieldSchemas.kind.default('full'),
			pack: metaFieldSchemas.pack.default(defaultPackId),
			previousBoard: metaFieldSchemas.previousBoard.default(null),
			doneSteps: z.array(z.enum(stepIds)).max(stepIds.length).default([]),
			professionsPresent: z.array(professionSchema).max(professionSchema.options.length)
		}),
		cards: z.array(z.union(cardTypeIds.map(cardSchema))).max(maxCards),
		links: z
			.array(z.object({ id: linkIdSchema, ...linkFields, set: linkFields.set.default(null) }))
			.max(maxLinks),
		records: z
			.array(z.union(recordKindIds.map(recordSchema)))
			.max(maxRecords)
			.default([])
	})
});
