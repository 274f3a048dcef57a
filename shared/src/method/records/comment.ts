import * as z from 'zod/mini';
import { idSchema } from '../card.ts';
import type { Field } from '../card-types/define-card-type.ts';
import { flagField } from '../card-types/define-card-type.ts';
import { defineRecordKind } from './define-record-kind.ts';

/** The longest comment in UTF-16 units. */
export const maxCommentLength = 400;

/** The card that something is said about; empty reads as none. */
export const aboutCard: Field<string> = {
	schema: idSchema,
	fallback: '',
	label: { ja: 'カード', en: 'Card' }
};

/** Words without control characters: a comment is made by one command, which takes them out. */
const words: Field<string> = {
	schema: z
		.string()
		.check(z.maxLength(maxCommentLength), z.regex(/^[^\u0000-\u0008\u000b-\u001f\u007f]*$/)),
	fallback: '',
	label: { ja: 'コメント', en: 'Comment' },
	maxLength: maxCommentLength
};

/** What somebody says about a card without changing it; `resolved` once it needs no more looking at (済み). */
export const comment = defineRecordKind({
	fields: { card: aboutCard, text: words, resolved: flagField('済み', 'Settled') }
});
