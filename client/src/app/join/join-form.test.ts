import { expect, test } from 'vitest';
import type { JoinTarget } from '@renkei/shared/protocol/http-api.ts';
import { JoinForm } from './join-form.svelte.ts';

type Server = NonNullable<ConstructorParameters<typeof JoinForm>[1]>;

const target: JoinTarget = {
	name: '看取り研修',
	scene: 'endOfLife',
	sceneLabel: { ja: '看取り', en: 'End of life' },
	tables: 8,
	state: 'open',
	role: 'participant'
};

/** The two requests of the page, answered by hand so that their order can be chosen. */
function desk(found: Partial<JoinTarget> = {}) {
	const asked: { code: string; answer: (isKnown: boolean) => Promise<void> }[] = [];
	const joins: unknown[] = [];
	const server: Server = {
		joinTarget: (code) =>
			new Promise((resolve) => {
				asked.push({
					code,
					answer: async (isKnown) => {
						resolve(
							isKnown
								? { ok: true, value: { ...target, ...found } }
								: { ok: false, refusal: { code: 'codeUnknown', sentence: 'x' } }
						);
						await Promise.resolve();
					}
				});
			}),
		join: (join) => {
			joins.push(join);
			return Promise.resolve({ ok: true, value: { boardId: 'b1' } });
		}
	};
	return { server, asked, joins };
}

test('nothing is looked up before the sixth digit', async () => {
	const { server, asked } = desk();
	const form = new JoinForm(null, server);
	await form.enterCode('48291');
	expect(asked).toHaveLength(0);
	expect(form.missing).not.toBe('');
});

test('one thing after another is asked for until all is chosen', async () => {
	const { server, asked, joins } = desk();
	const form = new JoinForm(null, server);
	const looked = form.enterCode('482913');
	await asked[0]!.answer(true);
	await looked;
	expect(form.codeAnswer).toEqual({ kind: 'good', words: '看取り研修' });
	expect(form.missing).toContain('職種');
	form.profession = 'visitingNurse';
	expect(form.missing).toContain('卓');
	form.table = 3;
	expect(form.missing).toBe('');
	expect(await form.join()).toBe('b1');
	expect(joins).toEqual([
		{ code: '482913', profession: 'visitingNurse', table: 3, asRecorder: false }
	]);
});

test('the answer for an older code never shows under a newer one', async () => {
	const { server, asked } = desk();
	const form = new JoinForm(null, server);
	const first = form.enterCode('111111');
	const second = form.enterCode('222222');
	await asked[1]!.answer(false);
	await asked[0]!.answer(true);
	await Promise.all([first, second]);
	expect(form.target).toBeNull();
	expect(form.isCodeWrong).toBe(true);
});

test('a workshop that is over cannot be joined to write, but can be viewed', async () => {
	for (const [role, isOver] of [
		['participant', true],
		['viewer', false]
	] as const) {
		const { server, asked } = desk({ state: 'closed', role });
		const form = new JoinForm(2, server);
		form.profession = 'physician';
		const looked = form.enterCode('482913');
		await asked[0]!.answer(true);
		await looked;
		expect(form.missing === '').toBe(!isOver);
		expect(form.codeAnswer.words).toBe(isOver ? 'このワークショップは終わりました' : '看取り研修');
	}
});

test('with one table there is nothing to choose, and a table that does not exist is forgotten', async () => {
	const one = desk({ tables: 1 });
	const single = new JoinForm(null, one.server);
	const looked = single.enterCode('482913');
	await one.asked[0]!.answer(true);
	await looked;
	expect(single.table).toBe(1);

	const few = desk({ tables: 4 });
	const many = new JoinForm(9, few.server);
	const lookedToo = many.enterCode('482913');
	await few.asked[0]!.answer(true);
	await lookedToo;
	expect(many.table).toBeNull();
});

test('who is in it already finds profession and table as they were, and a QR code’s table before them', async () => {
	const here = { role: 'recorder', profession: 'careManager', table: 3 } as const;
	const found = { role: 'facilitator', here } as const;
	const { server, asked, joins } = desk(found);
	const form = new JoinForm(null, server);
	const looked = form.enterCode('482913');
	await asked[0]!.answer(true);
	await looked;
	expect(form.missing).toBe('');
	await form.join();
	expect(joins).toEqual([
		{ code: '482913', profession: 'careManager', table: 3, asRecorder: false }
	]);
	const other = desk({ here });
	const atTable = new JoinForm(5, other.server);
	const lookedAgain = atTable.enterCode('482913');
	await other.asked[0]!.answer(true);
	await lookedAgain;
	await atTable.join();
	expect(other.joins).toEqual([
		{ code: '482913', profession: 'careManager', table: 5, asRecorder: true }
	]);
});
