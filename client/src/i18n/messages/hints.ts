import { message } from '../message.ts';

/** Words of 点検（気づき）, the questions a board gives rise to. */
export const hintText = {
	button: message('点検', 'Hints'),
	count: message(
		(count: number) => `${count}件`,
		(count: number) => `${count}`
	),
	title: message(
		(count: number) => `点検（気づき）${count}件`,
		(count: number) => `Hints: ${count}`
	),
	none: message('いまの気づきはありません', 'No hints at the moment'),
	looking: message('点検しています', 'Looking'),
	failed: message(
		'点検を読み込めませんでした。ネットワークがつながったら、もう一度開いてください。',
		'The hints could not be loaded. Open them again when the network is back.'
	),
	tips: message(
		(count: number) => `ヒント ${count}件`,
		(count: number) => `${count} tips`
	),
	severity: {
		3: message('流れが途切れます', 'Breaks the chain'),
		2: message('流れが弱くなります', 'Weakens the chain'),
		1: message('ヒント', 'Tip')
	},
	phrase: {
		manual: message(
			(words: string) => `手引きの言葉：「${words}」`,
			(words: string) => `The manual: “${words}”`
		),
		practice: message(
			(words: string) => `現場の知恵：${words}`,
			(words: string) => `From practice: ${words}`
		)
	},
	numbers: message(
		(numbers: string) => `${numbers}番 `,
		(numbers: string) => `No. ${numbers}: `
	),
	andMore: message(
		(count: number) => `ほか${count}枚`,
		(count: number) => `and ${count} more`
	),
	moreItems: message(
		(count: number) => `ほか${count}件を見る`,
		(count: number) => `Show ${count} more`
	),
	showCard: message(
		(number: number) => `${number}番のカードを見る`,
		(number: number) => `Go to card ${number}`
	),
	write: message(
		(type: string) => `${type}を1枚書く`,
		(type: string) => `Write: ${type}`
	),
	fill: message(
		(field: string) => `${field}を入れる`,
		(field: string) => `Fill in: ${field}`
	),
	set: message(
		(value: string) => `${value}にする`,
		(value: string) => `Set to ${value}`
	),
	goTo: message(
		(step: string) => `${step}をひらく`,
		(step: string) => `Open: ${step}`
	),
	rewrite: message('書き直す', 'Rewrite'),
	link: message(
		(type: string) => `${type}につなぐ`,
		(type: string) => `Link to: ${type}`
	),
	choose: message('選ぶ', 'Choose'),
	chooseThis: message('これにする', 'This one'),
	cluster: message('島にまとめる', 'Group them'),
	scene: message('場面を選ぶ', 'Choose the scene'),
	reviewDate: message('見直しの予定日を入れる', 'Enter the date of review'),
	reviewDateLabel: message('見直しの予定日', 'Date of review'),
	professions: message('参加職種を足す', 'Add professions taking part'),
	professionsLabel: message('参加職種', 'Professions taking part'),
	mute: message('気にしない', 'Put aside'),
	muteReason: message('気にしない理由（一言）', 'Why not, in a phrase'),
	muteWhere: message('どこで', 'Where'),
	muteHere: message('このカードだけ', 'This card only'),
	muteEverywhere: message('この盤のすべて', 'The whole board'),
	muteDone: message('気にしないことにする', 'Put it aside'),
	muteReasonMissing: message('理由を一言書いてください。', 'Please give a reason.'),
	cancel: message('やめる', 'Cancel'),
	muted: message(
		(count: number) => `気にしないもの ${count}件`,
		(count: number) => `${count} put aside`
	),
	unmute: message('また気にする', 'Ask again'),
	unknownHint: message('新しい版の気づき', 'A hint of a later version'),
	leadersOnly: message('進行役だけに見えています', 'Facilitator only'),
	project: message('画面に映す', 'Show to all'),
	projecting: message('画面に映しています', 'Shown to all'),
	stopProjecting: message('映すのをやめる', 'Stop showing'),
	fromFacilitator: message('進行役から', 'From the facilitator')
} as const;
