import * as Y from 'yjs';
import { rootNames } from './layout.ts';

/** Why an update may not enter the document; a subset of the reasons said over the wire. */
export type GuardReason =
	| 'unknownRoot'
	| 'malformed'
	| 'badRecord'
	| 'textTooLong'
	| 'boardFull'
	| 'tooManyDeletions'
	| 'notAllowed'
	| 'phaseClosed'
	| 'locked';

/** The sizes a document must keep. */
export interface GuardLimits {
	readonly maxClock: number;
	readonly maxCards: number;
	readonly maxLinks: number;
	readonly maxRecords: number;
}

/** What an update says of itself: the clock behind the last struct of every client id in it, or why it is refused. */
export type Inspection =
	| {
			readonly ok: true;
			readonly ends: ReadonlyMap<number, number>;
			/** Per client id the clock up to which structs from outside this update must be there already. */
			readonly needs: ReadonlyMap<number, number>;
			/** True when there is neither content nor a deletion in it. */
			readonly isEmpty: boolean;
	  }
	| { readonly ok: false; readonly reason: GuardReason };

/** An honest update carries the writer's own ids: this document's and those of tabs that went offline before. */
const maxClientsPerUpdate = 256;

const allowedRoots: ReadonlySet<string> = new Set(rootNames);
const malformed: Inspection = { ok: false, reason: 'malformed' };

/**
 * Judges an update by its bytes alone, before anything is applied: applying is not atomic, some seven bytes
 * stop it for a quarter of a second, and every root an update names stays in the document for ever.
 */
export function inspectUpdate(update: Uint8Array, limits: GuardLimits): Inspection {
	let decoded: ReturnType<typeof Y.decodeUpdate>;
	try {
		decoded = Y.decodeUpdate(update);
	} catch {
		return malformed;
	}
	const ends = new Map<number, number>();
	const needs = new Map<number, number>();
	const need = (client: number, clock: number) => {
		if (clock > Math.max(ends.get(client) ?? 0, needs.get(client) ?? 0)) needs.set(client, clock);
	};
	for (const struct of decoded.structs) {
		const end = struct.id.clock + struct.length;
		// A struct without length never ends the search for its neighbour.
		if (!(struct.length >= 1) || !(end <= limits.maxClock)) return malformed;
		// A skip or a jump of the clock is a hole: what belongs there must be known already.
		need(struct.id.client, struct.id.clock);
		if (struct instanceof Y.Skip) continue;
		ends.set(struct.id.client, Math.max(ends.get(struct.id.client) ?? 0, end));
		if (ends.size > maxClientsPerUpdate) return malformed;
		if (!(struct instanceof Y.Item)) continue;
		const reason = itemRefusal(struct);
		if (reason) return { ok: false, reason };
	}
	for (const struct of decoded.structs)
		if (struct instanceof Y.Item)
			for (const { client, clock } of idsNamedBy(struct)) need(client, clock + 1);
	for (const ranges of decoded.ds.clients.values())
		for (const { clock, len } of ranges)
			if (!(len >= 1) || !(clock + len <= limits.maxClock)) return malformed;
	for (const [client, ranges] of decoded.ds.clients)
		for (const { clock, len } of ranges) need(client, clock + len);
	return { ok: true, ends, needs, isEmpty: ends.size === 0 && decoded.ds.clients.size === 0 };
}

function itemRefusal(item: Y.Item): GuardReason | null {
	// Before integration the parent is a root's name, the id of another item, or null (that of a neighbour).
	const parent: unknown = item.parent;
	if (typeof parent === 'string') {
		if (!allowedRoots.has(parent)) return 'unknownRoot';
		// All roots are maps: an entry without a key would be a list item hidden in a map.
		if (item.parentSub === null) return 'badRecord';
	}
	return isAllowedContent(item.content) ? null : 'badRecord';
}

/** The items outside itself that an item refers to; without them Yjs would park it. */
function idsNamedBy({ origin, rightOrigin, parent }: Y.Item): Y.ID[] {
	const ids = parent instanceof Y.ID ? [parent] : [];
	if (origin) ids.push(origin);
	if (rightOrigin) ids.push(rightOrigin);
	return ids;
}

function isAllowedContent(content: Y.Item['content']): boolean {
	if (content instanceof Y.ContentType) {
		// By constructor: the XML types are subclasses of these two.
		return content.type.constructor === Y.Map || content.type.constructor === Y.Text;
	}
	return (
		content instanceof Y.ContentString ||
		content instanceof Y.ContentAny ||
		content instanceof Y.ContentDeleted
	);
}
