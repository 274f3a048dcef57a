import { message } from '../message.ts';

/** Words of a vote: giving stickers, what came of them, and what leads it. */
export const ballotText = {
	vote: message('投票', 'Vote'),
	open: message('投票する', 'Vote'),
	close: message('閉じる', 'Close'),
	presets: {
		like: message('いいね', 'Like'),
		stickers: message('シール3枚', '3 stickers'),
		one: message('1つだけ', 'Only one'),
		points: message('10点', '10 points'),
		own: message('自分で決める', 'Own rules')
	},
	presetHints: {
		like: message('よいと思うカードに、いくつでも', 'As many cards as you like'),
		stickers: message('1枚のカードに重ねてもよい', 'Several may go on one card'),
		one: message('1人1票', 'One vote each'),
		points: message('10点を分ける', 'Share out 10 points'),
		own: message('枚数と、1枚のカードの上限', 'How many, and how many on one card')
	},
	rules: message(
		(budget: number | null, perCard: number) =>
			budget === null
				? perCard === 1
					? '1枚のカードに1票、いくつでも'
					: `1枚のカードに${perCard}票まで、いくつでも`
				: budget === 1
					? '1人1票'
					: `1人${budget}票、1枚のカードに${perCard}票まで`,
		(budget: number | null, perCard: number) =>
			budget === null
				? `Any number of cards, up to ${perCard} on each`
				: `${budget} each, up to ${perCard} on one card`
	),
	left: message(
		(count: number) => `のこり ${count}枚`,
		(count: number) => `${count} left`
	),
	mine: message(
		(count: number) => `あなたの票 ${count}枚`,
		(count: number) => (count === 1 ? 'Your vote: 1' : `Your votes: ${count}`)
	),
	soFar: message(
		(count: number) => `いま ${count}票`,
		(count: number) => `${count} so far`
	),
	secret: message(
		'だれが入れたかは、だれにも見えません。終わるまで入れ直せます。',
		'Nobody sees who voted for what. You can change it until the end.'
	),
	endsIn: message(
		(clock: string) => `残り ${clock}`,
		(clock: string) => `${clock} left`
	),
	counting: message('投票は終わりました。数えています…', 'The vote is over. Counting…'),
	cards: message('投票するカード', 'Cards to vote on'),
	give: message(
		(text: string) => `「${text}」に1枚足す`,
		(text: string) => `One more for “${text}”`
	),
	take: message(
		(text: string) => `「${text}」から1枚戻す`,
		(text: string) => `One less for “${text}”`
	),
	choose: message('入れる', 'Vote'),
	chosen: message('入れました', 'Voted'),
	withdraw: message('全部戻す', 'Take all back'),
	returned: message(
		(count: number) => `カードがなくなったので、${count}枚が手元に戻りました。`,
		(count: number) => `A card has gone: ${count} came back to you.`
	),
	notHere: message('いまは投票の時間ではありません。', 'This is not the time to vote.'),
	onlyOthers: message('参加者が投票しています。', 'The participants are voting.'),
	nothingLeft: message(
		'投票するカードがなくなりました。',
		'None of the cards is on the board any more.'
	),
	emptyCard: message('（まだ書かれていないカード）', '(a card without words yet)'),
	/** For who leads. */
	voted: message(
		(some: number, people: number) => `投票した人 ${some} / ${people}`,
		(some: number, people: number) => `Voted: ${some} of ${people}`
	),
	toGo: message(
		(count: number) =>
			count === 0 ? 'みんな入れ終わりました' : `まだ入れ終わっていない人 ${count}人`,
		(count: number) => (count === 0 ? 'Everybody is done' : `Not done yet: ${count}`)
	),
	end: message('投票を終える', 'End the vote'),
	cancel: message('投票を取り消す', 'Cancel the vote'),
	cancelTitle: message('投票を取り消しますか', 'Cancel this vote?'),
	cancelHint: message(
		'入っている票は数えずに捨てます。元には戻せません。',
		'What was voted is thrown away uncounted. This cannot be undone.'
	),
	cancelNo: message('続ける', 'Go on'),
	paper: message('紙の票', 'Votes on paper'),
	paperHint: message(
		'紙のシールの数をカードごとに入れます。画面の票とは別に数え、みんなに見えます。',
		'Key in the stickers on paper, card by card. They are counted apart and everybody sees them.'
	),
	paperTotal: message(
		(count: number) => `紙の票 計${count}枚`,
		(count: number) => `On paper: ${count}`
	),
	paperLess: message('1枚減らす', 'One less'),
	paperMore: message('1枚増やす', 'One more'),
	/** Beginning one. */
	startTitle: message('投票を始める', 'Start a vote'),
	title: message('何を決めますか（なくてもかまいません）', 'What is to be decided? (optional)'),
	how: message('入れ方', 'How to vote'),
	budget: message('1人の枚数（0はいくつでも）', 'How many each (0: any number)'),
	perCard: message('1枚のカードに入れられる数', 'How many on one card'),
	fewer: message('1つ減らす', 'One less'),
	more: message('1つ増やす', 'One more'),
	which: message('どのカードで', 'On which cards'),
	selected: message(
		(count: number) => `選んでいるカード（${count}枚）`,
		(count: number) => `The selected cards (${count})`
	),
	ofType: message(
		(label: string, count: number) => `種類：${label}（${count}枚）`,
		(label: string, count: number) => `Type: ${label} (${count})`
	),
	ofZone: message(
		(label: string, count: number) => `列：${label}（${count}枚）`,
		(label: string, count: number) => `Column: ${label} (${count})`
	),
	noCards: message(
		'ボードにまだカードがありません。カードを書いてから投票できます。',
		'There are no cards yet. Write some, then vote.'
	),
	minutes: message('時間', 'Time'),
	noMinutes: message('決めない（終えるまで）', 'Open (until it is ended)'),
	minutesOf: message(
		(minutes: number) => `${minutes}分で終わる`,
		(minutes: number) => `Ends after ${minutes} min`
	),
	live: message('途中の票数も見せる', 'Show the counts as they come in'),
	liveHint: message('見せないほうが、人の票に引かれません', 'Hidden, nobody follows the others'),
	leadersVote: message('進行役も投票する', 'Facilitators vote too'),
	hold: message(
		'投票のあいだ、参加者はカードを動かさない',
		'Participants do not move cards meanwhile'
	),
	holdForced: message(
		'いまの時間は投票できないため、投票の時間に移ります',
		'There is no voting in the present part, so a part for voting begins'
	),
	start: message('始める', 'Start'),
	begun: message(
		(title: string) => `投票が始まりました。${title}`,
		(title: string) => `A vote has begun. ${title}`
	),
	/** What came of it. */
	result: message('投票の結果', 'Result of the vote'),
	voters: message(
		(count: number) => `${count}人が投票しました`,
		(count: number) => (count === 1 ? '1 person voted' : `${count} people voted`)
	),
	votes: message(
		(count: number) => `${count}票`,
		(count: number) => (count === 1 ? '1 vote' : `${count} votes`)
	),
	ofPaper: message(
		(count: number) => `うち紙 ${count}`,
		(count: number) => `${count} on paper`
	),
	place: message(
		(place: number) => `${place}位`,
		(place: number) => `No. ${place}`
	),
	tied: message('同数', 'Tied'),
	goesOn: message('次へ', 'Goes on'),
	top: message('上から何枚を次へ', 'How many go on, from the top'),
	chooseTop: message(
		(count: number) => `上から${count}枚を次へ`,
		(count: number) => `First ${count} go on`
	),
	topTied: message(
		(count: number) => `同数のため${count}枚になります`,
		(count: number) => `${count} with those who are level`
	),
	takenOff: message('（いまはボードにないカード）', '(no longer on the board)'),
	byProfession: message('職種ごと', 'By profession'),
	byProfessionHint: message(
		(fewest: number) => `${fewest}人以上が投票した職種だけを出します。`,
		(fewest: number) => `Only professions of which at least ${fewest} people voted.`
	),
	professionOf: message(
		(label: string, count: number) => `${label}（${count}人）`,
		(label: string, count: number) => `${label} (${count})`
	),
	writeAgain: message('みんなが書けるようにする', 'Let everybody write again'),
	noVotes: message('票はありませんでした。', 'There were no votes.'),
	failures: {
		notAllowed: message('いまは投票できません。', 'Voting is not possible now.'),
		boardClosed: message('この研修会は終わっています。', 'This workshop is over.'),
		malformed: message(
			'操作できませんでした。ページを開き直してください。',
			'This did not work. Please reload the page.'
		),
		outOfRange: message('枚数の上限を超えています。', 'This is more than there is.'),
		notNow: message(
			'投票は終わったか、カードがなくなりました。今の表示を確かめてください。',
			'The vote is over or the card is gone. Please look at how it stands now.'
		),
		notKept: message(
			'保存できませんでした。もう一度お試しください。',
			'It could not be kept. Please try again.'
		),
		noLine: message(
			'つながっていないため、届きませんでした。もう一度お試しください。',
			'Not connected: it did not arrive. Please try again.'
		)
	}
} as const;
