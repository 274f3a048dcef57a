import { findHints } from '@renkei/shared/method/checks/find-hints.ts';
import { makeBoard } from './canvas-page/board.ts';
import type { BenchRow } from './rows.ts';
import { atMost, quantile, told } from './rows.ts';

/** All checks over boards of the usual and of the largest size: the median of many runs, and the slowest. */
export async function measureChecks(): Promise<BenchRow[]> {
	const rows: BenchRow[] = [];
	for (const [cards, links, limit] of [
		[300, 400, 50],
		[2000, 2600, null]
	] as const) {
		const board = makeBoard(cards, links);
		const times: number[] = [];
		for (let run = 0; run < 30; run += 1) {
			const start = performance.now();
			findHints(board);
			times.push(performance.now() - start);
		}
		const name = `checks on ${cards} cards, ${links} links`;
		const median = quantile(times, 0.5);
		rows.push(limit === null ? told(name, median, 'ms') : atMost(name, median, limit, 'ms'));
		rows.push(told(`${name}: first`, times[0] ?? Number.NaN, 'ms'));
	}
	return rows;
}
