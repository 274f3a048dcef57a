import { expect, test } from 'vitest';
import type { CardClip } from './card-clip.ts';
import { maxClipCards, readClip, writeClip } from './card-clip.ts';

const card: CardClip['cards'][number] = {
	type: 'indicator',
	text: '看取りの割合 <b>&"\n3割',
	fields: { unit: '%', kind: 'outcome' },
	parts: { values: [{ id: '2025', value: '31' }] },
	place: [10, 20],
	isPlaced: false
};
const clip: CardClip = {
	version: 1,
	board: 'b1',
	cards: [card, card],
	links: [{ from: 0, to: 1 }]
};

test('what is written is read again', () => {
	expect(readClip(writeClip(clip).html)).toEqual(clip);
	// A browser puts a page around what it keeps.
	expect(readClip(`<html><body>\n<!--StartFragment-->${writeClip(clip).html}</body>`)).toEqual(
		clip
	);
});

test('elsewhere it is one line a card, and nothing of it is markup', () => {
	const { html, text } = writeClip(clip);
	expect(text).toBe('看取りの割合 <b>&" 3割\n看取りの割合 <b>&" 3割');
	expect(html).not.toContain('<b>');
	expect(html).toContain('<p>看取りの割合 &#60;b&#62;&#38;&#34; 3割</p>');
});

const forged = (value: unknown): string =>
	`<div data-renkei-cards="${encodeURIComponent(JSON.stringify(value))}"></div>`;

test.each([
	['an ordinary page', '<p>こんにちは</p>'],
	['a broken mark', '<div data-renkei-cards="%E0%A4%A"></div>'],
	['no JSON', '<div data-renkei-cards="hello"></div>'],
	['another version', forged({ ...clip, version: 2 })],
	['no cards', forged({ ...clip, cards: [] })],
	['too many', forged({ ...clip, cards: Array.from({ length: maxClipCards + 1 }, () => card) })],
	['an unknown type', forged({ ...clip, cards: [{ ...card, type: 'virus' }] })],
	['a text without end', forged({ ...clip, cards: [{ ...card, text: 'あ'.repeat(2001) }] })],
	['a place beyond every board', forged({ ...clip, cards: [{ ...card, place: [1e9, 0] }] })]
])('%s is nothing of ours', (_, html) => {
	expect(readClip(html)).toBeNull();
});

test('fields that a type does not know or allow, and links to nowhere, are left out', () => {
	const read = readClip(
		forged({
			...clip,
			cards: [
				{
					...card,
					fields: { unit: 'x'.repeat(999), baseline: '3', lock: 'pinned', toString: 'x' },
					parts: {
						values: [
							{ id: '2025', value: '31', evil: 1 },
							{ value: 3 },
							{ id: '__proto__', value: '4' }
						],
						constructor: [{ a: 1 }]
					}
				}
			],
			links: [
				{ from: 0, to: 1 },
				{ from: 0, to: 0 }
			]
		})
	);
	expect(read?.cards[0]?.fields).toEqual({ baseline: '3' });
	expect(read?.cards[0]?.parts).toEqual({ values: [{ id: '2025', value: '31' }, { value: '4' }] });
	expect(read?.links).toEqual([]);
});
