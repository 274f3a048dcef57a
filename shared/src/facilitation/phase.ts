import * as z from 'zod/mini';
import { idSchema } from '../method/card.ts';
import { stepIds } from '../method/ids.ts';
import type { Rights } from '../method/rights.ts';
import { toolIds, rightsSchema } from '../method/rights.ts';

/** How long words of the part before may still arrive: somebody was in the middle of a sentence, ms. */
export const graceMs = 20_000;

/** The sizes of a programme. */
export const programmeLimits = {
	phases: 20,
	titleLength: 20,
	questionLength: 80,
	mostMinutes: 180
} as const;

/**
 * One part of a workshop: what is asked, and what may be done meanwhile. `visibility` private means that everybody
 * writes unseen until the cards are shown; `step` is where on the board all look, null where they are.
 */
export const phaseSchema = z.object({
	id: idSchema,
	title: z.string().check(z.minLength(1), z.maxLength(programmeLimits.titleLength)),
	/** Empty: the question of the step. */
	question: z.string().check(z.maxLength(programmeLimits.questionLength)),
	minutes: z.nullable(z.int().check(z.minimum(1), z.maximum(programmeLimits.mostMinutes))),
	step: z.nullable(z.enum(stepIds)),
	visibility: z.enum(['open', 'private']),
	rights: rightsSchema
});
export type Phase = z.infer<typeof phaseSchema>;

/** The part that runs, since when, and the rights of the part before for as long as late words are taken. */
export interface RunningPhase {
	readonly phase: Phase;
	/** Server time in ms; tells one run of a part from another. */
	readonly since: number;
	readonly late: { readonly rights: Rights | null; readonly until: number } | null;
}

/** What a part allows on the board itself: what is written unseen comes there only when it is shown. */
export function boardRights({ visibility, rights }: Phase): Rights {
	if (visibility === 'open') return rights;
	// A stamp would tell what somebody thinks of a card before all have written theirs; with a pen one writes words.
	const tools = rights.tools.filter((tool) => tool !== 'stamp' && tool !== 'pen');
	return { ...rights, create: [], tools };
}

/** What may be done with what is there while everything may. */
const everything: Rights = {
	create: [],
	edit: 'all',
	move: 'all',
	delete: 'all',
	link: true,
	vote: true,
	tools: [...toolIds]
};

/**
 * The rights that count on the board at a moment: null where everything may be done. Words of the part before may
 * still arrive, but no new cards where all write unseen by now.
 */
export function rightsAt(running: RunningPhase | null, now: number): readonly Rights[] | null {
	if (running === null) return null;
	const { phase, late } = running;
	const rights = boardRights(phase);
	if (late === null || now >= late.until) return [rights];
	if (phase.visibility === 'private')
		return [rights, { ...(late.rights ?? everything), create: [] }];
	return late.rights === null ? null : [rights, late.rights];
}
