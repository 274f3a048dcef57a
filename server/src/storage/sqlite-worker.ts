/** The only thread that writes: it does what a batch asks in one transaction and answers after the commit. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Batch, WorkerMessage, WorkerSettings } from './sqlite-calls.ts';
import { openDatabase } from './sqlite-database.ts';
import { failureOf } from './sqlite-failure.ts';
import { createWriter, messageOf } from './sqlite-writer.ts';

const port = parentPort;
if (port === null) throw new Error('sqlite-worker.ts only runs as a worker');
const say = (message: WorkerMessage) => port.postMessage(message);

const settings = workerData as WorkerSettings;
try {
	serve();
} catch (cause) {
	say({ kind: 'refused', failure: failureOf(cause) ?? 'unusable', message: messageOf(cause) });
	port.close();
}

function serve(): void {
	const database = openDatabase(settings.file, settings.maxPages);
	const write = createWriter(database);
	let failedGeneration = -1;
	let isLogEmpty = false;
	let isClosing = false;
	const idle = setTimeout(emptyLog, settings.idleMs);

	port?.on('message', (batch: Batch | 'close') => {
		if (batch === 'close') {
			isClosing = true;
			clearTimeout(idle);
			emptyLog();
			database.close();
			port.close();
			return;
		}
		if (batch.generation <= failedGeneration) return;
		try {
			const { answers, commit } = write(batch.calls);
			if (commit !== null) isLogEmpty = false;
			say({ kind: 'answers', answers, commit });
		} catch (cause) {
			failedGeneration = batch.generation;
			const failure = failureOf(cause) ?? 'input-output';
			say({ kind: 'failed', failure, message: messageOf(cause) });
		}
		if (!isLogEmpty) idle.refresh();
	});
	say({ kind: 'ready' });

	function emptyLog(): void {
		if (isLogEmpty) return;
		// Somebody reading from outside, a backup for example, must not hold up the next commit.
		database.exec('PRAGMA busy_timeout = 0');
		try {
			const outcome = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
			isLogEmpty = outcome?.['busy'] === 0;
		} catch {
			// A full disk: the log stays valid as it is, and the next pause tries again.
		}
		database.exec('PRAGMA busy_timeout = 5000');
		if (!isLogEmpty && !isClosing) idle.refresh();
	}
}
