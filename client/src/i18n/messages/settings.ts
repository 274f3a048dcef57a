import { message } from '../message.ts';

/** The choices a person makes for this device. */
export const settingsText = {
	hint: message(
		'この画面だけの設定です。すぐに変わります。',
		'For this screen only. Each works at once.'
	),
	writing: message('書くとき', 'Writing'),
	looking: message('見るとき', 'Looking'),
	help: message('手助け', 'Help'),
	colours: message('色', 'Colours'),
	language: message('ことば', 'Language'),
	languages: { ja: '日本語', en: 'English' },
	enterIsNewline: message('Enter で改行する', 'Enter makes a new line'),
	enterIsNewlineHint: message(
		'オフのときは、Enter で書き終わり、Shift+Enter で改行します。',
		'When off, Enter finishes and Shift+Enter makes a new line.'
	),
	letterShortcuts: message('1文字のキーを使う', 'Use single-key shortcuts'),
	letterShortcutsHint: message(
		'N で新しいカード、C でつなぐ、など。',
		'N for a new card, C for linking, and so on.'
	),
	wheelZooms: message('ホイールで拡大する', 'The wheel zooms'),
	wheelZoomsHint: message(
		'オフのときは、ホイールでボードが動き、Ctrl とホイールで拡大します。',
		'When off, the wheel moves the board, and Ctrl with the wheel zooms.'
	),
	minimap: message('見取り図を出す', 'Show the map'),
	allCursors: message('みんなのカーソルを出す', 'Show everybody’s pointers'),
	furigana: message('ふりがなを付ける', 'Show readings (furigana)'),
	furiganaHint: message(
		'問いや項目の名前に付きます。みんなが書いたカードには付きません。',
		'On questions and names of fields, never on people’s cards.'
	),
	tips: message('ヒントを出す', 'Show tips'),
	tipsHint: message(
		'手が止まっているときに、1つずつ出ます。同じヒントは2回までです。',
		'One at a time while your hands rest, each at most twice.'
	),
	practise: message('練習用のボードで試す', 'Try the practice board')
};
