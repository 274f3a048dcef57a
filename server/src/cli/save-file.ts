import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CommandFailure } from './command-failure.ts';

/** A file as it was written, under the name it has by itself. */
export interface WrittenFile {
	readonly name: string;
	readonly bytes: Uint8Array;
	readonly missingCharacters: readonly string[];
}

/**
 * Puts bytes where they are wanted: into a named file, into one of the file's own name that is not there yet, or
 * (`-`) to the output. Never leaves half a file. Answers with where it is, null for the output.
 */
export async function saveFile(
	bytes: Uint8Array,
	out: string | null,
	ownName: string
): Promise<string | null> {
	if (out === '-') {
		await new Promise<void>((resolve, reject) => {
			// A reader that has had enough (`| head`) is no failure.
			process.stdout.once('error', (error: NodeJS.ErrnoException) =>
				error.code === 'EPIPE' ? resolve() : reject(error)
			);
			process.stdout.write(bytes, () => resolve());
		});
		return null;
	}
	const target = out ?? ownName;
	const half = join(dirname(target), `.${basename(target).slice(0, 40)}.${randomUUID()}`);
	let isTaken = false;
	try {
		if (out === null) {
			// Taken at once, so that two runs cannot both believe the name to be free.
			await (await open(target, 'wx')).close();
			isTaken = true;
		}
		const file = await open(half, 'wx');
		try {
			await file.writeFile(bytes);
		} finally {
			await file.close();
		}
		await rename(half, target);
	} catch (cause) {
		await rm(half, { force: true });
		if (isTaken) await rm(target, { force: true });
		if (cause instanceof Error && Reflect.get(cause, 'code') === 'EEXIST')
			throw new CommandFailure(
				`${target} はもうあります。--out で保存先を指定してください。`,
				`${target} is there already; say where with --out.`
			);
		throw new CommandFailure(
			`${target} に保存できませんでした。場所と空きを確かめてください。`,
			`${target} could not be saved; check the folder and its space.`
		);
	}
	return target;
}
