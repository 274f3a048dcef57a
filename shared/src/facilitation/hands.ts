import * as z from 'zod/mini';
import { professionSchema } from '../method/professions.ts';
import { mayLead, mayWrite } from '../method/roles.ts';
import { refused, secretAidWith } from './aid.ts';

const handSchema = z.object({
	participant: z.string().check(z.maxLength(40)),
	profession: z.nullable(professionSchema),
	/** Server time in ms. */
	at: z.int()
});
const mostHands = 400;

const handsSchema = z.object({ raised: z.array(handSchema) });
export type Hands = z.infer<typeof handsSchema>;

const handsCommandSchema = z.discriminatedUnion('do', [
	z.object({ do: z.literal('raise') }),
	z.object({ do: z.literal('lower') }),
	/** For those who lead: this one has been heard, or, with null, all have. */
	z.object({ do: z.literal('heard'), participant: z.nullable(z.string()) })
]);
export type HandsCommand = z.infer<typeof handsCommandSchema>;

/** How many hands are up and since when the first is; who, for those who lead. */
const shownHandsSchema = z.object({
	count: z.int(),
	since: z.nullable(z.int()),
	raised: z.nullable(z.array(handSchema))
});
export type ShownHands = z.infer<typeof shownHandsSchema>;

/** 挙手: a quiet call to whoever leads; it stays up until it is lowered or heard. */
export const hands = secretAidWith<Hands, HandsCommand, ShownHands, { since: number | null }>(
	{
		schema: handsSchema,
		initial: { raised: [] },
		commandSchema: handsCommandSchema,
		mayAsk: (command, { role }) => (command.do === 'heard' ? mayLead(role) : mayWrite(role)),
		change({ raised }, command, { asker, now }) {
			const without = (id: string | null): Hands => ({
				raised: id === null ? [] : raised.filter(({ participant }) => participant !== id)
			});
			if (command.do === 'heard') return { ok: true, state: without(command.participant) };
			const { participantId: participant, profession } = asker;
			const isUp = raised.some((hand) => hand.participant === participant);
			if (command.do === 'lower')
				return isUp ? { ok: true, state: without(participant) } : refused('notNow');
			// A second press must not send somebody who waits to the end of the line.
			if (isUp) return refused('notNow');
			if (raised.length >= mostHands) return refused('outOfRange');
			return { ok: true, state: { raised: [...raised, { participant, profession, at: now }] } };
		}
	},
	{
		shownSchema: shownHandsSchema,
		show: ({ raised }, audience) => ({
			count: raised.length,
			since: raised[0]?.at ?? null,
			raised: audience === 'leaders' ? raised : null
		}),
		ownSchema: z.object({ since: z.nullable(z.int()) }),
		showOwn: ({ raised }, participantId) => ({
			since: raised.find(({ participant }) => participant === participantId)?.at ?? null
		})
	}
);
