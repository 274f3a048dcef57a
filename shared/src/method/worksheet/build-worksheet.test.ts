import { describe, expect, test } from 'vitest';
import type { Board } from '../board.ts';
import { iCityMitori } from '../templates/i-city-mitori.ts';
import { templates } from '../templates/index.ts';
import type { Template, TemplateCard } from '../templates/template.ts';
import { buildWorksheet } from './build-worksheet.ts';
import { boardOf } from './test-board.ts';
import { rowText, worksheetBlockIds } from './worksheet.ts';
import type { WorksheetBlockId } from './worksheet.ts';

/** The rows of one block as they read. */
function read(board: Board, block: WorksheetBlockId): string[] {
	return buildWorksheet(board).blocks[block].rows.map(rowText);
}

function withCards(cards: readonly TemplateCard[], links: Template['links'] = []): Board {
	return boardOf({ municipality: '', scene: null, group: '', date: '', cards, links });
}

describe('the worksheet of the I市 看取り board', () => {
	const board = boardOf(iCityMitori, {
		group: '3卓',
		date: '令和4年12月',
		professionsPresent: ['physician', 'visitingNurse', 'careManager']
	});

	test('has the head of 図表4-10', () => {
		expect(buildWorksheet(board).head).toEqual({
			title: '',
			scene: '看取り',
			municipality: 'I市',
			group: '3卓',
			date: '令和4年12月',
			reviewDate: '',
			professions: '医師・訪問看護師・ケアマネジャー'
		});
	});

	test('reads from theme to source as the manual does', () => {
		expect(read(board, 'theme')).toEqual([
			'本人の意向に沿えずに、家族が入院を選ぶことがある',
			'対象疾患：（指定なし）',
			'連携当事者：（未記入）',
			'現状　実際には、本人は在宅での看取りを希望されていても、様々な理由により、病院への入院や施設への入所になってしまう場合がある。'
		]);
		expect(read(board, 'vision')).toEqual([
			'終末期であっても、在宅サービスを使うことで、本人の意向を尊重した在宅生活を送ることができる',
			'目指す連携の姿：（未記入）'
		]);
		expect(read(board, 'causes')).toEqual([
			'①　本人の意向を確認できていない／意向を具体化できていない',
			'②　看取り経験が少ないケアマネジャーも多く、自身も不安を感じている',
			'③　本人が衰弱してくると家族は不安になる',
			'④　家族は、不安が強くなると、在宅医ではなく、救急車を呼んでしまう',
			'なぜ？',
			'・　本人の状態の変化',
			'・　ケアマネジャーの経験値や説明・対応力の低さなど',
			'・　家族は、想定していたことが起こる分には慌てないが、想定していないことが起こると慌てたり、不安が増強したりする。'
		]);
		expect(read(board, 'rootCause')).toEqual([
			'家族に対し、専門職が看取りに関するプロセスを十分説明しきれていないために、家族の不安が高まってしまうこと',
			'理由：ケアマネジャーの質の問題、本人の意向確認の問題もあるが、キーとなるのは「家族の不安の軽減」だと思う',
			'ポイント：専門職の看取りプロセスに対する説明能力をいかに高めるか'
		]);
		expect(read(board, 'measures')).toEqual([
			'対策1　専門職の説明能力向上',
			'①　説明スキルを高めるための研修会の開催（ロールプレイを中心としたもの）',
			'②　説明に使用するための資料作成（演習資料を含む）',
			'対象：専門職　担当：作業部会（医師・訪問看護ステーションの看護師・ケアマネジャー）',
			'対策2　家族の看取りプロセスに対する知識やイメージ力の向上',
			'①　看取りプロセスを知るための家族向け研修会を開催すること',
			'対象：家族　時期：本年度　担当：（未定）',
			'今後の予定：来年度は、ケアマネジャー、在宅・居住系・施設で看取りにかかわる可能性のあるケア職員等を対象に、同様の研修会を開催する予定である。',
			'まとまり：重点テーマ'
		]);
		expect(read(board, 'outcomes').at(7)).toBe('⑧　看取りに関する報酬の算定回数が増える');
		expect(read(board, 'evaluation')).toEqual([
			'①～④　ケアマネジャーを対象としたアンケートなど',
			'⑤⑥　家族向けアンケート（ケアマネジャーが家族に聞き取りながら記載するもの）',
			'⑦　救急隊へのヒアリング、公表データなど',
			'⑧　地域包括ケア見える化システムのデータ、介護報酬の算定回数など'
		]);
		expect(read(board, 'notes')).toEqual([]);
	});
});

test('every card of every worked case is on its sheet, and the solving cause only once', () => {
	for (const template of Object.values(templates)) {
		const board = boardOf(template('endOfLife'));
		const { blocks } = buildWorksheet(board);
		const rows = worksheetBlockIds.flatMap((id) => blocks[id].rows);
		const shown = new Set(rows.flatMap((row) => row.cardIds));
		expect([...board.cards.keys()].filter((id) => !shown.has(id))).toEqual([]);
		const text = rows.map(rowText).join('\n');
		for (const card of board.cards.values()) expect(text).toContain(card.text);
		const roots = [...board.cards.values()].filter((card) => card.type === 'cause' && card.isRoot);
		for (const root of roots)
			expect(
				rows.filter((row) => row.cardIds.includes(root.id) && row.kind !== 'detail')
			).toHaveLength(1);
	}
});

test('without a chosen theme the candidates are marked; beside a chosen one they stay below it', () => {
	const candidate = { id: 'a', type: 'theme', text: '骨折' } as const;
	const aside = { id: 'b', type: 'theme', text: '肺炎', fields: { status: 'setAside' } } as const;
	const chosen = { id: 'c', type: 'theme', text: '看取り', fields: { status: 'chosen' } } as const;
	expect(read(withCards([candidate, aside]), 'theme')).toEqual(['候補　骨折', '見送り　肺炎']);
	expect(read(withCards([candidate, aside, chosen]), 'theme')).toEqual([
		'看取り',
		'対象疾患：（指定なし）',
		'連携当事者：（未記入）',
		'候補　骨折',
		'見送り　肺炎'
	]);
});

test('an empty board says what has not been filled in, and is not broken', () => {
	const board = withCards([]);
	for (const block of [
		'theme',
		'causes',
		'rootCause',
		'measures',
		'outcomes',
		'evaluation'
	] as const)
		expect(read(board, block)).toEqual(['（未記入）']);
	expect(read(board, 'vision')).toEqual([
		'目指す地域の姿：（未記入）',
		'目指す連携の姿：（未記入）'
	]);
});

test('causes linked in a circle and cards linked to nothing still appear', () => {
	const board = withCards(
		[
			{ id: 'a', type: 'cause', text: 'あ' },
			{ id: 'b', type: 'cause', text: 'い' },
			{ id: 'd', type: 'source', text: 'う' },
			{
				id: 'i',
				type: 'indicator',
				text: 'え',
				fields: { unit: '件', target: '5', targetAt: '令和8年' }
			},
			{ id: 'n', type: 'note', text: 'お', fields: { kind: 'opinion' } },
			{ id: 'e', type: 'outcome', text: '' }
		],
		[
			{ from: 'a', to: ['b'] },
			{ from: 'b', to: ['a'] }
		]
	);
	expect(read(board, 'causes')).toEqual(['①　あ', '②　い']);
	expect(read(board, 'evaluation')).toEqual([
		'・　指標　え',
		'単位：件',
		'目標値：5（令和8年）',
		'・　う'
	]);
	expect(read(board, 'notes')).toEqual(['・　意見　お']);
	expect(read(board, 'outcomes')).toEqual(['①　（未記入）']);
});

test('an indicator stands with the outcomes it measures and the sources it comes from', () => {
	const board = withCards(
		[
			{ id: 'o1', type: 'outcome', text: '一' },
			{ id: 'o2', type: 'outcome', text: '二' },
			{
				id: 'i',
				type: 'indicator',
				text: '再入院率',
				fields: { baseline: '3割', baselineAt: '令和4年' }
			},
			{ id: 'd', type: 'source', text: '国保データ', fields: { level: '市', year: '令和4年度' } }
		],
		[
			{ from: 'o1', to: ['i'] },
			{ from: 'o2', to: ['i'] },
			{ from: 'i', to: ['d'] }
		]
	);
	expect(read(board, 'evaluation')).toEqual([
		'①②　指標　再入院率',
		'現状値：3割（令和4年）',
		'把握方法：国保データ（市、令和4年度）'
	]);
});

test('parts of a measure that differ are said under each part', () => {
	const board = withCards([
		{
			id: 'm',
			type: 'measure',
			text: '研修',
			subActions: [
				{ text: '一', owner: '医師会', timing: '本年度' },
				{ text: '二', owner: '包括', timing: '本年度' }
			]
		}
	]);
	expect(read(board, 'measures')).toEqual([
		'対策1　研修',
		'①　一',
		'担当：医師会',
		'②　二',
		'担当：包括',
		'時期：本年度'
	]);
});

test('professions stand under the cards only when asked for', () => {
	const board = withCards([{ id: 'o', type: 'outcome', text: '一', profession: 'careManager' }]);
	expect(read(board, 'outcomes')).toEqual(['①　一']);
	const sheet = buildWorksheet(board, { includeProfessions: true });
	expect(sheet.blocks.outcomes.rows.map(rowText)).toEqual(['①　一', '職種：ケアマネジャー']);
});

describe('what a sheet may be asked to say or to leave out', () => {
	const cards: readonly TemplateCard[] = [
		{ id: 'c1', type: 'cause', text: '票のある原因' },
		{ id: 'n1', type: 'note', text: '原因のメモ' },
		{ id: 'n2', type: 'note', text: '一人のメモ' }
	];
	const board = withVotes(withCards(cards, [{ from: 'n1', to: ['c1'] }]), 'c1', 3);
	const rows = (options: Parameters<typeof buildWorksheet>[1]): string[] => {
		const { blocks } = buildWorksheet(board, options);
		return worksheetBlockIds.flatMap((id) => blocks[id].rows.map(rowText));
	};

	test('counted votes, after their card, only when asked for', () => {
		expect(rows({ includeVotes: true })).toContain('3票');
		expect(rows({})).not.toContain('3票');
		expect(rows({ includeVotes: true }).indexOf('3票')).toBe(
			rows({ includeVotes: true }).indexOf('①　票のある原因') + 1
		);
	});

	test('notes, unless not wanted', () => {
		expect(rows({})).toEqual(expect.arrayContaining(['メモ：原因のメモ', '・　一人のメモ']));
		expect(rows({ includeNotes: false }).join()).not.toContain('のメモ');
		expect(buildWorksheet(board, { includeNotes: false }).blocks.notes.isHidden).toBe(true);
	});

	test('empty blocks, unless not wanted: they are hidden, and nothing is called 未記入', () => {
		const hidden = (options: Parameters<typeof buildWorksheet>[1]): readonly string[] =>
			worksheetBlockIds.filter((id) => buildWorksheet(board, options).blocks[id].isHidden);
		expect(hidden({})).toEqual([]);
		expect(hidden({ includeEmpty: false })).toEqual([
			'theme',
			'vision',
			'rootCause',
			'measures',
			'outcomes',
			'evaluation'
		]);
		expect(rows({ includeEmpty: false }).join()).not.toContain('未記入');
	});

	test('the form itself, where nothing is written at all', () => {
		const { blocks } = buildWorksheet(withCards([]), { includeEmpty: false });
		expect(worksheetBlockIds.filter((id) => blocks[id].isHidden)).toEqual(['notes']);
	});
});

function withVotes(board: Board, id: string, votes: number): Board {
	const cards = new Map(
		[...board.cards].map(([key, card]) => [key, key === id ? { ...card, votes } : card])
	);
	return { ...board, cards };
}
