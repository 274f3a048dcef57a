import { DatabaseSync } from 'node:sqlite';
import { migrations } from './migrations/index.ts';
import { failureOf } from './sqlite-failure.ts';
import { StorageError } from './storage.ts';

const applicationId = 0x524e4b42; // "RNKB", so that somebody else's file is not migrated by mistake

/** Opens the writer's connection with everything durability rests on, and brings the tables up to date. */
export function openDatabase(file: string, maxPages: number | null): DatabaseSync {
	let database: DatabaseSync | undefined;
	try {
		database = new DatabaseSync(file, {
			timeout: 5_000,
			enableForeignKeyConstraints: true,
			enableDoubleQuotedStringLiterals: false
		});
		database.exec(`
			PRAGMA trusted_schema = OFF;
			PRAGMA journal_mode = WAL;
			PRAGMA synchronous = FULL;
			PRAGMA fullfsync = ON;
			PRAGMA checkpoint_fullfsync = ON;
			PRAGMA secure_delete = ON;
			-- For days without a pause, in small steps; otherwise the writer empties the log when idle.
			PRAGMA wal_autocheckpoint = 1000;
		`);
		if (maxPages !== null) database.exec(`PRAGMA max_page_count = ${maxPages}`);
		// SQLite falls back in silence, for example to a rollback journal where a log is impossible.
		expectPragma(database, 'journal_mode', 'wal');
		expectPragma(database, 'synchronous', 2);
		migrate(database);
		return database;
	} catch (cause) {
		database?.close();
		if (cause instanceof StorageError) throw cause;
		throw new StorageError(failureOf(cause) ?? 'unusable', `cannot open ${file}`, { cause });
	}
}

/** Brings the tables up to date in one transaction; refuses a file of a newer version or another program. */
export function migrate(database: DatabaseSync): void {
	const owner = readPragma(database, 'application_id');
	const version = Number(readPragma(database, 'user_version'));
	if (owner !== 0 && owner !== applicationId) {
		throw new StorageError('unusable', 'the file belongs to another program');
	}
	if (version > migrations.length) {
		throw new StorageError(
			'newer-schema',
			`written by a newer version: tables ${version}, known ${migrations.length}`
		);
	}
	if (version === migrations.length) return;

	database.exec('BEGIN EXCLUSIVE');
	try {
		for (const { sql } of migrations.slice(version)) database.exec(sql);
		database.exec(
			`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}`
		);
		database.exec('COMMIT');
	} catch (cause) {
		if (database.isTransaction) database.exec('ROLLBACK');
		throw cause;
	}
}

function expectPragma(database: DatabaseSync, name: string, expected: string | number): void {
	const value = readPragma(database, name);
	if (value !== expected) {
		throw new StorageError('unusable', `${name} is ${String(value)} where ${expected} is needed`);
	}
}

function readPragma(database: DatabaseSync, name: string): unknown {
	return Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
}
