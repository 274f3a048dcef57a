import { message } from '../message.ts';

/** Words of comments and stamps on cards. */
export const remarksText = {
	title: message('コメントとスタンプ', 'Comments and stamps'),
	comments: message('コメント', 'Comments'),
	stamps: message('スタンプ', 'Stamps'),
	counted: message(
		(words: string, count: number) => `${words} ${count}`,
		(words: string, count: number) => `${words} ${count}`
	),
	give: message(
		(words: string, count: number) => `${words}（いま${count}）。押すとつきます。`,
		(words: string, count: number) => `${words} (${count} now). Press to give.`
	),
	takeBack: message(
		(words: string, count: number) => `${words}（いま${count}）。押すと取り消します。`,
		(words: string, count: number) => `${words} (${count} now). Press to take back.`
	),
	stampsRest: message('投票のあいだは、スタンプをお休みします。', 'Stamps rest while people vote.'),
	stampsNotNow: message(
		'いまの時間は、スタンプを使いません。',
		'Stamps are not used in this part.'
	),
	apart: message(
		(people: string, profession: string) => `${profession} ${people}`,
		(people: string, profession: string) => `${profession} ${people}`
	),
	apartHint: message(
		(people: number) => `${people}人以上の職種だけを数で示します。だれが押したかは出ません。`,
		(people: number) => `Only professions of ${people} or more are counted; never who.`
	),
	none: message('まだコメントはありません。', 'No comments yet.'),
	write: message('コメントを書く', 'Write a comment'),
	writeHint: {
		enter: message(
			'Enter で送ります。Shift+Enter で改行します。',
			'Enter sends, Shift+Enter starts a new line.'
		),
		newline: message('Ctrl+Enter か「送る」で送ります。', 'Ctrl+Enter or the button sends.')
	},
	notNow: message(
		'いまの時間は、コメントを書けません。',
		'Comments cannot be written in this part.'
	),
	tooLong: message(
		(over: number) => `${over}文字長いです`,
		(over: number) => `${over} characters too long`
	),
	full: message(
		'これ以上コメントを書けません。済んだものを取り下げずに、カードを分けてください。',
		'No more comments fit here. Please make another card.'
	),
	send: message('送る', 'Send'),
	sent: message('コメントを書きました', 'Comment written'),
	edit: message('直す', 'Edit'),
	editLabel: message('コメントを直す', 'Edit the comment'),
	keep: message('これにする', 'Keep'),
	cancel: message('やめる', 'Cancel'),
	withdraw: message('取り下げる', 'Withdraw'),
	settle: message('済みにする', 'Settle'),
	reopen: message('済みを外す', 'Open again'),
	settled: message(
		(count: number) => `済みのコメント ${count}件`,
		(count: number) => `${count} settled`
	),
	someone: message('職種の記入なし', 'No profession given'),
	own: message('自分', 'you'),
	ago: {
		now: message('たったいま', 'just now'),
		minutes: message(
			(count: number) => `${count}分前`,
			(count: number) => `${count} min ago`
		),
		hours: message(
			(count: number) => `${count}時間前`,
			(count: number) => `${count} h ago`
		),
		days: message(
			(count: number) => `${count}日前`,
			(count: number) => `${count} d ago`
		)
	},
	rowComments: message(
		(count: number) => `コメント${count}件`,
		(count: number) => `${count} comment${count === 1 ? '' : 's'}`
	),
	rowStamp: message(
		(words: string, count: number) => `${words}${count}`,
		(words: string, count: number) => `${words} ${count}`
	),
	separator: message('・', ', '),
	grown: message(
		(count: number) => `コメントが${count}件ふえました`,
		(count: number) => `${count} new comment${count === 1 ? '' : 's'}`
	)
};
