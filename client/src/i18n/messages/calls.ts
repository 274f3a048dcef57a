import { message } from '../message.ts';

/** Words of calling people, of hands, of words to all, and of the order of speaking. */
export const callText = {
	call: message('みんなを呼ぶ', 'Bring everyone'),
	endCall: message('呼ぶのをやめる', 'Stop calling'),
	calling: message('みんなを呼んでいます', 'Everyone is called'),
	person: message(
		(profession: string) => `${profession}さん`,
		(profession: string) => profession
	),
	watching: message(
		(name: string) => `${name}の画面を見ています`,
		(name: string) => `Following: ${name}`
	),
	stop: message('やめる', 'Stop'),
	coming: message(
		(name: string) => `${name}がみんなを呼んでいます。まもなく画面が動きます。`,
		(name: string) => `${name} calls everyone. Your view moves in a moment.`
	),
	called: message(
		(name: string) => `${name}がみんなを呼んでいます`,
		(name: string) => `${name} calls everyone`
	),
	notNow: message('いまはしない', 'Not now'),
	join: message('見に行く', 'Go and see'),
	hand: message('挙手', 'Raise hand'),
	lower: message('手を下ろす', 'Lower hand'),
	hands: message(
		(count: number) => `挙手 ${count}`,
		(count: number) => `Hands ${count}`
	),
	handSince: message(
		(name: string, minutes: number) => (minutes < 1 ? `${name}` : `${name}（${minutes}分）`),
		(name: string, minutes: number) => (minutes < 1 ? `${name}` : `${name} (${minutes} min)`)
	),
	heard: message('聞きました', 'Heard'),
	allHeard: message('全員の手を下ろす', 'Lower all hands'),
	tell: message('お知らせ', 'Announce'),
	tellTitle: message('この卓にお知らせ', 'Announce to this table'),
	tellWords: message('お知らせの文', 'Words to all'),
	tellSend: message('知らせる', 'Announce'),
	tellClear: message('お知らせを消す', 'Take it back'),
	noticeFrom: message('お知らせ', 'Announcement'),
	close: message('閉じる', 'Close'),
	turnOf: message(
		(table: number) => `発表：${table}卓`,
		(table: number) => `Speaking: table ${table}`
	),
	nextTurn: message(
		(table: number) => `次は${table}卓`,
		(table: number) => `Next: table ${table}`
	),
	yourTurn: message('この卓の発表です', 'It is this table’s turn'),
	order: message(
		(tables: string) => `発表の順番：${tables}`,
		(tables: string) => `Order: ${tables}`
	),
	table: message(
		(table: number) => `${table}卓`,
		(table: number) => `Table ${table}`
	)
};
