import type { CardId } from '@renkei/shared/method/card.ts';
import { describe, expect, test } from 'vitest';
import { columnsIn, measures, pagesOf, questionSize } from './pages.ts';
import type { Block, BlockPart } from './zone-blocks.ts';

/** The place for cards where the whole screen has these pixels and the question takes two lines. */
function placeOn(width: number, height: number) {
	const unit = height / 1080;
	return { width: width / unit - 400 - 128, height: 660 };
}

const wide = placeOn(1920, 1080);
const narrow = placeOn(1024, 768);

function block(index: number, ...parts: (string | BlockPart)[]): Block {
	return {
		id: `c${index}` as CardId,
		type: 'cause',
		number: index + 1,
		parts: parts.map((part) => (typeof part === 'string' ? { kind: 'card', text: part } : part))
	};
}

const numbersOn = (blocks: readonly Block[], place: typeof wide) =>
	pagesOf(blocks, place).map((page) => page.map(({ number }) => number));

describe('which cards stand on which page', () => {
	const sentence = '家族は、不安が強くなると、在宅医ではなく、救急車を呼んでしまう';
	const forty = Array.from({ length: 40 }, (_, index) => block(index, sentence));

	test('forty cards of three lines: two by two on a wide screen, in reading order, none lost', () => {
		const pages = numbersOn(forty, wide);
		expect(pages).toHaveLength(10);
		expect(pages[0]).toEqual([1, 2, 3, 4]);
		expect(pages.flat()).toEqual(forty.map(({ number }) => number));
	});

	test('a screen of 4:3 has one column, 1366 × 768 as many pages as 1920 × 1080', () => {
		expect(columnsIn(narrow)).toBe(1);
		expect(numbersOn(forty, narrow)[0]).toEqual([1, 2, 3]);
		expect(numbersOn(forty, narrow).flat()).toHaveLength(40);
		expect(numbersOn(forty, placeOn(1366, 768))).toEqual(numbersOn(forty, wide));
	});

	test('short cards share a page; one that does not fit any more begins the next', () => {
		const short = Array.from({ length: 8 }, (_, index) => block(index, '短い'));
		expect(numbersOn(short, wide)).toEqual([[1, 2, 3, 4, 5, 6, 7, 8]]);
		expect(numbersOn([...short, block(8, '九'), block(9, '十')], wide)).toEqual([
			[1, 2, 3, 4, 5, 6, 7, 8],
			[9, 10]
		]);
	});

	test('what stands on a page never needs more than its height', () => {
		const mixed = Array.from({ length: 30 }, (_, index) =>
			block(index, 'あ'.repeat(1 + index * 7))
		);
		for (const place of [wide, narrow]) {
			const perLine = Math.floor(
				((place.width - (columnsIn(place) - 1) * measures.gap) / columnsIn(place) - 154) /
					measures.cardText
			);
			for (const page of pagesOf(mixed, place)) {
				const heights: number[] = [];
				for (let at = 0; at < page.length; at += columnsIn(place))
					heights.push(
						Math.max(
							...page
								.slice(at, at + columnsIn(place))
								.map(({ parts }) => Math.ceil((parts[0]?.text.length ?? 0) / perLine) * 65 + 62)
						)
					);
				const used = heights.reduce((sum, height) => sum + height + measures.gap, -measures.gap);
				expect(used).toBeLessThanOrEqual(place.height);
			}
		}
	});

	test('no cards are no pages', () => {
		expect(pagesOf([], wide)).toEqual([]);
	});
});

describe('a card longer than a page', () => {
	test('goes on on the next, marked, and loses no character and no line break', () => {
		const text = `${'家族が不安になる。'.repeat(60)}\n二つ目の段落`;
		const pages = pagesOf([block(0, text)], wide);
		const pieces = pages.flat();
		expect(pieces.length).toBeGreaterThan(1);
		expect(pieces.map(({ isContinued }) => isContinued)).toEqual(pieces.map((_, at) => at > 0));
		expect(pieces.flatMap(({ parts }) => parts.map((part) => part.text)).join('')).toBe(text);
	});

	test('whys and notes stay what they are', () => {
		const pieces = pagesOf(
			[
				block(
					0,
					'本人が衰弱してくると家族は不安になる',
					{ kind: 'why', text: '本人の状態の変化。'.repeat(80) },
					{ kind: 'note', text: '聞いた話' }
				)
			],
			wide
		).flat();
		expect(pieces.length).toBeGreaterThan(1);
		expect(pieces[0]?.parts.map(({ kind }) => kind)).toEqual(['card', 'why']);
		expect(pieces.at(-1)?.parts.map(({ kind }) => kind)).toEqual(['why', 'note']);
	});

	test('even where hardly anything fits, every page holds a line', () => {
		const pages = pagesOf([block(0, 'あいうえおかきくけこ')], { width: 300, height: 20 });
		expect(pages.flat().flatMap(({ parts }) => parts.map(({ text }) => text))).not.toContain('');
		expect(
			pages
				.flat()
				.flatMap(({ parts }) => parts.map(({ text }) => text))
				.join('')
		).toBe('あいうえおかきくけこ');
	});
});

test('a long question is smaller, and never below 2.2 % of the height', () => {
	expect(questionSize('何を実現したいのか', 1200)).toBe(60);
	expect(questionSize('こうした現状・課題を生じさせている原因として何が考えられるか？', 1200)).toBe(
		60
	);
	const long =
		'評価とは、「期待したこと」と「現状」を比較し、何がどこまで達成できたかを確認する作業です';
	expect(questionSize(long, 1000)).toBe(46);
	expect(questionSize(long.repeat(3), 800)).toBe(36);
	for (const size of [measures.cardText, measures.partText, 36])
		expect(size / 1080).toBeGreaterThanOrEqual(0.022);
});
