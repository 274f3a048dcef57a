import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import type { Ask, Stretch } from './history-job.ts';
import { answerAbout } from './history-job.ts';

// Whoever types goes before whoever looks back. Only Linux means this thread by it; elsewhere it would be the whole
// server.
if (process.platform === 'linux') setPriority(5);

parentPort?.on(
	'message',
	({ id, stretch, ask }: { readonly id: number; readonly stretch: Stretch; readonly ask: Ask }) => {
		try {
			parentPort?.postMessage({ id, result: answerAbout(stretch, ask) });
		} catch (cause) {
			// The kind only: a message might quote a card.
			parentPort?.postMessage({ id, failure: cause instanceof Error ? cause.name : 'unknown' });
		}
	}
);
