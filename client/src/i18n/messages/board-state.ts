import { message } from '../message.ts';

/** Full pages in place of the board: what happened, and what to do. */
export const boardStateText = {
	newVersionTitle: message('新しい版があります', 'There is a new version'),
	newVersionHint: message(
		'この画面は古い版です。再読み込みしてください。入力した内容は残っています。',
		'This screen is an older version. Please reload. What you typed is kept.'
	),
	leftTitle: message('ボードを開けません', 'The board cannot be opened'),
	signInMissing: message(
		'参加の記録が切れました。もう一度、参加コードを入れてください。',
		'You are no longer signed in. Please enter your join code again.'
	),
	forbidden: message(
		'このボードを開くことはできません。担当の人に確認してください。',
		'You may not open this board. Please ask the person in charge.'
	),
	boardGone: message('このボードは削除されました。', 'This board has been deleted.'),
	epochReplaced: message(
		'このボードは置き換えられました。再読み込みしてください。',
		'This board has been replaced. Please reload.'
	),
	tooBig: message(
		'このボードには、もうカードを足せません。担当の人に確認してください。',
		'This board is full. Please ask the person in charge.'
	),
	other: message('もう一度開いてください。', 'Please open it again.'),
	refusedTitle: message('受け付けられない変更があります', 'Changes were not accepted'),
	refusedHint: message(
		'先に「データを保存」を押してから、再読み込みしてください。',
		'Press “Save data” first, then reload.'
	)
};
