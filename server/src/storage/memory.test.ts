import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { createMemoryStorage } from './memory.ts';
import { countRows, newWorkshop, row } from './storage-samples.ts';
import { storageContract } from './storage.contract.ts';

storageContract('memory', {
	async open({ isSmall }) {
		const database = new DatabaseSync(':memory:');
		const storage = createMemoryStorage(isSmall ? { database, maxPages: 120 } : { database });
		return {
			storage,
			damage: (sql) => database.exec(sql),
			count: (table) => countRows(database, table)
		};
	}
});

test('a held commit answers nobody until it is released', async () => {
	const storage = createMemoryStorage();
	await storage.catalogue.createWorkshop(newWorkshop('w', ['b']));
	storage.hold();
	let isAnswered = false;
	const append = storage.log.append([row('b', 1, 'x')]).then((result) => {
		isAnswered = true;
		return result;
	});
	await new Promise((resolve) => setImmediate(resolve));
	expect(isAnswered).toBe(false);
	expect(await Promise.race([storage.health(), append])).toMatchObject({ pending: 1 });
	storage.release();
	expect(await append).toEqual({ ok: true, seqs: [1] });
	await storage.close();
});

test('commits fail on demand and work again afterwards', async () => {
	const storage = createMemoryStorage();
	await storage.catalogue.createWorkshop(newWorkshop('w', ['b']));
	storage.failWith('disk-full');
	await expect(storage.log.append([row('b', 1, 'x')])).rejects.toMatchObject({
		reason: 'disk-full'
	});
	expect(await storage.health()).toMatchObject({ ok: false, failure: 'disk-full' });
	storage.failWith(null);
	expect(await storage.health()).toMatchObject({ ok: true });
	expect(await storage.log.append([row('b', 1, 'x')])).toEqual({ ok: true, seqs: [1] });
	await storage.close();
});

test('a commit that fails is rolled back and takes nothing with it', async () => {
	const database = new DatabaseSync(':memory:');
	const storage = createMemoryStorage({ database });
	await storage.catalogue.createWorkshop(newWorkshop('w', ['b']));
	// A debt that is only called in at the commit.
	database.exec(`CREATE TABLE debt (id REFERENCES workshop (id) DEFERRABLE INITIALLY DEFERRED);
		CREATE TRIGGER lend AFTER INSERT ON setting BEGIN INSERT INTO debt VALUES ('nobody'); END`);
	const outcomes = await Promise.allSettled([
		storage.log.append([row('b', 1, 'x')]),
		storage.catalogue.setSetting('key', 'value')
	]);
	const rejection = { status: 'rejected', reason: { name: 'StorageError' } };
	expect(outcomes).toMatchObject([rejection, rejection]);
	expect(database.isTransaction).toBe(false);
	expect(await storage.log.load('b')).toMatchObject({ lastSeq: 0, rows: [] });
	expect(await storage.log.append([row('b', 1, 'x')])).toEqual({ ok: true, seqs: [1] });
	expect(await storage.health()).toMatchObject({ ok: true });
	await storage.close();
});
