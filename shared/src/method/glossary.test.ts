import { expect, test } from 'vitest';
import { cardTypes } from './card-types/index.ts';
import { glossary, markTerms, termOf } from './glossary.ts';
import type { Term } from './glossary/term.ts';
import { scenes } from './scenes.ts';
import { steps } from './steps.ts';
import { headings } from './worksheet/headings.ts';

const all: readonly Term[] = Object.values(glossary).flat();

const labels = [
	...Object.values(cardTypes).flatMap(({ label, fields }) => [
		label.ja,
		...Object.values(fields).map((field) => field.label.ja)
	]),
	...Object.values(steps).map(({ label }) => label.ja),
	...Object.values(scenes).map(({ ja }) => ja),
	...Object.values(headings).map(({ ja }) => ja)
];

test.each([...new Set(labels)])('%s is explained', (label) => {
	expect(termOf(label)).not.toBeNull();
});

test('every term is said in hiragana, explained in both languages, and stands in the list once', () => {
	const words = all.flatMap((term) => [...term.words]);
	expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
	const isJapanese = (text: string): boolean => /[ぁ-んァ-ヶ一-鿿]/.test(text);
	const wrong = all.filter(
		({ reading, en, easy }) =>
			!/^[ぁ-んー・]+$/.test(reading) || isJapanese(en + easy.en) || easy.ja.length >= 60
	);
	expect(wrong).toEqual([]);
});

test('a text is marked at its terms, the longest first and each once, and says the same as before', () => {
	const text = 'どのような連携を目指すのか（＝目指す連携の姿）。目指す連携の姿とギャップ';
	const marked = markTerms(text);
	expect(marked.map((part) => part.text).join('')).toBe(text);
	expect(marked.filter(({ term }) => term).map((part) => part.text)).toEqual([
		'目指す連携の姿',
		'ギャップ'
	]);
});

test('every question of every step says the same when it is marked', () => {
	for (const { questions, task } of Object.values(steps))
		for (const { ja } of [...questions, task])
			expect(
				markTerms(ja)
					.map(({ text }) => text)
					.join('')
			).toBe(ja);
});
