import type { Aid, Led, Leading } from './aid.ts';
import { timer } from './timer.ts';

/** Every aid; another one is a file beside this one and a line here. */
const aids = { timer } as const;

type Aids = typeof aids;
type AidId = keyof Aids;
const aidIds = Object.keys(aids) as readonly AidId[];
/** Each with its own state, which the type of a list cannot say. */
const aidOf = (id: AidId): Aid<unknown> => aids[id] as unknown as Aid<unknown>;

/** What all aids of one board remember. */
export type Facilitation = {
	readonly [Id in AidId]: Aids[Id] extends Aid<infer State> ? State : never;
};

/** Reads what was stored or came over the wire; an aid that is missing or unreadable there begins anew. */
export function readFacilitation(value: unknown): Facilitation {
	const given = (typeof value === 'object' && value !== null ? value : {}) as Record<
		string,
		unknown
	>;
	return fromEach((id) => {
		const parsed = aidOf(id).schema.safeParse(given[id]);
		return parsed.success ? parsed.data : aidOf(id).initial;
	});
}

/** What the state has become by itself as time went on. */
export function facilitationAt(state: Facilitation, now: number): Facilitation {
	return fromEach((id) => aidOf(id).at(state[id], now));
}

/** Does one command of one aid, or says why not; both are judged here as they came over the wire. */
export function lead(
	state: Facilitation,
	{ aid, command }: { readonly aid: string; readonly command: unknown },
	{ now, mayLead }: Leading
): Led<Facilitation> {
	if (!mayLead) return { ok: false, reason: 'notAllowed' };
	const id = aidIds.find((known) => known === aid);
	if (id === undefined) return { ok: false, reason: 'malformed' };
	const present = facilitationAt(state, now);
	const led = aidOf(id).lead(present[id], command, now);
	return led.ok
		? { ok: true, state: fromEach((each) => (each === id ? led.state : present[each])) }
		: led;
}

function fromEach(read: (id: AidId) => unknown): Facilitation {
	return Object.fromEntries(aidIds.map((id) => [id, read(id)])) as unknown as Facilitation;
}
