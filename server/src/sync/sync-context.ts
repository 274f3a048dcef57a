import type { MomentKind } from '@renkei/shared/facilitation/effects.ts';
import type { Relay } from '../relay/relay.ts';
import type { Storage } from '../storage/storage.ts';
import type { Limits } from './connection.ts';
import type { SyncMetrics } from './sync-metrics.ts';

/** As much of a logger as sync uses; the fields are codes, counts and ids, never content. */
export interface SyncLogger {
	info(fields: object, message: string): void;
	warn(fields: object, message: string): void;
	error(fields: object, message: string): void;
}

/** What all rooms share. */
export interface SyncContext {
	readonly storage: Storage;
	readonly relay: Relay;
	readonly limits: Limits;
	readonly logger: SyncLogger;
	readonly metrics: SyncMetrics;
	/** Tells this process from others on the relay. */
	readonly nodeId: string;
	/** Told when something happened that the history of a board should name; `label` holds no words of a card. */
	readonly onMoment: (boardId: string, kind: MomentKind, label: string) => void;
}

/** An error as the log may show it: its name and code; a message might quote what somebody wrote. */
export function errorFields(cause: unknown): { readonly error: string; readonly at?: string } {
	if (!(cause instanceof Error)) return { error: typeof cause };
	const [, place] = cause.stack?.match(/\n\s+at (.*)/) ?? [];
	return { error: cause.name, ...(place === undefined ? {} : { at: place }) };
}
