import { describe, expect, test } from 'vitest';
import type { StoredPhoto } from './photos.ts';
import { newWorkshop } from './storage-samples.ts';
import type { Storage } from './storage.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function photo(id: string, changes: Partial<StoredPhoto> = {}): StoredPhoto {
	return {
		id,
		boardId: 'b',
		mediaType: 'image/jpeg',
		width: 1200,
		height: 800,
		byteCount: 3,
		addedAt: 1,
		addedBy: 'p1',
		role: 'participant',
		profession: 'nurse',
		...changes
	};
}

/** The part of the contract about photos beside boards. */
export function photosContract(current: () => Storage): void {
	describe('photos', () => {
		const make = async () => {
			await current().catalogue.createWorkshop(newWorkshop('w', ['b', 'c']));
			return current().photos;
		};

		test('are kept in the order they came, each with its bytes', async () => {
			const photos = await make();
			const [first, second] = [photo('x', { addedAt: 1 }), photo('a', { addedAt: 2 })];
			// A view of a larger buffer, as parsers give it out.
			const view = bytesOf('..one..').subarray(2, 5);
			expect(await photos.add(first, view, 60)).toEqual({ ok: true, photo: first });
			await photos.add(second, bytesOf('two'), 60);
			expect(await photos.list('b')).toEqual([first, second]);
			expect(await photos.list('c')).toEqual([]);
			expect(await photos.get('b', 'a')).toEqual(second);
			expect(await photos.read('b', 'x')).toEqual(bytesOf('one'));
			expect(await photos.read('c', 'x')).toBeNull();
			expect(await photos.get('c', 'x')).toBeNull();
		});

		test('the same one again is the first one, also when there are as many as there may be', async () => {
			const photos = await make();
			await photos.add(photo('x'), bytesOf('one'), 1);
			const again = await photos.add(photo('x', { addedBy: 'p2' }), bytesOf('two'), 1);
			expect(again).toEqual({ ok: true, photo: photo('x') });
			expect(await photos.read('b', 'x')).toEqual(bytesOf('one'));
			expect(await photos.add(photo('y'), bytesOf('two'), 1)).toEqual({
				ok: false,
				reason: 'too-many'
			});
			expect(await photos.add(photo('y', { boardId: 'c' }), bytesOf('two'), 1)).toMatchObject({
				ok: true
			});
		});

		test('of many added at once no more are kept than may be', async () => {
			const photos = await make();
			const results = await Promise.all(
				Array.from({ length: 9 }, (_, n) => photos.add(photo(`n${n}`), bytesOf('one'), 4))
			);
			expect(results.filter(({ ok }) => ok)).toHaveLength(4);
			expect(await photos.list('b')).toHaveLength(4);
		});

		test('are taken away once, with their bytes', async () => {
			const photos = await make();
			await photos.add(photo('x'), bytesOf('one'), 60);
			expect(await photos.remove('c', 'x')).toBe(false);
			expect(await photos.remove('b', 'x')).toBe(true);
			expect(await photos.remove('b', 'x')).toBe(false);
			expect(await photos.read('b', 'x')).toBeNull();
		});

		test('go for good with their board, and none comes after it', async () => {
			const photos = await make();
			await photos.add(photo('x'), bytesOf('one'), 60);
			await current().log.delete('b', 5);
			expect(await photos.list('b')).toEqual([]);
			expect(await photos.read('b', 'x')).toBeNull();
			expect(await photos.add(photo('y'), bytesOf('two'), 60)).toEqual({
				ok: false,
				reason: 'no-board'
			});
			expect(await photos.add(photo('y', { boardId: 'none' }), bytesOf('two'), 60)).toEqual({
				ok: false,
				reason: 'no-board'
			});
		});
	});
}
