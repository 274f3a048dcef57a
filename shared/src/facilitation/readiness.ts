import * as z from 'zod/mini';
import { professionSchema } from '../method/professions.ts';
import { mayWrite } from '../method/roles.ts';
import { secretAidWith } from './aid.ts';

const readySchema = z.object({
	participant: z.string().check(z.maxLength(40)),
	profession: z.nullable(professionSchema)
});
const mostPeople = 400;

const readinessSchema = z.object({
	/** Of which run of a part this is said (its `since`), null while none runs; another one begins with nobody. */
	of: z.nullable(z.int()),
	ready: z.array(readySchema)
});
export type Readiness = z.infer<typeof readinessSchema>;

const readinessCommandSchema = z.object({
	do: z.enum(['ready', 'notReady']),
	/** Of which run of a part it is said: what comes late must not count for the next one. */
	of: z.nullable(z.int())
});
export type ReadinessCommand = z.infer<typeof readinessCommandSchema>;

/** What is told of it: a number for everybody, and who by profession for those who lead. */
const shownReadinessSchema = z.object({
	of: z.nullable(z.int()),
	count: z.int(),
	ready: z.nullable(z.array(readySchema))
});
export type ShownReadiness = z.infer<typeof shownReadinessSchema>;

/** 「書けました」: a word to the facilitator that never stops anybody. */
export const readiness = secretAidWith<
	Readiness,
	ReadinessCommand,
	ShownReadiness,
	{ of: number | null; isReady: boolean }
>(
	{
		schema: readinessSchema,
		initial: { of: null, ready: [] },
		commandSchema: readinessCommandSchema,
		mayAsk: (_command, { role }) => mayWrite(role),
		change(state, command, { asker, running }) {
			const of = running?.since ?? null;
			if (command.of !== of) return { ok: false, reason: 'notNow' };
			const others = (state.of === of ? state.ready : []).filter(
				({ participant }) => participant !== asker.participantId
			);
			if (command.do === 'notReady') return { ok: true, state: { of, ready: others } };
			if (others.length >= mostPeople) return { ok: false, reason: 'outOfRange' };
			const own = { participant: asker.participantId, profession: asker.profession };
			return { ok: true, state: { of, ready: [...others, own] } };
		}
	},
	{
		shownSchema: shownReadinessSchema,
		show: ({ of, ready }, audience) => ({
			of,
			count: ready.length,
			ready: audience === 'leaders' ? ready : null
		}),
		ownSchema: z.object({ of: z.nullable(z.int()), isReady: z.boolean() }),
		showOwn: ({ of, ready }, participantId) => ({
			of,
			isReady: ready.some(({ participant }) => participant === participantId)
		})
	}
);
