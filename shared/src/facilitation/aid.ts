import type * as z from 'zod/mini';

/** Why a command was not done. */
export const leadRefusals = [
	/** This role does not lead. */
	'notAllowed',
	/** The workshop is over; its boards are for looking at. */
	'boardClosed',
	/** No such aid, or no such command of it. */
	'malformed',
	/** A number beyond what the aid allows. */
	'outOfRange',
	/** It does not fit what is going on, for example because somebody else was faster. */
	'notNow',
	/** The storage did not take it: nothing has changed. */
	'notKept'
] as const;
export type LeadRefusal = (typeof leadRefusals)[number];

/** Who leads and when, as the server knows it. */
export interface Leading {
	/** Server time in ms since 1970. */
	readonly now: number;
	readonly mayLead: boolean;
}

/** What became of a command; a refused one has changed nothing. */
export type Led<State> =
	| { readonly ok: true; readonly state: State }
	| { readonly ok: false; readonly reason: LeadRefusal };

/** A feature of facilitation: what it remembers and what may be done with it. Pure, so both sides can run it. */
export interface Aid<State> {
	readonly schema: z.ZodMiniType<State>;
	readonly initial: State;
	/** What the state has become by itself as time went on. */
	at(state: State, now: number): State;
	/** Judges a command as it came over the wire; the role has been judged, the state is of this moment. */
	lead(state: State, command: unknown, now: number): Led<State>;
}

/** An aid that judges its commands by a schema before anything else looks at them. */
export function aidWith<State, Command>(parts: {
	readonly schema: z.ZodMiniType<State>;
	readonly initial: State;
	readonly commandSchema: z.ZodMiniType<Command>;
	readonly at: Aid<State>['at'];
	readonly change: (state: State, command: Command, now: number) => Led<State>;
}): Aid<State> {
	const { schema, initial, commandSchema, at, change } = parts;
	return {
		schema,
		initial,
		at,
		lead(state, command, now) {
			const parsed = commandSchema.safeParse(command);
			return parsed.success ? change(state, parsed.data, now) : { ok: false, reason: 'malformed' };
		}
	};
}
