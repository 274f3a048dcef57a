import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { betterOf, keepBaseline, readBaseline, renewed, stepsBack } from './baseline.ts';
import type { BenchRow } from './rows.ts';
import { asTable } from './rows.ts';

/** Ten minutes where it is asked for by name, among all the others one, or BENCH_SECONDS. */
const workshopSeconds = Number(
	process.env['BENCH_SECONDS'] ?? (process.argv.includes('workshop') ? 600 : 60)
);

/** What `npm run bench -- sync canvas` may name; without names everything is measured. */
const suites = {
	sync: async () => await (await import('./sync.ts')).measureSync(),
	speed: async () => [
		...(await (await import('./speed.ts')).measureSpeed()),
		...(await (await import('./speed-limits.ts')).measureLimits())
	],
	canvas: async () => await (await import('./canvas.ts')).measureCanvas(),
	workshop: async () => await (await import('./workshop.ts')).measureWorkshop(workshopSeconds),
	load: async () => await (await import('./load.ts')).measureLoad(),
	exports: async () => [
		...(await (await import('./exports.ts')).measureExports()),
		...(await (await import('./export-chunk.ts')).measureExportChunk()),
		...(await (await import('./export-pauses.ts')).measureExportPauses())
	],
	library: async () => await (await import('./library.ts')).measureLibrary(),
	checks: async () => await (await import('./checks.ts')).measureChecks()
} satisfies Record<string, () => Promise<readonly BenchRow[]>>;

const named = process.argv.slice(2).filter((word) => word !== '--keep');
const keeps = process.argv.includes('--keep');
const unknown = named.filter((name) => !(name in suites));
if (unknown.length > 0) {
	process.stderr.write(
		`Unknown: ${unknown.join(', ')}. There are ${Object.keys(suites).join(', ')}, and --keep.\n`
	);
	process.exit(2);
}
const baseline = await readBaseline();
const rows: BenchRow[] = [];
for (const [name, measure] of Object.entries(suites)) {
	if (named.length > 0 && !named.includes(name)) continue;
	process.stderr.write(`${name} …\n`);
	const measured = await measure();
	const isWorse = !keeps && stepsBack(measured, baseline).length > 0;
	if (isWorse) process.stderr.write(`${name}, once more …\n`);
	rows.push(...(isWorse ? betterOf(measured, await measure()) : measured));
}
process.stdout.write(`${asTable(rows)}\n`);
const folder = new URL('../results/', import.meta.url);
await mkdir(folder, { recursive: true });
const machine = `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores`;
await writeFile(
	new URL('bench.json', folder),
	JSON.stringify({ at: new Date().toISOString(), machine, node: process.version, rows }, null, '\t')
);
process.stdout.write(`${machine}, Node ${process.version}. Written to e2e/results/bench.json.\n`);
if (keeps) await keepBaseline(renewed(baseline, rows));
const worse = keeps ? [] : stepsBack(rows, baseline);
for (const { name, before, now, unit } of worse)
	process.stdout.write(
		`A step back: ${name} was ${before} ${unit}, is ${Number(now.toPrecision(4))}\n`
	);
process.exit(worse.length > 0 ? 1 : 0);
