import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cardTypes } from '../card-types/index.ts';
import { checkWords, withOwnWords } from '../checks/words.ts';
import { stepIds } from '../ids.ts';
import { scenes } from '../scenes.ts';
import { steps } from '../steps.ts';
import { headings } from '../worksheet/headings.ts';
import { zones } from '../zones.ts';
import { defaultPack } from './default-pack.ts';
import { defaultMethod, sceneLabel } from './method.ts';
import type { Pack } from './pack.ts';
import { maxPackBytes, packSchema } from './pack.ts';
import { packRefusalSentence, parsePack } from './parse-pack.ts';
import { resolvePack } from './resolve-pack.ts';

const word = { ja: '言葉', en: 'word' };
const smallest = {
	format: 'renkei-pack',
	version: 1,
	id: 'mine',
	name: word,
	scenes: [{ id: 'one', label: word }]
};

function packOf(content: object): Pack {
	const read = parsePack(JSON.stringify(content), 'mine.json');
	if ('refusal' in read) throw new Error(packRefusalSentence(read.refusal).en);
	return read.pack;
}

function refusalOf(text: string) {
	const read = parsePack(text, 'mine.json');
	if ('pack' in read) throw new Error('taken');
	return read.refusal;
}

test('the default pack is the manual, word for word', () => {
	expect(packSchema.parse(defaultPack)).toEqual(defaultPack);
	const method = resolvePack(packSchema.parse(JSON.parse(JSON.stringify(defaultPack))));
	expect(method.steps).toEqual(steps);
	expect(method.zones).toEqual(mapped(zones, ({ label }) => ({ label })));
	expect(method.cardTypes).toEqual(
		mapped(cardTypes, ({ mark, label, fields }) => ({
			mark,
			label,
			fields: mapped<Record<string, { readonly label: object }>, object>(fields, (field) => ({
				label: field.label
			}))
		}))
	);
	expect(Object.fromEntries(method.scenes.map(({ id, label }) => [id, label]))).toEqual(scenes);
	expect(method.headings).toEqual(headings);
	expect(method.checkWords).toEqual(checkWords);
});

test('no word of the manual changes by accident', () => {
	const {
		scenes: said,
		steps: asked,
		zones: columns,
		headings: over,
		cardTypes: cards
	} = defaultPack;
	const named = Object.values(cards ?? {}).map((type) => [type?.mark, type?.label]);
	const spoken = JSON.stringify([said, asked, columns, over, named]);
	const digest = createHash('sha256').update(spoken).digest('hex');
	// Whoever means to change a word of the manual changes this line with it.
	expect(digest).toBe('7b9846e01ced513ebd94bed70b709ada83e45ab44b8f89f0f7ea7477d59d9a61');
});

test('where a pack is silent the manual speaks', () => {
	const method = resolvePack(packOf(smallest));
	expect(method.steps).toEqual(defaultMethod.steps);
	expect(method.cardTypes.cause.label).toEqual(cardTypes.cause.label);
	expect(withOwnWords(method.checkWords)).toEqual(checkWords);
});

test('what a pack says comes before the manual, entry by entry', () => {
	const method = resolvePack(
		packOf({
			...smallest,
			steps: { cause: { questions: [word] } },
			cardTypes: { theme: { mark: '主', fields: { disease: word } } },
			checkWords: { diseases: ['腰痛'] }
		})
	);
	expect(method.steps.cause).toEqual({ ...steps.cause, questions: [word] });
	expect(method.cardTypes.theme).toMatchObject({
		mark: '主',
		label: cardTypes.theme.label,
		fields: { disease: { label: word }, ward: { label: cardTypes.theme.fields.ward.label } }
	});
	expect(withOwnWords(method.checkWords).diseases).toEqual(['腰痛']);
	expect(withOwnWords(method.checkWords).parties).toEqual(checkWords.parties);
});

test('a scene nobody knows is shown by its id', () => {
	expect(sceneLabel(defaultMethod, 'endOfLife').ja).toBe('看取り');
	expect(sceneLabel(defaultMethod, 'toString')).toEqual({ ja: 'toString', en: 'toString' });
});

test('the sample is a pack with scenes, questions, card words and word lists of its own', () => {
	const text = readFileSync(new URL('./dementia.json', import.meta.url), 'utf8');
	const read = parsePack(text, 'dementia.json');
	expect(read).toMatchObject({ pack: { id: 'dementia', name: { ja: '認知症' } } });
	const method = resolvePack((read as { pack: Pack }).pack);
	expect(method.scenes).toHaveLength(5);
	expect(method.cardTypes.vision).toMatchObject({ mark: '暮', label: { ja: '目指す暮らし' } });
	for (const id of stepIds) expect(method.steps[id].questions.length).toBeGreaterThan(0);
	expect(withOwnWords(method.checkWords).events).toContain('一人歩き');
});

test('words are cleaned, control characters and all', () => {
	const pack = packOf({ ...smallest, name: { ja: ' か\u3099\u0007ん ', en: 'x' } });
	expect(pack.name.ja).toBe('がん');
});

test('a byte order mark is no mistake', () => {
	expect(parsePack(`\ufeff${JSON.stringify(smallest)}`, 'mine.json')).toHaveProperty('pack');
});

const lines = JSON.stringify(smallest, null, '\t');
const changed = (from: string, to: string): string => lines.replace(from, to);

test.each([
	['a forgotten comma', changed('1,\n', '1\n'), 3, 14, '「,」か「}」が必要'],
	['a comma too many', changed('"word"\n\t},', '"word",\n\t},'), 8, 2, '「"」が必要'],
	['a forgotten quotation mark', changed('"mine"', '"mine'), 4, 8, 'JSONとして読めません'],
	['an end that is missing', lines.slice(0, -2), 17, 3, '「,」か「}」が必要'],
	['something behind the end', `${lines}\n{}`, 19, 1, 'JSONとして読めません'],
	['nothing', '', 1, 1, 'JSONとして読めません'],
	['a key twice', changed('"version"', '"format"'), 3, 2, '「format」が2回'],
	['a misspelt key', changed('"scenes"', '"scene"'), 9, 2, '「scene」という項目はありません'],
	['a missing key', changed('\t"version": 1,\n', ''), 1, 1, '「version」がありません'],
	['a wrong kind', changed('"言葉"', '3'), 6, 9, '"…" で囲んだ言葉'],
	['a later version', changed('"version": 1', '"version": 2'), 3, 13, '1 と書いて'],
	['an id with capitals', changed('"mine"', '"Mine"'), 4, 8, 'id は英字で始め'],
	['empty words', changed('"言葉"', '" "'), 6, 9, '空です'],
	['long words', changed('言葉', 'あ'.repeat(41)), 6, 9, '40 文字まで'],
	['markup', changed('"word"', '"<script>"'), 7, 9, 'タグ'],
	['two lines', changed('"word"', '"a\\nb"'), 7, 9, '1行で'],
	['a scene twice', withEntry({ scenes: [...smallest.scenes, ...smallest.scenes] }), 9, 12, '2つ'],
	['no scenes', withEntry({ scenes: [] }), 9, 12, '1つ以上'],
	['no step of the method', withEntry({ steps: { plan: {} } }), 19, 3, '「plan」'],
	['a long mark', withEntry({ cardTypes: { cause: { mark: '原因' } } }), 20, 12, '1文字'],
	[
		'a field no card has',
		withEntry({ cardTypes: { note: { fields: { x: word } } } }),
		21,
		5,
		'「x」'
	],
	['a list no check knows', withEntry({ checkWords: { odd: [] } }), 19, 3, '「odd」'],
	['the id of the default', changed('"mine"', '"home-care"'), 4, 8, '標準のパック'],
	['__proto__', changed('"name"', '"__proto__"'), 5, 2, '「__proto__」'],
	[
		'constructor',
		withEntry({ checkWords: JSON.parse('{"constructor":[]}') }),
		19,
		3,
		'constructor'
	],
	['a deep one', '['.repeat(100_000), 1, 14, '深すぎ'],
	['a large one', ' '.repeat(maxPackBytes + 1), 1, 1, '256 KB'],
	['a list', '[]', 1, 1, '{ … }']
])('%s is refused with its place', (_, text, line, column, words) => {
	const refusal = refusalOf(text);
	expect(refusal).toMatchObject({ file: 'mine.json', line, column });
	const sentence = packRefusalSentence(refusal);
	expect(sentence.ja).toContain(`mine.json の ${line} 行目・${column} 文字目：`);
	expect(sentence.ja).toContain(words);
	expect(sentence.en).not.toMatch(/[ぁ-ん]/);
});

test('an id that another file has is refused', () => {
	const read = parsePack(lines, 'mine.json', new Set(['mine']));
	expect(read).toMatchObject({
		refusal: { line: 4, what: { ja: expect.stringContaining('mine') } }
	});
});

function withEntry(entry: object): string {
	return JSON.stringify({ ...smallest, ...entry }, null, '\t');
}

function mapped<T extends object, R>(record: T, make: (value: T[keyof T]) => R): object {
	return Object.fromEntries(
		Object.entries(record).map(([key, value]) => [key, make(value as T[keyof T])])
	);
}
