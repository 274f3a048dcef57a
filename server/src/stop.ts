import { limits } from '@renkei/shared/protocol/limits.ts';
import type { FastifyInstance } from 'fastify';

/** How long requests under way may still take once the server was asked to end. */
const patienceMs = 3000;

/**
 * Ends the process in order when asked to: first no new requests, then every change on disk and every
 * connection told to come back, then the engines. Asking twice changes nothing.
 */
export function stopOnSignals(app: FastifyInstance, closeEngines: () => Promise<void>): void {
	let isStopping = false;
	const stop = (): void => {
		if (isStopping) return;
		isStopping = true;
		// Whatever hangs, the promise to be gone in time holds; what is on disk stays there.
		setTimeout(() => process.exit(1), limits.shutdownMs - 500).unref();
		// Somebody who never finishes sending a request must not keep the others' server from ending in order.
		setTimeout(() => app.server.closeAllConnections(), patienceMs).unref();
		void (async () => {
			try {
				await app.close();
			} finally {
				await closeEngines();
			}
		})().then(
			() => process.exit(0),
			() => process.exit(1)
		);
	};
	for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
}
