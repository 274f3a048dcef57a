import { z } from 'zod';
import { idSchema } from '../method/card.ts';
import { professionSchema } from '../method/professions.ts';
import { roleSchema } from './roles.ts';

const coordinate = z.number().min(-1_000_000).max(1_000_000);

/** What a screen says of itself; everything else in a presence state comes from the server. Board units throughout. */
export const ownPresenceSchema = z.object({
	/** The pointer, or null when it is off the board or has rested. */
	cursor: z.tuple([coordinate, coordinate]).nullable(),
	/** The selected cards, at most 50 of them. */
	selection: z.array(idSchema).max(50),
	/** The card this person is writing on. */
	editing: idSchema.nullable(),
	/** Cards under way, before the drop writes them. */
	drag: z.object({ ids: z.array(idSchema).max(50), dx: coordinate, dy: coordinate }).nullable()
});
export type OwnPresence = z.infer<typeof ownPresenceSchema>;

/** Who somebody is, as the server has it; what a client claims here is overwritten. `who` is the colour 1–8. */
export const identitySchema = z.object({
	participant: z.string().max(40),
	role: roleSchema,
	profession: professionSchema.nullable(),
	table: z.number().int().nullable(),
	who: z.number().int().min(1).max(8)
});
export type Identity = z.infer<typeof identitySchema>;

/** One person's screen as others see it. */
export const presenceSchema = ownPresenceSchema.extend({ identity: identitySchema });
export type Presence = z.infer<typeof presenceSchema>;
