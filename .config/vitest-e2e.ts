import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	root: fileURLToPath(new URL('..', import.meta.url)),
	test: {
		name: 'browser',
		include: ['e2e/**/*.e2e.ts'],
		pool: 'forks',
		// One after another: two cores carry one server and four browser windows, not eight.
		fileParallelism: false,
		testTimeout: 120_000,
		hookTimeout: 60_000
	}
});
