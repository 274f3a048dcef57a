import { describe, expect, test } from 'vitest';
import {
	contentOf,
	loadBoard,
	newParticipant,
	newWorkshop,
	row,
	snapshot
} from './storage-samples.ts';
import type { NewBoard, Storage } from './storage.ts';
import type { BoardBefore } from './workshop-life.ts';

const at = 1_000;

/** The part of the contract about rehearsals, dates and deletions of workshops. */
export function workshopLifeContract(current: () => Storage): void {
	describe('the life of a workshop', () => {
		async function make(): Promise<Storage> {
			const storage = current();
			const { workshop, ...rest } = newWorkshop('w', ['b', 'c']);
			await storage.catalogue.createWorkshop({
				...rest,
				workshop: { ...workshop, state: 'preparing' }
			});
			return storage;
		}

		async function before(boardId: string, seq = 0): Promise<BoardBefore> {
			return { boardId, epoch: 1, seq, content: snapshot(`${boardId} before`) };
		}

		async function rehearse(storage: Storage): Promise<void> {
			const boards = [await before('b'), await before('c')];
			expect(await storage.lives.startRehearsal('w', at, boards)).toEqual({ ok: true });
		}

		const photo = (id: string, boardId = 'b') =>
			({
				id,
				boardId,
				mediaType: 'image/png',
				width: 1,
				height: 1,
				byteCount: 3,
				addedAt: at,
				addedBy: 'p',
				role: 'participant',
				profession: null
			}) as const;

		test('is remembered only where something is unusual', async () => {
			const { lives } = await make();
			expect(await lives.read(['w', 'x'])).toEqual(new Map());
			expect(await lives.keepUntil('w', '2030-01-31')).toBe(true);
			expect(await lives.keepUntil('none', '2030-01-31')).toBe(false);
			expect((await lives.read(['w'])).get('w')).toEqual({
				keptUntil: '2030-01-31',
				rehearsingSince: null
			});
			await lives.keepUntil('w', null);
			expect((await lives.read(['w'])).get('w')?.keptUntil).toBeNull();
		});

		test('a rehearsal begins with every board as it is, and only before the workshop', async () => {
			const storage = await make();
			const { lives } = storage;
			const [b, c] = [await before('b'), await before('c')];
			expect(await lives.startRehearsal('none', at, [b, c])).toEqual({
				ok: false,
				reason: 'no-workshop'
			});
			expect(await lives.startRehearsal('w', at, [b])).toEqual({ ok: false, reason: 'changed' });
			await storage.log.append([row('b', 1, 'meanwhile')]);
			expect(await lives.startRehearsal('w', at, [b, c])).toEqual({ ok: false, reason: 'changed' });
			expect(await lives.startRehearsal('w', at, [{ ...b, seq: 1 }, c])).toEqual({ ok: true });
			expect((await lives.read(['w'])).get('w')?.rehearsingSince).toBe(at);
			expect(await lives.startRehearsal('w', at, [b, c])).toEqual({
				ok: false,
				reason: 'rehearsing'
			});
			expect(await lives.endRehearsal('w')).toMatchObject({ ok: true });
			await storage.catalogue.updateWorkshop('w', { state: 'open' });
			expect(await lives.startRehearsal('w', at, [b, c])).toEqual({
				ok: false,
				reason: 'not-preparing'
			});
		});

		test('at the end everything is as it was, and who wrote on is refused', async () => {
			const storage = await make();
			const { lives, log, catalogue, photos, facilitation } = storage;
			await catalogue.addParticipant({ ...newParticipant('lead', 'w'), boardId: 'b' });
			await photos.add(photo('old'), Uint8Array.of(1, 2, 3), 9);
			await facilitation.replace('b', 0, 'before');
			await rehearse(storage);
			await log.append([row('b', 1, 'rehearsed')]);
			await facilitation.replace('b', 1, 'rehearsed');
			await facilitation.replace('c', 0, 'rehearsed');
			await photos.remove('b', 'old');
			await photos.add(photo('new'), Uint8Array.of(4), 9);
			await catalogue.updateBoard('b', { title: 'rehearsed' });
			await catalogue.updateParticipant('lead', { role: 'facilitator', boardId: 'c' });
			await catalogue.addParticipant(newParticipant('guest', 'w'));
			const next: NewBoard = {
				...newWorkshop('w', ['d']).boards[0]!,
				table: 3
			};
			await catalogue.addBoard(next);
			await catalogue.addParticipant({ ...newParticipant('late', 'w'), boardId: 'd' });

			expect(await lives.endRehearsal('w')).toEqual({
				ok: true,
				boardsGone: ['d'],
				peopleGone: ['guest', 'late']
			});
			for (const id of ['b', 'c']) {
				const board = await loadBoard(storage, id);
				expect(board).toMatchObject({ epoch: 2, lastSeq: 0, rows: [] });
				expect(board.snapshot).toEqual(snapshot(`${id} before`));
				expect(contentOf(board)).toEqual([]);
			}
			expect(await log.append([row('b', 1, 'late')])).toMatchObject({ reason: 'stale-epoch' });
			expect(await facilitation.read('b')).toEqual({ version: 3, state: 'before' });
			expect(await facilitation.read('c')).toBeNull();
			expect((await photos.list('b')).map(({ id }) => id)).toEqual(['old']);
			expect(await photos.read('b', 'old')).toEqual(Uint8Array.of(1, 2, 3));
			expect((await catalogue.getBoard('b'))?.title).toBe('1卓');
			expect(await catalogue.getBoard('d')).toBeNull();
			expect(await catalogue.listParticipants('w')).toEqual([
				{ ...newParticipant('lead', 'w'), boardId: 'b' }
			]);
			expect((await lives.read(['w'])).get('w')?.rehearsingSince).toBeNull();
			expect(await lives.endRehearsal('w')).toEqual({ ok: false, reason: 'not-rehearsing' });
		});

		test('what people did in it leaves no note, what became of the workshop does', async () => {
			const storage = await make();
			const { catalogue, lives } = storage;
			const note = (what: string, participantId = 'guest') =>
				catalogue.addAudit({
					at,
					role: 'facilitator',
					participantId,
					workshopId: 'w',
					boardId: null,
					what
				});
			await note('photo-added', 'earlier');
			await rehearse(storage);
			await catalogue.addParticipant(newParticipant('guest', 'w'));
			for (const what of ['board-exported-pdf', 'photo-added', 'codes-rotated']) await note(what);
			await lives.endRehearsal('w');
			const notes = await catalogue.listAudit({ workshopId: 'w', limit: 9 });
			expect(notes.map(({ what, participantId }) => [what, participantId])).toEqual([
				['codes-rotated', null],
				['photo-added', 'earlier']
			]);
		});

		test('a deleted workshop leaves its name, its size and who decided', async () => {
			const storage = await make();
			const { lives, log, catalogue } = storage;
			await rehearse(storage);
			const deletion = { at: 7, role: 'staff', why: 'hand' } as const;
			expect(await lives.erase('w', deletion)).toEqual(['b', 'c']);
			expect(await lives.erase('w', deletion)).toBeNull();
			expect(await lives.erase('none', deletion)).toBeNull();
			expect(await lives.listDeletions(9)).toEqual([
				{ ...deletion, workshopId: 'w', name: '在宅医療・介護連携 研修会', boards: 2 }
			]);
			expect(await log.load('b')).toMatchObject({ state: 'deleted', rows: [] });
			expect(await catalogue.listBoards('w')).toEqual([]);
			expect(await catalogue.findWorkshopByCode('100001')).toBeNull();
			expect((await catalogue.getWorkshop('w'))?.state).toBe('closed');
			expect(await lives.endRehearsal('w')).toEqual({ ok: false, reason: 'not-rehearsing' });
		});
	});
}
