import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongFilesFirst } from './long-files-first.ts';

export default defineConfig({
	root: fileURLToPath(new URL('..', import.meta.url)),
	test: {
		name: 'browser',
		include: ['e2e/**/*.e2e.ts'],
		pool: 'forks',
		// One more than two cores have: part of what a browser test does is waiting, a whole minute in one of them.
		maxWorkers: 2,
		sequence: { sequencer: LongFilesFirst },
		testTimeout: 120_000,
		hookTimeout: 60_000
	}
});
