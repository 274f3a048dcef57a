import { message } from '../message.ts';

/** The tips, and the buttons beside one. */
export const tipText = {
	tip: message('ヒント', 'Tip'),
	understood: message('わかりました', 'I see'),
	noMore: message('ヒントを出さない', 'No more tips'),
	tips: {
		undo: message(
			'まちがえても「元に戻す」で戻せます。ほかの人が書いたことは変わりません。',
			'“Undo” takes back what you did. What others wrote stays.'
		),
		ime: message(
			'変換中の Enter は「確定」だけです。カードは閉じません。',
			'Enter while converting only converts; the card stays open.'
		),
		whole: message(
			'迷ったら、画面の下の「全体」でボード全体が見えます。',
			'Lost? “All” at the bottom of the board shows all of it.'
		),
		twoFingers: message(
			'2本の指で、ボードを動かしたり広げたりできます。',
			'Two fingers move the board and make it larger.'
		),
		longPress: message(
			'カードを長く押さえると、できることが並びます。',
			'Hold a finger on a card to see what can be done with it.'
		),
		doublePress: message(
			'空いたところを2回押すと、そこにカードを書けます。',
			'Press an empty place twice to write a card there.'
		)
	}
};
