import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildClient, isClientStale, repositoryRoot } from '../../server/src/client-build.ts';
import type { BenchRow } from './rows.ts';
import { atMost, told } from './rows.ts';

const folder = join(repositoryRoot, 'client/dist/assets');

/**
 * What a browser fetches to write files: everything the thread that writes them can ever load, all formats together.
 * The page holds the same once more for browsers without such threads; nobody loads both.
 */
export async function measureExportChunk(): Promise<readonly BenchRow[]> {
	if (isClientStale(repositoryRoot)) await buildClient(repositoryRoot);
	const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
	const thread = names.find((name) => name.startsWith('export-worker-'));
	if (thread === undefined) throw new Error('The build has no thread that writes files');
	const texts = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
	const reached = new Set([thread]);
	for (const name of reached)
		for (const [, other = ''] of (texts.get(name) ?? '').matchAll(/["'`/]([\w.-]+\.js)["'`]/g))
			if (texts.has(other)) reached.add(other);
	const sizes = [...reached].map((name) => gzipSync(texts.get(name) ?? '', { level: 9 }).length);
	const bytes = sizes.reduce((sum, size) => sum + size, 0);
	return [
		atMost('export: JavaScript of all formats, gzipped', bytes / 1000, 500, 'kB'),
		told('export: files it comes in', sizes.length, 'files')
	];
}
