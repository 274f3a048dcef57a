import { expect, test } from 'vitest';
import type { FacilitationState } from '../../state/facilitation.svelte.ts';
import { boardNews } from './board-news.ts';

const nothing = { spotlight: null, ballot: { open: null }, notice: { told: null } };

/** What a screen knows of a table where this goes on. */
function led(known: object, running: object | null = null): FacilitationState {
	return { known: { ...nothing, ...known }, running } as unknown as FacilitationState;
}

test('a call, a vote, a part and a word to all are told, each under a name of its own', () => {
	const all = led(
		{
			spotlight: { by: 'leader', since: 3, zone: null },
			ballot: { open: {} },
			notice: { told: { text: '5分後に始めます', at: 9 } }
		},
		{ since: 7, phase: { title: '原因を書く' } }
	);
	expect(boardNews(all, 'me').map(({ key }) => key)).toEqual([
		'call 3',
		'ballot',
		'part 7',
		'told 9'
	]);
	expect(boardNews(all, 'me').map(({ words }) => words)).toEqual([
		'進行役が呼んでいます',
		'投票がはじまりました',
		'「原因を書く」がはじまりました',
		'お知らせ：5分後に始めます'
	]);
});

test('one’s own call is no news, nor is a table where nothing goes on', () => {
	expect(boardNews(led({ spotlight: { by: 'me', since: 3 } }), 'me')).toEqual([]);
	expect(boardNews(led({}), 'me')).toEqual([]);
	expect(boardNews(null, 'me')).toEqual([]);
});
