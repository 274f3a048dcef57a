import type { SheetKindId } from '../method/export-ids.ts';
import type { SheetKind } from './sheet-kind.ts';

/** Every sheet a board can be taken home as; its code stays out of the page until someone asks for it. */
export const sheetKinds = {
	worksheet: {
		label: { ja: '演習シート', en: 'Worksheet' },
		purpose: { ja: '全体を1枚に（図表4-10）', en: 'the whole on one page (figure 4-10)' },
		load: async () => (await import('./worksheet-sheet.ts')).worksheetSheet
	},
	onePage: {
		label: { ja: '思考の展開', en: 'One-page result' },
		purpose: {
			ja: 'テーマから把握方法までを1枚に（図表5-1）',
			en: 'from theme to sources on one page (figure 5-1)'
		},
		load: async () => (await import('./one-page.ts')).onePageSheet
	},
	purpose: {
		label: { ja: '目的シート', en: 'Purpose sheet' },
		purpose: {
			ja: '連携の目的を考える（図表4-2）',
			en: 'what working together is for (figure 4-2)'
		},
		load: async () => (await import('./purpose.ts')).purposeSheet
	},
	causes: {
		label: { ja: '原因と結果', en: 'Causes and result' },
		purpose: {
			ja: '原因から結果までの道すじ（図表4-6）',
			en: 'from the causes to the result (figure 4-6)'
		},
		load: async () => (await import('./causes.ts')).causesSheet
	},
	evaluation: {
		label: { ja: '評価シート', en: 'Evaluation' },
		purpose: { ja: '期待と現状をくらべる（Step7）', en: 'expected against current (Step 7)' },
		load: async () => (await import('./evaluation-sheet.ts')).evaluationSheet
	},
	dialogue: {
		label: { ja: 'やり取りの記録', en: 'Conversation' },
		purpose: {
			ja: '質問と答えを順に（図表4-5）',
			en: 'questions and answers in order (figure 4-5)'
		},
		load: async () => (await import('./dialogue-record-sheet.ts')).dialogueRecordSheet
	},
	council: {
		label: { ja: '協議会資料', en: 'Council papers' },
		purpose: {
			ja: '式次第・結果・委員意見の用紙をひと綴りに（図表5-2）',
			en: 'agenda, results and space for opinions in one pack (figure 5-2)'
		},
		load: async () => (await import('./council-sheet.ts')).councilSheet
	},
	survey: {
		label: { ja: 'アンケート案', en: 'Questionnaire drafts' },
		purpose: {
			ja: 'ケアマネジャー・家族などに聞く質問の案',
			en: 'questions to ask care managers, families and others'
		},
		paper: 'A4',
		load: async () => (await import('./survey-sheet.ts')).surveySheet
	},
	blank: {
		label: { ja: '白紙のシートとカード', en: 'Blank sheet and cards' },
		purpose: {
			ja: '紙ではじめる卓に。切って使うカードつき',
			en: 'to begin on paper, with cards to cut'
		},
		load: async () => (await import('./blank-sheet.ts')).blankSheet
	},
	board: {
		label: { ja: 'ボードの絵', en: 'Picture of the board' },
		purpose: { ja: '画面のボードをそのまま紙に', en: 'the board as it looks on screen' },
		load: async () => (await import('./board.ts')).boardSheet
	}
} satisfies Record<SheetKindId, SheetKind>;
