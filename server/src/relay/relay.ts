/**
 * The line between server processes, said without naming an engine. It carries hints, never truth:
 * anything on it may be lost, because the log's sequence numbers show what is missing.
 */

/** "Board `boardId` has rows up to `seq`", said by the process that committed them. */
export interface Hint {
	readonly boardId: string;
	readonly epoch: number;
	readonly seq: number;
	readonly nodeId: string;
}

/** Presence of people connected to another process, as the bytes their process would send. */
export interface PresenceNotice {
	readonly boardId: string;
	readonly nodeId: string;
	readonly bytes: Uint8Array;
}

/** Someone's right to be here changed: their connections are to be closed or checked again. */
export interface RevokeNotice {
	/** One participant, or null for everyone the rest of the notice names. */
	readonly participantId: string | null;
	readonly workshopId: string | null;
	readonly boardId: string | null;
	/** `revoked` and `deleted` end connections; `changed` means roles or the workshop's state must be read again. */
	readonly reason: 'revoked' | 'changed' | 'deleted';
}

/** Stops a listener; calling it twice is harmless. */
export type StopListening = () => void;

/** Every listener also hears what its own process said; the caller tells by `nodeId`. A listener that throws disturbs nobody else. */
export interface Relay {
	readonly engine: string;
	hint(hint: Hint): void;
	presence(notice: PresenceNotice): void;
	/** Resolves when the notice is on its way to every process. */
	revoke(notice: RevokeNotice): Promise<void>;
	onHint(listener: (hint: Hint) => void): StopListening;
	onPresence(listener: (notice: PresenceNotice) => void): StopListening;
	onRevoke(listener: (notice: RevokeNotice) => void): StopListening;
	/** Lets go of connections; afterwards nothing is carried any more. */
	close(): Promise<void>;
}
