import * as z from 'zod/mini';
import { idSchema } from '../method/card.ts';
import { professionSchema } from '../method/professions.ts';
import { strokeColourIds, strokePathSchema } from '../method/records/stroke.ts';
import { roleSchema } from '../method/roles.ts';

const coordinate = z.number().check(z.minimum(-1_000_000), z.maximum(1_000_000));

const size = z.number().check(z.minimum(0), z.maximum(1_000_000));

const share = z.number().check(z.minimum(0), z.maximum(1));

/** A place on a card, from its top left corner (0, 0) to the other end (1, 1). */
const onCardSchema = z.object({ card: idSchema, x: share, y: share });

/** Where a laser points; a screen that lays cards out in its own way goes by the place on the card. */
const laserSchema = z.object({
	at: z.tuple([coordinate, coordinate]),
	on: z.nullable(onCardSchema)
});

/** What a screen says of itself; everything else in a presence state comes from the server. Board units throughout. */
export const ownPresenceSchema = z.object({
	/** The pointer, or null when it is off the board or has rested. */
	cursor: z.nullable(z.tuple([coordinate, coordinate])),
	/** The selected cards, at most 50 of them. */
	selection: z.array(idSchema).check(z.maxLength(50)),
	/** The card this person is writing on. */
	editing: z.nullable(idSchema),
	/** The end of what an input method shows there, told only when it has rested for a moment. */
	preview: z._default(z.nullable(z.string().check(z.maxLength(40))), null),
	/** Cards under way, before the drop writes them. */
	drag: z.nullable(
		z.object({ ids: z.array(idSchema).check(z.maxLength(50)), dx: coordinate, dy: coordinate })
	),
	/** What of the board this screen shows (x, y, width, height), told only while somebody looks along. */
	view: z._default(z.nullable(z.tuple([coordinate, coordinate, size, size])), null),
	/** The line this person is drawing, until it is whole and in the document. */
	draws: z._default(
		z.nullable(
			z.object({
				path: strokePathSchema,
				colour: z.enum(strokeColourIds),
				size: z.enum(['thin', 'thick'])
			})
		),
		null
	),
	/** Where this person's laser points: a place of the board, and which place of which card that is. */
	laser: z._default(z.nullable(laserSchema), null),
	/** The participant whose screen this person looks along with. */
	follows: z._default(z.nullable(z.string().check(z.maxLength(40))), null)
});
export type OwnPresence = z.infer<typeof ownPresenceSchema>;

/** Who somebody is, as the server has it; what a client claims here is overwritten. `who` is the colour 1–8. */
export const identitySchema = z.object({
	participant: z.string().check(z.maxLength(40)),
	role: roleSchema,
	profession: z.nullable(professionSchema),
	table: z.nullable(z.int()),
	who: z.int().check(z.minimum(1), z.maximum(8))
});
export type Identity = z.infer<typeof identitySchema>;

/** One person's screen as others see it. */
export const presenceSchema = z.extend(ownPresenceSchema, { identity: identitySchema });
export type Presence = z.infer<typeof presenceSchema>;

/** The laser of somebody who leads as the screen of a room is told of it: on which card, and in which colour 1–8. */
export const shownLaserSchema = z.extend(onCardSchema, {
	who: z.int().check(z.minimum(1), z.maximum(8))
});
export type ShownLaser = z.infer<typeof shownLaserSchema>;
