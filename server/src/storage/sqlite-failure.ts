import { StorageError, type StorageFailure } from './storage.ts';

/** The failure a thrown SQLite error stands for, or null when it says nothing about the storage's state. */
export function failureOf(cause: unknown): StorageFailure | null {
	if (cause instanceof StorageError) return cause.reason;
	if (!(cause instanceof Error) || !('errcode' in cause)) return null;
	// The low byte is the primary code, the rest says where it happened.
	switch (Number(cause.errcode) & 0xff) {
		case 13: // SQLITE_FULL
			return 'disk-full';
		case 7: // SQLITE_NOMEM
		case 10: // SQLITE_IOERR
			return 'input-output';
		case 5: // SQLITE_BUSY
		case 6: // SQLITE_LOCKED
			return 'in-use';
		case 3: // SQLITE_PERM
		case 8: // SQLITE_READONLY
		case 11: // SQLITE_CORRUPT
		case 14: // SQLITE_CANTOPEN
		case 26: // SQLITE_NOTADB
			return 'unusable';
		default:
			return null;
	}
}
