import type { CardId } from '@renkei/shared/method/card.ts';
import { expect, test } from 'vitest';
import type { QueuedIdea, Sent } from './idea-queue.svelte.ts';
import { IdeaQueue } from './idea-queue.svelte.ts';

const place = { boardId: 'board', participant: 'nurse' };
const idea = (text: string) => ({ type: 'cause', text, of: null }) as const;
const textsOf = (queue: IdeaQueue): string[] => queue.ideas.map(({ text }) => text);

/** A device that keeps what is written, and a server that is reached or not. */
function device() {
	const kept = new Map<string, string>();
	const storage = {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value),
		removeItem: (key: string) => void kept.delete(key)
	};
	const arrived: string[] = [];
	const told: QueuedIdea[] = [];
	let answer: (text: string) => Sent | Promise<Sent> = () => 'taken';
	const open = (at = place): IdeaQueue =>
		new IdeaQueue(
			at,
			async ({ key, text }) => {
				const sent = await answer(text);
				if (sent === 'taken') arrived.push(`${key} ${text}`);
				return sent;
			},
			(taken) => told.push(taken),
			storage
		);
	return { kept, arrived, told, open, answerWith: (next: typeof answer) => void (answer = next) };
}

test('ideas go in the order of writing, and nothing stays behind', async () => {
	const { open, arrived, told, kept } = device();
	const queue = open();
	const keys = ['一つめ', '二つめ', '三つめ'].map((text) => queue.add(idea(text)));
	expect(queue.waiting).toBe(3);
	await queue.flush();
	expect(arrived).toEqual(
		keys.map((key, index) => `${key} ${['一つめ', '二つめ', '三つめ'][index]}`)
	);
	expect(told).toHaveLength(3);
	expect(queue.ideas).toEqual([]);
	expect([...kept.keys()]).toEqual([]);
});

test('without a line they wait, also over a closed page, under the same keys', async () => {
	const { open, arrived, answerWith } = device();
	answerWith(() => 'noLine');
	const before = open();
	const keys = ['一つめ', '二つめ'].map((text) => before.add(idea(text)));
	await before.flush();
	expect(before.waiting).toBe(2);

	answerWith(() => 'taken');
	const after = open();
	expect(textsOf(after)).toEqual(['一つめ', '二つめ']);
	await after.flush();
	expect(arrived).toEqual([`${keys[0]} 一つめ`, `${keys[1]} 二つめ`]);
});

test('what belongs to another person or table on this device is not theirs', () => {
	const { open } = device();
	open().add(idea('看護師の'));
	expect(open({ ...place, participant: 'doctor' }).ideas).toEqual([]);
	expect(open({ ...place, boardId: 'other' }).ideas).toEqual([]);
	expect(textsOf(open())).toEqual(['看護師の']);
});

test('a refused one stays with its text and holds nobody back', async () => {
	const { open, arrived, answerWith } = device();
	const queue = open();
	answerWith((text) => (text === '遅い' ? { refused: 'notAllowed' } : 'taken'));
	const late = queue.add(idea('遅い'));
	queue.add(idea('間に合う'));
	await queue.flush();
	expect(queue.ideas).toMatchObject([{ key: late, text: '遅い', refused: 'notAllowed' }]);
	expect(arrived).toHaveLength(1);

	answerWith(() => 'taken');
	await queue.flush();
	expect(queue.ideas).toHaveLength(1);
	queue.again(late as CardId);
	await queue.flush();
	expect(arrived.at(-1)).toBe(`${late} 遅い`);
});

test('a lost answer adds nothing twice: the desk tells what is there', async () => {
	const { open, answerWith } = device();
	const queue = open();
	answerWith(() => 'noLine');
	const key = queue.add(idea('届いていた'));
	await queue.flush();
	queue.forget(new Set([String(key)]));
	expect(queue.ideas).toEqual([]);
});

test('one that is on its way is not changed under way; one that waits is', async () => {
	const { open, arrived, answerWith } = device();
	const queue = open();
	const key = queue.add(idea('はじめ')) as CardId;
	expect(queue.rewrite(key, { type: 'note', text: '直した' })).toBe(true);
	let take: (sent: Sent) => void = () => {};
	answerWith(() => new Promise((resolve) => (take = resolve)));
	const sending = queue.flush();
	expect(queue.rewrite(key, { type: 'note', text: '遅すぎる' })).toBe(false);
	expect(queue.drop(key)).toBe(false);
	take('taken');
	await sending;
	expect(arrived).toEqual([`${key} 直した`]);
});

test('two windows of one person do not wipe out each other’s ideas', () => {
	const { open } = device();
	const [one, other] = [open(), open()];
	one.add(idea('左の窓'));
	other.add(idea('右の窓'));
	expect(textsOf(open())).toEqual(['左の窓', '右の窓']);
});

test('words without words are no idea, and what stood in the field is kept', () => {
	const { open, kept } = device();
	const queue = open();
	expect(queue.add(idea(' 　\n'))).toBeNull();
	queue.draft = '書きかけ';
	expect(open().draft).toBe('書きかけ');
	queue.draft = '';
	expect(kept.size).toBe(0);
});
