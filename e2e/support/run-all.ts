import { runStage, type Stage, type StageOutcome } from './stage.ts';
import { add, closingLine, nothing, type Tally } from './tally.ts';

const checks: readonly Stage[] = [
	{ title: 'types', script: 'types' },
	{ title: 'lint', script: 'lint' },
	{ title: 'rooms', script: 'rooms' },
	{ title: 'format', script: 'format:check' }
];

const tests: readonly Stage[] = [
	{ title: 'unit and integration tests', script: 'test:unit', runsTests: true },
	{ title: 'build', script: 'build' },
	{ title: 'browser tests', script: 'test:e2e', runsTests: true }
];

/** How many checks run beside each other; each is one busy core. */
const checksAtOnce = 2;

let total: Tally = nothing;

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

function close(stage: Stage, { tally, skipped, seconds, output }: StageOutcome): void {
	total = add(total, tally);
	const outcome = tally.failed === 0 ? 'ok' : 'FAILED';
	if (tally.failed > 0 && output.trim() !== '') say(output.trimEnd());
	const counts = stage.runsTests ? `, ${closingLine(tally)}` : '';
	say(`[${outcome}] ${stage.title}: ${seconds.toFixed(1)} s${counts}`);
	for (const name of skipped) say(`  skipped: ${name}`);
}

const waiting = [...checks];
async function runWaitingChecks(): Promise<void> {
	for (let stage = waiting.shift(); stage; stage = waiting.shift()) {
		close(stage, await runStage(stage, false));
	}
}

say(`Node ${process.version}: ${[...checks, ...tests].map(({ title }) => title).join(', ')}`);
await Promise.all(Array.from({ length: checksAtOnce }, runWaitingChecks));
// Those that run tests speak while they run: nobody should wait minutes for a sign of life.
for (const stage of tests) close(stage, await runStage(stage, stage.runsTests === true));

say(closingLine(total));
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
