import type { BoardChange } from '@renkei/shared/method/board-changes.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { limits } from '@renkei/shared/protocol/limits.ts';
import { expect, test } from 'vitest';
import { importRefusal } from './import-limits.ts';

const room = { allCards: 20, liveCards: 20, links: 0, mayLead: false };

function adds(count: number, text = '文'): readonly BoardChange[] {
	return Array.from({ length: count }, (_, index) => ({
		kind: 'addCard',
		key: `k${index}`,
		id: null,
		type: 'cause',
		text,
		fields: {},
		parts: {},
		votes: null,
		after: null
	}));
}

function removals(count: number): readonly BoardChange[] {
	return Array.from({ length: count }, (_, index) => ({
		kind: 'removeCard',
		card: `card${index}` as CardId
	}));
}

test('what the board holds is taken', () => {
	expect(importRefusal([...adds(300), ...removals(10)], room)).toBeNull();
});

test('more cards than the board holds are too many, those in the trash counted', () => {
	const full = { ...room, allCards: limits.maxCards - 2 };
	expect(importRefusal(adds(2), full)).toBeNull();
	expect(importRefusal(adds(3), full)).toContain('2枚');
});

test('who does not lead takes away as many at once as the server lets them', () => {
	expect(importRefusal(removals(11), room)).toContain('10枚');
	expect(importRefusal(removals(11), { ...room, mayLead: true })).toBeNull();
	expect(importRefusal(removals(30), { ...room, liveCards: 100 })).toBeNull();
});

test('more than one message to the server may hold is told beforehand', () => {
	expect(importRefusal(adds(400, 'あ'.repeat(2000)), room)).not.toBeNull();
	expect(importRefusal(adds(2000, 'あ'.repeat(40)), room)).toBeNull();
});
