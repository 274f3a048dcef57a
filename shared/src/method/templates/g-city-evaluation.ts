import type { Template } from './template.ts';

/** G市: two levels of vision, measures by audience and what was expected of them (manual, Points 1 and 4). */
export const gCityEvaluation: Template = {
	municipality: 'G市',
	scene: 'discharge',
	group: '',
	date: '',
	cards: [
		{
			id: 't1',
			type: 'theme',
			text: '退院後早期に再発し、再入院してしまうケースがあります',
			fields: { status: 'chosen', parties: ['病院', 'ケアマネジャー'] }
		},
		{
			id: 'f1',
			type: 'fact',
			text: '現在も病院とケアマネジャーは連携をとっていますが、退院後早期に再発する高齢者がいます。',
			fields: { kind: 'current' }
		},
		{
			id: 'v1',
			type: 'vision',
			text: '退院後に再発することなく、在宅での生活を送ることができる',
			fields: { level: 'area' }
		},
		{
			id: 'v2',
			type: 'vision',
			text: '退院後の再発防止策を、ケアマネジャーを含む多職種チームが実践できる',
			fields: { level: 'collaboration' }
		},
		{
			id: 'c1',
			type: 'cause',
			text: '退院後の再発予防策を、ケアマネジャーを含む多職種チームが実践できていないから'
		},
		{
			id: 'c2',
			type: 'cause',
			text: '再発予防を実現するためには、「何を把握し、関係者と共有しておく必要があるのか」「どのような対策が必要なのか」「そのなかで各専門職は何の役割を果たせばよいのか」などのイメージが関係者間で揃っていないから'
		},
		{
			id: 'm1',
			type: 'measure',
			text: '退院前ケアカンファレンス（以下、退院前CC）をできるだけ開催すること',
			fields: { audience: '病院', group: '病院向け対策' }
		},
		{
			id: 'm2',
			type: 'measure',
			text: '現在の状態／再発の原因や今後の可能性／予防の視点・留意点／具体的方法論などをケアマネジャーに伝えること',
			fields: { audience: '病院', group: '病院向け対策' }
		},
		{
			id: 'm3',
			type: 'measure',
			text: '退院前CCに参加すること',
			fields: { audience: 'ケアマネジャー', group: 'ケアマネジャー向け対策' }
		},
		{
			id: 'm4',
			type: 'measure',
			text: '現状や今後の見通し、とるべき対策などを病院関係者から情報収集し、ケアプラン原案に盛り込むこと',
			fields: { audience: 'ケアマネジャー', group: 'ケアマネジャー向け対策' }
		},
		{
			id: 'm5',
			type: 'measure',
			text: '入院中に得られた情報を、サービス担当者会議などの場で主治医を含む在宅チームに伝え、関係者間で共有すること',
			fields: { audience: 'ケアマネジャー', group: 'ケアマネジャー向け対策' }
		},
		{
			id: 'o1',
			type: 'outcome',
			text: '再入院する高齢者の割合が減少する',
			fields: { direction: 'down' }
		},
		{
			id: 'o2',
			type: 'outcome',
			text: '必要なサービスがケアプランに盛り込まれる割合が高まる',
			fields: { direction: 'up' }
		},
		{ id: 'o3', type: 'outcome', text: '退院前CCの開催率が上がる', fields: { direction: 'up' } },
		{
			id: 'o4',
			type: 'outcome',
			text: 'ケアマネジャーの退院前CCへの参加率が上がる',
			fields: { direction: 'up' }
		},
		{
			id: 'o5',
			type: 'outcome',
			text: 'ケアプラン検討に必要な職種の退院前CCへの参加率が上がる',
			fields: { direction: 'up' }
		},
		{
			id: 'o6',
			type: 'outcome',
			text: '入院医療費の伸びが抑えられる',
			fields: { direction: 'restrain' }
		},
		// The manual names it in brackets behind the first outcome: （再入院率が下がる）.
		{ id: 'd1', type: 'indicator', text: '再入院率' }
	],
	links: [
		{ from: 'v2', to: ['v1'] },
		{ from: 't1', to: ['v1'] },
		{ from: 'c1', to: ['f1'] },
		{ from: 'c2', to: ['c1'] },
		{ from: 'c2', to: ['m1', 'm2', 'm3', 'm4', 'm5'], set: 'measures' },
		{ from: 'm1', to: ['o1', 'o2', 'o3', 'o4', 'o5', 'o6'], set: 'outcomes' },
		{ from: 'm2', to: ['o1', 'o2', 'o3', 'o4', 'o5', 'o6'], set: 'outcomes' },
		{ from: 'm3', to: ['o1', 'o2', 'o3', 'o4', 'o5', 'o6'], set: 'outcomes' },
		{ from: 'm4', to: ['o1', 'o2', 'o3', 'o4', 'o5', 'o6'], set: 'outcomes' },
		{ from: 'm5', to: ['o1', 'o2', 'o3', 'o4', 'o5', 'o6'], set: 'outcomes' },
		{ from: 'o1', to: ['d1'] }
	]
};
