import { message } from '../message.ts';

/** Words of writing unseen by others: the author's desk, and cards that come late. */
export const writingText = {
	own: message('自分のカード', 'My cards'),
	cards: message(
		(n: number) => `${n}枚`,
		(n: number) => (n === 1 ? '1 card' : `${n} cards`)
	),
	hidden: message(
		'公開するまで、ほかの人とスクリーンには見えません',
		'Hidden from others and the screen until revealed'
	),
	edit: message('直す', 'Edit'),
	withdraw: message('取り下げる', 'Withdraw'),
	hold: message('出さない', 'Keep to myself'),
	release: message('出す', 'Put out'),
	held: message('公開しても出しません', 'Stays with you when the others are revealed'),
	earlier: message('前へ', 'Move up'),
	done: message('完了', 'Done'),
	next: message('次のカード', 'Next card'),
	first: message(
		(type: string) => `${type}を1枚書く`,
		(type: string) => `Write a ${type} card`
	),
	more: message(
		(type: string) => `${type}をもう1枚書く`,
		(type: string) => `Write another ${type} card`
	),
	label: message(
		(type: string) => `${type}の文`,
		(type: string) => `Text of the ${type} card`
	),
	kind: message('カードの種類', 'Type of card'),
	writesFor: message('だれの分を書きますか', 'Whose words do you write?'),
	forMe: message('自分', 'My own'),
	of: message(
		(name: string) => `${name}さんの分`,
		(name: string) => `For: ${name}`
	),
	placeholder: message('ここに書きます', 'Write here'),
	count: message(
		(n: number) => `${n}文字`,
		(n: number) => `${n} characters`
	),
	countOf: message(
		(n: number, most: number) => `${n} / ${most}文字`,
		(n: number, most: number) => `${n} of ${most} characters`
	),
	waiting: message('送信待ち', 'Waiting to be sent'),
	refused: message(
		'このままでは送れません。短くするか、種類を変えてください。',
		'Cannot be sent like this. Please shorten it or choose another type.'
	),
	everybody: message('みんなの書き出し', 'Everybody’s cards'),
	onlyCounts: message('まだ中身は見えません。枚数だけです。', 'Counts only for now.'),
	nobodyYet: message('まだ1枚もありません。', 'None yet.'),
	total: message(
		(table: string) => `${table} 合計`,
		(table: string) => `${table} in all`
	),
	table: message(
		(n: number) => `${n}卓`,
		(n: number) => `Table ${n}`
	),
	board: message('このボード', 'This board'),
	noProfession: message('職種なし', 'No profession'),
	late: {
		question: message('あとから届いたカードを出しますか', 'Put out the cards that came late?'),
		explain: message(
			'公開のあとに届いたあなたのカードです。ほかの人にはまだ見えません。',
			'These cards of yours came after the reveal. Others cannot see them yet.'
		),
		put: message('みんなに出す', 'Put them out'),
		keep: message('出さない', 'Keep to myself')
	},
	failures: {
		notAllowed: message('いまはできません。', 'This cannot be done now.'),
		boardClosed: message('この研修会は終わっています。', 'This workshop is over.'),
		malformed: message(
			'操作できませんでした。ページを開き直してください。',
			'This did not work. Please reload the page.'
		),
		outOfRange: message('これ以上は書けません。', 'No more can be written.'),
		notNow: message(
			'ほかの人が先に操作しました。今の表示を確かめてください。',
			'Somebody was faster. Please look at how it stands now.'
		),
		notKept: message(
			'保存できなかったため、変えていません。',
			'It could not be saved, so nothing has changed.'
		),
		noLine: message(
			'つながっていません。つながったら、もう一度押してください。',
			'Not connected. Please press again once you are connected.'
		)
	}
};
