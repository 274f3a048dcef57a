import { cardTypes } from '@renkei/shared/method/card-types/index.ts';
import { glossary } from '@renkei/shared/method/glossary.ts';
import type { Term } from '@renkei/shared/method/glossary/term.ts';
import { scenes } from '@renkei/shared/method/scenes.ts';
import { steps } from '@renkei/shared/method/steps.ts';
import { headings } from '@renkei/shared/method/worksheet/headings.ts';
import { zones } from '@renkei/shared/method/zones.ts';
import { expect, test } from 'vitest';
import { furiganaOf } from './furigana.ts';
import { howToText } from './messages/help.ts';
import { practiceText } from './messages/practice.ts';
import { tipText } from './messages/tips.ts';

const terms: readonly Term[] = Object.values(glossary).flat();
const { tasks, praise, byMouse, byFinger, inList } = practiceText;

/** Every text of ours that readings may stand above. */
const texts = [
	...Object.values(cardTypes).flatMap(({ label, fields }) => [
		label.ja,
		...Object.values(fields).map((field) => field.label.ja)
	]),
	...Object.values(steps).flatMap(({ label, task, questions }) => [
		label.ja,
		task.ja,
		...questions.map(({ ja }) => ja)
	]),
	...[...Object.values(scenes), ...Object.values(headings)].map(({ ja }) => ja),
	...Object.values(zones).map(({ label }) => label.ja),
	...terms.map(({ easy }) => easy.ja),
	...Object.values(howToText).flatMap(({ title, mouse, finger }) => [title(), mouse(), finger()]),
	...Object.values(tipText.tips).map((words) => words()),
	...[tasks, praise, byMouse, byFinger, inList].flatMap((group) =>
		Object.values(group).map((words) => words())
	)
];

test('a text with readings says the same as without', () => {
	for (const text of texts)
		expect(
			furiganaOf(text)
				.map((part) => part.text)
				.join('')
		).toBe(text);
});

test('every kanji of our texts has a reading, in hiragana', () => {
	const missing = texts.flatMap((text) =>
		furiganaOf(text)
			.filter((part) => part.reading === null && /[一-鿿々]/.test(part.text))
			.map((part) => `${part.text} in ${text}`)
	);
	expect(missing).toEqual([]);
	const odd = texts
		.flatMap(furiganaOf)
		.filter(({ reading }) => reading !== null && !/^[ぁ-ん]+$/.test(reading));
	expect(odd).toEqual([]);
});

test.each([
	['目指す連携の姿', 'めざすれんけいのすがた'],
	['何の疾患', 'なんのしっかん'],
	['何を実現したいのか', 'なにをじつげんしたいのか'],
	['解決が必要な原因は何だと思う？', 'かいけつがひつようなげんいんはなんだとおもう？'],
	['空いたところを2回押すと', 'あいたところを2かいおすと'],
	['ホイールを回します', 'ホイールをまわします'],
	[
		'上の「一覧」は、ボードと同じ内容の表です',
		'うえの「いちらん」は、ボードとおなじないようのひょうです'
	],
	['1本の指、2本の指', '1ぽんのゆび、2ほんのゆび'],
	['話し合う会、話を聞く', 'はなしあうかい、はなしをきく'],
	['次の年の3月', 'つぎのとしの3がつ']
])('%s is read %s', (text, read) => {
	expect(
		furiganaOf(text)
			.map((part) => part.reading ?? part.text)
			.join('')
	).toBe(read);
});
