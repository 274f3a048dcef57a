import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { arch, availableParallelism, platform } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { BenchRow } from './rows.ts';

/** So much worse than what was kept is a step back; less is the machine's own mood. */
const allowed = 0.1;

/** What was measured when somebody last said it is good, by the name of the row. */
export type Baseline = Readonly<Record<string, number>>;

/** A judged row that is worse than the baseline allows. */
export interface StepBack {
	readonly name: string;
	readonly before: number;
	readonly now: number;
	readonly unit: string;
}

/** The rows with a target that are more than a tenth worse than what was kept. */
export function stepsBack(rows: readonly BenchRow[], baseline: Baseline): readonly StepBack[] {
	return rows.flatMap(({ name, value, unit, target }) => {
		const before = baseline[name];
		if (target === null || before === undefined) return [];
		const isWorse = target.startsWith('≤')
			? value > before * (1 + allowed)
			: value < before * (1 - allowed);
		return isWorse ? [{ name, before, now: value, unit }] : [];
	});
}

/** Of two measurements of the same rows the better value of each: a busy moment is no step back. */
export function betterOf(
	first: readonly BenchRow[],
	second: readonly BenchRow[]
): readonly BenchRow[] {
	const again = new Map(second.map((row) => [row.name, row]));
	return first.map((row) => {
		const other = again.get(row.name);
		if (!other || row.target === null) return row;
		const isLower = other.value < row.value;
		return isLower === row.target.startsWith('≤') ? other : row;
	});
}

/** Puts new values in the place of those kept, and leaves what was not measured this time. */
export function renewed(baseline: Baseline, rows: readonly BenchRow[]): Baseline {
	const judged = rows.filter(({ target }) => target !== null);
	return {
		...baseline,
		...Object.fromEntries(judged.map(({ name, value }) => [name, Number(value.toPrecision(4))]))
	};
}

// A machine with other cores is another machine; one platform's figures say nothing of another's.
const file = fileURLToPath(
	new URL(`baseline/${platform()}-${arch()}-${availableParallelism()}.json`, import.meta.url)
);

/** What is kept for this platform; empty where nothing is. */
export async function readBaseline(): Promise<Baseline> {
	const text = await readFile(file, 'utf8').catch(() => '{}');
	return JSON.parse(text) as Baseline;
}

/** Keeps what was measured as the new measure for this platform. */
export async function keepBaseline(baseline: Baseline): Promise<void> {
	await mkdir(fileURLToPath(new URL('baseline/', import.meta.url)), { recursive: true });
	await writeFile(file, `${JSON.stringify(baseline, null, '\t')}\n`);
}
