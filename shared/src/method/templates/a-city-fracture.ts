import type { Template } from './template.ts';

/** A市: a theme made concrete by asking three professions (manual, Point 2). */
export const aCityFracture: Template = {
	municipality: 'A市',
	scene: null,
	group: '',
	date: '',
	cards: [
		{
			id: 't1',
			type: 'theme',
			text: '骨折で入院した高齢者が、退院後に適切な療養生活（運動・栄養・睡眠・活動）を送れるようにするためにはどうしたらよいか',
			fields: { status: 'chosen', disease: '骨折' }
		},
		{
			id: 'f1',
			type: 'fact',
			text: '骨折の入院患者が最も多いこと',
			fields: { kind: 'data', heardFrom: '国保担当者' }
		},
		{
			id: 'f2',
			type: 'fact',
			text: 'その数も増加していること',
			fields: { kind: 'data', heardFrom: '国保担当者' }
		},
		{
			id: 'f3',
			type: 'fact',
			text: '骨折を繰り返す高齢者が多い',
			fields: { kind: 'hearing', heardFrom: 'ケアマネジャー' }
		},
		{
			id: 'f4',
			type: 'fact',
			text: '退院時に病院から『安静にするように』と言われて、自宅に戻っても過度に安静にしている人がいる。',
			fields: { kind: 'hearing', heardFrom: '訪問・通所リハのリハ職' }
		},
		{
			id: 'f5',
			type: 'fact',
			text: '筋力低下やバランス低下がより進んで転倒しやすい状態になっているケースがある',
			fields: { kind: 'hearing', heardFrom: '訪問・通所リハのリハ職' }
		},
		{
			id: 'i1',
			type: 'fact',
			text: '転倒しにくい環境を整えること',
			fields: { kind: 'idea', heardFrom: '訪問・通所リハのリハ職' }
		},
		{
			id: 'i2',
			type: 'fact',
			text: '適度な運動や活動をすること',
			fields: { kind: 'idea', heardFrom: '訪問・通所リハのリハ職' }
		},
		{
			id: 'i3',
			type: 'fact',
			text: '骨密度の低下を防ぐような食事摂取など',
			fields: { kind: 'idea', heardFrom: '訪問・通所リハのリハ職' }
		}
	],
	links: [
		{ from: 'f4', to: ['f5'] },
		{ from: 'f1', to: ['t1'], set: 'grounds' },
		{ from: 'f2', to: ['t1'], set: 'grounds' },
		{ from: 'f3', to: ['t1'], set: 'grounds' },
		{ from: 'f4', to: ['t1'], set: 'grounds' },
		{ from: 'f5', to: ['t1'], set: 'grounds' },
		{ from: 'i1', to: ['t1'], set: 'grounds' },
		{ from: 'i2', to: ['t1'], set: 'grounds' },
		{ from: 'i3', to: ['t1'], set: 'grounds' }
	],
	interview: [
		{
			step: 'currentState',
			question: '当市では、何の疾患の入院患者が多いのか？',
			asker: '事業担当者',
			answerer: '国保担当者',
			answers: ['骨折の入院患者が最も多いこと', 'その数も増加していること'],
			cards: ['f1', 'f2']
		},
		{
			step: 'currentState',
			question: '骨折の入院患者の特徴は何？',
			asker: '事業担当者',
			answerer: 'ケアマネジャー',
			answers: ['骨折を繰り返す高齢者が多い'],
			cards: ['f3']
		},
		{
			step: 'currentState',
			question: '骨折を繰り返す高齢者の課題として何が考えられるのか？',
			asker: '事業担当者',
			answerer: '訪問・通所リハのリハ職',
			answers: [
				'退院時に病院から『安静にするように』と言われて、自宅に戻っても過度に安静にしている人がいる。その結果、筋力低下やバランス低下がより進んで転倒しやすい状態になっているケースがある'
			],
			cards: ['f4', 'f5']
		},
		{
			step: 'theme',
			question: '骨折を予防するためにはどうしたらよいと思う？',
			asker: '事業担当者',
			answerer: '訪問・通所リハのリハ職',
			answers: [
				'転倒しにくい環境を整えること',
				'適度な運動や活動をすること',
				'骨密度の低下を防ぐような食事摂取など'
			],
			cards: ['i1', 'i2', 'i3']
		}
	]
};
