import { message } from '../message.ts';

/** Words of the practice board and of the offer to use it. */
export const practiceText = {
	offerTitle: message('はじめての方へ', 'New here?'),
	offer: message(
		'本番の前に、練習用のボードで試せます。書いたことは、だれにも見えません。',
		'Try it out on a practice board first. Nobody sees what you do there.'
	),
	start: message('練習する（1分）', 'Practise (1 minute)'),
	later: message('あとで', 'Later'),
	laterHint: message('「使い方」からいつでも練習できます', 'Always to be found under “How to use”'),
	title: message('練習用のボード', 'Practice board'),
	alone: message(
		'だれにも見えません。終わると消えます。',
		'Nobody sees it. It is gone afterwards.'
	),
	progress: message(
		(done: number, of: number) => `${of}つのうち${done}つできました`,
		(done: number, of: number) => `${done} of ${of} done`
	),
	boardTitle: message('よい休憩にするには（練習）', 'A good break (practice)'),
	cardTepid: message('お茶がぬるい', 'The tea is lukewarm'),
	cardSeats: message('座るところが少ない', 'There are few seats'),
	cardPot: message('ポットを置く', 'Put out a thermos'),
	leave: message('練習をやめる', 'Leave the practice'),
	toBoard: message('本番へ', 'To the real board'),
	finished: message('これで準備ができました', 'You are ready'),
	finishedHint: message(
		'困ったときは「使い方」を押してください。この練習も、そこからもう一度できます。',
		'Press “How to use” when you are stuck. This practice can be done again from there.'
	),
	tasks: {
		write: message('カードを1枚書いてみましょう', 'Write a card'),
		move: message('カードを動かしてみましょう', 'Move a card'),
		link: message('カードとカードをつないでみましょう', 'Link two cards'),
		undo: message('元に戻してみましょう', 'Undo it'),
		whole: message('ボード全体を見てみましょう', 'See the whole board')
	},
	praise: {
		write: message('書けました。', 'Written.'),
		move: message('動きました。', 'Moved.'),
		link: message('つながりました。', 'Linked.'),
		undo: message('元に戻りました。', 'Undone.'),
		whole: message('全体が見えました。', 'There it is, all of it.')
	},
	byMouse: {
		write: message(
			'左の「カード」を押し、ボードの空いたところを押します。思いついたことを書いて Enter を押します。',
			'Press “Card” on the left, then an empty place of the board. Write anything and press Enter.'
		),
		move: message(
			'カードを押したまま動かして、好きなところで離します。',
			'Press a card, drag it, and let go where you like.'
		),
		link: message(
			'左の「つなぐ」を押し、原因のカード、対策のカードの順に押します。',
			'Press “Link” on the left, then the card of a cause, then that of a measure.'
		),
		undo: message(
			'左の「元に戻す」を押します。すぐ前にしたことが、1つ取り消されます。',
			'Press “Undo” on the left. The last thing you did is taken back.'
		),
		whole: message(
			'右下の「全体」を押します。迷ったときは、いつもこれで戻れます。',
			'Press “All” at the lower right. It always brings you back.'
		)
	},
	byFinger: {
		write: message(
			'「カード」に触れてから、ボードの空いたところに触れます。書けたら「完了」。',
			'Touch “Card”, then an empty place of the board. Touch “Done” when it is written.'
		),
		move: message(
			'カードに触れて選び、もう一度指を置いて動かします。',
			'Touch a card to select it, then put your finger on it again and move.'
		),
		link: message(
			'「つなぐ」に触れてから、原因のカード、対策のカードの順に触れます。',
			'Touch “Link”, then the card of a cause, then that of a measure.'
		),
		undo: message(
			'「元に戻す」に触れます。すぐ前にしたことが、1つ取り消されます。',
			'Touch “Undo”. The last thing you did is taken back.'
		),
		whole: message(
			'「全体」に触れます。2本の指で広げても、これで戻れます。',
			'Touch “All”. It brings you back after any pinching.'
		)
	},
	inList: {
		write: message(
			'下の欄に思いついたことを書いて、「足す」を押します。',
			'Write anything into the field below and press “Add”.'
		),
		move: message(
			'カードの「…」を押して、「前へ移す」を選びます。キーなら Alt+↑ です。',
			'Press “…” on a card and choose “Move up”. With keys it is Alt+↑.'
		),
		link: message('', ''),
		undo: message(
			'「元に戻す」を押します。すぐ前にしたことが、1つ取り消されます。',
			'Press “Undo”. The last thing you did is taken back.'
		),
		whole: message('', '')
	},
	calledTitle: message('進行役が呼んでいます', 'The facilitator calls everybody'),
	ballotTitle: message('投票がはじまりました', 'The vote has begun'),
	partTitle: message(
		(title: string) => `「${title}」がはじまりました`,
		(title: string) => `“${title}” has begun`
	),
	toldTitle: message(
		(words: string) => `お知らせ：${words}`,
		(words: string) => `Notice: ${words}`
	),
	goNow: message('ボードへ行く', 'Go to the board'),
	goOn: message('練習を続ける', 'Go on practising')
};
