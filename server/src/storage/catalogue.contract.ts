import { describe, expect, test } from 'vitest';
import { newParticipant, newWorkshop, snapshot } from './storage-samples.ts';
import type { Storage } from './storage.ts';

/** The part of the contract about workshops, boards and people. */
export function catalogueContract(current: () => Storage): void {
	describe('the catalogue', () => {
		test('a workshop is created once per key, whole, with its boards', async () => {
			const { catalogue, log } = current();
			const creation = newWorkshop('w', ['b1', 'b2']);
			const [first, second] = await Promise.all([
				catalogue.createWorkshop(creation),
				catalogue.createWorkshop({ ...newWorkshop('other', ['c1'], 200_001), key: creation.key })
			]);
			if (!first.ok || !second.ok) throw new Error('refused');
			expect([first.created, second.created]).toEqual([true, false]);
			expect(second.workshop).toEqual(creation.workshop);
			expect(second.boards).toEqual(first.boards);
			expect(first.boards.map(({ id, table, epoch }) => [id, table, epoch])).toEqual([
				['b1', 1, 1],
				['b2', 2, 1]
			]);
			expect(await catalogue.listWorkshops()).toEqual([creation.workshop]);
			expect(await catalogue.getWorkshop('w')).toEqual(creation.workshop);
			expect(await log.load('b2')).toMatchObject({ snapshot: snapshot('b2') });
			expect(await log.load('c1')).toBeNull();
		});

		test('a creation that is refused leaves nothing behind', async () => {
			const { catalogue, log } = current();
			await catalogue.createWorkshop(newWorkshop('w', ['b1']));
			const sameBoard = newWorkshop('v', ['b2', 'b1'], 200_001);
			expect(await catalogue.createWorkshop(sameBoard)).toEqual({ ok: false, reason: 'id-taken' });
			const sameCode = newWorkshop('v', ['b2'], 100_003);
			expect(await catalogue.createWorkshop(sameCode)).toEqual({ ok: false, reason: 'code-taken' });
			const good = newWorkshop('v', ['b2', 'b3'], 200_001);
			const badBlob = {
				...good,
				boards: good.boards.map((board) => ({ ...board, snapshot: Uint8Array.of(7) }))
			};
			expect(await catalogue.createWorkshop(badBlob)).toMatchObject({ reason: 'unknown-format' });
			expect(await catalogue.getWorkshop('v')).toBeNull();
			expect(await log.load('b2')).toBeNull();
			expect(await catalogue.createWorkshop(good)).toMatchObject({ ok: true, created: true });
		});

		test('a code opens one workshop in one role until it closes', async () => {
			const { catalogue } = current();
			await catalogue.createWorkshop(newWorkshop('w', ['b']));
			const roleOf = async (code: string) => (await catalogue.findWorkshopByCode(code))?.role;
			expect(await roleOf('100001')).toBe('participant');
			expect(await roleOf('100002')).toBe('facilitator');
			expect(await roleOf('100003')).toBe('viewer');
			expect(await roleOf('100004')).toBeUndefined();

			const twice = { joinCode: '300001', viewerCode: '300001' };
			expect(await catalogue.updateWorkshop('w', twice)).toMatchObject({ reason: 'code-taken' });
			await catalogue.updateWorkshop('w', { joinCode: '300001' });
			expect(await roleOf('100001')).toBeUndefined();
			expect(await roleOf('300001')).toBe('participant');

			await catalogue.updateWorkshop('w', { state: 'closed', closedAt: 9 });
			expect(await roleOf('300001')).toBeUndefined();
			const next = newWorkshop('v', ['c'], 300_001);
			expect(await catalogue.createWorkshop(next)).toMatchObject({ ok: true });
			expect(await catalogue.updateWorkshop('w', { state: 'open' })).toEqual({
				ok: false,
				reason: 'code-taken'
			});
			expect(await catalogue.getWorkshop('w')).toMatchObject({ state: 'closed', closedAt: 9 });
			await catalogue.updateWorkshop('v', { state: 'closed' });
			expect(await catalogue.updateWorkshop('w', { state: 'open', closedAt: null })).toMatchObject({
				ok: true,
				workshop: { state: 'open', closedAt: null }
			});
			expect(await roleOf('300001')).toBe('participant');
			expect(await catalogue.updateWorkshop('x', {})).toMatchObject({ reason: 'no-workshop' });
		});

		test('the newest workshop is listed first', async () => {
			const { catalogue } = current();
			await catalogue.createWorkshop(newWorkshop('w1', []));
			await catalogue.createWorkshop(newWorkshop('w2', [], 200_001));
			expect((await catalogue.listWorkshops()).map(({ id }) => id)).toEqual(['w2', 'w1']);
		});

		test('a table can be added, renamed and, once deleted, given anew', async () => {
			const { catalogue, log } = current();
			const creation = newWorkshop('w', ['b1']);
			await catalogue.createWorkshop(creation);
			const board = { ...creation.boards[0]!, id: 'b2', table: 2, title: '2卓' };
			expect(await catalogue.addBoard(board)).toMatchObject({ ok: true, board: { epoch: 1 } });
			expect(await catalogue.addBoard(board)).toEqual({ ok: false, reason: 'id-taken' });
			const sameTable = { ...board, id: 'b3' };
			expect(await catalogue.addBoard(sameTable)).toEqual({ ok: false, reason: 'table-taken' });
			expect(await catalogue.addBoard({ ...board, id: 'b3', workshopId: 'x' })).toMatchObject({
				reason: 'no-workshop'
			});
			expect(await catalogue.updateBoard('b2', { title: '窓側' })).toMatchObject({ title: '窓側' });
			expect(await catalogue.updateBoard('x', { title: '' })).toBeNull();
			expect((await catalogue.listBoards('w')).map(({ title }) => title)).toEqual(['1卓', '窓側']);
			await log.delete('b2', 1);
			expect(await catalogue.addBoard(sameTable)).toMatchObject({ ok: true });
			expect(await log.load('b3')).toMatchObject({ snapshot: board.snapshot });
		});

		test('a participant is kept, moved between tables of the workshop and revoked', async () => {
			const { catalogue } = current();
			await catalogue.createWorkshop(newWorkshop('w', ['b']));
			await catalogue.createWorkshop(newWorkshop('v', ['c'], 200_001));
			const nurse = newParticipant('p1', 'w');
			expect(await catalogue.addParticipant(nurse)).toBe(true);
			expect(await catalogue.addParticipant(nurse)).toBe(false);
			expect(await catalogue.addParticipant(newParticipant('p2', 'x'))).toBe(false);
			const staff = { ...newParticipant('p3', null), role: 'staff' as const, profession: null };
			expect(await catalogue.addParticipant(staff)).toBe(true);
			expect(await catalogue.getParticipant('p3')).toEqual(staff);

			expect(await catalogue.updateParticipant('p1', { boardId: 'c' })).toBeNull();
			const moved = { boardId: 'b', role: 'recorder' as const, lastSeenAt: 7 };
			expect(await catalogue.updateParticipant('p1', moved)).toEqual({ ...nurse, ...moved });
			await catalogue.updateParticipant('p1', { revokedAt: 8 });
			expect(await catalogue.listParticipants('w')).toEqual([{ ...nurse, ...moved, revokedAt: 8 }]);
			expect(await catalogue.getParticipant('p9')).toBeNull();
			expect(await catalogue.updateParticipant('p9', {})).toBeNull();
		});

		test('a setting is replaced by one call and only ever set once by the other', async () => {
			const { catalogue } = current();
			expect(await catalogue.getSetting('secret')).toBeNull();
			expect(
				await Promise.all([
					catalogue.setSettingOnce('secret', 'one'),
					catalogue.setSettingOnce('secret', 'two')
				])
			).toEqual(['one', 'one']);
			await catalogue.setSetting('secret', 'three');
			expect(await catalogue.getSetting('secret')).toBe('three');
		});

		test('a sign-in token works once and only in time', async () => {
			const { catalogue } = current();
			await catalogue.addSignInToken({ hash: 'h1', expiresAt: 100 });
			await catalogue.addSignInToken({ hash: 'h2', expiresAt: 100 });
			const uses = await Promise.all([
				catalogue.useSignInToken('h1', 50),
				catalogue.useSignInToken('h1', 50)
			]);
			expect(uses).toEqual([true, false]);
			expect(await catalogue.useSignInToken('h2', 100)).toBe(false);
			expect(await catalogue.useSignInToken('h2', 50)).toBe(false);
			expect(await catalogue.useSignInToken('unknown', 1)).toBe(false);
		});

		test('the audit trail is read newest first, of one workshop or of all', async () => {
			const { catalogue } = current();
			const entry = { role: 'staff', participantId: 'p', boardId: null } as const;
			for (let at = 1; at <= 4; at++) {
				const workshopId = at % 2 === 0 ? 'w' : null;
				await catalogue.addAudit({ ...entry, at, workshopId, what: `step-${at}` });
			}
			const times = async (query: { workshopId?: string; whatStarts?: string; limit: number }) =>
				(await catalogue.listAudit(query)).map(({ at }) => at);
			expect(await times({ limit: 3 })).toEqual([4, 3, 2]);
			expect(await times({ workshopId: 'w', limit: 9 })).toEqual([4, 2]);
			expect(await times({ whatStarts: 'step-', limit: 2 })).toEqual([4, 3]);
			expect(await times({ whatStarts: 'step-3', limit: 9 })).toEqual([3]);
			expect(await times({ workshopId: 'w', whatStarts: '%', limit: 9 })).toEqual([]);
			expect((await catalogue.listAudit({ limit: 1 }))[0]).toEqual({
				...entry,
				at: 4,
				workshopId: 'w',
				what: 'step-4'
			});
		});

		test('what was told with a key is there once, in its place by time', async () => {
			const { catalogue } = current();
			const entry = { role: 'viewer', participantId: 'p', workshopId: null, boardId: 'b' } as const;
			await catalogue.addAudit({ ...entry, at: 5, what: 'now' });
			for (const key of ['k1', 'k1', 'k2'])
				await catalogue.addAudit({ ...entry, at: 3, what: `earlier-${key}`, key });
			const all = await catalogue.listAudit({ limit: 9 });
			expect(all.map(({ what }) => what)).toEqual(['now', 'earlier-k2', 'earlier-k1']);
		});
	});
}
