import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { createMemoryStorage } from './memory.ts';
import { newWorkshop, row } from './storage-samples.ts';
import { storageContract } from './storage.contract.ts';

storageContract('memory', {
	async open({ isSmall }) {
		const database = new DatabaseSync(':memory:');
		const storage = createMemoryStorage(isSmall ? { database, maxPages: 120 } : { database });
		return { storage, damage: (sql) => database.exec(sql) };
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
