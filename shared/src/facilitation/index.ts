import type { Aid, Audience, LeadRefusal, Led, Moment, SettleMoment } from './aid.ts';
import { ballot } from './ballot.ts';
import type { BallotCommand } from './ballot.ts';
import { coWriting } from './co-writing.ts';
import type { CoWritingCommand } from './co-writing.ts';
import type { Effect } from './effects.ts';
import { hands } from './hands.ts';
import type { HandsCommand } from './hands.ts';
import { notice } from './notice.ts';
import type { NoticeCommand } from './notice.ts';
import type { Phase } from './phase.ts';
import { phases } from './phases.ts';
import type { PhasesCommand } from './phases.ts';
import { plenary } from './plenary.ts';
import type { PlenaryCommand } from './plenary.ts';
import { readiness } from './readiness.ts';
import type { ReadinessCommand } from './readiness.ts';
import { spotlight } from './spotlight.ts';
import type { SpotlightCommand } from './spotlight.ts';
import { timer } from './timer.ts';
import type { TimerCommand } from './timer.ts';
import type { WritingCommand } from './writing-commands.ts';
import { writing } from './writing.ts';

/** Every aid; another one is a file beside this one and a line here and in `AidCommands`. */
const aids = {
	timer,
	phases,
	readiness,
	ballot,
	writing,
	hands,
	notice,
	plenary,
	spotlight,
	coWriting
} as const;

/** What may be asked of each aid. */
export interface AidCommands {
	readonly timer: TimerCommand;
	readonly phases: PhasesCommand;
	readonly readiness: ReadinessCommand;
	readonly ballot: BallotCommand;
	readonly writing: WritingCommand;
	readonly hands: HandsCommand;
	readonly notice: NoticeCommand;
	readonly plenary: PlenaryCommand;
	readonly spotlight: SpotlightCommand;
	readonly coWriting: CoWritingCommand;
}

type Aids = typeof aids;
export type AidId = keyof Aids & keyof AidCommands;
const aidIds = Object.keys(aids) as readonly AidId[];
/** Each with its own state, which the type of a list cannot say. */
const aidOf = (id: AidId): Aid<unknown, unknown, unknown> =>
	aids[id] as unknown as Aid<unknown, unknown, unknown>;

/** What all aids of one board remember; only the server has it whole. */
export type Facilitation = {
	readonly [Id in AidId]: Aids[Id] extends { readonly initial: infer State } ? State : never;
};

/** What a screen is told of all aids. */
export type ShownFacilitation = {
	readonly [Id in AidId]: ReturnType<Aids[Id]['show']>;
};

/** What one person alone is told; null where there is nothing. */
export type OwnFacilitation = {
	readonly [Id in AidId]: ReturnType<Aids[Id]['showOwn']>;
};

/** Reads what was stored; an aid that is missing or unreadable there begins anew. */
export function readFacilitation(value: unknown): Facilitation {
	const given = entriesOf(value);
	return fromEach((id) => {
		const parsed = aidOf(id).schema.safeParse(given[id]);
		return parsed.success ? parsed.data : aidOf(id).initial;
	}) as Facilitation;
}

/** Reads what came over the wire, which names only what changed; `before` is what is known, null at first. */
export function readShown(value: unknown, before: ShownFacilitation | null): ShownFacilitation {
	const given = entriesOf(value);
	return fromEach((id) => {
		const aid = aidOf(id);
		const parsed = aid.shownSchema.safeParse(given[id]);
		return parsed.success ? parsed.data : (before?.[id] ?? aid.show(aid.initial, 'others'));
	}) as ShownFacilitation;
}

/** Reads what came over the wire for this person alone. */
export function readOwn(value: unknown): OwnFacilitation {
	const given = entriesOf(value);
	return fromEach((id) => {
		const parsed = aidOf(id).ownSchema?.safeParse(given[id]);
		return parsed?.success ? parsed.data : null;
	}) as OwnFacilitation;
}

/** What the state has become by itself as time went on. */
export function facilitationAt(state: Facilitation, now: number): Facilitation {
	return fromEach((id) => aidOf(id).at(state[id], now)) as Facilitation;
}

/** When something comes about by itself that must be kept; null where nothing will. */
export function dueAt(state: Facilitation): number | null {
	const due = aidIds.map((id) => aidOf(id).dueAt(state[id])).filter((at) => at !== null);
	return due.length === 0 ? null : Math.min(...due);
}

/** What has come about by itself and must be kept; null while nothing is due. */
export function settleFacilitation(
	state: Facilitation,
	moment: SettleMoment
): (LedAll & { readonly ok: true }) | null {
	const settled = aidIds.flatMap((id) => {
		const led = aidOf(id).settle(state[id], moment);
		return led === null ? [] : [{ id, led }];
	});
	if (settled.length === 0) return null;
	const after = fromEach((id) => settled.find((each) => each.id === id)?.led.state ?? state[id]);
	const effects = settled.flatMap(({ led }) => led.effects ?? []);
	return { ok: true, state: after as Facilitation, effects };
}

/**
 * What an audience is told: of all aids, or of those that look different to it than `before`. A change that it does not
 * see, such as somebody's vote, says nothing to it.
 */
export function showFacilitation(
	state: Facilitation,
	audience: Audience,
	before: Facilitation | null = null
): Partial<Record<AidId, unknown>> {
	const shown = aidIds
		.filter((id) => before === null || state[id] !== before[id])
		.map((id) => [id, aidOf(id).show(state[id], audience)] as const)
		.filter(
			([id, now]) =>
				before === null ||
				JSON.stringify(now) !== JSON.stringify(aidOf(id).show(before[id], audience))
		);
	return Object.fromEntries(shown);
}

/** What one person alone is told, of the aids that have something for one person. */
export function showOwnFacilitation(
	state: Facilitation,
	participantId: string
): Partial<Record<AidId, unknown>> {
	const own = aidIds
		.filter((id) => aidOf(id).ownSchema !== null)
		.map((id) => [id, aidOf(id).showOwn(state[id], participantId)] as const);
	return Object.fromEntries(own);
}

/** The moment as whoever keeps the state knows it; which part runs is read from the state itself. */
export type LeadMoment = Omit<Moment, 'running'>;

/** What became of a command, with all effects named. */
export type LedAll =
	| { readonly ok: true; readonly state: Facilitation; readonly effects: readonly Effect[] }
	| { readonly ok: false; readonly reason: LeadRefusal };

/** Does one command of one aid, or says why not; both are judged here as they came over the wire. */
export function lead(
	state: Facilitation,
	{ aid, command }: { readonly aid: string; readonly command: unknown },
	moment: LeadMoment
): LedAll {
	const id = aidIds.find((known) => known === aid);
	if (id === undefined) return { ok: false, reason: 'malformed' };
	const present = facilitationAt(state, moment.now);
	const { running } = present.phases;
	const led: Led<unknown> = aidOf(id).lead(present[id], command, { ...moment, running });
	if (!led.ok) return led;
	const before = led.visibility ? withVisibility(present, led.visibility) : present;
	const after = fromEach((each) => (each === id ? led.state : before[each])) as Facilitation;
	// What was sent again after a lost answer leaves everything as it is, and is then the very same state.
	const isSame = aidIds.every((each) => after[each] === state[each]);
	return { ok: true, state: isSame ? state : after, effects: led.effects ?? [] };
}

function withVisibility(state: Facilitation, visibility: Phase['visibility']): Facilitation {
	const { running } = state.phases;
	if (!running) return state;
	const phase = { ...running.phase, visibility };
	return { ...state, phases: { ...state.phases, running: { ...running, phase } } };
}

function entriesOf(value: unknown): Readonly<Record<string, unknown>> {
	return (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
}

function fromEach(read: (id: AidId) => unknown): Readonly<Record<AidId, unknown>> {
	return Object.fromEntries(aidIds.map((id) => [id, read(id)])) as Record<AidId, unknown>;
}
