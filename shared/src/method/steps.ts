import type { Localised } from './localised.ts';
import type { CardType, StepId, ZoneId } from './ids.ts';

/** A step: its word on the rail, the task of 図表4-9, the zone it works in, the type of card it mostly writes, and the manual's questions. */
export interface StepDefinition {
	readonly label: Localised;
	readonly task: Localised;
	readonly zone: ZoneId;
	readonly cardType: CardType;
	readonly questions: readonly Localised[];
}

/** Every step with the manual's own questions (method §1.2, verbatim in Japanese). */
export const steps = {
	vision: {
		label: { ja: '目指す姿', en: 'Vision' },
		task: {
			ja: '関係者と「目指す姿（ビジョン）」を共有する',
			en: 'Share the vision with everyone involved'
		},
		zone: 'themeVision',
		cardType: 'vision',
		questions: [
			{
				ja: '連携を強化することによって、何を実現したいのか',
				en: 'What do we want to achieve by working together more closely?'
			},
			{
				ja: '退院時に病院とケアマネジャーが連携することで何を実現したいのか',
				en: 'What should come of hospital and care manager working together at discharge?'
			},
			{
				ja: 'どのような連携を目指すのか（＝目指す連携の姿）',
				en: 'What kind of working together do we aim for?'
			}
		]
	},
	currentState: {
		label: { ja: '現状', en: 'Current state' },
		task: {
			ja: '目指す姿の実現を意識しながら「現状」を把握する',
			en: 'Grasp the current state with the vision in mind'
		},
		zone: 'fact',
		cardType: 'fact',
		questions: [
			{
				ja: '当市では、何の疾患の入院患者が多いのか？',
				en: 'Which diseases bring most people into hospital here?'
			},
			{
				ja: '骨折の入院患者の特徴は何？',
				en: 'What marks the patients who come in with fractures?'
			},
			{
				ja: '担当していた高齢者の退院に向けて、病院とはどんな連携をとっているのですか？',
				en: 'How do you work with the hospital towards the discharge of your clients?'
			}
		]
	},
	theme: {
		label: { ja: 'テーマ', en: 'Theme' },
		task: {
			ja: '「現状」と「目指す姿」のギャップから課題を抽出し、具体化する',
			en: 'Draw the issue from the gap between current state and vision, and make it concrete'
		},
		zone: 'themeVision',
		cardType: 'theme',
		questions: [
			{
				ja: 'あなたは「どこの部分の連携に課題がある」と思っていますか？',
				en: 'Where, do you think, does working together fall short?'
			},
			{
				ja: '特に課題があるのは、どことどこの連携、どの疾患の患者さんに対する連携だと考えておられますか？',
				en: 'Between whom, and for patients with which disease, is working together hardest?'
			},
			{
				ja: '退院患者さんにとって解決すべきテーマ、会議で取り上げたほうが良いテーマはありませんか？',
				en: 'Which themes should be solved for discharged patients, or raised at the meeting?'
			},
			{
				ja: '看取り期にある本人や家族にとって、解決した方がよいテーマって何かありますか？',
				en: 'Which themes should be solved for people at the end of life and their families?'
			},
			{
				ja: '3つのテーマのうち、どのテーマの優先度が高いと思う？',
				en: 'Of the three themes, which has the highest priority?'
			}
		]
	},
	cause: {
		label: { ja: '原因', en: 'Causes' },
		task: {
			ja: '課題を生じさせている要因や根本原因を追究する',
			en: 'Pursue the factors and the root cause behind the issue'
		},
		zone: 'cause',
		cardType: 'cause',
		questions: [
			{ ja: 'その原因は何ですか？', en: 'What is the cause of it?' },
			{
				ja: 'こうした現状・課題を生じさせている原因として何が考えられるか？',
				en: 'What may be causing this state of things?'
			},
			{ ja: '解決が必要な原因は何だと思う？', en: 'Which cause needs to be solved?' },
			{ ja: 'なぜ、家族は不安になるの？', en: 'Why do families become anxious?' },
			{
				ja: 'では、なぜ、在宅生活のイメージを持てないのか？',
				en: 'Then why can they not picture life at home?'
			},
			{
				ja: '『イメージを持てないこと』『地域の社会資源を知らないこと』のどちらが、施設入所につながる原因だと思うか？',
				en: 'Which of the two leads to institutional care: not picturing it, or not knowing local resources?'
			}
		]
	},
	measure: {
		label: { ja: '対策', en: 'Measures' },
		task: {
			ja: '現状を目指す姿に近づけるための効果的な対策を検討する',
			en: 'Devise measures that bring the current state closer to the vision'
		},
		zone: 'measure',
		cardType: 'measure',
		questions: [
			{
				ja: '骨折を予防するためにはどうしたらよいと思う？',
				en: 'What could be done to prevent fractures?'
			},
			{ ja: 'どのような対策が必要なのか', en: 'Which measures are needed?' },
			{
				ja: '地域で実現できそうな対策は何か',
				en: 'Which measures could really be carried out here?'
			}
		]
	},
	roles: {
		label: { ja: '役割分担', en: 'Roles' },
		task: {
			ja: '関係者と役割分担しながら対策を実行する',
			en: 'Carry the measures out, sharing the roles'
		},
		zone: 'measure',
		cardType: 'measure',
		questions: [
			{
				ja: 'そのなかで各専門職は何の役割を果たせばよいのか',
				en: 'Which role should each profession play in it?'
			}
		]
	},
	evaluation: {
		label: { ja: '評価', en: 'Evaluation' },
		task: {
			ja: '指標を使って、現状が目指す姿に近づいたかどうかを確認する',
			en: 'Check by indicators whether we have come closer to the vision'
		},
		zone: 'outcome',
		cardType: 'outcome',
		questions: [
			{
				ja: 'これら対策がとられた場合、何がどうなることが期待できるでしょうか。',
				en: 'If these measures are taken, what can be expected to change, and how?'
			},
			{ ja: '何を期待したか', en: 'What did we expect?' },
			{ ja: '目標をどう設定したか', en: 'How did we set the target?' }
		]
	},
	review: {
		label: { ja: '見直し', en: 'Review' },
		task: { ja: '必要に応じて計画の見直しを図る', en: 'Revise the plan when needed' },
		zone: 'indicatorSource',
		cardType: 'indicator',
		questions: [
			{
				ja: '評価とは、「期待したこと」と「現状」を比較し、何がどこまで達成できたか（現状が目指す姿に近づいているのかどうか、どの程度近づいたのかなど）を確認する作業のことです',
				en: 'To evaluate is to compare what was expected with the current state, and to see what has been reached and how far (whether, and how much, the current state has come closer to the vision)'
			}
		]
	}
} satisfies Record<StepId, StepDefinition>;
