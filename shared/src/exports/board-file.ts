import * as z from 'zod/mini';
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

const maxCards = 12_000;
const maxLinks = 20_000;
const maxRecords = 5000;

/** The first look at a file: what it says it is. */
export const boardFileHeadSchema = z.object({
	format: z.literal(boardFileFormat),
	version: z.int().check(z.minimum(1))
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
		([key, { schema, fallback }]) => [key, z._default(schema, fallback)] as const
	);
	return z.object({
		id: cardIdSchema,
		type: z.literal(type),
		text: z.string().check(z.maxLength(maxCardTextLength)),
		...keptFields,
		cluster: z._default(keptFields.cluster, null),
		copiedFrom: z._default(keptFields.copiedFrom, ''),
		mergedInto: z._default(keptFields.mergedInto, null),
		votes: z._default(keptFields.votes, null),
		lock: z._default(keptFields.lock, null),
		...Object.fromEntries(fields),
		...Object.fromEntries(
			Object.entries<Part<object>>(cardTypes[type].parts).map(([name, { schema, most }]) => [
				name,
				z._default(
					z.array(z.intersection(schema, z.object({ id: idSchema }))).check(z.maxLength(most)),
					[]
				)
			])
		)
	});
}

const { deletedAt: _recordDeletedAt, kind: _kind, ...recordFields } = commonRecordSchemas;
const recordKindIds = Object.keys(recordKinds) as RecordKind[];

function recordSchema(kind: RecordKind) {
	const fields = Object.entries<Field<unknown>>(recordKinds[kind].fields).map(
		([key, { schema, fallback }]) => [key, z._default(schema, fallback)] as const
	);
	return z.object({
		id: recordIdSchema,
		kind: z.literal(kind),
		...recordFields,
		...Object.fromEntries(fields)
	});
}

const { deletedAt: _linkDeletedAt, ...linkFields } = linkFieldSchemas;

const whole = z.int().check(z.minimum(0));

/** What files tell of votes that are over. */
const toldVoteSchema = z.object({
	title: z.string().check(z.maxLength(200)),
	rules: z.object({ budget: z.nullable(whole), perCard: whole }),
	endedAt: z.number(),
	voters: whole,
	cards: z
		.array(z.object({ card: cardIdSchema, screen: whole, paper: whole }))
		.check(z.maxLength(maxCards))
});

/** Everything else of a file of this version. Keys it does not know are dropped, `__proto__` among them. */
export const boardFileSchema = z.object({
	board: z.object({
		/** The id on the server it was taken from; absent where nobody knew it. */
		id: z.optional(idSchema),
		meta: z.object({
			...metaFieldSchemas,
			kind: z._default(metaFieldSchemas.kind, 'full'),
			pack: z._default(metaFieldSchemas.pack, defaultPackId),
			previousBoard: z._default(metaFieldSchemas.previousBoard, null),
			carried: z._default(metaFieldSchemas.carried, []),
			doneSteps: z._default(z.array(z.enum(stepIds)).check(z.maxLength(stepIds.length)), []),
			professionsPresent: z
				.array(professionSchema)
				.check(z.maxLength(professionSchema.options.length))
		}),
		cards: z.array(z.union(cardTypeIds.map(cardSchema))).check(z.maxLength(maxCards)),
		links: z
			.array(z.object({ id: linkIdSchema, ...linkFields, set: z._default(linkFields.set, null) }))
			.check(z.maxLength(maxLinks)),
		records: z._default(
			z.array(z.union(recordKindIds.map(recordSchema))).check(z.maxLength(maxRecords)),
			[]
		)
	}),
	/** Told beside the board: a board is read also where what is told of its votes cannot be. */
	votes: z.catch(z._default(z.array(toldVoteSchema).check(z.maxLength(maxRecords)), []), [])
});
