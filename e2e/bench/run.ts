import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import type { BenchRow } from './rows.ts';
import { asTable } from './rows.ts';

/** Ten minutes where it is asked for by name, among all the others one, or BENCH_SECONDS. */
const workshopSeconds = Number(
	process.env['BENCH_SECONDS'] ?? (process.argv.includes('workshop') ? 600 : 60)
);

/** What `npm run bench -- sync canvas` may name; without names everything is measured. */
const suites = {
	sync: async () => await (await import('./sync.ts')).measureSync(),
	speed: async () => await (await import('./speed.ts')).measureSpeed(),
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

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in suites));
if (unknown.length > 0) {
	process.stderr.write(
		`Unknown: ${unknown.join(', ')}. There are ${Object.keys(suites).join(', ')}.\n`
	);
	process.exit(2);
}
const rows: BenchRow[] = [];
for (const [name, measure] of Object.entries(suites)) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	process.stderr.write(`${name} …\n`);
	rows.push(...(await measure()));
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
process.exit(0);
