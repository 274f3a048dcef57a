import * as z from 'zod/mini';
import { cleanText } from '../method/clean-text.ts';
import { aidWith, refused } from './aid.ts';

/** The longest お知らせ, in UTF-16 units; what does not fit on a phone's screen is not read. */
export const noticeLength = 100;

const noticeSchema = z.object({
	/** What everybody is told; null while nothing is. `at` is server time in ms and tells one word from another. */
	told: z.nullable(z.object({ text: z.string(), at: z.int() }))
});
export type Notice = z.infer<typeof noticeSchema>;

const noticeCommandSchema = z.discriminatedUnion('do', [
	z.object({
		do: z.literal('tell'),
		text: z.string().check(z.minLength(1), z.maxLength(noticeLength))
	}),
	z.object({ do: z.literal('clear') })
]);
export type NoticeCommand = z.infer<typeof noticeCommandSchema>;

/** お知らせ: one sentence on every screen of a table until it is taken back or each person has closed it. */
export const notice = aidWith<Notice, NoticeCommand>({
	schema: noticeSchema,
	initial: { told: null },
	commandSchema: noticeCommandSchema,
	change({ told }, command, { now }) {
		if (command.do === 'clear')
			return told ? { ok: true, state: { told: null } } : refused('notNow');
		const text = cleanText(command.text).replace(/\s+/g, ' ').trim();
		if (text === '') return refused('malformed');
		return { ok: true, state: { told: { text, at: Math.max(now, (told?.at ?? 0) + 1) } } };
	}
});
