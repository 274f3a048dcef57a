import type { Template } from './template.ts';

/** C市: one of three themes followed down to its root cause (manual, Point 3). */
export const cCityDischarge: Template = {
	municipality: 'C市',
	scene: null,
	group: '',
	date: '',
	cards: [
		{
			id: 't1',
			type: 'theme',
			text: '様々なこと（健康面・生活面など）に不安を抱えた人が多い。退院後にゆっくり話を聞ける体制があるとよい。',
			fields: { status: 'candidate' }
		},
		{
			id: 't2',
			type: 'theme',
			text: '病院からは様々な指導（運動・食事など）を受けているけど、ちゃんと理解できていない。理解できていても、それを実践できない人は多い。',
			fields: { status: 'candidate' }
		},
		{
			id: 't3',
			type: 'theme',
			text: '本人は自宅に帰りたいと言っていたし、独居だけど近隣の支援もあり自宅に帰れそうな状態にあったにもかかわらず、結果的に施設入所になってしまったケースがある。',
			fields: { status: 'chosen' }
		},
		{
			id: 'c1',
			type: 'cause',
			text: '退院先は病院のスタッフが決めることになる。その決定者が在宅での生活をイメージできていないと「在宅生活は難しい」と判断し、本人・家族に施設入所を勧めてしまう場合がある',
			fields: { category: '病院スタッフのイメージ力に関する課題' }
		},
		{
			id: 'c2',
			type: 'cause',
			text: '病院スタッフは、訪問看護ステーションや看護小規模多機能型居宅介護など、医療ニーズが高くても対応可能な地域資源があることをよく知らない。どのような状態の人を受け入れ可能かも知らない',
			fields: { category: '病院スタッフの知識に関する課題' }
		},
		{
			id: 'c3',
			type: 'cause',
			text: '自宅に戻った後の見守り体制がないと、ご本人は自宅退院を望まれていても難しい場合がある',
			fields: { category: '地域資源の整備に関する課題' }
		},
		{
			id: 'c4',
			type: 'cause',
			text: '独居や日中独居の高齢者で頻回な介護が必要な場合、自宅退院が難しい場合がある',
			fields: { category: '家族介護力に関する課題' }
		},
		{ id: 'c5', type: 'cause', text: '学校卒業後、病院から勤務がスタートする人がほとんど。' },
		{ id: 'c6', type: 'cause', text: '病院でしか勤務した経験がない', fields: { isRoot: true } },
		{ id: 'm1', type: 'measure', text: '訪問看護を経験してもらう' },
		{
			id: 'm2',
			type: 'measure',
			text: '訪問看護ステーションや看護小規模多機能型居宅介護の看護師と意見交換会を開く（どんな状態像の人に対応しているかを報告してもらう）'
		}
	],
	links: [
		{ from: 'c1', to: ['t3'] },
		{ from: 'c2', to: ['t3'] },
		{ from: 'c3', to: ['t3'] },
		{ from: 'c4', to: ['t3'] },
		{ from: 'c5', to: ['c6'] },
		{ from: 'c6', to: ['c1', 'm1'] },
		{ from: 'c1', to: ['m2'] }
	]
};
