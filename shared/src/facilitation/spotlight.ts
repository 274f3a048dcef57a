import * as z from 'zod/mini';
import { zoneIds } from '../method/ids.ts';
import { aidWith, refused } from './aid.ts';

const zoneSchema = z.nullable(z.enum(zoneIds));

/**
 * Who has called everybody, and which zone all look at; with null it is what the caller's own screen shows, which
 * travels as presence. `since` (server time in ms) tells one call from another.
 */
const spotlightSchema = z.nullable(
	z.object({
		by: z.string().check(z.maxLength(40)),
		since: z.int(),
		zone: zoneSchema
	})
);
export type Spotlight = z.infer<typeof spotlightSchema>;

const spotlightCommandSchema = z.discriminatedUnion('do', [
	z.object({ do: z.literal('call'), zone: zoneSchema }),
	/** The caller, or somebody else who leads, goes on to another zone; people are not called anew. */
	z.object({ do: z.literal('look'), zone: zoneSchema }),
	z.object({ do: z.literal('end') })
]);
export type SpotlightCommand = z.infer<typeof spotlightCommandSchema>;

/** みんなを呼ぶ: brings everybody's view to what is being talked about; it outlives the caller's reload. */
export const spotlight = aidWith<Spotlight, SpotlightCommand>({
	schema: spotlightSchema,
	initial: null,
	commandSchema: spotlightCommandSchema,
	change(state, command, { asker, now }) {
		switch (command.do) {
			case 'call': {
				const since = Math.max(now, (state?.since ?? 0) + 1);
				return { ok: true, state: { by: asker.participantId, since, zone: command.zone } };
			}
			case 'look':
				if (!state || state.zone === command.zone) return refused('notNow');
				return { ok: true, state: { ...state, zone: command.zone } };
			case 'end':
				return state ? { ok: true, state: null } : refused('notNow');
		}
	}
});
