import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Identity, OwnPresence } from '@renkei/shared/protocol/presence.ts';
import { limits } from '@renkei/shared/protocol/limits.ts';
import { ownPresenceSchema } from '@renkei/shared/protocol/presence.ts';

/** One entry of a presence message: `json` "null" means this screen has left. */
export interface PresenceEntry {
	readonly clientId: number;
	readonly clock: number;
	readonly json: string;
}

/** Reads a presence message; null when it is none. */
export function decodePresence(bytes: Uint8Array): PresenceEntry[] | null {
	try {
		// Into memory of its own, so that a wrong length cannot reach beyond the end.
		const decoder = decoding.createDecoder(new Uint8Array(bytes));
		const entries: PresenceEntry[] = [];
		const total = decoding.readVarUint(decoder);
		if (total > limits.maxPresenceEntries) return null;
		for (let count = total; count > 0; count--) {
			entries.push({
				clientId: decoding.readVarUint(decoder),
				clock: decoding.readVarUint(decoder),
				json: decoding.readVarString(decoder)
			});
		}
		return decoder.pos === bytes.length ? entries : null;
	} catch {
		return null;
	}
}

/** One screen at a board. */
interface Screen<Owner> {
	readonly owner: Owner;
	readonly clientId: number;
	clock: number;
	/** Null once the screen has left and only the farewell is to be sent. */
	presence: OwnPresence | null;
	encoded: Uint8Array;
}

/** Who owns a screen: its identity as the server has it, and the ids it may speak for. */
export interface PresenceOwner {
	readonly identity: Identity;
}

const nothingShown: OwnPresence = {
	cursor: null,
	selection: [],
	editing: null,
	preview: null,
	drag: null,
	view: null,
	draws: null,
	laser: null,
	follows: null
};

/** How long the id of a screen that left stays closed to others: as long as echoes of it may still arrive. */
const echoMs = 60_000;

/** News of one tick: what most connections get, and what those get whose own screen is in it. */
export interface PresenceNews<Owner> {
	readonly bytes: Uint8Array;
	readonly owners: ReadonlySet<Owner>;
	bytesWithout(owner: Owner): Uint8Array | null;
}

/**
 * What every screen at a board shows right now; never stored. An unmodified y-websocket client sends back
 * whatever it hears, so entries of other screens are no offence and simply not taken.
 */
export class PresenceTable<Owner extends PresenceOwner> {
	readonly #screens = new Map<Owner, Screen<Owner>>();
	readonly #byId = new Map<number, Screen<Owner>>();
	readonly #left = new Map<number, { readonly participant: string; readonly at: number }>();
	readonly #news = new Map<number, Screen<Owner>>();
	readonly #maxBytes: number;
	readonly #mayUse: (clientId: number, owner: Owner) => boolean;

	/** `mayUse` says whether a client id is not known to be another participant's. */
	constructor(maxBytes: number, mayUse: (clientId: number, owner: Owner) => boolean) {
		this.#maxBytes = maxBytes;
		this.#mayUse = mayUse;
	}

	/** Takes what concerns the sender's own screen; returns false when the message is malformed. */
	receive(owner: Owner, bytes: Uint8Array, now: number): boolean {
		const entries = decodePresence(bytes);
		if (!entries) return false;
		for (const entry of entries) {
			const screen = this.#screens.get(owner) ?? this.#claim(owner, entry, now);
			if (screen?.clientId !== entry.clientId) continue;
			const state = entry.json.length <= this.#maxBytes ? parseJson(entry.json) : undefined;
			if (state === undefined) continue;
			screen.presence = state === null ? null : presenceOf(state);
			this.#announce(screen, now);
		}
		return true;
	}

	/** The connection is gone, and its screen with it. */
	leave(owner: Owner, now: number): void {
		const screen = this.#screens.get(owner);
		if (!screen) return;
		this.#screens.delete(owner);
		this.#byId.delete(screen.clientId);
		this.#left.set(screen.clientId, { participant: owner.identity.participant, at: now });
		const wasShown = screen.presence !== null;
		screen.presence = null;
		if (wasShown) this.#announce(screen, now);
	}

	/** Says everything again: clients forget a screen of which they heard nothing for 30 s. */
	repeatAll(now: number): void {
		for (const screen of this.#screens.values()) if (screen.presence) this.#announce(screen, now);
		for (const [clientId, { at }] of this.#left) if (now - at > echoMs) this.#left.delete(clientId);
	}

	/** Whether there is something to send. */
	get hasNews(): boolean {
		return this.#news.size > 0;
	}

	/** Everything that changed since the last call. */
	takeNews(): PresenceNews<Owner> {
		const screens = [...this.#news.values()];
		this.#news.clear();
		return {
			bytes: encodeList(screens),
			owners: new Set(screens.map(({ owner }) => owner)),
			bytesWithout: (owner) => {
				const others = screens.filter((screen) => screen.owner !== owner);
				return others.length > 0 ? encodeList(others) : null;
			}
		};
	}

	/** What a newcomer is told, or null when nobody else is here. */
	everybodyElse(owner: Owner): Uint8Array | null {
		const others = [...this.#screens.values()].filter(
			(screen) => screen.owner !== owner && screen.presence !== null
		);
		return others.length > 0 ? encodeList(others) : null;
	}

	#claim(owner: Owner, { clientId, json }: PresenceEntry, now: number): Screen<Owner> | null {
		// The echo of somebody's farewell must not be taken for a screen.
		if (json === 'null' || this.#byId.has(clientId) || !this.#mayUse(clientId, owner)) return null;
		const last = this.#left.get(clientId);
		const isEcho = last && last.participant !== owner.identity.participant;
		if (isEcho && now - last.at <= echoMs) return null;
		const screen = {
			owner,
			clientId,
			clock: 0,
			presence: null,
			encoded: new Uint8Array()
		} satisfies Screen<Owner>;
		this.#screens.set(owner, screen);
		this.#byId.set(clientId, screen);
		return screen;
	}

	#announce(screen: Screen<Owner>, now: number): void {
		// Our own clock, never the client's: after a restart or a replay the smaller one would be ignored.
		screen.clock = Math.max(screen.clock + 1, now);
		const state = screen.presence && { ...screen.presence, identity: screen.owner.identity };
		screen.encoded = encoding.encode((encoder) => {
			encoding.writeVarUint(encoder, screen.clientId);
			encoding.writeVarUint(encoder, screen.clock);
			encoding.writeVarString(encoder, JSON.stringify(state));
		});
		this.#news.set(screen.clientId, screen);
	}
}

function encodeList(screens: readonly { readonly encoded: Uint8Array }[]): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, screens.length);
		for (const { encoded } of screens) encoding.writeUint8Array(encoder, encoded);
	});
}

/** What a screen says of itself; what cannot be read shows nothing. */
function presenceOf(state: unknown): OwnPresence {
	const parsed = ownPresenceSchema.safeParse(state);
	return parsed.success ? parsed.data : nothingShown;
}

function parseJson(json: string): unknown {
	try {
		return JSON.parse(json) as unknown;
	} catch {
		return undefined;
	}
}
