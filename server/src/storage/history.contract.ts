import { beforeEach, describe, expect, test } from 'vitest';
import type { PackedRows, PointMark } from './history.ts';
import type { StorageUnderTest } from './storage-samples.ts';
import { makeBoard, newWorkshop, row, snapshot } from './storage-samples.ts';
import type { Storage } from './storage.ts';

const at = Date.UTC(2026, 10, 22, 14, 32);

function mark(id: string, kind = 'star'): PointMark {
	return {
		id,
		at,
		kind,
		params: '{"cards":7}',
		text: 'ここを残す',
		isStarred: kind === 'star',
		participantId: 'p',
		role: 'facilitator'
	};
}

function textsOf(packed: PackedRows | null): string[] | null {
	if (packed === null) return null;
	let offset = 0;
	return [...packed.lengths].map((length) => {
		const bytes = packed.bytes.subarray(offset + 1, offset + length);
		offset += length;
		return new TextDecoder().decode(bytes);
	});
}

/** The part of the contract about what became of boards. */
export function historyContract(opened: () => StorageUnderTest): void {
	let under: StorageUnderTest;
	let storage: Storage;
	beforeEach(() => {
		under = opened();
		storage = under.storage;
	});
	const compactAt = async (seq: number) =>
		expect(await storage.log.compact('b', 1, seq, snapshot(`upto ${seq}`))).toMatchObject({
			ok: true
		});
	const numbered = (first: number, last: number) =>
		Array.from({ length: last - first + 1 }, (_, index) => `row ${first + index}`);

	describe('the past', () => {
		test('keeps every row through any number of compactions', async () => {
			await makeBoard(storage, 3);
			for (const seq of [2, 3]) await compactAt(seq);
			await storage.log.append([row('b', 1, 'row 4'), row('b', 1, 'row 5')]);
			await compactAt(5);
			await storage.log.append([row('b', 1, 'row 6')]);
			const { history } = storage;
			expect(textsOf(await history.readRows('b', 1, 0, 100))).toEqual(numbered(1, 6));
			expect(textsOf(await history.readRows('b', 1, 2, 2))).toEqual(numbered(3, 4));
			expect(textsOf(await history.readRows('b', 1, 6, 2))).toEqual([]);
			expect((await history.readRows('b', 1, 4, 1))?.firstSeq).toBe(5);
			expect(await history.readRows('b', 2, 0, 100)).toBeNull();
			expect(await storage.history.readState('b', 4)).toEqual({
				epoch: 1,
				seq: 3,
				snapshot: snapshot('upto 3'),
				lastSeq: 6
			});
		});

		test('keeps the beginning and a whole state every 500 rows', async () => {
			await makeBoard(storage, 0);
			const stateAt = async (seq: number) => (await storage.history.readState('b', seq))?.seq;
			const grow = async (count: number) =>
				await storage.log.append(Array.from({ length: count }, () => row('b', 1, 'x')));
			for (const seq of [200, 400, 600, 800, 1000, 1200]) {
				await grow(200);
				await compactAt(seq);
			}
			expect(await storage.history.readState('b', 199)).toMatchObject({
				seq: 0,
				snapshot: snapshot('b')
			});
			// 1000 and 1200 are what the log itself still has.
			const states = [599, 600, 999, 1000, 1200].map(stateAt);
			expect(await Promise.all(states)).toEqual([0, 600, 600, 1000, 1200]);
		});

		test('tells who wrote when, the server included', async () => {
			await makeBoard(storage, 1);
			const by = (participantId: string | null, when: number) => ({
				...row('b', 1, 'x', { participantId, clientIds: [] }),
				at: when
			});
			await storage.log.append([by('q', 5), by(null, 6), by('p', 7)]);
			await compactAt(3);
			const moments = await storage.history.readMoments('b');
			expect(moments).toMatchObject({ epoch: 1, firstSeq: 0, lastSeq: 4 });
			expect([...(moments?.at ?? [])].slice(1)).toEqual([5, 6, 7]);
			const names = [...(moments?.writer ?? [])].map((place) => moments?.participants[place]);
			expect(names).toEqual(['p', 'q', null, 'p']);
			expect(await storage.history.readMoments('none')).toBeNull();
		});

		test('begins where it can when earlier rows are lost, and never shows a hole', async () => {
			await makeBoard(storage, 6);
			await compactAt(2);
			await compactAt(4);
			under.damage('DELETE FROM past_update; DELETE FROM past_snapshot');
			expect(await storage.history.readMoments('b')).toMatchObject({ firstSeq: 2, lastSeq: 6 });
			expect(await storage.history.readState('b', 1)).toMatchObject({ seq: 2 });
			expect(await storage.history.addPoint('b', 1, mark('early'))).toBe(false);
			under.damage('DELETE FROM board_update WHERE seq = 5');
			expect(await storage.history.readMoments('b')).toBeNull();
			expect(await storage.history.readRows('b', 1, 2, 100)).toBeNull();
		});

		test('a damaged state is passed over', async () => {
			await makeBoard(storage, 6);
			await compactAt(2);
			await compactAt(4);
			under.damage(`UPDATE board_snapshot SET bytes = x'01ff' WHERE seq = 4`);
			expect(await storage.history.readState('b', 5)).toMatchObject({ seq: 2 });
			under.damage(`UPDATE board_snapshot SET bytes = x'01ff'`);
			expect(await storage.history.readState('b', 5)).toMatchObject({ seq: 0 });
			under.damage(`UPDATE past_snapshot SET bytes = x'01ff'`);
			expect(await storage.history.readState('b', 5)).toBeNull();
		});

		test('goes with an epoch when the next but one begins, and with its board', async () => {
			await makeBoard(storage, 4);
			await compactAt(2);
			await compactAt(3);
			await storage.history.addPoint('b', null, mark('old'));
			await storage.log.replaceEpoch('b', 1, snapshot('new'));
			expect(await storage.history.readMoments('b')).toMatchObject({
				epoch: 2,
				firstSeq: 0,
				lastSeq: 0
			});
			expect(await storage.history.listPoints('b')).toEqual([]);
			const left = () => ['past_update', 'past_snapshot', 'history_point'].map(under.count);
			expect(left()).toEqual([2, 1, 1]);
			await storage.log.replaceEpoch('b', 2, snapshot('newer'));
			expect(left()).toEqual([0, 0, 0]);
			await storage.history.addPoint('b', null, mark('new'));
			await storage.log.delete('b', at);
			expect(left()).toEqual([0, 0, 0]);
			expect(await storage.history.addPoint('b', null, mark('late'))).toBe(false);
			expect(await storage.history.readState('b', 0)).toBeNull();
		});
	});

	describe('named moments', () => {
		test('are kept as given, by board and in the order of their states', async () => {
			await makeBoard(storage, 5);
			await storage.catalogue.createWorkshop(newWorkshop('v', ['c'], 200_001));
			const { history } = storage;
			expect(await history.addPoint('b', null, mark('now', 'phase'))).toBe(true);
			expect(await history.addPoint('b', 2, mark('earlier'))).toBe(true);
			expect(await history.addPoint('b', 6, mark('later'))).toBe(false);
			expect(await history.addPoint('none', null, mark('nowhere'))).toBe(false);
			expect(await history.listPoints('b')).toEqual([
				{ ...mark('earlier'), seq: 2 },
				{ ...mark('now', 'phase'), seq: 5 }
			]);
			expect(await history.listPoints('c')).toEqual([]);
		});

		test('come with a row, at the state before it, and only when the row is kept', async () => {
			await makeBoard(storage, 2);
			const named = { ...row('b', 1, 'row 3'), point: mark('kept') };
			await storage.log.append([named, row('b', 1, 'row 4')]);
			const refused = { ...row('b', 2, 'of another epoch'), point: mark('refused') };
			expect(await storage.log.append([refused])).toMatchObject({ ok: false });
			expect(await storage.history.listPoints('b')).toEqual([{ ...mark('kept'), seq: 2 }]);
		});
	});
}
