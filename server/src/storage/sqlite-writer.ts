import type { DatabaseSync } from 'node:sqlite';
import { calls, type Answer, type Call } from './sqlite-calls.ts';
import { createSqliteCatalogue } from './sqlite-catalogue.ts';
import { createSqliteFacilitation } from './sqlite-facilitation.ts';
import { failureOf } from './sqlite-failure.ts';
import { createSqliteHistory } from './sqlite-history.ts';
import { createSqliteLibrary } from './sqlite-library.ts';
import { createSqliteLog } from './sqlite-log.ts';
import { createSqlitePhotos } from './sqlite-photos.ts';
import { createSqliteWorkshopLives } from './sqlite-workshop-lives.ts';
import type { AppendResult, CommitReport } from './storage.ts';

/** Does calls in one transaction and returns their answers when it is committed, or throws and has done none. */
export type Writer = (calls: readonly Call[]) => {
	readonly answers: readonly Answer[];
	/** Null when nothing was written. */
	readonly commit: CommitReport | null;
};

/** The writer on an open and migrated database. */
export function createWriter(database: DatabaseSync): Writer {
	const begin = database.prepare('BEGIN IMMEDIATE');
	const commit = database.prepare('COMMIT');
	const savepoint = database.prepare('SAVEPOINT one_call');
	const release = database.prepare('RELEASE one_call');
	const rollBackCall = database.prepare('ROLLBACK TO one_call');
	const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
	const targets = {
		log: createSqliteLog(database),
		catalogue: createSqliteCatalogue(database),
		library: createSqliteLibrary(database),
		photos: createSqlitePhotos(database),
		facilitation: createSqliteFacilitation(database),
		history: createSqliteHistory(database),
		lives: createSqliteWorkshopLives(database),
		// Writing the number that is there already still goes through the whole commit.
		writer: { probe: () => database.exec(`PRAGMA user_version = ${version}`) }
	} as unknown as Record<string, Record<string, (...values: readonly unknown[]) => unknown>>;

	function doCall({ id, target, method, values }: Call): Answer {
		const isWrite = (calls[target] as Record<string, 'read' | 'write'>)[method] === 'write';
		if (isWrite && !database.isTransaction) begin.run();
		const wasInTransaction = database.isTransaction;
		if (isWrite) savepoint.run();
		try {
			const value = targets[target]?.[method]?.(...values);
			if (isWrite) release.run();
			return { id, ok: true, value };
		} catch (cause) {
			const failure = failureOf(cause);
			// Some errors end the transaction by themselves, and with it the calls before this one.
			const isBatchLost = wasInTransaction && !database.isTransaction;
			if (isBatchLost || (isWrite && failure !== null)) throw cause;
			if (isWrite) {
				rollBackCall.run();
				release.run();
			}
			return { id, ok: false, failure, message: messageOf(cause) };
		}
	}

	return (batch) => {
		const startedAt = performance.now();
		try {
			const answers = batch.map(doCall);
			if (!database.isTransaction) return { answers, commit: null };
			commit.run();
			const durationMs = performance.now() - startedAt;
			return {
				answers,
				commit: { rows: countRows(batch, answers), calls: batch.length, durationMs }
			};
		} catch (cause) {
			// A commit that failed leaves the transaction open.
			if (database.isTransaction) database.exec('ROLLBACK');
			throw cause;
		}
	};
}

/** The text of something thrown, for a message that names no content. */
export function messageOf(cause: unknown): string {
	return cause instanceof Error ? cause.message : 'unknown';
}

function countRows(batch: readonly Call[], answers: readonly Answer[]): number {
	let rows = 0;
	for (const [index, answer] of answers.entries()) {
		if (batch[index]?.method !== 'append' || !answer.ok) continue;
		const result = answer.value as AppendResult;
		if (result.ok) rows += result.seqs.length;
	}
	return rows;
}
