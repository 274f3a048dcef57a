import { message } from '../message.ts';

/** The care path (図表4-3) with its pins. */
export const carePathText = {
	placeHint: message('場所や矢印を押すとピンを置けます', 'Press a place or an arrow to pin it'),
	lookHint: message(
		'場所や矢印を押すと、くわしく見られます',
		'Press a place or an arrow to look closer'
	),
	placers: message(
		(placed: number, people: number) => `置いた人 ${placed} / ${people}`,
		(placed: number, people: number) => `${placed} of ${people} have placed pins`
	),
	placePin: message('ピンを置く', 'Place pin'),
	placeHere: message('ここにピンを置く', 'Place a pin here'),
	placeOn: message(
		(target: string) => `${target} にピンを置く`,
		(target: string) => `Place a pin on ${target}`
	),
	limit: message(
		(each: number, left: number) => `1人 ${each}本まで（のこり ${left}本）`,
		(each: number, left: number) => `${each} pins each (${left} left)`
	),
	asList: message('一覧で置く', 'Place from a list'),
	asDrawing: message('図で置く', 'Place on the drawing'),
	places: message('場所', 'Places'),
	ways: message('矢印（場所と場所の間）', 'Arrows (between two places)'),
	pins: message(
		(n: number) => `ピン${n}本`,
		(n: number) => (n === 1 ? '1 pin' : `${n} pins`)
	),
	pinsBy: message(
		(n: number, who: string) => `ピン${n}本（${who}）`,
		(n: number, who: string) => `${n === 1 ? '1 pin' : `${n} pins`} (${who})`
	),
	noPins: message('ピンはまだありません', 'No pins yet'),
	ownPins: message(
		(n: number) => `あなたのピン ${n}本`,
		(n: number) => (n === 1 ? 'Your pin' : `Your pins: ${n}`)
	),
	takeOwn: message('自分のピンを外す', 'Take your pin away'),
	othersPins: message('ほかの人のピンを外す', "Take others' pins away"),
	takeOthers: message(
		(who: string) => `${who}のピンを1本外す`,
		(who: string) => `Take away a pin by: ${who}`
	),
	noProfession: message('職種なし', 'No profession'),
	more: message('くわしく', 'Details'),
	moreOn: message(
		(target: string) => `${target} をくわしく`,
		(target: string) => `Details of ${target}`
	),
	choose: message(
		'場所か矢印を選ぶと、ピンの数とテーマの案がここに出ます。',
		'Choose a place or an arrow to see its pins and a theme here.'
	),
	mostPins: message('ピンの多いところ', 'Where most pins are'),
	disease: message('対象の疾患', 'Target disease'),
	parties: message('どことどこの連携', 'Who works together'),
	moreParties: message('ほかの当事者', 'Other parties'),
	named: message(
		(n: number) => `ピン${n}本`,
		(n: number) => (n === 1 ? 'on 1 pin' : `on ${n} pins`)
	),
	theme: message('具体的にしたテーマ', 'The theme made concrete'),
	themeField: message('テーマの文（直せます）', 'Words of the theme (you can change them)'),
	addCandidate: message('テーマの候補に足す', 'Add as a theme candidate'),
	intoTheme: message('書き入れるテーマ', 'Theme to fill in'),
	fillTheme: message('このテーマに書き入れる', 'Fill in this theme'),
	fillTitle: message('書きかえますか', 'Replace what is there?'),
	fillQuestion: message(
		(fields: string) => `「${fields}」は、もう書かれています。`,
		(fields: string) => `Already written: ${fields}.`
	),
	fillEmpty: message('空いているところだけ', 'Only empty fields'),
	fillAll: message('書きかえる', 'Replace'),
	showTheme: message('ボードで見る', 'See it on the board'),
	placed: message(
		(target: string) => `${target} にピンを置きました`,
		(target: string) => `You placed a pin on ${target}`
	),
	taken: message('ピンを外しました', 'The pin was taken away'),
	full: message(
		(each: number) => `ピンは1人${each}本までです。ほかの場所に置くには、先に1本外してください。`,
		(each: number) => `Everybody has ${each} pins. Take one away to place it elsewhere.`
	),
	readOnly: message('いまは見るだけです', 'You can only look now'),
	added: message('テーマの候補に足しました', 'Added as a theme candidate'),
	filled: message('テーマに書き入れました', 'The theme was filled in'),
	nothingToFill: message('空いているところはありません', 'There was nothing to fill in')
};
