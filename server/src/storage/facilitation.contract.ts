import { describe, expect, test } from 'vitest';
import { newWorkshop } from './storage-samples.ts';
import type { Storage } from './storage.ts';

/** The part of the contract about what is led at boards. */
export function facilitationContract(current: () => Storage): void {
	describe('leading', () => {
		const make = async () => {
			await current().catalogue.createWorkshop(newWorkshop('w', ['b', 'c']));
			return current().facilitation;
		};

		test('is kept board by board, with a version that counts', async () => {
			const states = await make();
			expect(await states.read('b')).toBeNull();
			expect(await states.replace('b', 0, '{"a":1}')).toEqual({ ok: true, version: 1 });
			expect(await states.replace('b', 1, '{"a":2}')).toEqual({ ok: true, version: 2 });
			expect(await states.read('b')).toEqual({ version: 2, state: '{"a":2}' });
			expect(await states.read('c')).toBeNull();
		});

		test('of many who replace the same version one wins', async () => {
			const states = await make();
			await states.replace('b', 0, 'before');
			const results = await Promise.all(
				['x', 'y', 'z'].map((state) => states.replace('b', 1, state))
			);
			expect(results).toEqual([
				{ ok: true, version: 2 },
				{ ok: false, reason: 'changed' },
				{ ok: false, reason: 'changed' }
			]);
			expect(await states.read('b')).toEqual({ version: 2, state: 'x' });
			expect(await states.replace('b', 0, 'anew')).toEqual({ ok: false, reason: 'changed' });
		});

		test('stays when a board gets a new epoch, and goes for good with it', async () => {
			const states = await make();
			await states.replace('b', 0, 'kept');
			await current().log.replaceEpoch('b', 1, Uint8Array.of(2, 0, 0));
			expect(await states.read('b')).toEqual({ version: 1, state: 'kept' });
			await current().log.delete('b', 5);
			expect(await states.read('b')).toBeNull();
			expect(await states.replace('b', 0, 'late')).toEqual({ ok: false, reason: 'no-board' });
			expect(await states.replace('none', 0, 'x')).toEqual({ ok: false, reason: 'no-board' });
		});
	});
}
