import { join } from 'node:path';
import type { FacilitationStates } from './facilitation.ts';
import type { Histories } from './history.ts';
import type { Library } from './library.ts';
import type { Photos } from './photos.ts';
import { remote } from './sqlite-calls.ts';
import { SqliteLine, startSqliteWorker, type StartWorker } from './sqlite-line.ts';
import { lockDirectory } from './sqlite-lock.ts';
import type { BoardLog, Catalogue, NewRow, Storage } from './storage.ts';
import type { WorkshopLives } from './workshop-life.ts';

/** Where to keep the file, and what tests vary. */
export interface SqliteSettings {
	readonly directory: string;
	/** A ceiling on the file's size in pages of 4 KiB. */
	readonly maxPages?: number;
	/** How long nothing must have happened before the write-ahead log is emptied. */
	readonly idleMs?: number;
	readonly startWorker?: StartWorker;
}

/** Opens the embedded storage in a directory, which no other process may use meanwhile; throws a StorageError. */
export async function openSqliteStorage(settings: SqliteSettings): Promise<Storage> {
	const unlock = lockDirectory(settings.directory);
	const line = new SqliteLine(
		{
			file: join(settings.directory, 'renkei.sqlite'),
			maxPages: settings.maxPages ?? null,
			idleMs: settings.idleMs ?? 1_000
		},
		settings.startWorker ?? startSqliteWorker
	);
	try {
		await line.open();
	} catch (cause) {
		unlock();
		throw cause;
	}

	const ask: SqliteLine['ask'] = (...call) => line.ask(...call);
	const log = remote<BoardLog>('log', ask);
	return {
		engine: 'sqlite',
		log: { ...log, append: (rows) => append(line, rows) },
		catalogue: remote<Catalogue>('catalogue', ask),
		library: remote<Library>('library', ask),
		facilitation: remote<FacilitationStates>('facilitation', ask),
		history: remote<Histories>('history', ask),
		lives: remote<WorkshopLives>('lives', ask),
		photos: {
			...remote<Photos>('photos', ask),
			add: (photo, bytes, most) =>
				line.ask('photos', 'add', [photo, ownBytes(bytes), most], bytes.length) as ReturnType<
					Photos['add']
				>
		},
		async health() {
			// The failure is read afterwards: the probe's own commit is what clears it.
			if (line.failure !== null) await line.ask('writer', 'probe', []).catch(() => {});
			return { ok: line.failure === null, failure: line.failure, pending: line.pending };
		},
		onDegraded: (listener) => line.onDegraded(listener),
		onCommit: (listener) => line.onCommit(listener),
		async close() {
			await line.close();
			unlock();
		}
	};
}

function append(line: SqliteLine, rows: readonly NewRow[]): ReturnType<BoardLog['append']> {
	let bytes = 0;
	const sent = rows.map((row) => {
		bytes += row.bytes.length;
		return { ...row, bytes: ownBytes(row.bytes) };
	});
	return line.ask('log', 'append', [sent], bytes) as ReturnType<BoardLog['append']>;
}

/** A view is sent with everything behind it, which may be a pool of other people's bytes. */
function ownBytes(bytes: Uint8Array): Uint8Array {
	return bytes.length === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}
