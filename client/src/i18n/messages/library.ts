import type { Take } from '@renkei/shared/method/next-board.ts';
import { message } from '../message.ts';

/** Words of going on from an earlier board, of cases with their causes, and of the search over all boards. */
export const libraryText = {
	hints: message(
		(count: number) => `気づき ${count}件`,
		(count: number) => (count === 1 ? '1 hint' : `${count} hints`)
	),
	noMunicipality: message('市区町村なし', 'No municipality'),
	goOn: message('この続きから始める', 'Go on from this'),
	goOnFrom: message(
		(name: string) => `この続きから始める：${name}`,
		(name: string) => `Go on from: ${name}`
	),
	fromPurpose: message('この結果から演習シートの盤をつくる', 'Make a whole board from this'),
	take: message('引き継ぐもの', 'What to take over'),
	takes: {
		themeAndVision: message('テーマと目指す姿', 'Theme and vision'),
		toCauses: message('原因まで', 'Up to the causes'),
		everything: message('すべて', 'Everything')
	} satisfies Record<Exclude<Take, 'review'>, () => string>,
	takeHint: message(
		'カードの置き場所は引き継がず、もとの盤へのつながりが残ります。',
		'Places are not kept; each card says which board it comes from.'
	),
	where: message('つくるところ', 'Where'),
	nextTable: message('同じワークショップの次の卓', 'Next table of the same workshop'),
	newWorkshop: message('新しいワークショップ', 'A new workshop'),
	makeBoard: message('つくってひらく', 'Make and open'),

	cases: message('事例', 'Cases'),
	caseCount: message(
		(count: number) => `${count}件`,
		(count: number) => (count === 1 ? '1 case' : `${count} cases`)
	),
	casesHint: message(
		'小さい一つの事例から、課題や対策を見つけます。',
		'Issues and measures found from one small case.'
	),
	makeCase: message('事例ボードをつくる', 'Make a case board'),
	caseTitle: message('どんな事例でしたか（1文で）', 'What happened, in one sentence'),
	caseTitleHint: message(
		'氏名・住所など、個人が分かることは書かないでください。',
		'Nothing that tells who it was, please.'
	),
	caseTitleMissing: message('事例を1文で書いてください', 'Please write one sentence'),
	casePlaceholder: message('例：退院した翌日に再び入院した', 'e.g. Back in hospital a day later'),
	gather: message('原因をあつめる', 'Gather the causes'),
	find: message('全部の盤からさがす', 'Search all boards'),

	gatherTitle: message('事例の原因をあつめる', 'Causes of the cases'),
	gatherHint: message(
		'同じ原因だと思うものを選び、まとめます。決めるのは人です。',
		'Choose causes that are the same and put them together. People decide.'
	),
	loose: message('まだまとめていない原因', 'Causes not yet grouped'),
	groups: message('まとまり', 'Groups'),
	noCauses: message(
		'まだありません。事例ボードに原因を書くと、ここに並びます。',
		'None yet. Causes written on case boards appear here.'
	),
	noLoose: message('あてはまる原因はありません', 'No causes here'),
	noGroups: message(
		'まだありません。左から選んで「同じ原因にまとめる」を押します。',
		'None yet. Choose causes and press “Put together”.'
	),
	like: message('言い方がほぼ同じものがあります', 'Some are worded alike'),
	likeCount: message(
		(cases: number) => `${cases}事例`,
		(cases: number) => (cases === 1 ? '1 case' : `${cases} cases`)
	),
	chooseThese: message('選ぶ', 'Choose these'),
	putTogether: message('同じ原因にまとめる', 'Put together'),
	chosenCount: message(
		(count: number) => `${count}件を選んでいます`,
		(count: number) => `${count} chosen`
	),
	into: message('まとめ先', 'Into'),
	intoNew: message('新しいまとまり', 'A new group'),
	clearChoice: message('選び直す', 'Choose again'),
	groupTitle: message('まとまりの題', 'Title of the group'),
	rename: message('題を直す', 'Rename'),
	dissolve: message('ほどく', 'Dissolve'),
	release: message('はずす', 'Take out'),
	groupCount: message(
		(cases: number, causes: number) => `${cases}事例・${causes}件`,
		(cases: number, causes: number) => `${cases} cases, ${causes} causes`
	),
	carry: message('盤にのせる', 'Put on a board'),
	carryTitle: message('まとまりを盤にのせる', 'Put a group on a board'),
	asTheme: message('テーマの候補にする', 'As a theme candidate'),
	asFacts: message('現状のカードにする（1件ずつ）', 'As facts, one each'),
	toBoard: message('いまある盤', 'A board there is'),
	toNewBoard: message('新しい盤', 'A new board'),
	whichBoard: message('どの盤', 'Which board'),
	boardName: message('名前', 'Name'),
	openCase: message('事例をひらく', 'Open the case'),
	dropHere: message('ここへ移すと、このまとまりに入ります', 'Drop here to add to this group'),

	searchTitle: message('全部の盤からさがす', 'Search all boards'),
	words: message('ことば', 'Words'),
	wordsHint: message(
		'かな・カナ・漢字、全角・半角の違いは気にしなくて大丈夫です。',
		'Kana, kanji, full and half width all count as the same.'
	),
	search: message('さがす', 'Search'),
	searching: message('さがしています', 'Searching'),
	any: message('すべて', 'Any'),
	scene: message('場面', 'Scene'),
	disease: message('疾患', 'Disease'),
	category: message('原因の区分', 'Category of cause'),
	kind: message('盤の種類', 'Kind of board'),
	kinds: {
		full: message('演習シート', 'Worksheet'),
		purpose: message('目的シート', 'Purpose sheet'),
		case: message('事例', 'Case')
	},
	year: message('年度', 'Year'),
	fiscalYear: message(
		(year: number) =>
			year >= 2019 ? `令和${year === 2019 ? '元' : year - 2018}年度` : `${year}年度`,
		(year: number) => `Fiscal ${year}`
	),
	found: message(
		(count: number, isMore: boolean) => `${count}件${isMore ? '以上' : ''}見つかりました`,
		(count: number, isMore: boolean) => `${count}${isMore ? ' or more' : ''} found`
	),
	nothing: message('見つかりませんでした', 'Nothing found'),
	askSomething: message('ことばか条件を入れてください', 'Enter words or choose a filter'),
	openBoard: message('盤をひらく', 'Open the board'),
	chain: message('流れ', 'Chain'),
	copyChain: message('この流れを今の盤に写す', 'Copy this chain here'),
	copied: message(
		(count: number) => `${count}枚を写しました`,
		(count: number) => `${count} cards copied`
	),
	undo: message('元に戻す', 'Undo'),
	readOnly: message('いまは見るだけなので、写せません', 'View only: nothing can be copied'),
	origin: message('元の事例を開く', 'Open where this comes from'),
	staffOnly: message('担当の人だけがさがせます', 'Only staff can search'),
	purposeStart: message('目的シート', 'Purpose sheet'),
	blankDetail: message('テーマから評価まで・90分', 'Theme to evaluation, 90 minutes'),
	purposeDetail: message('目指す姿まで・30分', 'Up to the vision, 30 minutes'),
	exampleDetail: message('記入済み', 'Filled in')
};
