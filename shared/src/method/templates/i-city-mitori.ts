import type { Template } from './template.ts';

/** I市 看取り: the full chain from theme to data source (manual, chapter 5). */
export const iCityMitori: Template = {
	municipality: 'I市',
	scene: 'endOfLife',
	group: '',
	date: '',
	cards: [
		{
			id: 't1',
			type: 'theme',
			text: '本人の意向に沿えずに、家族が入院を選ぶことがある',
			fields: { status: 'chosen' }
		},
		{
			id: 'v1',
			type: 'vision',
			text: '終末期であっても、在宅サービスを使うことで、本人の意向を尊重した在宅生活を送ることができる',
			fields: { level: 'single' }
		},
		{
			id: 'f1',
			type: 'fact',
			text: '実際には、本人は在宅での看取りを希望されていても、様々な理由により、病院への入院や施設への入所になってしまう場合がある。',
			fields: { kind: 'current' }
		},
		{ id: 'c1', type: 'cause', text: '本人の意向を確認できていない／意向を具体化できていない' },
		{
			id: 'c2',
			type: 'cause',
			text: '看取り経験が少ないケアマネジャーも多く、自身も不安を感じている'
		},
		{ id: 'c3', type: 'cause', text: '本人が衰弱してくると家族は不安になる' },
		{
			id: 'c4',
			type: 'cause',
			text: '家族は、不安が強くなると、在宅医ではなく、救急車を呼んでしまう'
		},
		{
			id: 'k1',
			type: 'note',
			text: 'ケアマネジャーの質の問題、本人の意向確認の問題もあるが、キーとなるのは「家族の不安の軽減」だと思う',
			fields: { kind: 'reason' }
		},
		{ id: 'c5', type: 'cause', text: '本人の状態の変化' },
		{ id: 'c6', type: 'cause', text: 'ケアマネジャーの経験値や説明・対応力の低さなど' },
		{
			id: 'c7',
			type: 'cause',
			text: '家族は、想定していたことが起こる分には慌てないが、想定していないことが起こると慌てたり、不安が増強したりする。'
		},
		{
			id: 'r1',
			type: 'cause',
			text: '家族に対し、専門職が看取りに関するプロセスを十分説明しきれていないために、家族の不安が高まってしまうこと',
			fields: { isRoot: true }
		},
		{
			id: 'p1',
			type: 'note',
			text: '専門職の看取りプロセスに対する説明能力をいかに高めるか',
			fields: { kind: 'point' }
		},
		{
			id: 'm1',
			type: 'measure',
			text: '専門職の説明能力向上',
			fields: {
				audience: '専門職',
				group: '重点テーマ',
				members: ['医師', '訪問看護ステーションの看護師', 'ケアマネジャー']
			},
			subActions: [
				{
					text: '説明スキルを高めるための研修会の開催（ロールプレイを中心としたもの）',
					owner: '作業部会'
				},
				{ text: '説明に使用するための資料作成（演習資料を含む）', owner: '作業部会' }
			]
		},
		{
			id: 'm2',
			type: 'measure',
			text: '家族の看取りプロセスに対する知識やイメージ力の向上',
			fields: { audience: '家族', group: '重点テーマ' },
			subActions: [
				{
					text: '看取りプロセスを知るための家族向け研修会を開催すること',
					audience: '家族',
					timing: '本年度'
				}
			]
		},
		{
			id: 'n1',
			type: 'note',
			text: '来年度は、ケアマネジャー、在宅・居住系・施設で看取りにかかわる可能性のあるケア職員等を対象に、同様の研修会を開催する予定である。',
			fields: { kind: 'plan' }
		},
		{
			id: 'o1',
			type: 'outcome',
			text: 'ケアマネジャー等が家族に看取りプロセスを説明する機会が増える',
			fields: { direction: 'up' }
		},
		{
			id: 'o2',
			type: 'outcome',
			text: 'ケアマネジャー等の看取りに対する知識が上がる',
			fields: { direction: 'up' }
		},
		{
			id: 'o3',
			type: 'outcome',
			text: 'ケアマネジャー等の看取りプロセスに対する説明スキルが上がる',
			fields: { direction: 'up' }
		},
		{
			id: 'o4',
			type: 'outcome',
			text: 'ケアマネジャー等の看取りに対する不安が減少する',
			fields: { direction: 'down' }
		},
		{ id: 'o5', type: 'outcome', text: '家族の不安が減少する', fields: { direction: 'down' } },
		{
			id: 'o6',
			type: 'outcome',
			text: '家族が「もっとこうしてあげればよかった」などと後悔することが減る',
			fields: { direction: 'down' }
		},
		{
			id: 'o7',
			type: 'outcome',
			text: '救急車が呼ばれる回数ないし率が下がる',
			fields: { direction: 'down' }
		},
		{
			id: 'o8',
			type: 'outcome',
			text: '看取りに関する報酬の算定回数が増える',
			fields: { direction: 'up' }
		},
		{
			id: 'd1',
			type: 'source',
			text: 'ケアマネジャーを対象としたアンケートなど',
			fields: { method: 'survey' }
		},
		{
			id: 'd2',
			type: 'source',
			text: '家族向けアンケート（ケアマネジャーが家族に聞き取りながら記載するもの）',
			fields: { method: 'survey' }
		},
		{ id: 'd3', type: 'source', text: '救急隊へのヒアリング', fields: { method: 'hearing' } },
		{ id: 'd4', type: 'source', text: '公表データなど', fields: { method: 'published' } },
		{ id: 'd5', type: 'source', text: '地域包括ケア見える化システムのデータ' },
		{ id: 'd6', type: 'source', text: '介護報酬の算定回数など' }
	],
	links: [
		{ from: 't1', to: ['v1'] },
		{ from: 'c1', to: ['f1'] },
		{ from: 'c2', to: ['f1'] },
		{ from: 'c3', to: ['f1'] },
		{ from: 'c4', to: ['f1'] },
		{ from: 'c3', to: ['c4'] },
		{ from: 'c5', to: ['c3'] },
		{ from: 'c6', to: ['c3'] },
		{ from: 'c7', to: ['c4'] },
		{ from: 'f1', to: ['v1'] },
		{ from: 'r1', to: ['f1', 'm1', 'm2'] },
		{ from: 'm2', to: ['m1'] },
		{ from: 'm1', to: ['o1', 'o2', 'o3', 'o4', 'o5', 'o6', 'o7', 'o8'], set: 'outcomes' },
		{ from: 'm2', to: ['o1', 'o2', 'o3', 'o4', 'o5', 'o6', 'o7', 'o8'], set: 'outcomes' },
		{ from: 'o1', to: ['d1'] },
		{ from: 'o2', to: ['d1'] },
		{ from: 'o3', to: ['d1'] },
		{ from: 'o4', to: ['d1'] },
		{ from: 'o5', to: ['d2'] },
		{ from: 'o6', to: ['d2'] },
		{ from: 'o7', to: ['d3', 'd4'] },
		{ from: 'o8', to: ['d5', 'd6'] },
		{ from: 'k1', to: ['r1'] },
		{ from: 'p1', to: ['r1'] },
		{ from: 'n1', to: ['m2'] }
	],
	interview: [
		{
			step: 'theme',
			question: '看取り期にある本人や家族にとって、解決した方がよいテーマって何かありますか？',
			asker: '事務職',
			answerer: '在宅医療コーディネーター',
			answers: ['本人の意向に沿えずに、家族が入院を選ぶことがある'],
			cards: ['t1']
		},
		{
			step: 'cause',
			question: 'こうした現状・課題を生じさせている原因として何が考えられるか？',
			asker: '事務職',
			answerer: '在宅医療コーディネーター',
			answers: [
				'本人の意向を確認できていない／意向を具体化できていない',
				'看取り経験が少ないケアマネジャーも多く、自身も不安を感じている',
				'本人が衰弱してくると家族は不安になる',
				'家族は、不安が強くなると、在宅医ではなく、救急車を呼んでしまう'
			],
			cards: ['c1', 'c2', 'c3', 'c4']
		},
		{
			step: 'cause',
			question: '解決が必要な原因は何だと思う？',
			asker: '事務職',
			answerer: '在宅医療コーディネーター',
			answers: [
				'ケアマネジャーの質の問題、本人の意向確認の問題もあるが、キーとなるのは「家族の不安の軽減」だと思う'
			],
			cards: ['k1']
		},
		{
			step: 'cause',
			question: 'なぜ、家族は不安になるの？',
			asker: '事務職',
			answerer: '在宅医療コーディネーター',
			answers: [
				'本人の状態の変化',
				'ケアマネジャーの経験値や説明・対応力の低さなど',
				'家族は、想定していたことが起こる分には慌てないが、想定していないことが起こると慌てたり、不安が増強したりする。その結果として救急車を呼んでしまっているのではないかと思う。'
			],
			cards: ['c5', 'c6', 'c7']
		}
	]
};
