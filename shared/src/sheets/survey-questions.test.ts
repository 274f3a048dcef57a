import { describe, expect, test } from 'vitest';
import { templates } from '../method/templates/index.ts';
import { indexBoard } from '../method/worksheet/board-index.ts';
import { boardOf } from '../method/worksheet/test-board.ts';
import { askerOf, respondentOf, surveyGroups } from './survey-groups.ts';
import { questionOf, questionOfIndicator, usualName } from './survey-questions.ts';
import { surveySheet } from './survey-sheet.ts';
import { blankBoard, packed, wordsOf } from './test-sheets.ts';

const year = '1年前と比べて';

function ask(outcome: string, respondent = 'ケアマネジャー') {
	return questionOf(outcome, { respondent, comparedWith: year });
}

describe('an expectation becomes a question', () => {
	test.each([
		[
			'ケアマネジャー等が家族に看取りプロセスを説明する機会が増える',
			'ご自身がご家族に看取りプロセスを説明する機会は、1年前と比べて増えたと感じますか。',
			['増えた', 'やや増えた', '変わらない', 'やや減った', '減った']
		],
		[
			'ケアマネジャー等の看取りに対する知識が上がる',
			'ご自身の看取りに対する知識は、1年前と比べて上がったと感じますか。',
			['上がった', 'やや上がった', '変わらない', 'やや下がった', '下がった']
		],
		[
			'ケアマネジャー等の看取りに対する不安が減少する',
			'ご自身の看取りに対する不安は、1年前と比べて減ったと感じますか。',
			['減った', 'やや減った', '変わらない', 'やや増えた', '増えた']
		],
		[
			'再入院する高齢者の割合が減少する（再入院率が下がる）',
			'再入院する高齢者の割合は、1年前と比べて減ったと感じますか。',
			['減った', 'やや減った', '変わらない', 'やや増えた', '増えた']
		],
		[
			'必要なサービスがケアプランに盛り込まれる割合が高まる',
			'必要なサービスがケアプランに盛り込まれる割合は、1年前と比べて高まったと感じますか。',
			['高まった', 'やや高まった', '変わらない', 'やや低くなった', '低くなった']
		],
		[
			'入院医療費の伸びが抑えられる',
			'入院医療費の伸びは、1年前と比べて抑えられたと感じますか。',
			[
				'大いに抑えられた',
				'やや抑えられた',
				'どちらともいえない',
				'あまり抑えられていない',
				'まったく抑えられていない'
			]
		],
		[
			'救急車が呼ばれる回数ないし率が下がる',
			'救急車が呼ばれる回数ないし率は、1年前と比べて下がったと感じますか。',
			['下がった', 'やや下がった', '変わらない', 'やや上がった', '上がった']
		],
		[
			'多職種の相談のしやすさの向上',
			'多職種の相談のしやすさは、1年前と比べて向上したと感じますか。',
			['向上した', 'やや向上した', '変わらない', 'やや低下した', '低下した']
		],
		[
			'転倒を防げる',
			'転倒は、1年前と比べて防げたと感じますか。',
			[
				'大いに防げた',
				'やや防げた',
				'どちらともいえない',
				'あまり防げていない',
				'まったく防げていない'
			]
		],
		[
			'本人の意向を尊重した在宅生活を送ることができる。',
			'1年前と比べて、ご本人の意向を尊重した在宅生活を送ることができるようになったと感じますか。',
			['そう思う', 'ややそう思う', 'どちらともいえない', 'あまりそう思わない', 'そう思わない']
		],
		[
			'在宅医に早めに相談できるようになる',
			'1年前と比べて、在宅医に早めに相談できるようになったと感じますか。',
			['そう思う', 'ややそう思う', 'どちらともいえない', 'あまりそう思わない', 'そう思わない']
		],
		[
			'訪問診療の普及',
			'「訪問診療の普及」は、1年前と比べて進んだと感じますか。',
			['そう思う', 'ややそう思う', 'どちらともいえない', 'あまりそう思わない', 'そう思わない']
		]
	])('%s', (outcome, question, choices) => {
		expect(ask(outcome)).toEqual({ question, choices });
	});

	test('what is said of the family is said of ご自身 when the family is asked', () => {
		expect(ask('家族の不安が減少する', '家族').question).toBe(
			'ご自身の不安は、1年前と比べて減ったと感じますか。'
		);
		expect(
			ask('家族が「もっとこうしてあげればよかった」などと後悔することが減る', '家族').question
		).toBe(
			'ご自身が「もっとこうしてあげればよかった」などと後悔することは、1年前と比べて減ったと感じますか。'
		);
	});

	test('an indicator without an expectation asks whether it became better', () => {
		expect(
			questionOfIndicator('看取りの満足度', { respondent: '', comparedWith: year }).question
		).toBe('「看取りの満足度」は、1年前と比べて良くなったと感じますか。');
	});

	test('whatever is written, a question comes of it', () => {
		for (const text of ['', '=1+1', '（）', 'が減る', '。', '[a-z]+(', '𠮷が増える'])
			for (const respondent of ['', '(', 'ケアマネ'])
				expect(ask(text, respondent).question).toMatch(/感じますか。$/u);
	});
});

test.each([
	['介護支援専門員', 'ケアマネジャー'],
	['ケアマネジャー等', 'ケアマネジャー'],
	['ご家族', '家族'],
	['ご遺族の方', '遺族'],
	['訪問看護師', '訪問看護師'],
	['', '']
])('%s is known as %s', (written, name) => {
	expect(usualName(written)).toBe(name);
});

describe('whom a survey asks', () => {
	test.each([
		['ケアマネジャーを対象としたアンケートなど', '', 'ケアマネジャー', ''],
		[
			'家族向けアンケート（ケアマネジャーが家族に聞き取りながら記載するもの）',
			'',
			'家族',
			'ケアマネジャー'
		],
		['訪問看護師へのアンケート', '', '訪問看護師', ''],
		['住民アンケート', '', '住民', ''],
		['病院の看護師に対する意識調査', '', '病院の看護師', ''],
		['アンケート', '', '', ''],
		['年1回のアンケート', 'ご家族', '家族', ''],
		['家族アンケート（訪問看護師がうかがって記入）', '', '家族', '訪問看護師']
	])('%s', (text, respondent, asked, asker) => {
		const board = boardOf({
			municipality: '',
			scene: null,
			group: '',
			date: '',
			links: [],
			cards: [{ id: 's', type: 'source', text, fields: { method: 'survey', respondent } }]
		});
		const [source] = indexBoard(board).cardsOf('source');
		if (!source) throw new Error('The board has a source');
		expect(respondentOf(source)).toBe(asked);
		expect(askerOf(source, asked)).toBe(asker);
	});
});

describe('the questionnaires of I市', () => {
	const board = boardOf(templates['i-city-mitori']());
	const groups = surveyGroups(indexBoard(board));

	test('①–④ ask ケアマネジャー, ⑤⑥ the family through ケアマネジャー', () => {
		expect(
			groups.map(({ respondent, askedBy, items }) => ({
				respondent,
				askedBy,
				numbers: items.map(({ number }) => number)
			}))
		).toEqual([
			{ respondent: 'ケアマネジャー', askedBy: '', numbers: [1, 2, 3, 4] },
			{ respondent: '家族', askedBy: 'ケアマネジャー', numbers: [5, 6] }
		]);
	});

	test('say whom they are for, who fills them in, and what becomes of the answers', () => {
		const words = wordsOf(surveySheet.layOut(board, { paper: 'A3', date: '2026-11-22' }));
		for (const said of [
			'看取りに関するアンケート　ケアマネジャーの皆さまへ',
			'看取りに関するアンケート　ご家族の皆さまへ',
			'担当のケアマネジャーが、お話を伺いながら記入します',
			'お名前を書いていただく必要はありません',
			'支援を受け始めた頃と比べて減ったと感じますか',
			'事務局用：質問と評価のつながり',
			'① ケアマネジャー等が家族に看取りプロセスを説明する機会が増える'
		])
			expect(words).toContain(packed(said));
	});

	test('are A4 upright whatever paper the others are on', () => {
		const { paper, widthMm, heightMm } = surveySheet.layOut(board, {
			paper: 'A3',
			date: '2026-11-22'
		});
		expect([paper, widthMm, heightMm]).toEqual(['A4', 210, 297]);
	});

	test('every place to write has a name of its own', () => {
		const { blocks } = surveySheet.tell(board, { paper: 'A4', date: '2026-11-22' });
		const names = blocks.flatMap((block) => (block.kind === 'space' ? [block.name] : []));
		expect(names).toHaveLength(8);
		expect(new Set(names).size).toBe(names.length);
	});
});

describe('a board that asks nobody', () => {
	test('is told what is missing, on one page', () => {
		const layout = surveySheet.layOut(blankBoard, { paper: 'A4', date: '2026-11-22' });
		expect(layout.pages).toHaveLength(1);
		expect(wordsOf(layout)).toContain('アンケートで確かめる「期待したこと」が、まだありません。');
	});

	test('is asked about each expectation of which nobody said how it is found out', () => {
		const board = boardOf(templates['g-city-evaluation']());
		const words = wordsOf(surveySheet.layOut(board, { paper: 'A4', date: '2026-11-22' }));
		expect(words).toContain('⑥「入院医療費の伸びが抑えられる」は、把握方法がまだ決まっていません');
	});

	test('is told of a survey that serves no expectation', () => {
		const board = boardOf({
			municipality: '',
			scene: null,
			group: '',
			date: '',
			links: [],
			cards: [{ id: 's', type: 'source', text: '住民アンケート', fields: { method: 'survey' } }]
		});
		const words = wordsOf(surveySheet.layOut(board, { paper: 'A4', date: '2026-11-22' }));
		expect(words).toContain('「住民アンケート」は、どの期待ともつながっていません');
	});
});
