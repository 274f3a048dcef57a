import * as z from 'zod/mini';
import { idSchema } from '../method/card.ts';
import { professionSchema } from '../method/professions.ts';
import { roleSchema } from '../method/roles.ts';

/** A photo beside a board; the picture itself is at `/api/boards/:boardId/photos/:photoId`. */
export const photoSchema = z.object({
	id: idSchema,
	mediaType: z.enum(['image/jpeg', 'image/png']),
	/** In pixels as the photo is seen, turned upright. */
	width: z.int(),
	height: z.int(),
	byteCount: z.int(),
	/** In ms since 1970. */
	addedAt: z.number(),
	/** As what it was added; never by whom. */
	role: roleSchema,
	profession: z.nullable(professionSchema),
	/** Whether the person who asks may take it away: whoever added it, and who leads. */
	mayRemove: z.boolean()
});
export type Photo = z.infer<typeof photoSchema>;

/** GET /api/boards/:id/photos: in the order they were added, and how many there may be. */
export const photoListSchema = z.object({
	photos: z.array(photoSchema),
	most: z.int(),
	mayAdd: z.boolean()
});
export type PhotoList = z.infer<typeof photoListSchema>;
