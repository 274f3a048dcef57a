import * as z from 'zod/mini';
import type { Field } from '../card-types/define-card-type.ts';
import { aboutCard } from './comment.ts';
import { defineRecordKind } from './define-record-kind.ts';

/** The stamps there are, in the order they are offered: 賛成, 大事, 質問, 気になる, ありがとう. */
export const stampIds = ['agree', 'important', 'question', 'concern', 'thanks'] as const;
export type StampId = (typeof stampIds)[number];

const which: Field<StampId | null> = {
	schema: z.nullable(z.enum(stampIds)),
	fallback: null,
	label: { ja: 'スタンプ', en: 'Stamp' }
};

/** One person's stamp on a card. However many records say the same of the same person, it is one stamp. */
export const stamp = defineRecordKind({ fields: { card: aboutCard, stamp: which } });
