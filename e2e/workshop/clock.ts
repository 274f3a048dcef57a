import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The clock of a server process under test, which a test may put forward. */
export interface Clock {
	/** What the server process needs in its environment. */
	readonly env: Readonly<Record<string, string>>;
	/** Server time in ms since 1970, once the server has looked. */
	readonly now: () => number;
	/** Puts it forward; the server sees it a moment later. */
	readonly forward: (ms: number) => void;
	readonly passedMs: () => number;
	readonly dispose: () => void;
}

/** A clock that shows the right time until it is put forward; a server keeps it over its restarts. */
export function createClock(): Clock {
	const folder = mkdtempSync(join(tmpdir(), 'renkei-clock-'));
	const file = join(folder, 'ahead');
	let aheadMs = 0;
	const write = (): void => {
		// In one go: a file half written would turn the clock back.
		writeFileSync(`${file}.new`, String(aheadMs));
		renameSync(`${file}.new`, file);
	};
	write();
	return {
		env: {
			NODE_OPTIONS: `--import ${new URL('fast-clock.ts', import.meta.url).href}`,
			FAST_CLOCK: file
		},
		now: () => Date.now() + aheadMs,
		forward: (ms) => {
			aheadMs += ms;
			write();
		},
		passedMs: () => aheadMs,
		dispose: () => rmSync(folder, { recursive: true, force: true })
	};
}
