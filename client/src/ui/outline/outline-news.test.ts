import { addCard, withdrawCards } from '@renkei/shared/document/commands/card-commands.ts';
import { addComment } from '@renkei/shared/document/commands/comment-commands.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { BoardState } from '../../state/board-state.svelte.ts';
import { OutlineNews, newsChoiceOf } from './outline-news.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const author = (participant: string) => ({ participant, profession: null, now: 1 });

test('what others add within ten seconds is told in one sentence, one’s own is not told', () => {
	const doc = new Y.Doc();
	const news = new OutlineNews(new BoardState(doc), 'me');
	addCard(doc, { type: 'cause', text: 'a' }, author('nurse'));
	addCard(doc, { type: 'cause', text: 'b' }, author('physician'));
	addCard(doc, { type: 'measure', text: 'c' }, author('nurse'));
	addCard(doc, { type: 'fact', text: 'mine' }, author('me'));
	expect(news.words).toBe('');
	vi.advanceTimersByTime(10_000);
	expect(news.words).toBe('原因が2件ふえました、対策が1件ふえました');
	news.release();
});

test('what others withdraw is told too', () => {
	const doc = new Y.Doc();
	const id = addCard(doc, { type: 'cause', text: 'a' }, author('nurse'));
	const own = addCard(doc, { type: 'cause', text: 'b' }, author('nurse'));
	const news = new OutlineNews(new BoardState(doc), 'me');
	withdrawCards(doc, [id], author('nurse'));
	withdrawCards(doc, [own], author('me'));
	vi.advanceTimersByTime(10_000);
	expect(news.words).toBe('原因が1件取り下げられました');
	news.release();
});

test('who wants to hear less hears less, and who wants quiet hears nothing', () => {
	const doc = new Y.Doc();
	const board = new BoardState(doc);
	let choice = newsChoiceOf({ newsEvery: '30' });
	const news = new OutlineNews(board, 'me', undefined, () => choice);
	addCard(doc, { type: 'cause', text: 'a' }, author('nurse'));
	vi.advanceTimersByTime(29_000);
	expect(news.words).toBe('');
	vi.advanceTimersByTime(1000);
	expect(news.words).toBe('原因が1件ふえました');
	choice = newsChoiceOf({ newsEvery: 'off' });
	addCard(doc, { type: 'measure', text: 'b' }, author('nurse'));
	vi.advanceTimersByTime(90_000);
	choice = newsChoiceOf({ newsEvery: 'a word nobody knows' });
	addCard(doc, { type: 'fact', text: 'c' }, author('nurse'));
	vi.advanceTimersByTime(10_000);
	expect(news.words).toBe('現状が1件ふえました');
	news.release();
});

test('nobody is talked to after the list is left', () => {
	const doc = new Y.Doc();
	const news = new OutlineNews(new BoardState(doc), 'me');
	addCard(doc, { type: 'cause', text: 'a' }, author('nurse'));
	news.release();
	vi.advanceTimersByTime(20_000);
	expect(news.words).toBe('');
});

test('comments of others are told with the rest, one’s own and old ones are not', () => {
	const doc = new Y.Doc();
	const id = addCard(doc, { type: 'cause', text: 'a' }, author('nurse'));
	addComment(doc, id, '前から', author('nurse'));
	const news = new OutlineNews(new BoardState(doc), 'me');
	addComment(doc, id, 'いつですか', author('nurse'));
	addComment(doc, id, 'だれが', author('physician'));
	addComment(doc, id, '私の', author('me'));
	addCard(doc, { type: 'fact', text: 'b' }, author('nurse'));
	vi.advanceTimersByTime(10_000);
	expect(news.words).toBe('現状が1件ふえました、コメントが2件ふえました');
	addComment(doc, id, '私の', author('me'));
	vi.advanceTimersByTime(10_000);
	expect(news.words).toBe('現状が1件ふえました、コメントが2件ふえました');
	news.release();
});
