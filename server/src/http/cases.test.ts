import type { CaseCauses } from '@renkei/shared/protocol/library-api.ts';
import { encodeNewDocument } from '@renkei/shared/document/write-board.ts';
import { writeCard } from '@renkei/shared/document/write-card.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DrivenApp, Visitor } from '../app-driver.ts';
import { driveApp } from '../app-driver.ts';
import { sealBlob } from '../storage/storage.ts';

let driven: DrivenApp;
let staff: Visitor;
beforeEach(async () => {
	driven = await driveApp();
	staff = await driven.staff();
});
afterEach(async () => await driven.close());

const post = async (url: string, body: object, by = staff) => await by.send('POST', url, body);
const makeCase = async (key: string, changes: object = {}) =>
	(
		await post('/api/cases', {
			key,
			title: `事例${key}`,
			scene: 'discharge',
			municipality: 'I市',
			...changes
		})
	).json();
const cases = async (): Promise<CaseCauses> => (await staff.send('GET', '/api/cases')).json();
const read = async (id: string) => (await staff.send('GET', `/api/boards/${id}/snapshot`)).json();

/** Puts causes on a case the way a log of earlier writing would hold them. */
async function writeCauses(boardId: string, texts: readonly string[]): Promise<void> {
	const entry = (await driven.storage.catalogue.getBoard(boardId))!;
	const author = { participant: 'p', profession: null, now: 1 };
	const head = { title: entry.title, scene: 'discharge', kind: 'case' } as const;
	const bytes = encodeNewDocument(head, (roots) => {
		for (const text of texts) writeCard(roots, { type: 'cause', text }, author);
	});
	await driven.storage.log.replaceEpoch(boardId, entry.epoch, sealBlob(1, bytes));
}

test('a case is a short board with its sentence as theme, in the standing workshop', async () => {
	const one = await makeCase('case1', { title: '退院した翌日に再び入院した' });
	const two = await makeCase('case2', { municipality: 'Ⅰ市' });
	expect(two.workshopId).toBe(one.workshopId);
	expect((await makeCase('case3', { municipality: 'J市' })).workshopId).not.toBe(one.workshopId);
	const snapshot = await read(one.boardId);
	expect(snapshot.meta).toMatchObject({ kind: 'case', scene: 'discharge', municipality: 'I市' });
	expect(snapshot.cards).toMatchObject([
		{ type: 'theme', text: '退院した翌日に再び入院した', status: 'chosen' }
	]);
	const workshop = (await staff.send('GET', `/api/workshops/${one.workshopId}`)).json();
	expect(workshop).toMatchObject({ name: '事例', isForCases: true, state: 'open' });
	expect(workshop.boards).toHaveLength(2);
	expect(workshop.boards[0]).toMatchObject({ kind: 'case', theme: '退院した翌日に再び入院した' });
});

test('the same key makes one case, and a full or deleted workshop gives way to the next', async () => {
	const one = await makeCase('case1');
	expect(await makeCase('case1')).toEqual(one);
	for (let count = 2; count <= 99; count += 1) await makeCase(`case${count}`);
	const hundredth = await makeCase('case100');
	expect(hundredth.workshopId).not.toBe(one.workshopId);
	const next = (await staff.send('GET', `/api/workshops/${hundredth.workshopId}`)).json();
	expect(next.name).toBe('事例 2');
	await staff.send('DELETE', `/api/workshops/${one.workshopId}`);
	expect((await makeCase('case101')).workshopId).toBe(hundredth.workshopId);
});

test('a closed workshop of cases opens again for the next case', async () => {
	const { workshopId } = await makeCase('case1');
	await staff.send('PATCH', `/api/workshops/${workshopId}`, { state: 'closed' });
	expect((await makeCase('case2')).workshopId).toBe(workshopId);
	expect((await driven.storage.catalogue.getWorkshop(workshopId))?.state).toBe('open');
});

test('causes of all cases are gathered, grouped by hand and kept', async () => {
	const one = await makeCase('case1');
	const two = await makeCase('case2');
	await writeCauses(one.boardId, ['家族の不安', '薬の飲み忘れ']);
	await writeCauses(two.boardId, ['不安な家族']);
	const { causes, groups } = await cases();
	expect(groups).toEqual([]);
	expect(causes.map(({ text }) => text).sort()).toEqual([
		'不安な家族',
		'家族の不安',
		'薬の飲み忘れ'
	]);
	const members = causes
		.filter(({ text }) => text.includes('不安'))
		.map(({ boardId, cardId }) => ({ boardId, cardId }));
	const put = await post('/api/cause-groups', { id: 'g1', title: '家族の不安', members });
	expect(put.json()).toEqual({ ok: true });
	expect((await cases()).groups).toMatchObject([{ id: 'g1', title: '家族の不安' }]);
	expect((await cases()).groups[0]!.members).toHaveLength(2);
	await staff.send('PATCH', '/api/cause-groups/g1', { title: '家族の備え' });
	await post('/api/cause-groups/release', { members: [members[0]] });
	expect((await cases()).groups).toMatchObject([{ title: '家族の備え', members: [members[1]] }]);
	expect((await staff.send('DELETE', '/api/cause-groups/g1')).json()).toEqual({ ok: true });
	expect((await cases()).groups).toEqual([]);
	for (const [method, body] of [
		['PATCH', { title: 'x' }],
		['DELETE', undefined]
	] as const)
		expect((await staff.send(method, '/api/cause-groups/g1', body)).statusCode).toBe(404);
});

async function groupOfTwo() {
	const one = await makeCase('case1');
	const two = await makeCase('case2');
	await writeCauses(one.boardId, ['家族の不安']);
	await writeCauses(two.boardId, ['不安な家族']);
	const members = (await cases()).causes.map(({ boardId, cardId }) => ({ boardId, cardId }));
	await post('/api/cause-groups', { id: 'g1', title: '家族の備えが足りない', members });
	return members.map(({ boardId, cardId }) => `${boardId}/${cardId}`);
}

test('a group becomes a theme candidate and facts on a board, each leading back to its case', async () => {
	const origins = await groupOfTwo();
	const made = await post('/api/workshops', {
		key: 'key1',
		name: '研修',
		scene: 'discharge',
		tables: 1,
		start: 'blank'
	});
	const { boards, id: workshopId } = made.json();
	const [{ id: boardId }] = boards;
	const wish = { key: 'carry1', boardId, newBoard: null, asTheme: true, asFacts: true };
	const carried = await post('/api/cause-groups/g1/carry', wish);
	expect(carried.json()).toEqual({ boardId, workshopId });
	// Asked twice, written once.
	await post('/api/cause-groups/g1/carry', wish);
	const snapshot = await read(boardId);
	type Sent = { type: string; text: string; copiedFrom: string; status?: string };
	const [theme] = snapshot.cards.filter(({ type }: Sent) => type === 'theme') as [Sent];
	expect(theme).toMatchObject({ text: '家族の備えが足りない', status: 'candidate' });
	const facts: Sent[] = snapshot.cards.filter(({ type }: Sent) => type === 'fact');
	expect(facts.map(({ copiedFrom }) => copiedFrom).sort()).toEqual([...origins].sort());
	expect(snapshot.links).toHaveLength(2);
});

test('a group becomes a board of its own, once', async () => {
	await groupOfTwo();
	const wish = {
		key: 'carry1',
		boardId: null,
		newBoard: { name: '看取りの備え', scene: 'endOfLife', municipality: 'I市' },
		asTheme: false,
		asFacts: true
	};
	const one = (await post('/api/cause-groups/g1/carry', wish)).json();
	expect((await post('/api/cause-groups/g1/carry', wish)).json()).toEqual(one);
	const snapshot = await read(one.boardId);
	expect(snapshot.meta).toMatchObject({ title: '看取りの備え', scene: 'endOfLife' });
	expect(snapshot.cards.map(({ type }: { type: string }) => type)).toEqual(['fact', 'fact']);
});

test('nothing is carried to a closed or missing board, or from a group that is gone', async () => {
	await groupOfTwo();
	const made = await post('/api/workshops', {
		key: 'key1',
		name: '研修',
		scene: 'discharge',
		tables: 1,
		start: 'blank'
	});
	const { boards, id } = made.json();
	await staff.send('PATCH', `/api/workshops/${id}`, { state: 'closed' });
	const wish = { key: 'c', newBoard: null, asTheme: true, asFacts: true };
	const carry = async (group: string, boardId: string | null) =>
		(await post(`/api/cause-groups/${group}/carry`, { ...wish, boardId })).json().code;
	expect(await carry('g1', boards[0].id)).toBe('workshopClosed');
	expect(await carry('g1', 'none')).toBe('notFound');
	expect(await carry('g2', boards[0].id)).toBe('notFound');
	expect(await carry('g1', null)).toBe('badRequest');
});

test('participants reach neither cases nor groups', async () => {
	const { workshopId } = await makeCase('case1');
	const { joinCode, facilitatorCode } = (
		await staff.send('GET', `/api/workshops/${workshopId}`)
	).json();
	for (const code of [joinCode, facilitatorCode]) {
		const visitor = driven.visitor();
		await visitor.send('POST', '/api/join', { code, profession: 'careManager', table: 1 });
		for (const [method, url] of [
			['GET', '/api/cases'],
			['POST', '/api/cases'],
			['POST', '/api/cause-groups'],
			['POST', '/api/cause-groups/release'],
			['PATCH', '/api/cause-groups/g1'],
			['DELETE', '/api/cause-groups/g1'],
			['POST', '/api/cause-groups/g1/carry']
		] as const)
			expect((await visitor.send(method, url, {})).json()).toMatchObject({ code: 'forbidden' });
	}
});
