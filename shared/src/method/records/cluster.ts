import * as z from 'zod/mini';
import { lineField } from '../card-types/define-card-type.ts';
import type { Field } from '../card-types/define-card-type.ts';
import { positionSchema } from '../position.ts';
import { defineRecordKind } from './define-record-kind.ts';

/** Where a hand has put the whole island (bu); null while the lanes place it. */
const place: Field<z.infer<typeof positionSchema> | null> = {
	schema: z.nullable(positionSchema),
	fallback: null,
	label: { ja: '場所', en: 'Place' }
};

/** A 島: cards that say alike, under one title. Its cards name it in `cluster` and have no place of their own. */
export const cluster = defineRecordKind({
	fields: { title: lineField('島の見出し', 'Title of the cluster', 200), place }
});
