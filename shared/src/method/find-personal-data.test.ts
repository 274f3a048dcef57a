import { addCard } from '../document/commands/card-commands.ts';
import { readBoard } from '../document/read-board.ts';
import type { CardId } from './card.ts';
import { templateIds } from './templates/template-ids.ts';
import { templates } from './templates/index.ts';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { findPersonalData } from './find-personal-data.ts';

const author = { participant: 'p', profession: null, now: 1 };

function suspectsIn(...texts: string[]) {
	const doc = new Y.Doc();
	for (const text of texts) addCard(doc, { type: 'fact', text }, author);
	return findPersonalData(readBoard(doc)).map(({ kind, text }) => `${kind}:${text}`);
}

test.each([
	['電話は 03-1234-5678 です', 'phone:03-1234-5678'],
	['携帯０９０－１２３４－５６７８', 'phone:０９０－１２３４－５６７８'],
	['09012345678 へ', 'phone:09012345678'],
	['taro@example.jp に送る', 'mail:taro@example.jp'],
	['〒123-4567 に住む', 'postcode:〒123-4567'],
	['昭和12年3月4日生まれ', 'birth:昭和12年3月4日生'],
	['山田さんの場合', 'name:山田さん'],
	['山田氏の場合', 'name:山田氏'],
	['被保険者番号は 0012345678 の方', 'insured:被保険者番号は 0012345678'],
	['東長沼２１１１番地に住む', 'address:東長沼２１１１番地'],
	['中央町1-2-3 のお宅', 'address:中央町1-2-3'],
	['稲城市立病院から退院', 'facility:稲城市立病院'],
	['さくらクリニックに通う／サクラクリニックに通う', 'facility:サクラクリニック']
])('「%s」 is pointed out', (text, suspect) => {
	expect(suspectsIn(text)).toEqual([suspect]);
});

test('roles, counts and dates of meetings are left alone', () => {
	expect(
		suspectsIn(
			'患者さんと家族さん、訪問看護師さん',
			'令和4年12月15日に研修',
			'2022-12-15 に3割（24時間）',
			'様々な理由、同様に、皆さん、仕様',
			'総合病院、急性期病院、在宅療養支援診療所、訪問看護ステーション、特別養護老人ホーム、市内の薬局',
			'病院の医師、他病院、入院先病院、門前薬局、近隣のクリニック'
		)
	).toEqual([]);
});

test('the manual’s own examples raise no alarm', () => {
	const texts = templateIds.flatMap((id) =>
		templates[id]('endOfLife').cards.map(({ text }) => text)
	);
	expect(suspectsIn(...texts)).toEqual([]);
});

test('an id of ten digits is not taken for a telephone number, a field is read', () => {
	const doc = new Y.Doc();
	const id = '0040294056' as CardId;
	const fields = { audience: '山田さん', members: ['09012345678'] };
	addCard(doc, { id, type: 'measure', text: '研修会', fields }, author);
	expect(findPersonalData(readBoard(doc)).map(({ text }) => text)).toEqual([
		'09012345678',
		'山田さん'
	]);
});
