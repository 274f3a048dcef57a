import { message } from '../message.ts';

/** What stands in 使い方. */
export const helpText = {
	title: message('使い方', 'How to use'),
	close: message('閉じる', 'Close'),
	part: message('見るところ', 'Part'),
	parts: {
		tools: message('使い方', 'Tools'),
		keys: message('キー', 'Keys'),
		words: message('ことば', 'Words'),
		settings: message('設定', 'Settings')
	},
	hand: message('使うもの', 'Used with'),
	hands: {
		mouse: message('マウス', 'Mouse'),
		finger: message('指', 'Fingers')
	},
	groups: {
		tools: message('道具と新しいカード', 'Tools and new cards'),
		card: message('カード', 'Card'),
		selection: message('選んだカードをまとめて', 'All selected cards'),
		view: message('見え方', 'View'),
		board: message('ボード全体', 'The board')
	},
	search: message('キーや操作をさがす', 'Look for a key or an action'),
	noKey: message('見つかりません', 'Nothing found'),
	lettersOff: message(
		'1文字のキーは、いま使わない設定です。「設定」で変えられます。',
		'Single-key shortcuts are switched off now. Change it under “Settings”.'
	),
	writing: message(
		'カードを書いているあいだ、これらのキーは文字の入力になります。',
		'While a card is being written, these keys type.'
	)
};

/** What each tool does, with a mouse and with fingers. */
export const howToText = {
	write: {
		title: message('カードを書く', 'Write a card'),
		mouse: message(
			'「カード」を押し、空いたところを押します。空いたところを2回押しても書けます。Enter で書き終わります。',
			'Press “Card”, then an empty place; or press an empty place twice. Enter finishes.'
		),
		finger: message(
			'「カード」に触れ、空いたところに触れます。書けたら「完了」。',
			'Touch “Card”, then an empty place. “Done” finishes.'
		)
	},
	edit: {
		title: message('カードを直す', 'Change a card'),
		mouse: message(
			'カードを2回押すか、選んでそのまま打ちはじめます。',
			'Press the card twice, or select it and begin to type.'
		),
		finger: message('カードに2回触れます。', 'Touch the card twice.')
	},
	move: {
		title: message('カードを動かす', 'Move a card'),
		mouse: message(
			'カードを押したまま動かして、離します。',
			'Press the card, drag it, and let go.'
		),
		finger: message(
			'カードに触れて選び、もう一度指を置いて動かします。',
			'Touch the card, then put your finger on it again and move.'
		)
	},
	link: {
		title: message('つなぐ', 'Link'),
		mouse: message(
			'「つなぐ」を押し、カードを2枚、順に押します。カードの縁の ＋ から引いてもつながります。',
			'Press “Link”, then two cards in turn; or drag from the + at the edge of a card.'
		),
		finger: message(
			'「つなぐ」に触れ、カード2枚に順に触れます。',
			'Touch “Link”, then two cards in turn.'
		)
	},
	group: {
		title: message('島にする', 'Cluster'),
		mouse: message(
			'似たカードを重ねて、少し待って離します。または、何枚か選んで「島にする」を押します。',
			'Hold a card over one like it for a moment and let go; or select some and press “Cluster”.'
		),
		finger: message(
			'似たカードを重ねて、少し待って離します。',
			'Hold a card over one like it for a moment and let go.'
		)
	},
	undo: {
		title: message('元に戻す', 'Undo'),
		mouse: message(
			'「元に戻す」を押すたびに、自分のしたことが1つ戻ります。ほかの人が書いたことは変わりません。',
			'Each press takes back one thing you did. What others wrote stays.'
		),
		finger: message(
			'「元に戻す」に触れるたびに、自分のしたことが1つ戻ります。ほかの人が書いたことは変わりません。',
			'Each touch takes back one thing you did. What others wrote stays.'
		)
	},
	withdraw: {
		title: message('取り下げる', 'Withdraw'),
		mouse: message(
			'カードを選んで Delete を押します。「取り下げ」からいつでも戻せます。',
			'Select the card and press Delete. “Withdrawn” brings it back at any time.'
		),
		finger: message(
			'カードを長く押さえて「取り下げる」を選びます。「取り下げ」からいつでも戻せます。',
			'Hold a finger on the card and choose “Withdraw”. “Withdrawn” brings it back at any time.'
		)
	},
	look: {
		title: message('ボードを動かして見る', 'Look around'),
		mouse: message(
			'空いたところを引くか、ホイールを回します。Ctrl とホイールで大きさが変わります。',
			'Drag an empty place or turn the wheel; Ctrl and the wheel change the size.'
		),
		finger: message(
			'空いたところを1本の指で動かします。2本の指で大きさが変わります。',
			'Move an empty place with one finger; two fingers change the size.'
		)
	},
	whole: {
		title: message('全体を見る', 'See it all'),
		mouse: message(
			'画面の下の「全体」で、ボード全体が見えます。迷ったらここへ。',
			'“All” at the bottom of the board shows all of it. Go there when lost.'
		),
		finger: message(
			'画面の下の「全体」に触れると、ボード全体が見えます。迷ったらここへ。',
			'“All” at the bottom of the board shows all of it. Go there when lost.'
		)
	},
	list: {
		title: message('一覧で書く', 'Write in the list'),
		mouse: message(
			'上の「一覧」は、ボードと同じ内容の表です。キーだけで書きたいときに。',
			'“List” above is the same content as rows, made for the keyboard.'
		),
		finger: message(
			'上の「一覧」は、ボードと同じ内容の表です。小さい画面で書きやすくなります。',
			'“List” above is the same content as rows, easier on a small screen.'
		)
	}
};
