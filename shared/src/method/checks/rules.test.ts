import { expect, test } from 'vitest';
import type { Board } from '../board.ts';
import type { Card, CardId } from '../card.ts';
import type { CardType } from '../ids.ts';
import { boardOf } from '../worksheet/test-board.ts';
import { checkIds } from './check-ids.ts';
import type { CheckId } from './check-ids.ts';
import { findHints } from './find-hints.ts';
import { checks } from './index.ts';

/** A board in a few words: cards as [type, text, fields], links as 'from>to' by their place, and what else is so. */
interface Sketch {
	readonly cards?: readonly (readonly [CardType, string, object?])[];
	readonly links?: readonly string[];
	readonly meta?: Partial<Board['meta']>;
}

function draw({ cards = [], links = [], meta = {} }: Sketch): Board {
	const board = boardOf(
		{
			municipality: '',
			scene: 'daily',
			group: '',
			date: '',
			cards: cards.map(([type, text], index) => ({ id: String(index), type, text })),
			links: links.map((link) => {
				const [from = '', to = ''] = link.split('>');
				return { from, to: [to] };
			})
		},
		meta
	);
	const filled = [...board.cards].map(([id, card]): [CardId, Card] => [
		id,
		{ ...card, ...cards[Number(id)]?.[2] } as Card
	]);
	return { ...board, cards: new Map(filled) };
}

const theme = ['theme', '退院後に家族が不安になる', { status: 'chosen' }] as const;
const fact = ['fact', '退院した人の多くが再入院している'] as const;
const cause = ['cause', '病棟の看護師が自宅を見たことがない'] as const;
const root = ['cause', '病棟の看護師が自宅を見たことがない', { isRoot: true }] as const;
const measure = ['measure', '病棟の看護師が訪問看護に1日同行する'] as const;
const outcome = ['outcome', '家族の不安が減る'] as const;
const indicator = ['indicator', '不安を感じる家族の割合'] as const;
const source = ['source', '家族へのアンケート'] as const;
const year = (id: string, more: object) => ({ id, value: '30', ...more });

/** For every check a board on which it speaks and one like it on which it does not. */
const rules: Readonly<
	Record<CheckId, { readonly hits: readonly Sketch[]; readonly spares: readonly Sketch[] }>
> = {
	S1: { hits: [{ meta: { scene: null } }], spares: [{}] },
	T1: {
		hits: [
			{ cards: [['theme', '切れ目のない在宅医療・介護の提供体制の構築']] },
			{ cards: [['theme', '多職種の連携を強化']] }
		],
		spares: [
			{ cards: [['theme', '骨折の患者をめぐる病院とケアマネジャーの連携が弱い']] },
			{ cards: [['theme', '連携が弱い', { ward: '急性期病床から自宅へ' }]] },
			{ cards: [['theme', '連携が弱い', { status: 'setAside' }]] }
		]
	},
	T2: {
		hits: [{ cards: [['theme', '情報がうまく伝わらない']] }],
		spares: [
			{ cards: [theme] },
			{ cards: [['theme', '情報がうまく伝わらない', { parties: ['病院', '薬局'] }]] }
		]
	},
	T3: {
		hits: [{ cards: [theme] }],
		spares: [
			{ cards: [['theme', '家族が不安になる', { disease: '心不全' }]] },
			{ cards: [['theme', '大腿骨骨折の高齢者が自宅に帰れない']] }
		]
	},
	T4: {
		hits: [
			{ cards: [['theme', '多職種研修会を開催する。']] },
			{ cards: [['theme', 'ルールをつくる']] }
		],
		spares: [{ cards: [theme] }]
	},
	T5: {
		hits: [
			{
				cards: [
					['theme', '家族が不安になる'],
					['theme', '本人が痛がる']
				]
			}
		],
		spares: [
			{ cards: [['theme', '本人が痛がる'], theme] },
			{
				cards: [
					['theme', '家族が不安になる'],
					['theme', '別の案', { status: 'setAside' }]
				]
			}
		]
	},
	T6: {
		hits: [{ cards: [theme, ['theme', '本人が痛がる', { status: 'chosen' }]] }],
		spares: [{ cards: [theme, ['theme', '本人が痛がる']] }]
	},
	T7: {
		hits: [
			{ cards: [theme] },
			{
				cards: [theme, ['fact', '一', { heardFrom: '医師' }], ['fact', '二', { heardFrom: '医師' }]]
			}
		],
		spares: [
			{ cards: [theme, ['fact', '一', { heardFrom: '医師' }], ['fact', '二', { kind: 'data' }]] },
			{ cards: [['cause', '一']] }
		]
	},
	V1: {
		hits: [{ cards: [cause] }, { cards: [measure] }],
		spares: [{ cards: [cause, ['vision', '安心して暮らせる']] }, { cards: [theme] }]
	},
	V2: {
		hits: [{ cards: [['vision', '多職種の連携が強化され、情報共有ができている']] }],
		spares: [
			{ cards: [['vision', '情報共有により、本人が望む場所で暮らせる']] },
			{
				cards: [
					['vision', '本人が望む場所で暮らせる', { level: 'area' }],
					['vision', '会議で情報を共有できる', { level: 'collaboration' }]
				]
			}
		]
	},
	V3: {
		hits: [{ cards: [['vision', '在宅療養の推進']] }],
		spares: [{ cards: [['vision', '在宅での生活を送ることが出来る。']] }]
	},
	V4: {
		hits: [{ cards: [['vision', '自宅で暮らせる', { level: 'area' }]] }],
		spares: [
			{
				cards: [
					['vision', '自宅で暮らせる', { level: 'area' }],
					['vision', '再発防止策をチームで実践できる', { level: 'collaboration' }]
				]
			},
			{}
		]
	},
	C1: { hits: [{ cards: [measure] }], spares: [{ cards: [measure, cause] }, { cards: [theme] }] },
	C2: {
		hits: [{ cards: [theme, cause] }],
		spares: [
			{ cards: [theme, cause], links: ['1>0'] },
			{ cards: [theme, cause], links: ['0>1'] },
			{ cards: [fact, cause], links: ['1>0'] },
			{ cards: [theme, root] }
		]
	},
	C3: {
		hits: [{ cards: [theme, cause], links: ['1>0'] }],
		spares: [{ cards: [theme, cause, ['cause', '実習がない']], links: ['1>0', '2>1'] }, {}]
	},
	C4: { hits: [{ cards: [cause] }], spares: [{ cards: [root] }, { cards: [theme] }] },
	C5: {
		hits: [{ cards: [root] }],
		spares: [
			{ cards: [['cause', '一', { isRoot: true, rootReason: 'ここが要' }]] },
			{ cards: [root, ['note', 'ここが要']], links: ['1>0'] },
			{ cards: [cause] }
		]
	},
	C6: {
		hits: [
			{
				cards: [cause, ['cause', '実習がない'], ['cause', '人がいない']],
				links: ['0>1', '1>2', '2>0']
			}
		],
		spares: [
			{
				cards: [cause, ['cause', '実習がない'], ['cause', '人がいない']],
				links: ['0>1', '1>2', '0>2']
			}
		]
	},
	C7: {
		hits: [
			{
				cards: [
					['cause', '病院が忙しい'],
					['cause', '医師が不在'],
					['cause', '病棟が狭い']
				]
			}
		],
		spares: [
			{
				cards: [
					['cause', '病院が忙しい'],
					['cause', '医師が不在'],
					['cause', '家族が遠方']
				]
			},
			{
				cards: [
					['cause', '病院が忙しい'],
					['cause', '医師が不在']
				]
			}
		]
	},
	M1: {
		hits: [{ cards: [cause, measure] }, { cards: [measure] }],
		spares: [
			{ cards: [cause, measure], links: ['0>1'] },
			{ cards: [cause, measure], links: ['1>0'] }
		]
	},
	M2: {
		hits: [{ cards: [root, measure] }, { cards: [root], meta: { doneSteps: ['measure'] } }],
		spares: [{ cards: [root, measure], links: ['0>1'] }, { cards: [root] }]
	},
	M3: {
		hits: [
			{ cards: [['measure', '連携を強化する']] },
			{ cards: [['measure', '住まいの情報共有を図る']] }
		],
		spares: [
			{ cards: [['measure', '情報共有を図る', { audience: 'ケアマネジャー' }]] },
			{ cards: [['measure', '病院とケアマネジャーの情報共有を図る']] },
			{ cards: [measure] }
		]
	},
	M4: {
		hits: [
			{ cards: [['measure', '多職種研修会の開催']] },
			{ cards: [['measure', '研修会をおこなう']] }
		],
		spares: [
			{ cards: [['measure', '研修会の開催（ロールプレイを中心としたもの）']] },
			{
				cards: [
					[
						'measure',
						'研修会の開催',
						{ subActions: [{ id: 'a', order: 'a', text: '退院前の家屋調査を体験する' }] }
					]
				]
			},
			{ cards: [measure] }
		]
	},
	M5: {
		hits: [{ cards: [measure] }],
		spares: [
			{ cards: [['measure', '説明会を開く', { audience: '家族' }]] },
			{ cards: [['measure', '家族向けの説明会を開く']] },
			{ cards: [['measure', '説明会を開く', { group: '病院向け対策' }]] }
		]
	},
	M6: {
		hits: [{ cards: [measure] }],
		spares: [
			{ cards: [['measure', '一', { owner: '事務局' }]] },
			{
				cards: [['measure', '一', { roles: [{ id: 'a', order: 'a', who: '医師', part: 'lead' }] }]]
			},
			{
				cards: [
					['measure', '一', { subActions: [{ id: 'a', order: 'a', text: '', owner: '部会' }] }]
				]
			}
		]
	},
	M7: {
		hits: [{ cards: [measure] }],
		spares: [{ cards: [['measure', '一', { timing: '本年度' }]] }]
	},
	M8: {
		hits: [
			{
				cards: [
					['measure', '一', { audience: '病院' }],
					['measure', '二', { audience: 'ケアマネジャー' }]
				]
			},
			{
				cards: [
					['measure', '一', { audience: '家族' }],
					['measure', '二', { audience: '本人' }]
				]
			}
		],
		spares: [
			{
				cards: [
					['measure', '一', { audience: '病院' }],
					['measure', '二', { audience: '家族' }]
				]
			},
			{ cards: [['measure', '一', { audience: '病院' }]] }
		]
	},
	M9: {
		hits: [{ cards: [measure] }],
		spares: [
			{ cards: [measure, ['note', '来月なら協力が得られる']], links: ['1>0'] },
			{ cards: [['measure', '既存の会議を使って説明する']] },
			{ cards: [['measure', '一', { owner: '事務局', timing: '本年度' }]] },
			{}
		]
	},
	O1: { hits: [{ cards: [measure] }], spares: [{ cards: [measure, outcome], links: ['0>1'] }] },
	O2: {
		hits: [{ cards: [measure, outcome] }],
		spares: [
			{ cards: [measure, outcome], links: ['0>1'] },
			{ cards: [measure, outcome, ['outcome', '救急車が減る']], links: ['0>1', '1>2'] }
		]
	},
	O3: {
		hits: [{ cards: [['outcome', '家族の安心']] }],
		spares: [
			{ cards: [outcome] },
			{ cards: [['outcome', '家族の安心', { direction: 'up' }]] },
			{ cards: [['outcome', '家族の不安がへる']] }
		]
	},
	O4: {
		hits: [
			{
				cards: [
					['outcome', '研修会の開催回数が増える'],
					['outcome', '参加者数が増える']
				]
			}
		],
		spares: [
			{ cards: [['outcome', '研修会の開催回数が増える'], outcome] },
			{
				cards: [
					['outcome', '開催回数が増える'],
					['vision', '暮らせる']
				],
				links: ['0>1']
			},
			{}
		]
	},
	I1: {
		hits: [{ cards: [outcome] }],
		spares: [
			{ cards: [outcome, source], links: ['0>1'] },
			{ cards: [outcome, indicator], links: ['0>1'] }
		]
	},
	I2: {
		hits: [{ cards: [indicator] }],
		spares: [
			{ cards: [indicator, source], links: ['0>1'] },
			{ cards: [outcome, indicator, source], links: ['0>1', '0>2'] }
		]
	},
	I3: {
		hits: [{ cards: [outcome] }, { cards: [['indicator', '率', { baseline: '3割' }]] }],
		spares: [
			{ cards: [['indicator', '率', { baseline: '3割', target: '2割' }]] },
			{ cards: [['indicator', '率', { values: [year('2025', {})], target: '2割' }]] }
		]
	},
	P1: {
		hits: [
			{ cards: [theme, root, measure, outcome], links: ['1>2', '2>3'] },
			{ cards: [theme, outcome] }
		],
		spares: [
			{ cards: [theme, root, measure, outcome, source], links: ['1>2', '2>3', '3>4'] },
			{
				cards: [theme, cause, measure, outcome, indicator, source],
				links: ['1>0', '1>2', '2>3', '3>4', '4>5']
			},
			{ cards: [theme, cause, measure] }
		]
	},
	P2: {
		hits: [{ meta: { professionsPresent: ['municipalOfficer'] } }],
		spares: [{ meta: { professionsPresent: ['municipalOfficer', 'publicHealthNurse'] } }, {}]
	},
	P3: {
		hits: [{ cards: [measure, outcome] }],
		spares: [
			{ cards: [measure, outcome], meta: { reviewDate: '令和9年3月' } },
			{ cards: [measure] }
		]
	},
	X1: {
		hits: [{ cards: [['fact', '山田さんの場合']] }],
		spares: [{ cards: [['fact', '患者さんの場合']] }]
	},
	X2: {
		hits: [
			{ cards: [['source', '地域包括ケア見える化システム']] },
			{ cards: [['source', '算定回数', { method: 'claims', level: '市町村' }]] }
		],
		spares: [
			{ cards: [['source', '見える化システム', { level: '二次医療圏' }]] },
			{ cards: [['source', '算定回数', { method: 'claims' }]] },
			{ cards: [source] }
		]
	},
	X3: {
		hits: [
			{ cards: [['indicator', '再入院率', { values: [year('2025', { count: '２' })] }]] },
			{ cards: [['indicator', '割合', { baseline: '4人中1人' }]] }
		],
		spares: [
			{ cards: [['indicator', '再入院率', { values: [year('2025', { count: '1,200' })] }]] },
			{
				cards: [
					['indicator', '再入院した人', { unit: '人', values: [year('2025', { count: '2' })] }]
				]
			}
		]
	},
	X4: {
		hits: [
			{ cards: [['cause', '退院支援のルールがない']] },
			{ cards: [['cause', '研修会を開催すべき']] },
			{ cards: [['cause', '人材不足']] },
			{ cards: [theme, ['cause', '退院後に家族が不安になる']] },
			{
				cards: [cause, ...'一二三四五六七八九'.split('').map((text) => ['cause', text] as const)],
				links: ['1>0', '2>0', '3>0', '4>0', '5>0', '6>0', '7>0', '8>0', '9>0']
			}
		],
		spares: [{ cards: [theme, cause, ['cause', '実習がない']], links: ['1>0', '2>1'] }]
	},
	X5: {
		hits: [
			{ cards: [cause, cause] },
			{ cards: [cause, ['cause', '病棟の看護師は、自宅を見たことがない。']] }
		],
		spares: [
			{ cards: [cause, ['cause', '訪問看護の看護師が病棟を見たことがない']] },
			{
				cards: [
					['cause', '同じ', { cluster: 'k' }],
					['cause', '同じ', { cluster: 'k' }]
				]
			},
			{ cards: [['cause', '家族の不安が減る'], outcome] }
		]
	},
	X6: {
		hits: [
			{ cards: [['indicator', '率', { baseline: '3割' }]] },
			{ cards: [['indicator', '率', { target: '2割' }]] },
			{
				cards: [
					['indicator', '率', { values: [year('2024', {}), year('2025', { isPartial: true })] }]
				]
			}
		],
		spares: [
			{ cards: [['indicator', '率', { baseline: '3割', baselineAt: '令和6年度' }]] },
			{ cards: [['indicator', '率', { values: [year('2024', {}), year('2025', {})] }]] },
			{ cards: [indicator] }
		]
	}
};

test.each(checkIds)('%s speaks where it should and only there', (id) => {
	const { hits, spares } = rules[id];
	const speaksOn = (sketch: Sketch): boolean =>
		findHints(draw(sketch)).some(
			({ check, severity }) => check === id && severity === checks[id].severity
		);
	expect(hits.filter((sketch) => !speaksOn(sketch))).toEqual([]);
	expect(spares.filter(speaksOn)).toEqual([]);
	expect(hits.length).toBeGreaterThan(0);
	expect(spares.length).toBeGreaterThan(0);
});

test('the question of a hint is that of its case', () => {
	const asked = (sketch: Sketch, id: CheckId) =>
		findHints(draw(sketch)).find(({ check }) => check === id)?.question.ja;
	const [forOthers, forFamily] = rules.M8.hits;
	expect(asked(forOthers ?? {}, 'M8')).toBe('本人・家族向けも要りますか？');
	expect(asked(forFamily ?? {}, 'M8')).toBe('専門職向けも要りますか？');
});

test('a card without words asks nothing yet', () => {
	expect(
		findHints(
			draw({
				cards: [
					['measure', ' '],
					['cause', '']
				]
			})
		)
	).toEqual([]);
});

test('where the chain ends, the next card is proposed', () => {
	const [hint] = findHints(draw(rules.P1.hits[0] ?? {})).filter(({ check }) => check === 'P1');
	expect(hint).toMatchObject({
		about: null,
		cards: ['3'],
		action: { kind: 'addCard', type: 'source', link: { from: '3' } }
	});
});

test('a method pack brings its own words, the others stay', () => {
	const board = draw({ cards: [['theme', '困りごとが伝わらない']] });
	const ids = (own?: Parameters<typeof findHints>[1]) =>
		findHints(board, own).map(({ check }) => check);
	expect(ids()).toContain('T2');
	expect(ids({ parties: ['困りごと'] })).not.toContain('T2');
	expect(ids({ abstractTheme: ['伝わらない'] })).toContain('T1');
});
