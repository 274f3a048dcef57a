import * as encoding from 'lib0/encoding';
import { mayLead } from '@renkei/shared/method/roles.ts';
import type { ShownLaser } from '@renkei/shared/protocol/presence.ts';
import { presenceSchema } from '@renkei/shared/protocol/presence.ts';
import { decodePresence } from './presence.ts';

/** What a state without a laser never contains, so that most of them need not be read. */
const mark = '"laser":{';

/**
 * What the screen of a room is told of presence: the lasers of those who lead, and when they go out; whose they are
 * it never hears.
 */
export class ScreenLasers {
	readonly #shining = new Set<number>();

	/** The news for screens in a presence message for people, or null where there is none. */
	pick(bytes: Uint8Array): Uint8Array | null {
		const told = (decodePresence(bytes) ?? []).flatMap(({ clientId, clock, json }) => {
			const laser = json.includes(mark) ? laserIn(json) : null;
			if (laser === null && !this.#shining.delete(clientId)) return [];
			if (laser !== null) this.#shining.add(clientId);
			return [{ clientId, clock, json: JSON.stringify(laser) }];
		});
		if (told.length === 0) return null;
		return encoding.encode((encoder) => {
			encoding.writeVarUint(encoder, told.length);
			for (const { clientId, clock, json } of told) {
				encoding.writeVarUint(encoder, clientId);
				encoding.writeVarUint(encoder, clock);
				encoding.writeVarString(encoder, json);
			}
		});
	}
}

function laserIn(json: string): ShownLaser | null {
	const presence = presenceSchema.safeParse(JSON.parse(json));
	if (!presence.success || !mayLead(presence.data.identity.role)) return null;
	const { laser, identity } = presence.data;
	return laser?.on ? { ...laser.on, who: identity.who } : null;
}
