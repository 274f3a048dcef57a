/** A process that appends without end and reports every acknowledged row, to be killed at any moment. */
import { fileURLToPath } from 'node:url';
import { openSqliteStorage } from './sqlite.ts';
import { row, snapshot } from './storage-samples.ts';
import { StorageError } from './storage.ts';

/** Where to start it, with the data directory and a prefix for its texts as arguments. */
export const crashWriterPath = fileURLToPath(import.meta.url);

if (process.argv[1] === crashWriterPath) {
	const [directory = '', prefix = ''] = process.argv.slice(2);
	try {
		await writeForEver(directory, prefix);
	} catch (cause) {
		process.stdout.write(
			`refused ${cause instanceof StorageError ? cause.reason : String(cause)}\n`
		);
		process.exitCode = 1;
	}
}

async function writeForEver(directory: string, prefix: string): Promise<void> {
	const { log } = await openSqliteStorage({ directory, idleMs: 20 });
	process.stdout.write('open\n');

	async function write(writer: number): Promise<never> {
		for (let n = 0; ; n++) {
			const text = `${prefix}.${writer}.${n}`;
			const result = await log.append([row('b', 1, text)]);
			if (!result.ok) throw new Error(result.reason);
			process.stdout.write(`${text}\n`);
		}
	}

	/** Compacts all the time, its snapshots being the list of all texts, so that a kill hits that too. */
	async function compact(): Promise<never> {
		for (;;) {
			const board = await log.load('b');
			if (board === null || !board.ok) throw new Error(board?.reason);
			const texts = board.rows.map((each) => new TextDecoder().decode(each.bytes.subarray(1)));
			const before = new TextDecoder().decode(board.snapshot?.subarray(1));
			await log.compact('b', 1, board.lastSeq, snapshot([before, ...texts].join(',')));
		}
	}

	await Promise.all([write(0), write(1), write(2), write(3), compact()]);
}
