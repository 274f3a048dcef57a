import * as z from 'zod/mini';
import type { Part } from './define-card-type.ts';
import { defineCardType, lineField, wordsField } from './define-card-type.ts';

/** How many parts one measure may have, in a document and in a file. */
const maxSubActions = 100;

/** One of the ①② parts of a measure; kept under a key of its own so that two people may edit two parts at once. */
export const subActionSchema = z.object({
	order: z.string().check(z.minLength(1), z.maxLength(60)),
	text: z.string().check(z.maxLength(500)),
	audience: z.optional(z.string().check(z.maxLength(300))),
	owner: z.optional(z.string().check(z.maxLength(300))),
	timing: z.optional(z.string().check(z.maxLength(300)))
});
export type SubActionValue = z.infer<typeof subActionSchema>;

/** A part of a measure with its id; `order` sorts as plain text (fractional index). */
export type SubAction = SubActionValue & { readonly id: string };

/** What one profession or institution does in a measure (Step 6); `who` is a word and never a person's name. */
const roleSchema = z.object({
	order: z.string().check(z.minLength(1), z.maxLength(60)),
	who: z.string().check(z.minLength(1), z.maxLength(100)),
	part: z.enum(['lead', 'join'])
});
export type RoleValue = z.infer<typeof roleSchema>;

const subActions: Part<SubActionValue> = {
	prefix: 'sub.',
	schema: subActionSchema,
	most: maxSubActions
};
const roles: Part<RoleValue> = { prefix: 'role.', schema: roleSchema, most: 60 };

/** 対策, with its parts ①②, whom it addresses, who carries it and when (Steps 5 and 6). */
export const measure = defineCardType({
	mark: '策',
	label: { ja: '対策', en: 'Measure' },
	zone: 'measure',
	step: 'measure',
	fields: {
		audience: lineField('対象（誰に）', 'Audience'),
		owner: lineField('担当・作業部会', 'Owner or working group'),
		members: wordsField('部会のメンバー', 'Members of the group'),
		timing: lineField('時期', 'Timing'),
		group: lineField('まとまり（◯◯向け対策）', 'Group')
	},
	parts: { subActions, roles }
});
