/** One measured figure; `target` is what it must be, null where it is only told. */
export interface BenchRow {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly target: string | null;
	readonly ok: boolean | null;
}

/** A figure that should be at most so much. */
export function atMost(name: string, value: number, limit: number, unit: string): BenchRow {
	return { name, value, unit, target: `≤ ${limit}`, ok: value <= limit };
}

/** A figure that should be at least so much. */
export function atLeast(name: string, value: number, limit: number, unit: string): BenchRow {
	return { name, value, unit, target: `≥ ${limit}`, ok: value >= limit };
}

/** A figure that is only told, mostly the reference another one is held against. */
export function told(name: string, value: number, unit: string): BenchRow {
	return { name, value, unit, target: null, ok: null };
}

/** The value below which the share `q` (0–1) of all values lie; NaN when there are none. */
export function quantile(values: readonly number[], q: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

/** The rows as one table for a terminal. */
export function asTable(rows: readonly BenchRow[]): string {
	const lines = rows.map(({ name, value, unit, target, ok }) => [
		ok === null ? ' ' : ok ? '✓' : '✗',
		name,
		`${Number(value.toPrecision(4))} ${unit}`,
		target ?? ''
	]);
	const width = (column: number): number =>
		Math.max(...lines.map((line) => line[column]?.length ?? 0));
	return lines
		.map(([mark, name, value, target]) =>
			`${mark} ${name?.padEnd(width(1))}  ${value?.padStart(width(2))}  ${target}`.trimEnd()
		)
		.join('\n');
}
