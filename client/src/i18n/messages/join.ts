import { message } from '../message.ts';

/** Words of the join page. */
export const joinText = {
	title: message('参加する', 'Join'),
	code: message('参加コード', 'Join code'),
	codeHint: message('6けたの数字', '6 digits'),
	looking: message('確認しています', 'Checking'),
	bad: message(
		'番号が違うようです。担当の人に確認してください。',
		'Code not found. Please ask the person in charge.'
	),
	over: message('このワークショップは終わりました', 'This workshop is over'),
	notYet: message(
		'このワークショップは準備中です。始まるまでお待ちください。',
		'This workshop has not begun yet. Please wait.'
	),
	asFacilitator: message('進行役として入ります', 'You join as facilitator'),
	asViewer: message(
		'見るだけで入ります。書くことはできません',
		'You join to view; you cannot write'
	),
	profession: message('あなたの職種', 'Your profession'),
	more: message('ほかの職種', 'Other professions'),
	table: message('卓（テーブル）', 'Table'),
	tableNumber: message(
		(table: number) => `${table}卓`,
		(table: number) => `Table ${table}`
	),
	recorder: message('書記として入る', 'Join as recorder'),
	recorderHint: message('卓の話を代わりに書く人です', 'Writes down what the table says'),
	note: message(
		'名前やメールアドレスは要りません。職種だけが表示されます。',
		'No name or e-mail needed. Only your profession is shown.'
	),
	join: message(
		(table: number) => `${table}卓に参加する`,
		(table: number) => `Join table ${table}`
	),
	joinNowhere: message('参加する', 'Join'),
	joining: message('入っています', 'Joining'),
	missing: {
		code: message('参加コードを入れてください', 'Enter the join code'),
		profession: message('職種を選んでください', 'Choose your profession'),
		table: message('卓を選んでください', 'Choose your table')
	},
	goOn: message('ほかの端末の続きから入る', 'Go on from another device'),
	comeBack: message('前のボードにもどる', 'Back to your board'),
	staff: message('職員の方はこちら', 'For staff')
};
