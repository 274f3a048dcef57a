import { message } from '../message.ts';

/** Words of the worksheet view and of taking it home. */
export const exportText = {
	title: message('演習シートを書き出す', 'Export worksheet'),
	titleOf: message(
		(sheet: string) => `${sheet}を書き出す`,
		(sheet: string) => `Export: ${sheet}`
	),
	open: message('書き出す', 'Export'),
	needsNoLine: message('つながりが切れても書き出せます', 'Works also when the connection is lost'),
	preview: message(
		(sheet: string) => `${sheet}の見本`,
		(sheet: string) => `Preview: ${sheet}`
	),
	coming: message('見本を用意しています', 'Preparing the preview'),
	page: message(
		(page: number, of: number) => `${page} / ${of} ページ`,
		(page: number, of: number) => `Page ${page} of ${of}`
	),
	facts: message(
		(paper: string, isWide: boolean, pages: number, pt: number) =>
			`${paper} ${isWide ? '横' : '縦'}・${pages} ページ・文字 ${pt} pt`,
		(paper: string, isWide: boolean, pages: number, pt: number) =>
			`${paper} ${isWide ? 'landscape' : 'portrait'}, ${pages} page${pages === 1 ? '' : 's'}, ${pt} pt`
	),
	range: message('範囲', 'Range'),
	rangeName: {
		sheet: message('シート', 'Sheet'),
		zone: message('この区分', 'One zone'),
		board: message('ボード全体', 'Whole board')
	},
	sheet: message('シートの種類', 'Kind of sheet'),
	zone: message('区分', 'Zone'),
	meeting: {
		name: message('会議の名前', 'Name of the meeting'),
		date: message('日時', 'Date and time'),
		place: message('場所', 'Place')
	},
	wholeBoardFile: message(
		'この形式には、選んだ範囲にかかわらずボード全体が入ります。',
		'This format always holds the whole board, whatever range is chosen.'
	),
	cannotHold: message('この範囲では選べません', 'not for this range'),
	paper: message('用紙', 'Paper'),
	whole: message(
		(paper: string) => `${paper} 全体`,
		(paper: string) => `All of ${paper}`
	),
	zoomIn: message('大きくする', 'Zoom in'),
	zoomOut: message('小さくする', 'Zoom out'),
	monochrome: message('白黒で見る', 'See in black and white'),
	head: message('シートの見出し', 'Head of the sheet'),
	headField: {
		municipality: message('市区町村', 'Municipality'),
		group: message('グループ', 'Group'),
		date: message('日付', 'Date'),
		reviewDate: message('見直しの予定日', 'Date of review')
	},
	sceneNone: message('指定なし', 'Not set'),
	professions: message('参加職種', 'Professions present'),
	format: message('形式', 'Format'),
	privacy: message('個人情報の確認', 'Personal data'),
	privacyCheck: {
		contact: message(
			'氏名・住所・電話番号・生年月日がない',
			'No names, addresses, telephone numbers or dates of birth'
		),
		facility: message(
			'病院・事業所の名前を出してよい',
			'Hospitals and providers agree to be named'
		),
		person: message(
			'個人が特定されない（亡くなった方も）',
			'Nobody can be identified (the deceased included)'
		)
	},
	suspects: message('気になるところ', 'Please look at these'),
	suspectJump: message(
		(number: number) => `${number} 番のカードを見る`,
		(number: number) => `Show card ${number}`
	),
	suspectKind: {
		phone: message('電話番号のような数字', 'looks like a telephone number'),
		mail: message('メールアドレス', 'an e-mail address'),
		postcode: message('郵便番号のような数字', 'looks like a postcode'),
		birth: message('生年月日のような日付', 'looks like a date of birth'),
		address: message('住所のような言葉', 'looks like an address'),
		insured: message('被保険者番号のような数字', 'looks like an insurance number'),
		facility: message('病院・事業所の名前のような言葉', 'looks like the name of a provider'),
		name: message('お名前のような言葉', 'looks like a name')
	},
	print: message('入れるもの', 'Include'),
	includeProfessions: message('書いた人の職種', 'Who wrote it (profession)'),
	includeVotes: message('投票数', 'Votes'),
	includeNotes: message('メモ', 'Notes'),
	includeRemarks: message('コメントとスタンプの数', 'Comments, stamp counts'),
	includeEmpty: message('空の欄', 'Empty blocks'),
	fileName: message('ファイル名', 'File name'),
	run: message('書き出す', 'Export'),
	wait: message(
		(left: number) => `確認がすべて済むと書き出せます（残り ${left}）`,
		(left: number) => `Finish checks to export (${left} left)`
	),
	running: message('書き出しています', 'Exporting'),
	done: message(
		(name: string) => `${name} を書き出しました`,
		(name: string) => `${name} was exported`
	),
	missing: message(
		(characters: string) => `次の文字は書体にないため「〓」になりました：${characters}`,
		(characters: string) => `The font lacks these characters; they appear as 〓: ${characters}`
	),
	failed: message(
		'書き出せませんでした。代わりに、同じ内容を JSON で残せます。',
		'This could not be exported. You can keep the same content as JSON instead.'
	),
	asJson: message('JSON で残す', 'Keep as JSON'),
	empty: message(
		'まだカードがありません。シートは空のまま書き出せます。',
		'No cards yet. The sheet can be exported empty.'
	)
};
