import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { skippedTests, type Tally, tallyCheck, tallyReport, type VitestReport } from './tally.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const results = join(root, 'e2e/results');
// Starting the app compiles some hundred files, and a run starts it a hundred times.
const compiled = join(root, 'node_modules/.cache/node');

/** One part of the whole run: an npm script that either is one check or runs tests. */
export interface Stage {
	readonly title: string;
	readonly script: string;
	readonly runsTests?: boolean;
}

/** What came of a stage. */
export interface StageOutcome {
	readonly tally: Tally;
	/** Names of the tests that did not run. */
	readonly skipped: readonly string[];
	readonly seconds: number;
	/** What it printed, where that was not shown while it ran. */
	readonly output: string;
}

/** Runs a stage to its end, whatever that is; `live` shows its words as they come. */
export async function runStage(stage: Stage, live: boolean): Promise<StageOutcome> {
	const startedAt = performance.now();
	const reportPath = join(results, `${stage.script.replaceAll(':', '-')}.json`);
	mkdirSync(results, { recursive: true });
	// A report left over from the last run must not speak for this one.
	rmSync(reportPath, { force: true });
	const reporters = [
		'--',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${reportPath}`
	];
	const { succeeded, output } = await runScript(
		[stage.script, ...(stage.runsTests ? reporters : [])],
		live
	);
	const report = stage.runsTests ? readReport(reportPath) : null;
	return {
		tally: stage.runsTests ? tallyReport(report, succeeded) : tallyCheck(succeeded),
		skipped: skippedTests(report),
		seconds: (performance.now() - startedAt) / 1000,
		output
	};
}

/** Runs an npm script; npm puts our own Node first in the path of everything below it. */
function runScript(
	args: readonly string[],
	live: boolean
): Promise<{ succeeded: boolean; output: string }> {
	const npm = process.env['npm_execpath'];
	const [command, ...first] = npm ? [process.execPath, npm] : ['npm'];
	const child = spawn(command, [...first, 'run', '--silent', ...args], {
		cwd: root,
		stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
		env: { NODE_COMPILE_CACHE: compiled, ...process.env },
		shell: !npm && process.platform === 'win32'
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
	}
	return new Promise((resolve) => {
		child.once('error', ({ message }) => resolve({ succeeded: false, output: message }));
		child.once('close', (code) => resolve({ succeeded: code === 0, output }));
	});
}

function readReport(path: string): VitestReport | null {
	try {
		return JSON.parse(readFileSync(path, 'utf8'));
	} catch {
		return null; // the run broke before it could report
	}
}
