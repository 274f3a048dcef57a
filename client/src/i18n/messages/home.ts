import type { WorkshopState } from '@renkei/shared/protocol/board-access.ts';
import { message } from '../message.ts';

/** Words of the staff pages: the four scenes, the workshops, and one workshop with its codes. */
export const homeText = {
	scenes: message('4つの場面', 'The four scenes'),
	untouched: message('まだありません', 'None yet'),
	begin: message('はじめる', 'Start'),
	reached: message(
		(step: string) => `${step}まで`,
		(step: string) => `Up to: ${step}`
	),
	noThemeYet: message('テーマはまだありません', 'No theme yet'),
	noVisionYet: message('目指す姿はまだありません', 'No vision yet'),
	progress: message(
		(done: number) => `8つの Step のうち ${done} つが書けています`,
		(done: number) => `${done} of 8 steps are written`
	),
	workshops: message('ワークショップ', 'Workshops'),
	search: message('さがす', 'Search'),
	noWorkshops: message(
		'まだありません。「新しいワークショップ」からつくれます。',
		'None yet. Create one under “New workshop”.'
	),
	nothingFound: message('見つかりませんでした', 'Nothing found'),
	size: message(
		(tables: number, people: number) => `${tables}卓・${people}人`,
		(tables: number, people: number) => `${tables} tables, ${people} people`
	),
	noDate: message('未定', 'No date'),
	newWorkshop: message('新しいワークショップ', 'New workshop'),
	name: message('名前', 'Name'),
	namePlaceholder: message('例：看取り 多職種研修', 'e.g. End of life, joint training'),
	nameMissing: message('名前を入れてください', 'Please give it a name'),
	municipality: message('市区町村', 'Municipality'),
	pack: message('分野', 'Field'),
	packProblems: message(
		'使えないパックのファイルがあります。直してから、サーバーを起動し直してください。',
		'Some pack files cannot be used. Correct them and start the server again.'
	),
	scene: message('場面', 'Scene'),
	tables: message('卓の数', 'Tables'),
	scenesDiffer: message('卓ごとに場面を変える', 'Another scene at each table'),
	sceneOfTable: message(
		(table: number) => `${table}卓の場面`,
		(table: number) => `Scene of table ${table}`
	),
	date: message('日にち', 'Date'),
	datePlaceholder: message('令和5年2月10日', '10 February 2023'),
	start: message('はじめの形', 'Start from'),
	create: message('つくる', 'Create'),
	creating: message('つくっています', 'Creating'),
	boardFile: message('引き継ぎファイル', 'Board file'),
	boardFileHint: message(
		'このプログラムで書き出した JSON から、新しい卓をつくります',
		'Makes a new table from a JSON file exported by this program'
	),
	importing: message('取り込んでいます', 'Importing'),
	imported: message('取り込みました', 'Imported'),
	fileTooLarge: message(
		'ファイルが大きすぎます。8 MB までのファイルを選んでください。',
		'The file is too large. Choose one of up to 8 MB.'
	),
	codes: message('参加コード', 'Join codes'),
	codeFor: {
		participant: message('参加', 'Join'),
		facilitator: message('進行役', 'Facilitator'),
		viewer: message('見るだけ', 'View only')
	},
	codeHint: {
		participant: message('参加する人に見せてください', 'Show this to the people taking part'),
		facilitator: message('進行役だけに伝えてください', 'Tell this to facilitators only'),
		viewer: message('書けません。見学の人に', 'Cannot write; for observers')
	},
	codeAddress: message(
		(address: string) => `${address} を開いて、番号を入れます`,
		(address: string) => `Open ${address} and enter the number`
	),
	qr: message('参加用の QR コード', 'QR code for joining'),
	boards: message('ボード', 'Boards'),
	tableNumber: message(
		(table: number) => `${table}卓`,
		(table: number) => `Table ${table}`
	),
	cards: message(
		(cards: number) => `${cards}枚`,
		(cards: number) => `${cards} cards`
	),
	open: message('ひらく', 'Open'),
	openBoard: message(
		(table: number) => `${table}卓のボードをひらく`,
		(table: number) => `Open the board of table ${table}`
	),
	exportTogether: message('まとめて書き出す', 'Export together'),
	exportScenes: message(
		(municipality: string) => `${municipality}まとめて書き出す`,
		(municipality: string) => `Export together ${municipality}`
	),
	exportRecord: message('書き出しの記録', 'Record of exports'),
	stateTitle: message('今の状態', 'How it stands'),
	run: message('始める', 'Begin'),
	prepareAgain: message('準備中に戻す', 'Back to preparing'),
	close: message('閉じる（見るだけにする）', 'Close (view only)'),
	reopen: message('再開する', 'Reopen'),
	delete: message('削除する', 'Delete'),
	deleteTitle: message('ワークショップを削除しますか', 'Delete this workshop?'),
	deleteWarning: message(
		(boards: number) =>
			`${boards}卓のボードがすべて消えます。元には戻せません。必要なら、先に各ボードの「演習シート」から JSON を書き出してください。`,
		(boards: number) =>
			`All ${boards} boards will be gone for good. If you need them, first export each as JSON from its worksheet.`
	),
	deleteConfirm: message('名前を入れると削除できます', 'Type the name to delete'),
	stateHint: {
		preparing: message('まだ始まっていません', 'Not begun yet'),
		open: message('参加して書けます', 'People can join and write'),
		closed: message('見るだけです。書けません', 'View only; nobody can write')
	} satisfies Record<WorkshopState, () => string>,
	state: {
		preparing: message('準備中', 'Preparing'),
		open: message('進行中', 'Running'),
		closed: message('見るだけ', 'Closed')
	} satisfies Record<WorkshopState, () => string>,
	blank: message('白紙から', 'Blank'),
	fromExample: message('手引きの例', 'An example'),
	whichExample: message(
		'どの例から始めますか（記入済みのボードになります）',
		'Which example? (boards come filled in)'
	)
};
