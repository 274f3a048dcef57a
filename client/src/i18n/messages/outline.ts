import { message } from '../message.ts';

/** Words of 一覧, the list that holds the same as the board. */
export const outlineText = {
	ideas: message('送る', 'Send'),
	title: message('一覧', 'List'),
	sections: message('区分', 'Sections'),
	count: message(
		(count: number) => `${count}件`,
		(count: number) => `${count}`
	),
	sameContent: message(
		'ボードと同じ内容です。どちらで直しても、すぐに反映されます。',
		'The same content as the board. Change either; both follow at once.'
	),
	keys: message(
		'↑ ↓ で移動　Enter で直す　L でつなぐ　→ でくわしく　M で操作',
		'↑ ↓ move　Enter edit　L link　→ details　M actions'
	),
	add: message(
		(type: string) => `${type}を1つ書いて Enter（変換の Enter では決まりません）`,
		(type: string) => `Type one ${type} and press Enter`
	),
	addLabel: message(
		(type: string) => `${type}を足す`,
		(type: string) => `Add: ${type}`
	),
	addButton: message('足す', 'Add'),
	typeToAdd: message('足すカードの種類', 'Type of the card to add'),
	empty: message(
		'まだカードがありません。最初の1枚を書きましょう。',
		'No cards yet. Write the first one.'
	),
	emptyReadOnly: message('まだカードがありません。', 'No cards yet.'),
	why: message('└ なぜ？', '└ Why?'),
	edit: message('直す', 'Edit'),
	link: message('つなぐ', 'Link'),
	more: message(
		(card: string) => `${card} の操作`,
		(card: string) => `Actions for ${card}`
	),
	up: message('前へ移す（Alt+↑）', 'Move up (Alt+↑)'),
	down: message('後へ移す（Alt+↓）', 'Move down (Alt+↓)'),
	deeper: message('上のカードの「なぜ？」にする（Alt+→）', 'Make a why of the card above (Alt+→)'),
	shallower: message('「なぜ？」を1つ浅くする（Alt+←）', 'Move one why up (Alt+←)'),
	chooseRoot: message('解決すべき原因にする', 'Make root cause'),
	unchooseRoot: message('解決すべき原因から外す', 'No longer the root cause'),
	details: message('くわしく', 'Details'),
	allFields: message(
		(type: string) => `${type}カード`,
		(type: string) => `${type} card`
	),
	duplicate: message('複製', 'Duplicate'),
	joinAbove: message('上のカードと島にする', 'Cluster with the card above'),
	leaveIsland: message('島から出す', 'Take out of the cluster'),
	mergeAbove: message('上のカードと1枚にまとめる', 'Merge with the card above'),
	islandTitle: message('島の見出しを書く', 'Write the cluster’s title'),
	islandTitleField: message('見出し', 'Title'),
	islandTitleSave: message('見出しにする', 'Use as title'),
	linkMany: message('いくつかのカードにまとめてつなげる', 'Link with several cards'),
	linkManyNumbers: message(
		'つなぐカードの番号（例：17〜20、22）',
		'Numbers of the cards (e.g. 17-20, 22)'
	),
	linkManyNone: message('番号のカードがありません。', 'There is no card of these numbers.'),
	linkManyDo: message(
		(count: number) => `${count}枚とつなぐ`,
		(count: number) => (count === 1 ? 'Link with 1 card' : `Link with ${count} cards`)
	),
	changeType: message('種類を変える', 'Change the type'),
	addNote: message('メモをつける', 'Add a note'),
	pin: message('固定する', 'Pin'),
	free: message('固定をはずす', 'Free'),
	past: message('履歴', 'History'),
	votes: message(
		(count: number) => `票 ${count}`,
		(count: number) => (count === 1 ? '1 vote' : `${count} votes`)
	),
	newsEvery: message('ほかの人の変更の読み上げ', 'Reading out what others change'),
	newsChoices: {
		'10': message('10秒ごと', 'Every 10 s'),
		'30': message('30秒ごと', 'Every 30 s'),
		'60': message('1分ごと', 'Every minute'),
		off: message('しない', 'Never')
	},
	withdraw: message('取り下げる（Delete）', 'Withdraw (Delete)'),
	reason: message(
		(reason: string) => `理由：${reason}`,
		(reason: string) => `Reason: ${reason}`
	),
	named: message(
		(kind: string, numbers: string) => `${kind}${numbers}`,
		(kind: string, numbers: string) =>
			`${kind} ${numbers.replaceAll('〜', '–').replaceAll('・', ', ')}`
	),
	leadsTo: message(
		(cards: string) => `→ ${cards}`,
		(cards: string) => `→ ${cards}`
	),
	originOf: message(
		(cards: string) => `${cards} のもと`,
		(cards: string) => `origin of ${cards}`
	),
	island: message(
		(title: string) => `島：${title}`,
		(title: string) => `Cluster: ${title}`
	),
	separator: message('、', ', '),
	parts: message(
		(parts: string) => `内訳：${parts}`,
		(parts: string) => `Parts: ${parts}`
	),
	paste: message('まとめて貼り付け', 'Paste many'),
	pasteHint: message(
		'1行が1枚のカードになります。番号や「・」は取り除きます。',
		'One line becomes one card. Numbers and bullets are removed.'
	),
	pasteType: message('カードの種類', 'Type of card'),
	pasteLines: message('貼り付ける文', 'Text to paste'),
	pasteInsert: message(
		(count: number) => `${count}枚のカードにする`,
		(count: number) => `Make ${count} cards`
	),
	grown: message(
		(type: string, count: number) => `${type}が${count}件ふえました`,
		(type: string, count: number) => `${count} new: ${type}`
	),
	gone: message(
		(type: string, count: number) => `${type}が${count}件取り下げられました`,
		(type: string, count: number) => `${count} withdrawn: ${type}`
	)
};
