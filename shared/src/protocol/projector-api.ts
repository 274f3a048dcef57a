import * as z from 'zod/mini';
import { idSchema } from '../method/card.ts';
import { route } from './api-route.ts';
import { joinCodeSchema, workshopStateSchema } from './board-access.ts';

/** What the screen of a room needs. The WebSocket is `/sync/<id>.<epoch>?screen=<ticket>`. */
const projectionSchema = z.object({
	workshopName: z.string(),
	sceneLabel: z.object({ ja: z.string(), en: z.string() }),
	state: workshopStateSchema,
	/** The code of participants, which the screen is there to show. */
	joinCode: joinCodeSchema,
	/** Opens the boards of this workshop to look at, as nobody; worthless once the code of viewers is another. */
	ticket: z.string().check(z.minLength(1), z.maxLength(200)),
	tables: z.array(z.object({ table: z.int(), boardId: idSchema, epoch: z.int() }))
});
export type Projection = z.infer<typeof projectionSchema>;

/** The routes of the screen of a room; only the code of viewers opens them, and nobody joins by it. */
export const projectorRoutes = {
	openProjector: route({
		method: 'GET',
		path: '/api/projector/:code',
		summary: 'What the screen of a room shows, by the code of viewers; nobody joins by it',
		access: 'anyone',
		params: z.object({ code: joinCodeSchema }),
		answer: projectionSchema,
		refusals: ['codeUnknown', 'workshopClosed', 'tooManyGuesses']
	}),
	readProjectorPack: route({
		method: 'GET',
		path: '/api/projector/:code/packs/:packId',
		summary: 'The method pack of a board on the screen of a room, in the form of its file',
		access: 'anyone',
		params: z.object({ code: joinCodeSchema, packId: idSchema }),
		answer: z.record(z.string(), z.unknown()),
		refusals: ['notFound', 'codeUnknown', 'workshopClosed', 'tooManyGuesses']
	})
} as const;
