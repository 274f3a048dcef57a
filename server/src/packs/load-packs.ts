import { isUtf8 } from 'node:buffer';
import { open, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultPackId } from '@renkei/shared/method/board.ts';
import { defaultPack } from '@renkei/shared/method/packs/default-pack.ts';
import type { Method } from '@renkei/shared/method/packs/method.ts';
import { defaultMethod } from '@renkei/shared/method/packs/method.ts';
import type { Pack } from '@renkei/shared/method/packs/pack.ts';
import { maxPackBytes } from '@renkei/shared/method/packs/pack.ts';
import type { PackRefusal } from '@renkei/shared/method/packs/parse-pack.ts';
import { parsePack } from '@renkei/shared/method/packs/parse-pack.ts';
import { packWords } from '@renkei/shared/method/packs/refusal-words.ts';
import { resolvePack } from '@renkei/shared/method/packs/resolve-pack.ts';

/** More files than this in one folder are none of ours. */
const mostFiles = 50;

/** The packs that come with the program. */
export const shippedPacks = fileURLToPath(
	new URL('.', import.meta.resolve('@renkei/shared/method/packs/dementia.json'))
);

/** The method packs of this server, read once at the start. */
export interface Packs {
	/** The default first, then by file name. */
	readonly all: readonly Pack[];
	readonly refusals: readonly PackRefusal[];
	/** Null when this server has no such pack. */
	readonly find: (id: string) => Pack | null;
	/** The words of a board, which are the default's when its pack is not here. */
	readonly methodOf: (id: string) => Method;
}

/** Reads every pack in these folders; of two with the same id the one in the later folder counts, and a folder that is not there is empty. */
export async function loadPacks(folders: readonly string[]): Promise<Packs> {
	const found = new Map<string, Pack>([[defaultPackId, defaultPack]]);
	const refusals: PackRefusal[] = [];
	for (const folder of folders) {
		const taken = new Set<string>();
		for (const file of await filesIn(folder)) {
			const read = await readPackFile(join(folder, file), taken);
			if ('pack' in read) {
				taken.add(read.pack.id);
				found.set(read.pack.id, read.pack);
			} else refusals.push(read.refusal);
		}
	}
	const methods = new Map([...found].map(([id, pack]) => [id, resolvePack(pack)]));
	methods.set(defaultPackId, defaultMethod);
	return {
		all: [...found.values()],
		refusals,
		find: (id) => found.get(id) ?? null,
		methodOf: (id) => methods.get(id) ?? defaultMethod
	};
}

/** One pack file, or why it is not taken. Nothing beyond the largest allowed is read. */
export async function readPackFile(
	path: string,
	taken: ReadonlySet<string> = new Set()
): Promise<ReturnType<typeof parsePack>> {
	const file = basename(path);
	const refused = (what: PackRefusal['what']) => ({
		refusal: { file, line: 1, column: 1, what }
	});
	const buffer = Buffer.alloc(maxPackBytes + 1);
	let length = 0;
	try {
		const handle = await open(path);
		try {
			for (let read = 1; read > 0 && length < buffer.length; length += read)
				read = (await handle.read(buffer, length)).bytesRead;
		} finally {
			await handle.close();
		}
	} catch {
		return refused(packWords.unreadable);
	}
	if (length > maxPackBytes) return refused(packWords.tooLarge);
	const bytes = buffer.subarray(0, length);
	if (!isUtf8(bytes)) return refused(packWords.notUtf8);
	return parsePack(bytes.toString('utf8'), file, taken);
}

async function filesIn(folder: string): Promise<readonly string[]> {
	try {
		const names = await readdir(folder);
		return names
			.filter((name) => name.endsWith('.json') && !name.startsWith('.'))
			.sort()
			.slice(0, mostFiles);
	} catch {
		return [];
	}
}
