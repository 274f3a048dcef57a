import { message } from '../message.ts';

/** Words of the screen that a room looks at. */
export const projectorText = {
	title: message('スクリーン', 'Screen'),
	chooseTable: message('どの卓を映しますか', 'Which table shall be shown?'),
	table: message(
		(table: number) => `${table}卓`,
		(table: number) => `Table ${table}`
	),
	otherTable: message(
		(table: number) => `${table}卓。ほかの卓をえらぶ`,
		(table: number) => `Table ${table}. Choose another`
	),
	joinCode: message('参加コード', 'Join code'),
	qr: message('参加用の QR コード', 'QR code for joining'),
	howToJoin: message('この番号か QR コードで参加できます', 'Join with this number or the QR code'),
	step: message(
		(step: number) => `Step${step}`,
		(step: number) => `Step ${step}`
	),
	zones: message('場所', 'Places'),
	written: message('書けています', 'written'),
	page: message(
		(zone: string, page: number, of: number) => `${zone}　${page} / ${of} ページ`,
		(zone: string, page: number, of: number) => `${zone} page ${page} / ${of}`
	),
	next: message('次へ', 'Next'),
	previous: message('前へ', 'Back'),
	timeLeft: message('残り時間', 'Time left'),
	noSound: message('一度押すと、終わりに音が鳴ります', 'Press once to hear the end'),
	nothingYet: message('まだカードはありません', 'No cards yet'),
	continued: message('つづき', 'continued'),
	why: message('なぜ？', 'Why?'),
	note: message('メモ', 'Note'),
	reconnecting: message('再接続中', 'Reconnecting'),
	colours: {
		light: message('明るい部屋向きの色にする（T）', 'Colours for a bright room (T)'),
		dark: message('暗い部屋向きの色にする（T）', 'Colours for a dark room (T)'),
		contrast: message('はっきりした色にする（T）', 'Strong contrast (T)')
	},
	badCode: message(
		'この番号では映せません。「見るだけ」の番号を担当の人に確認してください。',
		'This number shows nothing. Ask the person in charge for the view-only number.'
	),
	over: message('このワークショップは終わりました', 'This workshop is over'),
	noTable: message('この卓はありません', 'There is no such table'),
	link: message('スクリーン用の画面', 'Page for the screen'),
	linkHint: message(
		'プロジェクターにつないだ PC で開きます。矢印キーやリモコンで進みます',
		'Open it on the PC at the projector; arrow keys or a remote turn the pages'
	),
	open: message('ひらく', 'Open'),
	copy: message('アドレスをコピー', 'Copy address'),
	copied: message('コピーしました', 'Copied'),
	notCopied: message('アドレスを選んでコピーしてください', 'Select the address and copy it')
};
