import { message } from '../message.ts';

/** The conversation of two or three people: questions, answers, and the cards that come of them (図表4-5). */
export const dialogueText = {
	log: message('これまでのやり取り', 'The conversation so far'),
	empty: message(
		'まだやり取りはありません。問いを選んで、答えを書きとめます。',
		'Nothing yet. Choose a question and write down the answer.'
	),
	question: message('問い', 'Question'),
	fromManual: message('手引きの問いから選ぶ', 'Choose a question of the manual'),
	ownQuestion: message('（自分で書いた問い）', '(a question of your own)'),
	asker: message('聞く人（職種）', 'Asked by (profession)'),
	answerer: message('答える人（職種）', 'Answered by (profession)'),
	answer: message('答え', 'Answer'),
	answerHint: message(
		'1行に1つ書くと、1行が1枚のカードになります',
		'One thought per line: each line becomes a card'
	),
	becomes: message('答えを', 'The answer becomes'),
	noCard: message('カードにしない', 'No card'),
	choose: message('いまあるカードを選ぶ', 'A card that is there'),
	chosenCard: message('選ばれたカード', 'The chosen card'),
	about: message('何についての答えか', 'What it is about'),
	aboutNothing: message('つながない', 'Nothing'),
	split: message('行ごとに分ける', 'Split by lines'),
	preview: message(
		(count: number) => `できるカード（${count}枚）`,
		(count: number) => (count === 1 ? 'One card will be made' : `${count} cards will be made`)
	),
	category: message(
		(words: string) => `区分：${words}`,
		(words: string) => `Category: ${words}`
	),
	save: message('書きとめる', 'Write down'),
	saved: message(
		(count: number) =>
			count === 0 ? 'やり取りを書きとめました' : `書きとめて、カードを${count}枚つくりました`,
		(count: number) =>
			count === 0
				? 'The turn has been written down'
				: `Written down, with ${count} new ${count === 1 ? 'card' : 'cards'}`
	),
	tooLong: message('長すぎて書きとめられません', 'Too long to be kept'),
	askWhy: message('では、なぜ？', 'Then why?'),
	whyStart: message('では、なぜ、', 'Then why '),
	turn: message(
		(number: number) => `やり取り${number}`,
		(number: number) => `Turn ${number}`
	),
	turnMenu: message(
		(number: number) => `やり取り${number}の操作`,
		(number: number) => `Actions of turn ${number}`
	),
	noAnswer: message('（答えは書かれていません）', '(no answer written)'),
	edit: message('直す', 'Edit'),
	up: message('上へ', 'Move up'),
	down: message('下へ', 'Move down'),
	withdraw: message('取り消す', 'Take away'),
	withdrawn: message(
		'やり取りを取り消しました。「元に戻す」で戻ります。',
		'Taken away; Undo brings it back.'
	),
	done: message('直しました', 'Done'),
	keep: message('直した内容にする', 'Keep changes'),
	cancel: message('やめる', 'Cancel'),
	cards: message('できたカード', 'Cards'),
	showCard: message(
		(type: string, number: number, text: string) => `${type}${number}「${text}」を見る`,
		(type: string, number: number, text: string) => `Show ${type} ${number}, “${text}”`
	)
};

/** The question asked once of those who turn to the causes before there is a vision. */
export const visionFirstText = {
	label: message('目指す姿', 'Vision'),
	question: message(
		'目指す姿がまだありません。先に話しますか？',
		'There is no vision yet. Talk about it first?'
	),
	goThere: message('目指す姿へ', 'To the vision'),
	goOn: message('このまま続ける', 'Go on here')
};
