import { mkdirSync, statSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { failureOf } from './sqlite-failure.ts';
import { StorageError } from './storage.ts';

/** Linux file system types without the shared memory and locks that a write-ahead log needs. */
const networkFileSystems = new Map([
	[0x6969, 'NFS'],
	[0x517b, 'SMB'],
	[0xff534d42, 'CIFS'],
	[0xfe534d42, 'SMB2'],
	[0x5346414f, 'AFS'],
	[0x01021997, '9P']
]);

/**
 * Claims a data directory for this process and returns how to let go of it; throws `in-use` when
 * another process has it. The operating system lets go by itself when the process dies.
 */
export function lockDirectory(directory: string): () => void {
	try {
		makeDirectory(directory);
	} catch (cause) {
		throw new StorageError('unusable', `cannot create ${directory}`, { cause });
	}
	refuseNetworkFileSystem(directory);

	// A second database that is locked and never written: unlike a file with a process number it
	// cannot outlive us, and unlike a lock on the real one it allows `sqlite3 … .backup` from outside.
	let lock: DatabaseSync | undefined;
	try {
		lock = new DatabaseSync(join(directory, 'in-use.lock'), { timeout: 0 });
		lock.exec('BEGIN EXCLUSIVE');
	} catch (cause) {
		lock?.close();
		const reason = failureOf(cause) ?? 'unusable';
		throw new StorageError(reason, `cannot lock ${directory}`, { cause });
	}
	const held = lock;
	return () => {
		if (held.isOpen) held.close();
	};
}

/** Not `recursive`: below a folder that takes none, such as /proc, Node would try again for ever. */
function makeDirectory(directory: string): void {
	if (statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return;
	const parent = dirname(directory);
	if (parent !== directory) makeDirectory(parent);
	mkdirSync(directory);
}

function refuseNetworkFileSystem(directory: string): void {
	if (process.platform !== 'linux') return;
	const name = networkFileSystems.get(statfsSync(directory).type >>> 0);
	if (name !== undefined) {
		throw new StorageError('network-file-system', `${directory} is on a ${name} file system`);
	}
}
