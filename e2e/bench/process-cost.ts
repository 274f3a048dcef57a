import { readFileSync } from 'node:fs';

/** What a process has used so far: CPU time of all its threads in ms, and resident memory in bytes. */
export interface ProcessCost {
	readonly cpuMs: number;
	readonly residentBytes: number;
}

/** The clock ticks per second in which Linux counts CPU time for user space, on every platform. */
const ticksPerSecond = 100;
const pageBytes = 4096;

/** Reads a process's cost from the kernel, so that both sides of a comparison are counted alike. Linux only. */
export function costOf(pid: number): ProcessCost {
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
		.replace(/^.*\) /, '')
		.split(' ');
	const ticks = Number(fields[11]) + Number(fields[12]);
	return {
		cpuMs: (ticks / ticksPerSecond) * 1000,
		residentBytes: Number(fields[21]) * pageBytes
	};
}
