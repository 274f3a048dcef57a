import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongFilesFirst } from './long-files-first.ts';

export default defineConfig({
	root: fileURLToPath(new URL('..', import.meta.url)),
	test: {
		name: 'browser',
		include: ['e2e/**/*.e2e.ts'],
		pool: 'forks',
		// With a third one on two cores a page can come so late that a press meets what stood there before.
		maxWorkers: 2,
		sequence: { sequencer: LongFilesFirst },
		// A busy machine is no fault: what is waited for may come late.
		expect: { poll: { timeout: 20_000 } },
		testTimeout: 120_000,
		hookTimeout: 60_000
	}
});
