import { beforeEach, describe, expect, test } from 'vitest';
import type { StorageUnderTest } from './storage-samples.ts';
import { contentOf, loadBoard, makeBoard, row, snapshot } from './storage-samples.ts';
import type { Storage } from './storage.ts';

/** What every engine must do when it folds a log into a snapshot, and when what it folded turns out damaged. */
export function compactionContract(opened: () => StorageUnderTest): void {
	let under: StorageUnderTest;
	let storage: Storage;
	beforeEach(() => {
		under = opened();
		storage = under.storage;
	});
	const boardWithRows = async (count: number) => await makeBoard(storage, count);
	const loaded = async (boardId: string) => await loadBoard(storage, boardId);

	describe('compaction', () => {
		test('keeps the previous snapshot and its rows until the next one succeeds', async () => {
			await boardWithRows(4);
			expect(await storage.log.compact('b', 1, 3, snapshot('upto 3'))).toEqual({
				ok: true,
				deletedRows: 0
			});
			expect(await loaded('b')).toMatchObject({ snapshotSeq: 3, lastSeq: 4, rows: [{ seq: 4 }] });
			await storage.log.append([row('b', 1, 'row 5')]);
			expect(await storage.log.compact('b', 1, 5, snapshot('upto 5'))).toEqual({
				ok: true,
				deletedRows: 3
			});
			const board = await loaded('b');
			expect(board).toMatchObject({ snapshotSeq: 5, lastSeq: 5, rows: [] });
			expect(board.snapshot).toEqual(snapshot('upto 5'));
			expect(await storage.log.append([row('b', 1, 'row 6')])).toEqual({ ok: true, seqs: [6] });
		});

		test('refuses what is not newer, not yet written or of another epoch', async () => {
			await boardWithRows(2);
			const compact = (epoch: number, seq: number) =>
				storage.log.compact('b', epoch, seq, snapshot('s'));
			expect(await compact(1, 0)).toEqual({ ok: false, reason: 'nothing-new' });
			expect(await compact(1, 3)).toEqual({ ok: false, reason: 'beyond-log' });
			expect(await compact(2, 2)).toEqual({ ok: false, reason: 'stale-epoch' });
			expect(await compact(1, 2)).toMatchObject({ ok: true });
			expect(await compact(1, 2)).toEqual({ ok: false, reason: 'nothing-new' });
			expect(await storage.log.compact('x', 1, 1, snapshot('s'))).toMatchObject({
				reason: 'no-board'
			});
		});

		test('loses no row that is appended meanwhile', async () => {
			await boardWithRows(0);
			const appended: string[] = [];
			const writers = Array.from({ length: 4 }, async (_, writer) => {
				for (let n = 0; n < 50; n++) {
					appended.push(`${writer}.${n}`);
					await storage.log.append([row('b', 1, `${writer}.${n}`)]);
				}
			});
			const compacting = (async () => {
				for (let done = 0; done < 200;) {
					const board = await loaded('b');
					const texts = contentOf(board);
					expect(texts).toHaveLength(board.lastSeq);
					await storage.log.compact('b', 1, board.lastSeq, snapshot(texts.join(',')));
					done = board.lastSeq;
				}
			})();
			await Promise.all([...writers, compacting]);
			expect(contentOf(await loaded('b')).toSorted()).toEqual(appended.toSorted());
		});
	});

	describe('damage', () => {
		const spoilNewest = `UPDATE board_snapshot SET bytes = x'01ff' WHERE seq =
			(SELECT max(seq) FROM board_snapshot)`;

		test('a damaged newest snapshot is noticed and the one before it used with its rows', async () => {
			await boardWithRows(3);
			await storage.log.compact('b', 1, 2, snapshot('row 1,row 2'));
			under.damage(spoilNewest);
			const board = await loaded('b');
			expect(board).toMatchObject({ fellBack: true, snapshotSeq: 0, lastSeq: 3 });
			expect(board.rows.map((each) => each.seq)).toEqual([1, 2, 3]);
		});

		test('compacting after damage replaces the damaged snapshot and drops no row it needs', async () => {
			await boardWithRows(3);
			await storage.log.compact('b', 1, 3, snapshot('row 1,row 2,row 3'));
			under.damage(spoilNewest);
			expect(await storage.log.compact('b', 1, 3, snapshot('repaired'))).toMatchObject({
				ok: true
			});
			expect(await loaded('b')).toMatchObject({
				fellBack: false,
				snapshot: snapshot('repaired'),
				snapshotSeq: 3
			});
			under.damage(spoilNewest);
			expect((await loaded('b')).rows).toHaveLength(3);
		});

		test('without a sound snapshot nothing is served', async () => {
			await boardWithRows(2);
			under.damage(`UPDATE board_snapshot SET bytes = x'01ff'`);
			expect(await storage.log.load('b')).toEqual({ ok: false, reason: 'snapshot-hash' });
		});

		test('a format byte of another version is refused, on snapshots and on rows', async () => {
			await boardWithRows(2);
			under.damage(`UPDATE board_update SET bytes = x'0901' WHERE seq = 2`);
			expect(await storage.log.load('b')).toEqual({ ok: false, reason: 'row-format' });
			expect(await storage.log.readSince('b', 1, 1)).toEqual({ ok: false, reason: 'row-format' });
			// The checksum of the bytes 09 01, so that only the format is strange.
			under.damage(`UPDATE board_snapshot SET bytes = x'0901',
				sha256 = x'1e41fa5a397c649fafed65eff53596d2a39f114b8142acb53a5cb5a7b564496e'`);
			expect(await storage.log.load('b')).toEqual({ ok: false, reason: 'snapshot-format' });
		});

		test('a missing row is noticed, in the middle and at the end', async () => {
			await boardWithRows(4);
			under.damage('DELETE FROM board_update WHERE seq = 4');
			expect(await storage.log.load('b')).toEqual({ ok: false, reason: 'missing-rows' });
			under.damage('UPDATE board SET last_seq = 3');
			expect(await loaded('b')).toMatchObject({ lastSeq: 3 });
			under.damage('DELETE FROM board_update WHERE seq = 2');
			expect(await storage.log.load('b')).toEqual({ ok: false, reason: 'missing-rows' });
		});
	});
}
