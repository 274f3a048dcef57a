import type * as Y from 'yjs';
import { schemaVersion } from '../method/board.ts';
import { rootsOf } from './layout.ts';

/** One step from the schema version before `to` up to it. It runs once, on the server, and may touch everything. */
export interface Migration {
	readonly name: string;
	readonly to: number;
	migrate(doc: Y.Doc): void;
}

/** Every migration in order. A new schema version comes with exactly one entry here; none is ever changed or removed. */
export const migrations: readonly Migration[] = [
	{
		name: 'state-the-version',
		to: 1,
		// Version 1 is what documents were before they said so; stating it is all there is to do.
		migrate: () => {}
	}
];

/** What became of a document: it needed nothing, was brought up to date, or is of a later program and must not be touched. */
export type MigrationOutcome = 'current' | 'migrated' | 'newer';

/** The schema version a document states; 0 when it states none that can be read. */
export function statedVersion(doc: Y.Doc): number {
	const stated = rootsOf(doc).meta.get('schemaVersion');
	return typeof stated === 'number' && Number.isInteger(stated) && stated >= 1 ? stated : 0;
}

/** Brings a document to this program's schema, one transaction per migration, so that each is whole or not there at all. */
export function migrateDocument(
	doc: Y.Doc,
	list: readonly Migration[] = migrations,
	target: number = schemaVersion
): MigrationOutcome {
	const from = statedVersion(doc);
	if (from > target) return 'newer';
	if (from === target) return 'current';
	for (const migration of list)
		if (migration.to > from && migration.to <= target)
			doc.transact(() => {
				migration.migrate(doc);
				rootsOf(doc).meta.set('schemaVersion', migration.to);
			}, migration.name);
	return 'migrated';
}
