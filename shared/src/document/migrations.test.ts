import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { schemaVersion } from '../method/board.ts';
import { rootsOf } from './layout.ts';
import type { Migration } from './migrations.ts';
import { migrateDocument, migrations, statedVersion } from './migrations.ts';
import { readBoard } from './read-board.ts';

const rename: Migration = {
	name: 'title-in-brackets',
	to: 2,
	migrate: (doc) => {
		const { meta } = rootsOf(doc);
		meta.set('title', `「${String(meta.get('title'))}」`);
	}
};

test('the list has one named migration for every version, in order', () => {
	expect(migrations.map((migration) => migration.to)).toEqual(
		Array.from({ length: schemaVersion }, (_, index) => index + 1)
	);
	expect(new Set(migrations.map((migration) => migration.name)).size).toBe(migrations.length);
});

test('a document that states no version is brought to ours and keeps its content', () => {
	const doc = new Y.Doc();
	rootsOf(doc).meta.set('title', '看取り');
	expect(migrateDocument(doc)).toBe('migrated');
	expect(statedVersion(doc)).toBe(schemaVersion);
	expect(readBoard(doc).meta.title).toBe('看取り');
	expect(migrateDocument(doc)).toBe('current');
});

test('only the missing steps run, each in one transaction with its version', () => {
	const doc = new Y.Doc();
	rootsOf(doc).meta.set('title', '看取り');
	rootsOf(doc).meta.set('schemaVersion', 1);
	const origins: unknown[] = [];
	doc.on('afterTransaction', ({ origin }: Y.Transaction) => origins.push(origin));
	expect(migrateDocument(doc, [...migrations, rename], 2)).toBe('migrated');
	expect(origins).toEqual(['title-in-brackets']);
	expect(rootsOf(doc).meta.toJSON()).toEqual({ title: '「看取り」', schemaVersion: 2 });
});

test('a document of a later program is left alone and shown read-only', () => {
	const doc = new Y.Doc();
	rootsOf(doc).meta.set('schemaVersion', schemaVersion + 1);
	const before = Y.encodeStateAsUpdate(doc);
	expect(migrateDocument(doc)).toBe('newer');
	expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
	expect(readBoard(doc).isFromNewerVersion).toBe(true);
});
