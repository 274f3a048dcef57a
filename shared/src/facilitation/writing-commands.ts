import * as z from 'zod/mini';
import { cardIdSchema, cardTypeSchema } from '../method/card.ts';
import { professionSchema } from '../method/professions.ts';
import type { Asker } from './aid.ts';
import { mayLead, mayWrite } from '../method/roles.ts';
import { runOfSchema, writingLimits } from './writing-card.ts';

const id = { id: cardIdSchema };
// Longer than allowed, so that too long a text is told from a malformed one.
const text = z.string().check(z.maxLength(10 * writingLimits.textLength));
const words = { type: cardTypeSchema, text };
const ids = z.array(cardIdSchema).check(z.maxLength(writingLimits.cards));
const of = { of: z.nullable(runOfSchema) };

/** What whoever may write does with what is their own. */
const ownCommandSchema = z.discriminatedUnion('do', [
	/**
	 * One card or idea. The id is the sender's, so that sending it again after a lost answer adds nothing twice.
	 * `of` is the private run it was written in as the sender's screen knows it, null outside of one: what was
	 * typed offline must not go where it was not meant to.
	 */
	z.object({
		do: z.literal('send'),
		...id,
		...words,
		...of,
		/** A recorder writes for somebody without a device. */
		forProfession: z.optional(professionSchema)
	}),
	z.object({ do: z.literal('edit'), ...id, ...words }),
	z.object({ do: z.literal('withdraw'), ...id }),
	/** 出さない, and back. */
	z.object({ do: z.literal('hold'), ...id, isHeld: z.boolean() }),
	/** Puts one's own cards into this order. */
	z.object({ do: z.literal('order'), ids }),
	/** 「あとから届いたカードを出しますか」 出す. */
	z.object({ do: z.literal('consent'), ids })
]);

/** What those who lead do. */
const leaderCommandSchema = z.discriminatedUnion('do', [
	/**
	 * みんなに公開: everybody's cards of a run, or one person's by the handle. `of` null means the run that runs now,
	 * so that the wall can show every table's at once.
	 */
	z.object({
		do: z.literal('reveal'),
		...of,
		handle: z.nullable(z.string().check(z.maxLength(40))),
		order: z.enum(['random', 'profession'])
	}),
	z.object({ do: z.literal('takeBack') }),
	z.object({ do: z.literal('takeInbox'), isOn: z.boolean() }),
	/** Puts what waits onto the board; null means all that is not set aside. */
	z.object({ do: z.literal('putOut'), ids: z.nullable(ids) }),
	z.object({ do: z.literal('putAside'), ids, isAside: z.boolean() })
]);

export const writingCommandSchema = z.union([ownCommandSchema, leaderCommandSchema]);
export type WritingCommand = z.infer<typeof writingCommandSchema>;
/** One command by its name. */
export type WritingCommandOf<Do extends WritingCommand['do']> = Extract<
	WritingCommand,
	{ readonly do: Do }
>;

/** Whether somebody of this role may ask for this at all. */
export function mayAskForWriting(command: WritingCommand, { role }: Asker): boolean {
	if (leaderCommandSchema.safeParse(command).success) return mayLead(role);
	if (command.do === 'send' && command.forProfession !== undefined && role === 'participant')
		return false;
	return mayWrite(role);
}
