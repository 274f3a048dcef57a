import type { Template } from './template.ts';

/** I市: what the council said to the results (manual, chapter 5-2), as notes of the professions that said it. */
export const iCityCouncil: Template = {
	municipality: 'I市',
	scene: null,
	group: 'I市在宅医療・介護連携推進協議会',
	date: '令和5年1月開催予定',
	cards: [
		{
			id: 'n1',
			type: 'note',
			text: '4つの場面に分けて、具体的に議論する必要性が分かった',
			fields: { kind: 'opinion' }
		},
		{
			id: 'n2',
			type: 'note',
			text: '代理受診が長く続く患者について、在宅医療を検討したほうがよいという気付きにつながった',
			fields: { kind: 'opinion' },
			profession: 'physician'
		},
		{
			id: 'n3',
			type: 'note',
			text: '困難事例が増えているが、この協議会では総論的な議論になってしまうため整理できない。2-3カ月に1回程度カンファレンスを開き、個々の困難事例をみんなで共有できる機会を作ってはどうか',
			fields: { kind: 'opinion' },
			profession: 'physician'
		},
		{
			id: 'n4',
			type: 'note',
			text: '事務局が示した考察に対しては、同意できる部分と意見が異なる部分があるが、各職種がいろんな意見を出し合ってまとめていけばよいのではないか。看護師は、シートのような思考の整理法に慣れているので、抵抗はない',
			fields: { kind: 'opinion' },
			profession: 'hospitalNurse'
		},
		{
			id: 'n5',
			type: 'note',
			text: '他市では、急変時に必要な医療情報を筒に入れて冷蔵庫に保管することとしており、当市でも採用してはどうか',
			fields: { kind: 'opinion' },
			profession: 'careManager'
		},
		{
			id: 'n6',
			type: 'note',
			text: '医療介護用SNSのような既存のICTを活用し、情報連携できる関係作りを進めたいと思っていたことを思い出した',
			fields: { kind: 'opinion' },
			profession: 'careManager'
		},
		{
			id: 'n7',
			type: 'note',
			text: '具体例が示されると、原因や対策を考えやすくなる。このシートを活用することで、一つの課題を検討しやすくなる。事例検討などにも活用できるのではないか',
			fields: { kind: 'opinion' },
			profession: 'coordinator'
		},
		{
			id: 'n8',
			type: 'note',
			text: '相談・対応事例があるたびに、このシートを用いて分析することを積み重ねることで課題が見つけやすくなるのではないか。小さい一つの事例から、シート等を活用して課題や対策を抽出する仕組みを作りあげられるとよいと感じた',
			fields: { kind: 'opinion' },
			profession: 'publicHealthNurse'
		}
	],
	links: []
};
