import { message } from '../message.ts';

/** Words of the wall: all tables of a workshop at a glance. */
export const wallText = {
	title: message('全卓の様子', 'All tables'),
	titleOf: message(
		(workshop: string) => `${workshop}　全卓の様子`,
		(workshop: string) => `${workshop}: all tables`
	),
	open: message('全卓の様子を見る', 'See all tables'),
	table: message(
		(table: number) => `${table}卓`,
		(table: number) => `Table ${table}`
	),
	openBoard: message(
		(table: number) => `${table}卓のボードをひらく`,
		(table: number) => `Open the board of table ${table}`
	),
	noTheme: message('テーマはまだありません', 'No theme yet'),
	step: message(
		(number: number, label: string) => `Step${number} ${label}`,
		(number: number, label: string) => `Step ${number} ${label}`
	),
	overall: message('全体のステップ', 'Most at'),
	phase: message('今の進行', 'Now'),
	arrived: message(
		(tables: number, of: number) => `そろった卓 ${tables} / ${of}`,
		(tables: number, of: number) => `Tables done ${tables} / ${of}`
	),
	allConnected: message(
		(tables: number) => `${tables}卓すべて接続中`,
		(tables: number) => `All ${tables} tables connected`
	),
	someConnected: message(
		(tables: number, of: number) => `${of}卓のうち ${tables}卓が接続中`,
		(tables: number, of: number) => `${tables} of ${of} tables connected`
	),
	unreachable: message(
		'つながっていません。最後の様子です',
		'Not connected. This is how it last was'
	),
	lost: message('再接続待ち', 'Waiting to reconnect'),
	lostFor: message(
		(minutes: number) => (minutes < 1 ? '再接続待ち' : `再接続待ち ${minutes}分`),
		(minutes: number) => (minutes < 1 ? 'Reconnecting' : `Reconnecting ${minutes} min`)
	),
	nobodyYet: message('まだ誰もいません', 'Nobody yet'),
	people: message(
		(people: number) => `${people}人`,
		(people: number) => (people === 1 ? '1 person' : `${people} people`)
	),
	joinCode: message('参加コード', 'Join code'),
	timersDiffer: message('卓ごとに違います', 'differs by table'),
	hands: message(
		(tables: number) => `挙手 ${tables}`,
		(tables: number) => `Hands ${tables}`
	),
	handUp: message('手が挙がっています', 'A hand is raised'),
	handFor: message(
		(minutes: number) => (minutes < 1 ? '挙手' : `挙手 ${minutes}分`),
		(minutes: number) => (minutes < 1 ? 'Hand' : `Hand ${minutes} min`)
	),
	handRaised: message(
		(tables: string) => `${tables}で手が挙がりました。`,
		(tables: string) => `A hand was raised at ${tables}.`
	),
	moreAt: message(
		(table: number) => `${table}卓でできること`,
		(table: number) => `More for table ${table}`
	),
	legend: message('見かた', 'Legend'),
	legendPeople: message('人数', 'People'),
	legendHints: message('点検（気づき）', 'Hints'),
	legendReady: message('書けた人', 'Done writing'),
	pressTable: message('卓を押すと、その卓のボードを開きます', 'Press a table to open its board'),
	noTables: message('まだ卓がありません。', 'There are no tables yet.'),
	listSeparator: message('、', ', '),
	summary: {
		people: message(
			(people: string) => `${people}。`,
			(people: string) => `${people}. `
		),
		hints: message(
			(hints: number) => `点検の気づき${hints}件。`,
			(hints: number) => `${hints} hints. `
		),
		ready: message(
			(ready: number, of: number) => `書けた人 ${of}人のうち${ready}人。`,
			(ready: number, of: number) => `${ready} of ${of} done writing. `
		),
		steps: message(
			(done: number, of: number) => `${of}のステップのうち${done}が済み。`,
			(done: number, of: number) => `${done} of ${of} steps done. `
		),
		cards: message(
			(cards: number) => `カード${cards}枚。`,
			(cards: number) => `${cards} cards. `
		),
		changed: message(
			(time: string) => `最後に書かれたのは ${time}。`,
			(time: string) => `Last written at ${time}. `
		)
	},
	lead: {
		label: message('全卓を進める', 'Lead all tables'),
		addMinute: message('＋1分', '+1 min'),
		notice: message('全卓にお知らせ', 'Announce'),
		noticeTo: message(
			(table: number) => `${table}卓にお知らせ`,
			(table: number) => `Announce to table ${table}`
		),
		noticeLabel: message('伝える文', 'What to say'),
		noticeHint: message(
			'すべての画面に出ます。名前や患者さんのことは書かないでください。',
			'It appears on every screen. No names, nothing about patients.'
		),
		tell: message('伝える', 'Send'),
		shown: message(
			(tables: string, text: string) => `${tables}に出ています：${text}`,
			(tables: string, text: string) => `Shown at ${tables}: ${text}`
		),
		takeBack: message('取り下げる', 'Take it back'),
		call: message('みんなを呼ぶ', 'Bring everyone'),
		callEnd: message('呼ぶのをやめる', 'Stop bringing everyone'),
		heard: message('挙手を下ろす（聞きました）', 'Lower the hand (heard)'),
		reveal: message('いっせいに公開', 'Reveal at all tables'),
		revealTitle: message('いっせいに公開しますか', 'Reveal at all tables?'),
		revealAsk: message(
			(tables: number, cards: number) =>
				`${tables}卓で、ひとりで書いたカード${cards}枚が、みんなに見えるようになります。`,
			(tables: number, cards: number) =>
				`${cards} cards written in silence become visible to everybody at ${tables} tables.`
		),
		cancel: message('やめる', 'Cancel'),
		close: message('閉じる', 'Close'),
		plenary: message('発表の順番', 'Order'),
		plenaryTitle: message('発表の順番', 'Order of speaking'),
		plenaryHint: message(
			'上から順に発表します。すべての卓の画面に出ます。',
			'Tables speak from the top down. Every screen shows it.'
		),
		plenaryMinutes: message('1卓の時間（分）', 'Minutes per table'),
		fewer: message('1分減らす', 'One minute less'),
		more: message('1分増やす', 'One minute more'),
		earlier: message(
			(table: string) => `${table}を前へ`,
			(table: string) => `${table} earlier`
		),
		later: message(
			(table: string) => `${table}を後ろへ`,
			(table: string) => `${table} later`
		),
		plenaryStart: message('この順番で始める', 'Begin in this order'),
		plenaryNow: message(
			(table: string) => `いま：${table}`,
			(table: string) => `Now: ${table}`
		),
		plenaryNext: message(
			(table: string) => `次の卓へ：${table}`,
			(table: string) => `Next: ${table}`
		),
		plenaryEnd: message('発表を終わる', 'End the presentations'),
		next: message('全卓を次の Step へ', 'Next for all'),
		nextTitle: message('全卓が次へ移ります', 'All tables move on'),
		moves: message(
			(tables: number, part: string) => `${tables}卓が「${part}」に移ります。`,
			(tables: number, part: string) =>
				tables === 1 ? `One table moves to “${part}”.` : `${tables} tables move to “${part}”.`
		),
		ahead: message(
			(tables: number) => `${tables}卓はもうそこまで進んでいるので、そのままです。`,
			(tables: number) =>
				tables === 1
					? 'One table is there already and stays.'
					: `${tables} tables are there already and stay.`
		),
		done: message(
			(tables: number) => `${tables}卓に伝わりました。`,
			(tables: number) => (tables === 1 ? 'Done at one table.' : `Done at ${tables} tables.`)
		),
		refused: message(
			(tables: string, reason: string) => `${tables}ではできませんでした。${reason}`,
			(tables: string, reason: string) => `Not done at ${tables}. ${reason}`
		),
		reasons: {
			notAllowed: message('進行役だけができます。', 'Only facilitators can.'),
			boardClosed: message('研修会が終わっています。', 'The workshop is over.'),
			malformed: message('ページを開き直してください。', 'Please reload the page.'),
			outOfRange: message('決められた範囲を超えています。', 'This is beyond what is allowed.'),
			notNow: message('先に別の操作がありました。', 'Something else came first.'),
			notKept: message('保存できませんでした。', 'It could not be saved.')
		}
	}
};
