import * as Y from 'yjs';
import { schemaVersion } from '@renkei/shared/method/board.ts';
import { closeCodes } from '@renkei/shared/protocol/close-codes.ts';
import type { Refused } from '@renkei/shared/protocol/messages.ts';
import { protocolVersion } from '@renkei/shared/protocol/messages.ts';
import type { Rights } from '@renkei/shared/method/rights.ts';
import { isStamp, mayDo } from '@renkei/shared/method/rights.ts';
import { mayLead, mayWrite } from '@renkei/shared/method/roles.ts';
import type { SignedInPerson } from '../auth/signed-in.ts';
import type { Connection } from './connection.ts';
import type { LiveDocument, Outcome } from './live-document.ts';
import { frameOnce } from './framing.ts';
import { helloFrame, refusedFrame, step1Frame, updateFrame } from './messages.ts';
import type { SyncContext } from './sync-context.ts';
import type { SyncMetrics } from './sync-metrics.ts';

/** What a room is like at the moment, as far as the people in it are told. */
export interface RoomFacts {
	readonly epoch: number;
	readonly isReadOnly: boolean;
	readonly document: LiveDocument | null;
}

/** Says who one is here; writers are asked for what they have before they get what we have. */
export function greet(connection: Connection, facts: RoomFacts): void {
	const { person } = connection;
	if (!person) return;
	const isWriter = mayWrite(person.role) && !facts.isReadOnly;
	connection.send(
		helloFrame({
			protocol: protocolVersion,
			schemaVersion,
			role: isWriter ? person.role : 'viewer',
			epoch: facts.epoch,
			serverNow: Date.now()
		})
	);
	// A viewer who is not asked never sends what could not be taken.
	if (isWriter && facts.document)
		connection.send(step1Frame(Y.encodeStateVector(facts.document.doc)));
}

/** What holds for everybody's writing at the moment; `rights` null is 全部できる. */
export interface WriteRules {
	readonly isReadOnly: boolean;
	readonly rights: readonly Rights[] | null;
	/** Nobody gives or takes back a stamp, whoever leads included. */
	readonly stampsRest: boolean;
}

/** What becomes of an update by somebody whose role allows writing. */
export function judgeWrite(
	document: LiveDocument,
	update: Uint8Array,
	person: SignedInPerson,
	{ isReadOnly, rights, stampsRest }: WriteRules
):
	Outcome | { readonly kind: 'refused'; readonly reason: 'boardClosed'; readonly isSpoilt: false } {
	if (!isReadOnly)
		return document.receive(update, {
			participantId: person.participantId,
			profession: person.profession,
			mayLead: mayLead(person.role),
			may: (action) => !(stampsRest && isStamp(action)) && mayDo(action, person.role, rights)
		});
	// An answer sent just before the end may hold nothing new; that is no offence.
	return document.wouldChange(update)
		? { kind: 'refused', reason: 'boardClosed', isSpoilt: false }
		: { kind: 'nothingNew' };
}

/** Tells somebody why what they wrote is not taken, and closes: everything they write later would build on it. */
export function refuse(
	connection: Connection,
	reason: Refused['reason'],
	boardId: string,
	{ logger, metrics }: SyncContext
): void {
	metrics.refused(reason);
	const participant = connection.person?.participantId;
	logger.warn({ board: boardId, participant, reason }, 'update refused');
	if (reason === 'malformed') return connection.close(closeCodes.badFrame);
	connection.send(refusedFrame({ reason }));
	connection.close(closeCodes.refused);
}

/** Sends an update that is on disk to everybody but its author and those whose answer will contain it. */
export function deliver(
	update: Uint8Array,
	author: Connection | null,
	connections: Iterable<Connection>,
	metrics: SyncMetrics
): void {
	const frame = frameOnce(updateFrame(update));
	const now = performance.now();
	let count = 0;
	for (const connection of connections) {
		if (connection === author || connection.isAwaitingSync) continue;
		connection.sendFramed(frame, now);
		count++;
	}
	metrics.sent('update', frame.length, count);
}
