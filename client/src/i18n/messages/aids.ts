import { message } from '../message.ts';

/** The frame around the aids of the steps. */
export const aidText = {
	back: message('ボードへ戻る', 'Back to the board'),
	missing: message(
		'この画面を読み込めませんでした。つながってから、もう一度開いてください。',
		'This view could not be loaded. Open it again once you are connected.'
	)
};
