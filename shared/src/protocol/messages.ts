import * as z from 'zod/mini';
import { roleSchema } from '../method/roles.ts';

/**
 * Message types on the WebSocket (first varuint of a frame). 0–3 are y-websocket's own; an unmodified client
 * prints a warning for the others and goes on.
 */
export const messageTypes = {
	sync: 0,
	presence: 1,
	permissionDenied: 2,
	queryPresence: 3,
	/** Client → server: `[100, n]`. Server → client: `[100, n]` once everything received before it is on disk. */
	saved: 100,
	/** Server → client: `[101, JSON]`, see `helloSchema`. First message on a connection. */
	hello: 101,
	/** Server → client: `[102, JSON]`, see `refusedSchema`. Sent just before a close with 4422. */
	refused: 102,
	/**
	 * Client → server: `[103, JSON]`, one command of leading. Server → client: `[103, JSON]`, its answer. Both in
	 * `facilitation/words.ts`.
	 */
	lead: 103,
	/** Server → client: `[104, JSON]`, the state of everything that is led; on joining and after every change. */
	facilitation: 104,
	/** Server → client: `[105, JSON]`, what of it is this person's alone; `facilitation/words.ts`. */
	own: 105
} as const;

/** The version of this protocol; a client of another one shows 新しい版があります：再読み込み. */
export const protocolVersion = 1;

/** What the server says first. `serverNow` is ms since 1970 on the server's clock. */
export const helloSchema = z.object({
	protocol: z.int(),
	schemaVersion: z.int(),
	role: roleSchema,
	epoch: z.int(),
	serverNow: z.number()
});
export type Hello = z.infer<typeof helloSchema>;

/** Why an update was refused; never contains text of a card. */
const refusalReasons = [
	'notAllowed',
	'unknownRoot',
	'badRecord',
	'textTooLong',
	'boardFull',
	'foreignClientId',
	'tooManyDeletions',
	'boardClosed',
	'malformed',
	/** The part of the programme that runs does not let this person do that. */
	'phaseClosed',
	/** The card is pinned, or part of the background. */
	'locked'
] as const;
export const refusedSchema = z.object({ reason: z.enum(refusalReasons) });
export type Refused = z.infer<typeof refusedSchema>;
