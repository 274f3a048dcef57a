import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { catalogueContract } from './catalogue.contract.ts';
import { compactionContract } from './compaction.contract.ts';
import { historyContract } from './history.contract.ts';
import { libraryContract } from './library.contract.ts';
import { facilitationContract } from './facilitation.contract.ts';
import { photosContract } from './photos.contract.ts';
import { workshopLifeContract } from './workshop-life.contract.ts';
import type { StorageUnderTest } from './storage-samples.ts';
import { loadBoard, makeBoard, newWorkshop, row, snapshot } from './storage-samples.ts';
import { StorageError, type Storage, type StorageFailure } from './storage.ts';

/** How to open an engine; each opening starts empty. */
export interface StorageHarness {
	open(settings: { readonly isSmall: boolean }): Promise<StorageUnderTest>;
}

/** What every engine must do, whatever it stands on. */
export function storageContract(engine: string, harness: StorageHarness): void {
	describe(`storage ${engine}`, () => {
		let under: StorageUnderTest;
		let storage: Storage;
		beforeEach(async () => {
			under = await harness.open({ isSmall: false });
			storage = under.storage;
		});
		afterEach(() => storage.close());

		const boardWithRows = async (count: number) => await makeBoard(storage, count);
		const loaded = async (boardId: string) => await loadBoard(storage, boardId);

		describe('the log', () => {
			test('a board that never was is null, and nothing can be appended to it', async () => {
				expect(await storage.log.load('b')).toBeNull();
				expect(await storage.log.append([row('b', 1, 'x')])).toEqual({
					ok: false,
					reason: 'no-board',
					boardId: 'b'
				});
			});

			test('a new board is its first snapshot and no rows', async () => {
				const board = await loaded(await boardWithRows(0));
				expect(board).toEqual({
					ok: true,
					state: 'live',
					epoch: 1,
					snapshot: snapshot('b'),
					snapshotSeq: 0,
					rows: [],
					lastSeq: 0,
					clientOwners: new Map(),
					fellBack: false
				});
			});

			test('rows come back as they were given, numbered from 1', async () => {
				await boardWithRows(0);
				const one = row('b', 1, 'one', { participantId: 'p1', clientIds: [7, 4_294_967_295] });
				const two = row('b', 1, 'two', { participantId: null, clientIds: [] });
				expect(await storage.log.append([one, two])).toEqual({ ok: true, seqs: [1, 2] });
				const board = await loaded('b');
				expect(board.rows).toEqual([
					{
						seq: 1,
						participantId: 'p1',
						clientIds: [7, 4_294_967_295],
						bytes: one.bytes,
						at: one.at
					},
					{ seq: 2, participantId: null, clientIds: [], bytes: two.bytes, at: two.at }
				]);
				expect(board.lastSeq).toBe(2);
				expect(board.clientOwners).toEqual(
					new Map([
						[7, 'p1'],
						[4_294_967_295, 'p1']
					])
				);
			});

			test('an append keeps all its rows or none', async () => {
				await boardWithRows(1);
				const result = await storage.log.append([
					row('b', 1, 'good'),
					row('b', 2, 'of another epoch')
				]);
				expect(result).toEqual({ ok: false, reason: 'stale-epoch', boardId: 'b' });
				expect((await loaded('b')).rows).toHaveLength(1);
				expect(await storage.log.append([row('b', 1, 'next')])).toEqual({ ok: true, seqs: [2] });
			});

			test('numbers have no holes under many writers on several boards, each in order', async () => {
				await storage.catalogue.createWorkshop(newWorkshop('w', ['b1', 'b2', 'b3']));
				const boards = ['b1', 'b2', 'b3'];
				const seqs = new Map<string, number[]>(boards.map((id) => [id, []]));
				const writers = Array.from({ length: 8 }, async (_, writer) => {
					let last = 0;
					for (let n = 0; n < 40; n++) {
						const boardId = boards[(writer + n) % 3]!;
						const rows = Array.from({ length: 1 + (n % 3) }, (__, each) =>
							row(boardId, 1, `${writer}.${n}.${each}`, {
								participantId: `p${writer}`,
								clientIds: [writer]
							})
						);
						const result = await storage.log.append(rows);
						if (!result.ok) throw new Error(result.reason);
						seqs.get(boardId)!.push(...result.seqs);
						expect(result.seqs.at(-1)! - result.seqs[0]!).toBe(rows.length - 1);
						if (boards[(writer + n - 3) % 3] === boardId) last = result.seqs.at(-1)!;
						expect(last).toBeGreaterThanOrEqual(0);
					}
				});
				await Promise.all(writers);
				for (const boardId of boards) {
					const given = seqs.get(boardId)!.sort((a, b) => a - b);
					expect(given).toEqual(given.map((_, index) => index + 1));
					const stored = (await loaded(boardId)).rows;
					expect(stored.map((each) => each.seq)).toEqual(given);
					for (let writer = 0; writer < 8; writer++) {
						const own = stored
							.filter((each) => each.participantId === `p${writer}`)
							.map((each) =>
								Number(new TextDecoder().decode(each.bytes.subarray(1)).split('.')[1])
							);
						expect(own).toEqual(own.toSorted((a, b) => a - b));
					}
				}
			});

			test('a client id belongs to the participant who first wrote with it', async () => {
				await boardWithRows(0);
				const by = (participantId: string, clientIds: number[]) =>
					storage.log.append([row('b', 1, 'x', { participantId, clientIds })]);
				expect(await by('p1', [1])).toEqual({ ok: true, seqs: [1] });
				expect(await by('p2', [2, 1])).toEqual({ ok: false, reason: 'client-bound', boardId: 'b' });
				expect(await by('p2', [2])).toEqual({ ok: true, seqs: [2] });
				expect(
					await storage.log.append([
						row('b', 1, 'x', { participantId: 'p1', clientIds: [3] }),
						row('b', 1, 'x', { participantId: 'p2', clientIds: [3] })
					])
				).toMatchObject({ reason: 'client-bound' });
				expect(await by('p2', [3])).toEqual({ ok: true, seqs: [3] });
			});

			test('a view on a larger buffer is stored without what lies around it', async () => {
				await boardWithRows(0);
				const pool = new Uint8Array(64).fill(9);
				pool.set([1, 5, 6], 10);
				await storage.log.append([{ ...row('b', 1, ''), bytes: pool.subarray(10, 13) }]);
				expect((await loaded('b')).rows[0]?.bytes).toEqual(Uint8Array.of(1, 5, 6));
			});

			test('a blob without a known format byte is not taken', async () => {
				await boardWithRows(1);
				for (const bytes of [Uint8Array.of(), Uint8Array.of(0, 1), Uint8Array.of(3, 1)]) {
					const refusal = { ok: false, reason: 'unknown-format' };
					expect(await storage.log.append([{ ...row('b', 1, ''), bytes }])).toMatchObject(refusal);
					expect(await storage.log.compact('b', 1, 1, bytes)).toEqual(refusal);
					expect(await storage.log.replaceEpoch('b', 1, bytes)).toEqual(refusal);
				}
				expect(await loaded('b')).toMatchObject({ epoch: 1, lastSeq: 1, snapshotSeq: 0 });
			});

			test('readSince gives what is new, and says when it cannot', async () => {
				await boardWithRows(5);
				const read = await storage.log.readSince('b', 1, 3);
				expect(read).toMatchObject({ ok: true, lastSeq: 5, rows: [{ seq: 4 }, { seq: 5 }] });
				expect(await storage.log.readSince('b', 1, 5)).toEqual({ ok: true, rows: [], lastSeq: 5 });
				expect(await storage.log.readSince('b', 2, 0)).toMatchObject({ reason: 'stale-epoch' });
				expect(await storage.log.readSince('x', 1, 0)).toMatchObject({ reason: 'no-board' });
				await storage.log.compact('b', 1, 3, snapshot('upto 3'));
				await storage.log.compact('b', 1, 5, snapshot('upto 5'));
				expect(await storage.log.readSince('b', 1, 2)).toMatchObject({ reason: 'compacted' });
				expect(await storage.log.readSince('b', 1, 3)).toMatchObject({ ok: true, lastSeq: 5 });
			});

			test('lastSeqs answers for many boards at once and leaves out what is not there', async () => {
				await storage.catalogue.createWorkshop(newWorkshop('w', ['b1', 'b2', 'b3']));
				await storage.log.append([row('b1', 1, 'x'), row('b1', 1, 'y')]);
				await storage.log.replaceEpoch('b2', 1, snapshot('again'));
				await storage.log.delete('b3', 5);
				expect(await storage.log.lastSeqs(['b1', 'b2', 'b3', 'b4'])).toEqual(
					new Map([
						['b1', { epoch: 1, lastSeq: 2 }],
						['b2', { epoch: 2, lastSeq: 0 }]
					])
				);
			});
		});

		compactionContract(() => under);
		historyContract(() => under);

		describe('epochs and deletion', () => {
			test('a new epoch starts at 0 and refuses every writer of the old one', async () => {
				await boardWithRows(3);
				await storage.log.append([row('b', 1, 'x', { participantId: 'p1', clientIds: [1] })]);
				const [replaced, late] = await Promise.all([
					storage.log.replaceEpoch('b', 1, snapshot('afresh')),
					storage.log.append([row('b', 1, 'late')])
				]);
				expect(replaced).toEqual({ ok: true, epoch: 2 });
				expect(late).toMatchObject({ reason: 'stale-epoch' });
				expect(await loaded('b')).toEqual({
					ok: true,
					state: 'live',
					epoch: 2,
					snapshot: snapshot('afresh'),
					snapshotSeq: 0,
					rows: [],
					lastSeq: 0,
					clientOwners: new Map(),
					fellBack: false
				});
				expect(await storage.log.replaceEpoch('b', 1, snapshot('z'))).toMatchObject({
					reason: 'stale-epoch'
				});
				expect(
					await storage.log.append([row('b', 2, 'x', { participantId: 'p2', clientIds: [1] })])
				).toEqual({ ok: true, seqs: [1] });
				expect((await storage.catalogue.getBoard('b'))?.epoch).toBe(2);
			});

			test('deletion leaves a tombstone and no content', async () => {
				await boardWithRows(3);
				expect(await storage.log.delete('b', 42)).toBe(true);
				expect(await storage.log.delete('b', 43)).toBe(false);
				expect(await storage.log.load('b')).toMatchObject({ state: 'deleted', rows: [] });
				for (const refusal of [
					await storage.log.append([row('b', 1, 'late')]),
					await storage.log.readSince('b', 1, 0),
					await storage.log.compact('b', 1, 3, snapshot('late')),
					await storage.log.replaceEpoch('b', 1, snapshot('late'))
				]) {
					expect(refusal).toMatchObject({ ok: false, reason: 'deleted' });
				}
				expect(await storage.catalogue.getBoard('b')).toMatchObject({ deletedAt: 42 });
				expect(await storage.catalogue.listBoards('w')).toEqual([]);
			});
		});

		describe('when it cannot write', () => {
			test('a full disk rejects, keeps what was acknowledged whole, and is told', async () => {
				const small = await harness.open({ isSmall: true });
				const told: (StorageFailure | null)[] = [];
				small.storage.onDegraded((failure) => told.push(failure));
				await small.storage.catalogue.createWorkshop(newWorkshop('w', ['b']));
				let acknowledged = 0;
				const outcomes = await Promise.allSettled(
					Array.from({ length: 60 }, async (_, n) => {
						const big = row('b', 1, `${n} ${'x'.repeat(20_000)}`);
						const result = await small.storage.log.append([big]);
						if (result.ok) acknowledged = Math.max(acknowledged, result.seqs[0]!);
					})
				);
				const errors = outcomes.flatMap((each) =>
					each.status === 'rejected' ? [each.reason] : []
				);
				expect(errors.length).toBeGreaterThan(0);
				for (const error of errors) {
					expect(error).toBeInstanceOf(StorageError);
					expect((error as StorageError).reason).toBe('disk-full');
				}
				expect(told).toEqual(['disk-full']);
				const board = await small.storage.log.load('b');
				expect(board).toMatchObject({ ok: true, lastSeq: acknowledged });

				// The failing write is gone, so a small one fits again and says that all is well.
				expect(await small.storage.health()).toEqual({ ok: true, failure: null, pending: 0 });
				expect(told).toEqual(['disk-full', null]);
				expect(await small.storage.log.append([row('b', 1, 'small')])).toEqual({
					ok: true,
					seqs: [acknowledged + 1]
				});
				await small.storage.close();
			});

			test('nothing asked before a failure is kept after it', async () => {
				const small = await harness.open({ isSmall: true });
				await small.storage.catalogue.createWorkshop(newWorkshop('w', ['b']));
				const huge = small.storage.log.append([row('b', 1, 'x'.repeat(4_000_000))]);
				const dependent = small.storage.log.append([row('b', 1, 'builds on the huge one')]);
				await expect(huge).rejects.toMatchObject({ reason: 'disk-full' });
				await expect(dependent).rejects.toMatchObject({ reason: 'disk-full' });
				expect(await small.storage.log.load('b')).toMatchObject({ lastSeq: 0, rows: [] });
				await small.storage.close();
			});

			test('close makes durable what was asked before it and refuses what comes after', async () => {
				await boardWithRows(0);
				const commits: number[] = [];
				storage.onCommit((report) => commits.push(report.rows));
				const before = storage.log.append([row('b', 1, 'just in time')]);
				const closing = storage.close();
				await expect(storage.log.load('b')).rejects.toMatchObject({ reason: 'closed' });
				expect(await before).toEqual({ ok: true, seqs: [1] });
				await closing;
				await storage.close();
				expect(commits).toEqual([1]);
			});

			test('a mistake in one call harms no other', async () => {
				await boardWithRows(0);
				const [good, bad, alsoGood] = await Promise.allSettled([
					storage.log.append([row('b', 1, 'one')]),
					storage.catalogue.setSetting('key', undefined as unknown as string),
					storage.log.append([row('b', 1, 'two')])
				]);
				expect([good?.status, bad?.status, alsoGood?.status]).toEqual([
					'fulfilled',
					'rejected',
					'fulfilled'
				]);
				expect(await storage.health()).toMatchObject({ ok: true });
				expect((await loaded('b')).lastSeq).toBe(2);
			});
		});

		catalogueContract(() => storage);
		libraryContract(() => storage);
		photosContract(() => storage);
		facilitationContract(() => storage);
		workshopLifeContract(() => storage);
	});
}
