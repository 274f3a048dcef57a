import * as z from 'zod/mini';
import { commonFieldSchemas, idSchema } from '../card.ts';
import type { Field } from '../card-types/define-card-type.ts';
import type { Profession } from '../professions.ts';
import { cluster } from './cluster.ts';
import { comment } from './comment.ts';
import type { RecordKindDefinition } from './define-record-kind.ts';
import { dialogueTurn } from './dialogue-turn.ts';
import { mutedCheck } from './muted-check.ts';
import { pin } from './pin.ts';
import { shownHint } from './shown-hint.ts';
import { stamp } from './stamp.ts';
import { stroke } from './stroke.ts';

/** What a board holds beside cards and links, each a record of plain values. */
export const recordKinds = {
	pin,
	dialogueTurn,
	cluster,
	mutedCheck,
	shownHint,
	comment,
	stamp,
	stroke
} satisfies Record<string, RecordKindDefinition<Record<string, Field<unknown>>>>;
export type RecordKind = keyof typeof recordKinds;

/** The id of a record, unique on its board. */
export const recordIdSchema = idSchema.brand<'RecordId'>();
export type RecordId = z.infer<typeof recordIdSchema>;

/** The keys every record has beside its kind's fields. */
export const commonRecordSchemas = {
	kind: z.enum(Object.keys(recordKinds) as [RecordKind, ...RecordKind[]]),
	createdAt: commonFieldSchemas.createdAt,
	createdBy: commonFieldSchemas.createdBy,
	profession: commonFieldSchemas.profession,
	deletedAt: commonFieldSchemas.deletedAt
} as const;

/** What every record has; `createdAt` in ms. */
export interface RecordCommon {
	readonly id: RecordId;
	readonly createdAt: number;
	readonly createdBy: string;
	readonly profession: Profession | null;
}

/** The fields of one kind as plain values. */
export type RecordFields<K extends RecordKind> = {
	readonly [
		Key in keyof (typeof recordKinds)[K]['fields']
	]: (typeof recordKinds)[K]['fields'][Key] extends Field<infer Value> ? Value : never;
};

/** A record of one kind. */
export type RecordOf<K extends RecordKind> = RecordCommon & RecordFields<K> & { readonly kind: K };

/** A record, told apart by `kind`. */
export type BoardRecord = { [K in RecordKind]: RecordOf<K> }[RecordKind];

/** The records of one kind, oldest first. */
export function recordsOf<K extends RecordKind>(
	{ records }: { readonly records: ReadonlyMap<RecordId, BoardRecord> },
	kind: K
): readonly RecordOf<K>[] {
	return [...records.values()]
		.filter((record) => record.kind === kind)
		.map((record) => record as unknown as RecordOf<K>)
		.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}
