import * as z from 'zod/mini';
import type { CardId } from './card.ts';
import { cardIdSchema, idSchema } from './card.ts';
import { linkKindIds } from './link-types.ts';
import type { LinkKind } from './link-types.ts';

/** The id of a link, unique on its board. */
export const linkIdSchema = idSchema.brand<'LinkId'>();
export type LinkId = z.infer<typeof linkIdSchema>;

/** The keys of a link record; geometry is never stored. */
export const linkFieldSchemas = {
	from: cardIdSchema,
	to: cardIdSchema,
	kind: z.nullable(z.enum(linkKindIds)),
	note: z.string().check(z.maxLength(300)),
	set: z.nullable(idSchema),
	createdAt: z.int().check(z.minimum(0), z.maximum(8.64e15)),
	createdBy: z.string().check(z.maxLength(40)),
	deletedAt: z.nullable(z.int().check(z.minimum(0), z.maximum(8.64e15)))
} as const;

/** A directed relation `from` card `to` card; `kind` is already derived from both ends. Links with one `set` were drawn as one: a group of cards to a group of cards. */
export interface Link {
	readonly id: LinkId;
	readonly from: CardId;
	readonly to: CardId;
	readonly kind: LinkKind;
	readonly note: string;
	readonly set: string | null;
	readonly createdAt: number;
	readonly createdBy: string;
}
