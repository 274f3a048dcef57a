import { parentPort } from 'node:worker_threads';
import type { CompactionInput } from './compact-board.ts';
import { compactBoard } from './compact-board.ts';

/** The worker's answer to one request. */
export type CompactionAnswer =
	| { readonly id: number; readonly blob: Uint8Array }
	| { readonly id: number; readonly error: string };

parentPort?.on('message', ({ id, input }: { id: number; input: CompactionInput }) => {
	let answer: CompactionAnswer;
	try {
		answer = { id, blob: compactBoard(input) };
	} catch (cause) {
		answer = { id, error: cause instanceof Error ? cause.message : 'unknown' };
	}
	parentPort?.postMessage(answer);
});
