import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	root: fileURLToPath(new URL('..', import.meta.url)),
	test: {
		name: 'browser',
		include: ['e2e/**/*.e2e.ts'],
		pool: 'forks',
		// Two at a time: half of what a browser test does is waiting, and two cores carry two servers with their windows.
		maxWorkers: 2,
		testTimeout: 120_000,
		hookTimeout: 60_000
	}
});
