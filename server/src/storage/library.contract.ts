import { describe, expect, test } from 'vitest';
import type { LibraryBoard, LibraryCard, LibraryQuery } from './library.ts';
import { newWorkshop, row } from './storage-samples.ts';
import type { Storage } from './storage.ts';

const anything: LibraryQuery = {
	words: [],
	scene: null,
	kind: null,
	type: null,
	disease: null,
	category: null,
	limit: 50
};

/** The part of the contract about what is remembered of boards, and the groups of causes. */
export function libraryContract(current: () => Storage): void {
	describe('the library', () => {
		const find = async (changes: Partial<LibraryQuery>) =>
			(await current().library.findCards({ ...anything, ...changes })).cards.map(
				({ boardId, cardId }) => `${boardId}/${cardId}`
			);

		test('a summary is kept with its place in the log, and is stale once the log goes on', async () => {
			const { catalogue, library, log } = current();
			await catalogue.createWorkshop(newWorkshop('w', ['b1', 'b2']));
			const stale = async (form = 1) =>
				(await library.listStale(form)).map((board) => board.boardId);
			expect((await stale()).sort()).toEqual(['b1', 'b2']);
			expect(await library.keepBoard(kept('b1'))).toBe(true);
			expect(await stale()).toEqual(['b2']);
			expect(await library.readSummaries(['b1', 'b2', 'none'])).toEqual(
				new Map([['b1', { epoch: 1, seq: 0, form: 1, summary: 'said of b1' }]])
			);
			await log.append([row('b1', 1, 'x')]);
			expect((await stale()).sort()).toEqual(['b1', 'b2']);
			await library.keepBoard(kept('b1', { seq: 1 }));
			expect(await stale()).toEqual(['b2']);
			expect((await stale(2)).sort()).toEqual(['b1', 'b2']);
		});

		test('what was made from an earlier place never replaces a later one', async () => {
			const { catalogue, library } = current();
			await catalogue.createWorkshop(newWorkshop('w', ['b1']));
			await library.keepBoard(kept('b1', { seq: 3, summary: 'late' }));
			expect(await library.keepBoard(kept('b1', { seq: 2, summary: 'early' }))).toBe(false);
			expect((await library.readSummaries(['b1'])).get('b1')?.summary).toBe('late');
			expect(await library.keepBoard(kept('b1', { epoch: 2 }))).toBe(false);
			expect(await library.keepBoard(kept('none'))).toBe(false);
		});

		test('cards are found by long, short and several words, the newest board first', async () => {
			const { catalogue, library } = current();
			await catalogue.createWorkshop(newWorkshop('w', ['b1', 'b2']));
			await library.keepBoard(
				kept('b1', { cards: [card('c1', 'かぞくの不安が大きい'), card('c2', '100%の家族 a_b')] })
			);
			await library.keepBoard(kept('b2', { cards: [card('c1', '不安なかぞく')] }));
			expect(await find({ words: ['かぞく'] })).toEqual(['b2/c1', 'b1/c1']);
			expect(await find({ words: ['不安'] })).toEqual(['b2/c1', 'b1/c1']);
			expect(await find({ words: ['家'] })).toEqual(['b1/c2']);
			expect(await find({ words: ['かぞくの', '大'] })).toEqual(['b1/c1']);
			expect(await find({ words: ['%'] })).toEqual(['b1/c2']);
			expect(await find({ words: ['_'] })).toEqual(['b1/c2']);
			expect(await find({ words: ['かぞく', 'ない'] })).toEqual([]);
			const first = await library.findCards({ ...anything, words: ['かぞく'], limit: 1 });
			expect(first).toMatchObject({ isMore: true, cards: [{ boardId: 'b2' }] });
		});

		test('what was replaced is found no more, in the index neither', async () => {
			const { catalogue, library } = current();
			await catalogue.createWorkshop(newWorkshop('w', ['b1']));
			await library.keepBoard(kept('b1', { cards: [card('c1', '古い言葉です')] }));
			await library.keepBoard(kept('b1', { seq: 1, cards: [card('c1', '新しい文章です')] }));
			expect(await find({ words: ['古い言葉'] })).toEqual([]);
			expect(await find({ words: ['新しい文章'] })).toEqual(['b1/c1']);
		});

		test('scene, kind, type, disease and category narrow what is found', async () => {
			const { catalogue, library } = current();
			await catalogue.createWorkshop(newWorkshop('w', ['b1', 'b2']));
			const cause = { ...card('c1', '原因'), category: '知識', categories: ['知識'] };
			await library.keepBoard(
				kept('b1', {
					kind: 'case',
					scene: 'daily',
					diseases: [{ label: '骨折', folded: '骨折' }],
					cards: [{ ...card('t', '題'), type: 'theme', categories: ['知識'] }, cause]
				})
			);
			await library.keepBoard(kept('b2', { cards: [card('c1', '原因')] }));
			expect(await find({ scene: 'daily' })).toEqual(['b1/t', 'b1/c1']);
			expect(await find({ kind: 'case', type: 'cause' })).toEqual(['b1/c1']);
			expect(await find({ disease: '骨折', type: 'theme' })).toEqual(['b1/t']);
			expect(await find({ category: '知識' })).toEqual(['b1/t', 'b1/c1']);
			expect(await find({ category: '識' })).toEqual([]);
			expect(await library.listFacets()).toEqual({
				diseases: [{ label: '骨折', boards: 1 }],
				categories: [{ label: '知識', boards: 1 }]
			});
		});

		test('a found card comes with its chain, its board and its workshop', async () => {
			const { catalogue, library } = current();
			await catalogue.createWorkshop(newWorkshop('w', ['b1']));
			await library.keepBoard(
				kept('b1', {
					diseases: [{ label: '肺炎', folded: '肺炎' }],
					cards: [
						{ ...card('t', 'テーマ'), type: 'theme' },
						{ ...card('c', '不安'), isRoot: true, category: '家族', chain: ['t', 'c', 'gone'] }
					]
				})
			);
			const { cards } = await library.findCards({ ...anything, type: 'cause' });
			expect(cards).toEqual([
				{
					boardId: 'b1',
					cardId: 'c',
					type: 'cause',
					text: '不安',
					category: '家族',
					isRoot: true,
					chain: [
						{ cardId: 't', type: 'theme', text: 'テーマ' },
						{ cardId: 'c', type: 'cause', text: '不安' }
					],
					title: '1卓',
					kind: 'full',
					scene: 'endOfLife',
					diseases: ['肺炎'],
					workshopId: 'w',
					workshopName: '在宅医療・介護連携 研修会',
					municipality: 'I市',
					createdAt: Date.UTC(2026, 10, 22)
				}
			]);
		});

		test.each([
			'"',
			'""',
			'" OR "',
			'a* NEAR(b)',
			"'; DROP TABLE library_card; --",
			'folded:x',
			'\\'
		])('the word %s is only a word', async (word) => {
			const { catalogue, library } = current();
			await catalogue.createWorkshop(newWorkshop('w', ['b1']));
			await library.keepBoard(
				kept('b1', { cards: [card('c1', `前${word}後`), card('c2', 'ほかの文')] })
			);
			expect(await find({ words: [word] })).toEqual(['b1/c1']);
		});

		test('a word of ten thousand characters finds nothing and breaks nothing', async () => {
			expect(await find({ words: ['"か'.repeat(5_000)] })).toEqual([]);
			expect(await find({ words: ['か\u0000"'] })).toEqual([]);
		});

		test('of a deleted board nothing is left', async () => {
			const { catalogue, library, log } = current();
			await catalogue.createWorkshop(newWorkshop('w', ['b1']));
			await library.keepBoard(
				kept('b1', {
					diseases: [{ label: '骨折', folded: '骨折' }],
					cards: [{ ...card('c1', '消える言葉'), category: '知識' }]
				})
			);
			const member = { boardId: 'b1', cardId: 'c1' };
			await library.putCauses({ id: 'g', title: '同じ', createdAt: 1, members: [member] });
			await log.delete('b1', 5);
			expect(await find({})).toEqual([]);
			expect(await find({ words: ['消える言葉'] })).toEqual([]);
			expect(await library.readSummaries(['b1'])).toEqual(new Map());
			expect(await library.listStale(1)).toEqual([]);
			expect(await library.listFacets()).toEqual({ diseases: [], categories: [] });
			expect(await library.listCauseGroups()).toMatchObject([{ id: 'g', members: [] }]);
			expect(await library.keepBoard(kept('b1'))).toBe(false);
		});

		test('causes are put together, moved, let go, renamed and dissolved', async () => {
			const { catalogue, library } = current();
			await catalogue.createWorkshop(newWorkshop('w', ['b1', 'b2']));
			const one = { boardId: 'b1', cardId: 'c1' };
			const two = { boardId: 'b2', cardId: 'c1' };
			const groups = async () =>
				(await library.listCauseGroups()).map(({ id, title, members }) => ({ id, title, members }));
			expect(
				await library.putCauses({ id: 'g1', title: '不安', createdAt: 1, members: [one, two] })
			).toBe(true);
			// A repeated request changes nothing, a second group takes its members over.
			await library.putCauses({ id: 'g1', title: '別', createdAt: 9, members: [one] });
			expect(await groups()).toEqual([{ id: 'g1', title: '不安', members: [one, two] }]);
			await library.putCauses({ id: 'g2', title: '知識', createdAt: 2, members: [two] });
			expect(await groups()).toEqual([
				{ id: 'g2', title: '知識', members: [two] },
				{ id: 'g1', title: '不安', members: [one] }
			]);
			await library.releaseCauses([one]);
			expect(await library.renameCauseGroup('g1', '家族の不安')).toBe(true);
			expect(await groups()).toMatchObject([{ id: 'g2' }, { title: '家族の不安', members: [] }]);
			expect(await library.removeCauseGroup('g2')).toBe(true);
			expect(await groups()).toMatchObject([{ id: 'g1' }]);
			expect(await library.removeCauseGroup('g2')).toBe(false);
			expect(await library.renameCauseGroup('g2', 'x')).toBe(false);
			const nowhere = { boardId: 'none', cardId: 'c' };
			expect(
				await library.putCauses({ id: 'g3', title: 'x', createdAt: 3, members: [nowhere] })
			).toBe(false);
			expect(await groups()).toHaveLength(1);
		});
	});
}

function card(cardId: string, text: string): LibraryCard {
	return {
		cardId,
		type: 'cause',
		text,
		folded: text,
		category: '',
		isRoot: false,
		categories: [],
		chain: [cardId]
	};
}

function kept(boardId: string, changes: Partial<LibraryBoard> = {}): LibraryBoard {
	return {
		boardId,
		epoch: 1,
		seq: 0,
		form: 1,
		kind: 'full',
		scene: 'endOfLife',
		diseases: [],
		summary: `said of ${boardId}`,
		cards: [],
		...changes
	};
}
