import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readyWithinMs = 20_000;
const goneWithinMs = 15_000;

/** How a process ended: with a code of its own, or by a signal. */
export interface Ending {
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
}

/** A real server process of its own, with a data folder of its own. */
export interface App {
	/** The address it answers on, the same after every restart. */
	readonly url: string;
	/** The words that let staff in. */
	readonly passphrase: string;
	readonly dataFolder: string;
	/** The process that runs now, or ran last. */
	readonly pid: () => number;
	/** Everything it has printed since the first start. */
	readonly output: () => string;
	/** Asks it to end and waits until it has. */
	readonly stop: (signal?: NodeJS.Signals) => Promise<Ending>;
	/** Ends it as a power cut would, without a chance to finish anything. */
	readonly kill9: () => Promise<Ending>;
	/** Starts it again on the same address and data, ending it first if it still runs. */
	readonly restart: () => Promise<void>;
	/** Ends it if it runs and removes its data. */
	readonly dispose: () => Promise<void>;
}

/** Starts the app on a free port with an empty data folder, and returns once it is ready. */
export async function startApp(env: Readonly<Record<string, string>> = {}): Promise<App> {
	const dataFolder = await mkdtemp(join(tmpdir(), 'renkei-e2e-'));
	const passphrase = env['STAFF_PASSPHRASE'] ?? 'かえで さくら みなと いずみ';
	let printed = '';
	let url = '';
	let child: ChildProcess | null = null;

	const launch = async (): Promise<void> => {
		const started = spawn(process.execPath, [join(root, 'server/src/main.ts')], {
			cwd: root,
			stdio: ['ignore', 'pipe', 'pipe'],
			env: {
				...process.env,
				// Vitest sets it for itself; the server is to run as it does in an office.
				NODE_ENV: 'production',
				HOST: '127.0.0.1',
				LOG_LEVEL: 'warn',
				STAFF_PASSPHRASE: passphrase,
				...env,
				PORT: url === '' ? '0' : new URL(url).port,
				DATA_DIR: dataFolder
			}
		});
		child = started;
		// A run of tests that is broken off must not leave servers behind.
		const endWithUs = (): void => void started.kill('SIGKILL');
		process.once('exit', endWithUs);
		started.once('close', () => process.off('exit', endWithUs));
		const from = printed.length;
		for (const stream of [started.stdout, started.stderr]) {
			stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
		}
		url = await waitUntilReady(started, () => printed.slice(from));
	};

	const end = async (signal: NodeJS.Signals): Promise<Ending> => {
		if (child === null) throw new Error('The app was never started.');
		return await endProcess(child, signal);
	};
	const isRunning = (): boolean => child !== null && !hasEnded(child);
	const dispose = async (): Promise<void> => {
		if (isRunning()) await end('SIGKILL');
		await rm(dataFolder, { recursive: true, force: true });
	};

	try {
		await launch();
	} catch (reason) {
		await dispose();
		throw reason;
	}
	return {
		url,
		passphrase,
		dataFolder,
		pid: () => child?.pid ?? 0,
		output: () => printed,
		stop: async (signal = 'SIGTERM') => await end(signal),
		kill9: async () => await end('SIGKILL'),
		restart: async () => {
			if (isRunning()) await end('SIGTERM');
			await launch();
		},
		dispose
	};
}

function hasEnded(child: ChildProcess): boolean {
	return child.exitCode !== null || child.signalCode !== null;
}

async function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<Ending> {
	if (!hasEnded(child)) {
		// 'close' and not 'exit': only then everything it printed has been read.
		const closed = once(child, 'close');
		child.kill(signal);
		const gone = await Promise.race([closed, pause(goneWithinMs, 'late', { ref: false })]);
		if (gone === 'late') {
			child.kill('SIGKILL');
			await closed;
			throw new Error(`The app was still running ${goneWithinMs} ms after ${signal}.`);
		}
	}
	return { code: child.exitCode, signal: child.signalCode };
}

async function waitUntilReady(child: ChildProcess, output: () => string): Promise<string> {
	const until = performance.now() + readyWithinMs;
	while (performance.now() < until) {
		if (hasEnded(child)) throw new Error(`The app ended before it was ready:\n${output()}`);
		const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output())?.[0];
		if (address !== undefined && (await isReady(address))) return address;
		await pause(20);
	}
	await endProcess(child, 'SIGKILL');
	throw new Error(`The app was not ready after ${readyWithinMs} ms:\n${output()}`);
}

async function isReady(address: string): Promise<boolean> {
	try {
		const answer = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(2_000) });
		await answer.body?.cancel();
		return answer.ok;
	} catch {
		return false; // not listening yet
	}
}
