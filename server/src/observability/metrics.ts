import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/**
 * Everything the server counts, in the format of Prometheus: names and numbers only, never a word of a card.
 * A registry of its own, so that several servers can run in one process.
 */
export function createMetrics() {
	const registry = new Registry();
	const registers = [registry];
	collectDefaultMetrics({ register: registry });

	const counter = (name: string, help: string, labelNames: string[] = []) =>
		new Counter({ name: `renkei_${name}_total`, help, labelNames, registers });
	const gauge = (name: string, help: string, labelNames: string[] = []) =>
		new Gauge({ name: `renkei_${name}`, help, labelNames, registers });
	const histogram = (name: string, help: string, labelNames: string[] = []) =>
		new Histogram({
			name: `renkei_${name}_seconds`,
			help,
			labelNames,
			registers,
			buckets: seconds
		});

	const http = histogram('http_request', 'Answered requests', ['method', 'route', 'status']);
	const storageCommit = histogram('storage_commit', 'Time of one durable commit');
	const storageRows = counter('storage_rows', 'Rows made durable');
	const storageDegraded = gauge('storage_degraded', 'Whether nothing can be made durable');

	return {
		registry,
		sync: createSyncMetrics(counter, gauge, histogram),
		storage: {
			committed: ({ rows, durationMs }: { readonly rows: number; readonly durationMs: number }) => {
				storageCommit.observe(durationMs / 1000);
				storageRows.inc(rows);
			},
			degraded: (failure: string | null) => storageDegraded.set(failure === null ? 0 : 1)
		},
		/** Times every answer by the pattern of its route: an address itself may hold a join code. */
		watch: (app: FastifyInstance): void => {
			app.addHook('onResponse', async (request, reply) => {
				const route = request.routeOptions.url ?? 'none';
				http.observe(
					{ method: request.method, route, status: reply.statusCode },
					reply.elapsedTime / 1000
				);
			});
		}
	};
}

type Make<T> = (name: string, help: string, labelNames?: string[]) => T;

/** What the live boards report of themselves; the shape is theirs. */
function createSyncMetrics(counter: Make<Counter>, gauge: Make<Gauge>, histogram: Make<Histogram>) {
	const connections = gauge('connections', 'Open WebSockets');
	const closed = counter('connections_closed', 'Closed WebSockets', ['code']);
	const boards = gauge('boards', 'Boards in memory by state', ['state']);
	const received = counter('messages_received', 'Messages from people', ['kind']);
	const receivedBytes = counter('bytes_received', 'Bytes of messages from people', ['kind']);
	const sent = counter('messages_sent', 'Messages to people', ['kind']);
	const sentBytes = counter('bytes_sent', 'Bytes of messages to people', ['kind']);
	const refused = counter('updates_refused', 'Updates that made their sender leave', ['reason']);
	const dropped = counter('dropped', 'Messages ignored without consequence', ['what']);
	const apply = histogram('apply', 'Checking and applying one update');
	const commit = histogram('commit', 'From an update to its being on disk');
	const acknowledged = counter('acknowledged', 'Markers answered as saved');
	const slowReaders = counter('slow_readers', 'Connections ended because they did not read');
	const reloaded = counter('documents_reloaded', 'Documents built anew from the log', ['reason']);
	const caughtUp = counter('caught_up_rows', 'Rows of other processes read in');
	const compacted = counter('compacted_rows', 'Rows merged into snapshots');
	const compaction = histogram('compaction', 'Time of one compaction');
	const compactionFailures = counter('compaction_failures', 'Compactions given up');

	return {
		connectionOpened: () => connections.inc(),
		connectionClosed: (code: number | null) => {
			connections.dec();
			closed.inc({ code: code ?? 'lost' });
		},
		roomChanged: (from: string, to: string) => {
			// A board that is cold is not in memory at all.
			if (from !== 'cold') boards.dec({ state: from });
			if (to !== 'cold') boards.inc({ state: to });
		},
		received: (kind: string, bytes: number) => {
			received.inc({ kind });
			receivedBytes.inc({ kind }, bytes);
		},
		sent: (kind: string, bytes: number, count: number) => {
			sent.inc({ kind }, count);
			sentBytes.inc({ kind }, bytes * count);
		},
		refused: (reason: string) => refused.inc({ reason }),
		dropped: (what: string) => dropped.inc({ what }),
		applied: (durationMs: number) => apply.observe(durationMs / 1000),
		committed: (_rows: number, durationMs: number) => commit.observe(durationMs / 1000),
		acknowledged: () => acknowledged.inc(),
		slowReaderEnded: () => slowReaders.inc(),
		reloaded: (reason: string) => reloaded.inc({ reason }),
		caughtUp: (rows: number) => caughtUp.inc(rows),
		compacted: (deletedRows: number, durationMs: number) => {
			compacted.inc(deletedRows);
			compaction.observe(durationMs / 1000);
		},
		compactionFailed: () => compactionFailures.inc()
	};
}
