import { createHash } from 'node:crypto';
import { openBlob, type DamagedBoard, type LogRow } from './storage.ts';

/** A snapshot as an engine keeps it. */
export interface StoredSnapshot {
	readonly seq: number;
	readonly sha256: Uint8Array;
	readonly bytes: Uint8Array;
}

/** The checksum a snapshot is stored with. */
export function sha256(bytes: Uint8Array): Uint8Array {
	return new Uint8Array(createHash('sha256').update(bytes).digest());
}

/** Why a snapshot cannot be used, or null when it is sound. */
export function damageOf(snapshot: StoredSnapshot): DamagedBoard['reason'] | null {
	if (!Buffer.from(snapshot.sha256).equals(sha256(snapshot.bytes))) return 'snapshot-hash';
	return openBlob(snapshot.bytes) === null ? 'snapshot-format' : null;
}

/** Whether rows in order are all there are between two numbers. */
export function isComplete(rows: readonly LogRow[], afterSeq: number, lastSeq: number): boolean {
	return rows.length === lastSeq - afterSeq && (rows[0]?.seq ?? afterSeq + 1) === afterSeq + 1;
}
