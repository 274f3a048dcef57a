import { message } from '../message.ts';

/** Words of leading a table through its programme. */
export const leadingText = {
	dock: message('進行役', 'Facilitator'),
	readyCount: message(
		(ready: number, people: number) => `書けました ${ready} / ${people}`,
		(ready: number, people: number) => `Done ${ready} / ${people}`
	),
	readyOf: message(
		(ready: number, people: number) => `書けた人 ${ready} / ${people}`,
		(ready: number, people: number) => `Done: ${ready} of ${people}`
	),
	ready: message('書けました', 'Done writing'),
	isReady: message(
		(name: string) => `${name}：書けました`,
		(name: string) => `${name}: done`
	),
	isNotReady: message(
		(name: string) => `${name}：まだです`,
		(name: string) => `${name}: not yet`
	),
	alone: message('ひとりで書く時間', 'Silent writing'),
	history: message('履歴', 'History'),
	oneByOneOnCards: message('1枚のカードは1人ずつ書く', 'One person writes a card at a time'),
	togetherOnCards: message('1枚のカードをみんなで書く', 'Several people may write one card'),
	vote: message('投票', 'Vote'),
	startVote: message('投票を始める', 'Vote: start one'),
	seeHistory: message('履歴を見る', 'History: look back'),
	screen: message('映す画面', 'Screen'),
	more: message('ほかの操作', 'More'),
	wall: message('全卓の様子を見る', 'See all tables'),
	nextStep: message('次の Step へ', 'Next step'),
	next: message(
		(title: string) => `次へ：${title}`,
		(title: string) => `Next: ${title}`
	),
	programme: message('進行表', 'Programme'),
	free: message('全部できるようにする', 'Let everything be done'),
	freeNow: message('いまは全部できます', 'Everything may be done now'),
	now: message(
		(title: string) => `いま：${title}`,
		(title: string) => `Now: ${title}`
	),
	minutes: message(
		(minutes: number) => `${minutes}分`,
		(minutes: number) => `${minutes} min`
	),
	moveTitle: message('次へ移ります', 'Moving on'),
	whatNext: message('次の時間', 'What comes next'),
	stillWriting: message(
		(count: number) => `${count}人が入力中です。`,
		(count: number) =>
			count === 1 ? 'One person is still writing.' : `${count} people are still writing.`
	),
	nobodyWriting: message('入力中の人はいません。', 'Nobody is writing.'),
	unrevealed: message(
		(count: number) => `ひとりで書いたカードが ${count}枚、まだ公開されていません。`,
		(count: number) => `${count} cards written in silence are not revealed yet.`
	),
	reveal: message('いま公開する', 'Reveal now'),
	moveNow: message('すぐ移る', 'Move now'),
	waitAMinute: message('1分待つ', 'Wait a minute'),
	withTimer: message(
		(minutes: number) => `タイマーも${minutes}分で始める`,
		(minutes: number) => `Start the timer with ${minutes} min`
	),
	late: message(
		'移ったあと20秒は、書きかけの文も受け取ります。',
		'For 20 seconds more, unfinished words are still taken.'
	),
	begun: message(
		(title: string) => `「${title}」の時間になりました`,
		(title: string) => `Now: ${title}`
	),
	ended: message('全部できるようになりました', 'Everything may be done again'),
	close: message('閉じる', 'Close'),
	usual: message(
		'標準の進行表です。保存すると、この卓の進行表になります。',
		'The usual programme. Saving makes it this table’s own.'
	),
	title: message('名前', 'Name'),
	kind: message('すること', 'What is done'),
	step: message('Step', 'Step'),
	anyStep: message('決めない', 'None'),
	question: message('問い（空なら Step の問い）', 'Question (empty: that of the step)'),
	minutesLabel: message('時間（分）', 'Minutes'),
	noMinutes: message('決めない', 'Open'),
	fewer: message('1分減らす', 'One minute less'),
	moreMinutes: message('1分増やす', 'One minute more'),
	up: message('前へ', 'Move up'),
	down: message('後ろへ', 'Move down'),
	remove: message('取り除く', 'Remove'),
	add: message('時間を足す', 'Add a part'),
	begin: message('ここを始める', 'Begin this'),
	running: message('進行中', 'Running'),
	edit: message('直す', 'Edit'),
	done: message('完了', 'Done'),
	save: message('進行表を保存', 'Save programme'),
	planAll: message('すべての卓の進行表にする', 'Use it at all tables'),
	notPlanned: message(
		(table: number, why: string) => `${table}卓：${why}`,
		(table: number, why: string) => `Table ${table}: ${why}`
	),
	plannedAll: message('すべての卓の進行表にしました', 'All tables have this programme'),
	saved: message('進行表を保存しました', 'Programme saved'),
	newPart: message('新しい時間', 'New part'),
	total: message(
		(minutes: number) => `合計 ${minutes}分`,
		(minutes: number) => `${minutes} min in all`
	),
	kinds: {
		alone: message('ひとりで書く', 'Write in silence'),
		together: message('みんなで書く', 'Write together'),
		arrange: message('整理する・つなぐ', 'Arrange and link'),
		vote: message('投票する', 'Vote'),
		listen: message('見る・聞く', 'Look and listen'),
		free: message('全部できる', 'Everything')
	},
	/** The name of a part in which the cards of a step are written unseen; short, as names of parts are. */
	aloneAt: message(
		(step: string) => `${step}・ひとりで書く`,
		(step: string) => `${step}, alone`
	),
	ownKind: message('細かく決めた内容', 'Chosen in detail'),
	failures: {
		notAllowed: message('進行は進行役だけが動かせます。', 'Only facilitators lead.'),
		boardClosed: message('この研修会は終わっています。', 'This workshop is over.'),
		malformed: message(
			'操作できませんでした。ページを開き直してください。',
			'This did not work. Please reload the page.'
		),
		outOfRange: message('決められた範囲を超えています。', 'This is beyond what is allowed.'),
		notNow: message(
			'ほかの進行役が先に操作しました。今の表示を確かめてください。',
			'Another facilitator was faster. Please look at how it stands now.'
		),
		notKept: message(
			'保存できなかったため、変えていません。もう一度お試しください。',
			'It could not be kept, so nothing has changed. Please try again.'
		),
		noLine: message(
			'つながっていないため、操作できません。',
			'Not connected: this cannot be done now.'
		)
	}
} as const;
