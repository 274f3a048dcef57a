import * as z from 'zod/mini';
import { idSchema } from '../method/card.ts';
import { professionSchema } from '../method/professions.ts';
import { roleSchema } from '../method/roles.ts';

/** The stages of a workshop: 準備中 / 進行中 / 見るだけ. */
export const workshopStateSchema = z.enum(['preparing', 'open', 'closed']);
export type WorkshopState = z.infer<typeof workshopStateSchema>;

/** Six digits, easy to say aloud. */
export const joinCodeSchema = z.string().check(z.regex(/^[0-9]{6}$/));

/** GET /api/boards/:id: what a client needs before it opens the board. The WebSocket is `/sync/<id>.<epoch>`. */
export const boardAccessSchema = z.object({
	id: idSchema,
	epoch: z.int(),
	title: z.string(),
	role: roleSchema,
	profession: z.nullable(professionSchema),
	participant: z.string(),
	table: z.int(),
	workshopId: idSchema,
	workshopName: z.string(),
	state: workshopStateSchema,
	/** True while everything written here is only for trying out. */
	isRehearsal: z.optional(z.boolean()),
	/** Shown only to staff and facilitators, else null. */
	joinCode: z.nullable(joinCodeSchema),
	/** What opens the screen of the room; as `joinCode`. */
	viewerCode: z.optional(z.nullable(joinCodeSchema))
});
export type BoardAccess = z.infer<typeof boardAccessSchema>;
