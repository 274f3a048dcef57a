import type { CommitLine } from './commit-line.ts';
import type { Connection } from './connection.ts';
import * as messages from './messages.ts';
import type { SyncMetrics } from './sync-metrics.ts';

type Line = Pick<CommitLine<unknown>, 'afterAll'>;

/** Says that everything before this marker is on disk, once it is. */
export function acknowledge(
	connection: Connection,
	marker: number,
	line: Line,
	metrics: SyncMetrics
): void {
	if (connection.hasDroppedWrites) return;
	if (connection.hasPassedOver) {
		connection.heldMarker = marker;
		return;
	}
	line.afterAll(() => {
		metrics.acknowledged();
		connection.send(messages.savedFrame(marker));
	});
}

/** The client has sent all it had; what was passed over came with it. */
export function answered(connection: Connection, line: Line, metrics: SyncMetrics): void {
	// While another process is asked for what the answer builds on, nothing is settled yet.
	if (connection.isClosed || connection.isRetrying) return;
	connection.hasAnswered = true;
	connection.hasPassedOver = false;
	const marker = connection.heldMarker;
	connection.heldMarker = null;
	if (marker !== null) acknowledge(connection, marker, line, metrics);
}
