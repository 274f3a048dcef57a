import { message } from '../message.ts';

/** Words of the form for ideas, which phones open instead of a board. */
export const ideaText = {
	title: message('考えを送る', 'Send ideas'),
	table: message(
		(table: number, profession: string) => `${table}卓 ${profession}`,
		(table: number, profession: string) => `Table ${table} ${profession}`
	),
	saved: message('保存済み', 'Saved'),
	sending: message('送っています', 'Sending'),
	off: message(
		(count: number) =>
			count === 0
				? 'つながっていません'
				: `つながっていません：入力は続けられます（未送信 ${count}件）`,
		(count: number) =>
			count === 0 ? 'Not connected' : `Not connected; you can keep writing (${count} unsent)`
	),
	remaining: message(
		(clock: string) => `残り ${clock}`,
		(clock: string) => `${clock} left`
	),
	timeOver: message('時間です', 'Time'),
	step: message(
		(number: number | null, label: string) => (number === null ? label : `Step${number} ${label}`),
		(number: number | null, label: string) => (number === null ? label : `Step ${number} ${label}`)
	),
	example: message('例を見る', 'See an example'),
	kind: message('カードの種類', 'Type of card'),
	field: message('考えを書く', 'Write your idea'),
	placeholder: message('ここに書いて「送る」を押します', 'Write here, then press Send'),
	tooLong: message(
		(over: number) => `あと${over}文字短くすると送れます`,
		(over: number) => `${over} characters too long`
	),
	send: message('送る', 'Send'),
	notNow: message(
		'いまは書く時間ではありません。進行役の話を聞きましょう。',
		'It is not the time to write now. Please listen.'
	),
	closed: message('このワークショップは終わりました', 'This workshop is over'),
	voting: message('投票中です：一覧で投票する', 'A vote is open: vote in the list'),
	own: message('自分のカード', 'My cards'),
	goes: {
		private: message('公開するまで、ほかの人には見えません', 'Hidden from others until revealed'),
		inbox: message('進行役が確かめてから出ます', 'The facilitator puts them out'),
		board: message('すぐにみんなに見えます', 'Everybody sees them at once')
	},
	places: {
		private: message('届きました', 'Received'),
		inbox: message('届きました', 'Received'),
		board: message('出ました', 'On the board'),
		late: message('あとから届きました', 'Came late')
	},
	waiting: message('送信待ち', 'Waiting'),
	none: message('まだありません。最初の1つを送りましょう。', 'None yet. Send your first one.'),
	edit: message('直す', 'Edit'),
	editField: message('直したい文', 'Your words'),
	done: message('完了', 'Done'),
	withdraw: message('取り下げる', 'Withdraw'),
	withdrawn: message('取り下げました', 'Withdrawn'),
	putBack: message('戻す', 'Put back'),
	again: message('もう一度送る', 'Send again'),
	late: {
		ask: message('公開のあとに届きました。出しますか', 'It came after the reveal. Put it out?'),
		put: message('みんなに出す', 'Put it out'),
		keep: message('出さない', 'Keep to myself'),
		kept: message('出していません', 'Kept to yourself')
	},
	refusals: {
		notAllowed: message(
			'その種類を書く時間は終わりました。種類を変えるか、取り下げてください。',
			'The time for this type is over. Choose another type or withdraw it.'
		),
		boardClosed: message(
			'ワークショップが終わったため、届きませんでした。',
			'The workshop had ended, so it was not taken.'
		),
		malformed: message('送れませんでした。直してください。', 'Not sent. Please edit it.'),
		outOfRange: message(
			'長すぎるか、枚数が多すぎます。公開のあとで送ってください。',
			'Too long or too many. Send it after the reveal.'
		),
		notNow: message(
			'もう公開されたため、ここでは直せません。一覧で直せます。',
			'It is public by now. You can change it in the list.'
		),
		notKept: message('少し待ってからお試しください。', 'Wait a moment and try again.')
	},
	ready: message('書けました', 'Done writing'),
	hand: message('挙手', 'Raise hand'),
	tabs: {
		label: message('画面', 'Views'),
		send: message('送る', 'Send'),
		own: message(
			(count: number) => `自分のカード ${count}`,
			(count: number) => `My cards ${count}`
		),
		list: message('一覧', 'List')
	},
	join: message('参加し直す', 'Join again')
};
