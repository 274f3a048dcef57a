import { message } from '../message.ts';

/** The frame around the aids of the steps. */
export const aidText = {
	dialogue: message('やり取り', 'Conversation'),
	theme: message('テーマを具体化', 'Make the theme concrete'),
	rootCause: message('原因をくらべて決める', 'Compare causes and decide'),
	roles: message('役割の表', 'Table of roles'),
	evaluation: message('評価をくらべる', 'Compare'),
	photos: message('紙の写真', 'Photos of paper'),
	library: message('ほかの盤からさがす', 'Search other boards'),
	back: message('ボードへ戻る', 'Back to the board'),
	missing: message(
		'この画面を読み込めませんでした。つながってから、もう一度開いてください。',
		'This view could not be loaded. Open it again once you are connected.'
	),
	carePath: message('ケアパス', 'Care path')
};
