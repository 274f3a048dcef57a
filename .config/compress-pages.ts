import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const worthIt = /\.(js|css|html|svg|json|ttf)$/;
const leastBytes = 1024;

/** Writes a `.br` and a `.gz` beside each built file that shrinks, so that sixty devices on one Wi-Fi share little. */
export function compressPages(): Plugin {
	let folder = '';
	let hasFailed = false;
	return {
		name: 'compress-pages',
		apply: 'build',
		configResolved: (config) => {
			folder = config.build.outDir;
		},
		buildEnd: (error) => {
			hasFailed = error !== undefined;
		},
		closeBundle: async () => {
			// The folder may not be there; saying so would hide why the build failed.
			if (hasFailed) return;
			const files = await readdir(folder, { recursive: true, withFileTypes: true });
			await Promise.all(
				files
					.filter((file) => file.isFile() && worthIt.test(file.name))
					.map(async (file) => await compress(join(file.parentPath, file.name)))
			);
		}
	};
}

async function compress(path: string): Promise<void> {
	const bytes = await readFile(path);
	if (bytes.length < leastBytes) return;
	// Highest quality for code; a font of 4 MB would take ten seconds at it and gain a few per cent.
	const quality = path.endsWith('.ttf') ? 5 : 11;
	const [br, gz] = await Promise.all([
		promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
		promisify(gzip)(bytes, { level: 9 })
	]);
	await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
}
