import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { boardChunk } from './.config/board-chunk.ts';
import { boardDocument } from './.config/board-document.ts';
import { compressPages } from './.config/compress-pages.ts';
import { deviceTheme } from './.config/device-theme.ts';
import { LongFilesFirst } from './.config/long-files-first.ts';
import { ownCharacters } from './.config/own-characters.ts';
import { lighterLibraries } from './.config/lighter-libraries.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const client = fileURLToPath(new URL('client', import.meta.url));
const server = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`;

// The oldest screens we promise to serve: iPads on iOS 15.4 and Edge 110.
const oldestBrowsers = ['safari15.4', 'ios15.4', 'edge110', 'chrome110', 'firefox110'];

/** Limits every test has: a hang must fail with its own name and not with the whole run. */
const limits = { pool: 'forks', testTimeout: 20_000, hookTimeout: 20_000 } as const;

/** One more than two cores have: a server started, a disk, a LibreOffice leave a core idle now and then. */
const filesAtOnce = 3;

export default defineConfig({
	root: client,
	cacheDir: `${root}node_modules/.vite`,
	plugins: [
		svelte({ configFile: false }),
		deviceTheme(),
		ownCharacters(),
		lighterLibraries(),
		boardDocument(),
		compressPages()
	],
	resolve: { dedupe: ['yjs', 'y-protocols', 'lib0'] },
	build: {
		outDir: `${client}/dist`,
		emptyOutDir: true,
		target: oldestBrowsers,
		sourcemap: false,
		// Every asset a file of its own: data: addresses would need a hole in the content policy.
		assetsInlineLimit: 0,
		modulePreload: {
			polyfill: false,
			// Most of what a board's views are made of stands with the board; a list of the rest costs more than it saves.
			resolveDependencies: (_file, files, { hostId }) => (/frame|\.html$/.test(hostId) ? files : [])
		},
		reportCompressedSize: false,
		// The writer of PDF is larger than Vite likes; it is loaded only when somebody opens the export.
		chunkSizeWarningLimit: 600,
		rolldownOptions: {
			output: {
				codeSplitting: {
					includeDependenciesRecursively: false,
					groups: [{ name: boardChunk(root) }]
				}
			}
		}
	},
	// Its writers are loaded one by one, as they are on the page.
	worker: { format: 'es', plugins: () => [lighterLibraries()] },
	server: {
		port: 5173,
		// Without changeOrigin: the server compares Origin with Host, and both must stay the browser's.
		proxy: {
			'/api': { target: server },
			'/sync': { target: server, ws: true }
		}
	},
	test: {
		root,
		maxWorkers: filesAtOnce,
		sequence: { sequencer: LongFilesFirst },
		projects: [
			{
				extends: true,
				test: {
					...limits,
					name: 'shared and server',
					root,
					include: ['{shared,server,e2e}/**/*.test.ts']
				}
			},
			{
				extends: true,
				// Svelte's package gives its browser half only to those who ask for it.
				resolve: { conditions: ['browser'] },
				test: {
					...limits,
					name: 'client',
					root,
					include: ['client/src/**/*.test.ts'],
					environment: `${root}.config/vitest-runes.ts`,
					// Node cannot read the .svelte files inside this package; Vite can.
					server: { deps: { inline: ['@lucide/svelte'] } }
				}
			}
		]
	}
});
