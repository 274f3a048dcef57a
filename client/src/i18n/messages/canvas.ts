import { message } from '../message.ts';

/** Words on and around the canvas. */
export const canvasText = {
	label: message('ボードの絵', 'The board as a picture'),
	hint: message(
		'同じ内容が「一覧」にあります。Tab でカードを順に選び、Enter で直せます。',
		'The same content is under “List”. Tab goes from card to card, Enter edits.'
	),
	cardOf: message(
		(type: string, text: string, at: number, of: number) => `${type}。${text}。${of}件中${at}`,
		(type: string, text: string, at: number, of: number) => `${type}: ${text}. ${at} of ${of}`
	),
	linkOf: message(
		(from: number, to: number, count: number) =>
			count > 1
				? `${count}本を束ねたつながり。${from}番から${to}番など`
				: `${from}番から${to}番へのつながり`,
		(from: number, to: number, count: number) =>
			count > 1 ? `${count} links as one, such as ${from} to ${to}` : `Link from ${from} to ${to}`
	),
	writeCard: message('カードを書く', 'Write a card'),
	zoomOut: message('小さく見る', 'Zoom out'),
	zoomIn: message('大きく見る', 'Zoom in'),
	zoomFull: message('100% で見る', 'Show at 100 %'),
	showAll: message('全体', 'All'),
	backToAll: message('全体にもどる', 'Back to all'),
	showOwn: message('自分のカード', 'My cards'),
	showBars: message('まわりの道具を出す', 'Show the bars'),
	map: message('ボードの見取り図', 'Map of the board'),
	withdrawTitle: message(
		(count: number) => `${count}枚のカードを取り下げますか`,
		(count: number) => `Withdraw ${count} cards?`
	),
	withdrawHint: message(
		'取り下げたカードは、いつでも戻せます。',
		'Withdrawn cards can be restored at any time.'
	),
	withdrawYes: message('取り下げる', 'Withdraw'),
	withdrawNo: message('やめる', 'Cancel'),
	tidy: message('整える', 'Tidy up'),
	makeIsland: message('島にする', 'Make a cluster'),
	linkHere: message('つなぐ', 'Link'),
	joinIsland: message('島に入れる', 'Put into the cluster'),
	close: message('閉じる', 'Close')
};
