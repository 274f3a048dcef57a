import type * as z from 'zod/mini';
import type { Board } from '../method/board.ts';
import type { Profession } from '../method/professions.ts';
import type { Role } from '../method/roles.ts';
import { mayLead } from '../method/roles.ts';
import type { Effect } from './effects.ts';
import type { Phase, RunningPhase } from './phase.ts';

/** Why a command was not done. */
export const leadRefusals = [
	/** This role may not ask for it. */
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

/** Who asks for something, as the server knows them. */
export interface Asker {
	readonly participantId: string;
	readonly role: Role;
	readonly profession: Profession | null;
}

/** The moment in which a command is judged; everything an aid may know beside its own state. */
export interface Moment {
	/** Server time in ms since 1970. */
	readonly now: number;
	readonly asker: Asker;
	/** The part of the programme that runs. */
	readonly running: RunningPhase | null;
	/** The board as it is now. */
	readonly board: () => Board;
	/** A new id, and a number from 0 up to 1: given, so that judging stays pure. */
	readonly newId: () => string;
	readonly random: () => number;
}

/** The moment in which something comes about by itself: nobody asks for it. */
export type SettleMoment = Pick<Moment, 'now' | 'board'>;

/** What became of a command; a refused one has changed nothing. `effects` are done before the state is kept. */
export type Led<State> = LedOk<State> | { readonly ok: false; readonly reason: LeadRefusal };

/** What was done, with what it brings beside the state. */
export interface LedOk<State> {
	readonly ok: true;
	readonly state: State;
	readonly effects?: readonly Effect[];
	/** What becomes of the part that runs: showing what was written unseen opens it. */
	readonly visibility?: Phase['visibility'];
}

/** For whom a state is shown: those who lead, and everybody else. */
export type Audience = 'leaders' | 'others';

/**
 * A feature of facilitation: what it remembers, what may be done with it and who sees what of it. Pure, so both
 * sides can run it. `Shown` is what a whole audience is told, `Own` what one person is told beside that: a secret
 * of one person must be in neither but their own `Own`.
 */
export interface Aid<State, Shown = State, Own = null> {
	readonly schema: z.ZodMiniType<State>;
	readonly initial: State;
	readonly shownSchema: z.ZodMiniType<Shown>;
	readonly ownSchema: z.ZodMiniType<Own> | null;
	/** What the state has become by itself as time went on. */
	at(state: State, now: number): State;
	/** When something of it comes about by itself that must be kept; null where nothing will. */
	dueAt(state: State): number | null;
	/** What has come about by itself and must be kept, with its effects; null while it is not due. */
	settle(state: State, moment: SettleMoment): LedOk<State> | null;
	/** Judges a command as it came over the wire, on the state of this moment. */
	lead(state: State, command: unknown, moment: Moment): Led<State>;
	show(state: State, audience: Audience): Shown;
	/** What this person alone is told; null where an aid has nothing for one person. */
	showOwn(state: State, participantId: string): Own | null;
}

interface Parts<State, Command> {
	readonly schema: z.ZodMiniType<State>;
	readonly initial: State;
	readonly commandSchema: z.ZodMiniType<Command>;
	/** Who may ask for this command; without it those who lead. */
	readonly mayAsk?: (command: Command, asker: Asker) => boolean;
	readonly at?: (state: State, now: number) => State;
	readonly dueAt?: (state: State) => number | null;
	readonly settle?: (state: State, moment: SettleMoment) => LedOk<State> | null;
	readonly change: (state: State, command: Command, moment: Moment) => Led<State>;
}

interface Views<State, Shown, Own> {
	readonly shownSchema: z.ZodMiniType<Shown>;
	readonly show: (state: State, audience: Audience) => Shown;
	readonly ownSchema?: z.ZodMiniType<Own>;
	readonly showOwn?: (state: State, participantId: string) => Own;
}

/** An aid whose state everybody may see; its commands are judged by a schema before anything else looks at them. */
export function aidWith<State, Command>(parts: Parts<State, Command>): Aid<State> {
	return secretAidWith(parts, { shownSchema: parts.schema, show: (state) => state });
}

/** An aid of which every audience, and every person, is told another part. */
export function secretAidWith<State, Command, Shown, Own = null>(
	parts: Parts<State, Command>,
	{ shownSchema, show, ownSchema, showOwn }: Views<State, Shown, Own>
): Aid<State, Shown, Own> {
	const { schema, initial, commandSchema, at, change } = parts;
	const mayAsk = parts.mayAsk ?? ((_command, asker) => mayLead(asker.role));
	return {
		schema,
		initial,
		shownSchema,
		ownSchema: ownSchema ?? null,
		at: at ?? ((state) => state),
		dueAt: parts.dueAt ?? (() => null),
		settle: parts.settle ?? (() => null),
		lead(state, command, moment) {
			const parsed = commandSchema.safeParse(command);
			if (!parsed.success) return refused('malformed');
			if (!mayAsk(parsed.data, moment.asker)) return refused('notAllowed');
			return change(state, parsed.data, moment);
		},
		show,
		showOwn: (state, participantId) => showOwn?.(state, participantId) ?? null
	};
}

/** A command that was not done. */
export function refused<State>(reason: LeadRefusal): Led<State> {
	return { ok: false, reason };
}
