import * as z from 'zod/mini';
import { cleanText } from '../method/clean-text.ts';
import type { Led } from './aid.ts';
import { aidWith, refused } from './aid.ts';
import type { Phase, RunningPhase } from './phase.ts';
import { boardRights, graceMs, phaseSchema, programmeLimits } from './phase.ts';
import type { Rights } from '../method/rights.ts';
import { eitherOf, rightsSchema } from '../method/rights.ts';

const programmeSchema = z.array(phaseSchema).check(z.maxLength(programmeLimits.phases));

const phasesSchema = z.object({
	/** What is planned, in order; what runs may be another part, made on the spot. */
	programme: programmeSchema,
	running: z.nullable(
		z.object({
			phase: phaseSchema,
			since: z.int(),
			late: z.nullable(z.object({ rights: z.nullable(rightsSchema), until: z.int() }))
		})
	)
});
export type Phases = z.infer<typeof phasesSchema>;

/**
 * What may be done with the programme. `since` is that of the part that runs as the asker sees it, null for none: of
 * two who press 次へ at once the second must not jump over a part.
 */
const phasesCommandSchema = z.discriminatedUnion('do', [
	z.object({ do: z.literal('plan'), programme: programmeSchema }),
	z.object({ do: z.literal('begin'), phase: phaseSchema, since: z.nullable(z.int()) }),
	/** Ends what runs: 全部できる. */
	z.object({ do: z.literal('end'), since: z.int() })
]);
export type PhasesCommand = z.infer<typeof phasesCommandSchema>;

/** The programme in the house of aids. */
export const phases = aidWith<Phases, PhasesCommand>({
	schema: phasesSchema,
	initial: { programme: [], running: null },
	commandSchema: phasesCommandSchema,
	at(state, now) {
		const { running } = state;
		if (!running?.late || now < running.late.until) return state;
		return { ...state, running: { ...running, late: null } };
	},
	change(state, command, { now }) {
		switch (command.do) {
			case 'plan': {
				const ids = new Set(command.programme.map(({ id }) => id));
				if (ids.size < command.programme.length) return refused('malformed');
				const programme = command.programme.map(tidy);
				if (!programme.every(hasTitle)) return refused('malformed');
				return { ok: true, state: { ...state, programme } };
			}
			case 'begin': {
				if ((state.running?.since ?? null) !== command.since) return refused('notNow');
				const phase = tidy(command.phase);
				return hasTitle(phase) ? began(state, phase, now) : refused('malformed');
			}
			case 'end':
				if (state.running?.since !== command.since) return refused('notNow');
				return {
					ok: true,
					state: { ...state, running: null },
					effects: [{ kind: 'mark', moment: 'phase', label: state.running.phase.title }]
				};
		}
	}
});

function began(state: Phases, phase: Phase, now: number): Led<Phases> {
	const before = state.running;
	// Two presses in one millisecond would be one part otherwise.
	const since = Math.max(now, (before?.since ?? 0) + 1);
	const late = { rights: before && rightsOfLate(before, now), until: now + graceMs };
	const running: RunningPhase = { phase, since, late };
	return {
		ok: true,
		state: { ...state, running },
		...(before && { effects: [{ kind: 'mark', moment: 'phase', label: before.phase.title }] })
	};
}

/** Of two parts begun in one second the first must not take away the time of those who wrote before it. */
function rightsOfLate({ phase, late }: RunningPhase, now: number): Rights | null {
	const rights = boardRights(phase);
	if (!late || now >= late.until) return rights;
	return late.rights && eitherOf(rights, late.rights);
}

/** One of blanks alone has none left: kept so, the whole programme could not be read back, and all might do all. */
function hasTitle({ title }: Phase): boolean {
	return title !== '';
}

function tidy(phase: Phase): Phase {
	const line = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim();
	return { ...phase, title: line(phase.title), question: line(phase.question) };
}
