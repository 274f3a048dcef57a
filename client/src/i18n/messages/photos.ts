import { message } from '../message.ts';

/** Words of 紙の写真, the photos of paper beside a board. */
export const photoText = {
	open: message('紙の写真', 'Photos of paper'),
	hint: message(
		'模造紙やシールの写真を撮っておき、見ながらカードに書き写せます。撮った場所や機種の記録は消して保存します。',
		'Keep photos of the paper and write cards while looking at them. Where and with what they were taken is not kept.'
	),
	take: message('写真を撮る', 'Take a photo'),
	choose: message('写真を選ぶ', 'Choose photos'),
	count: message(
		(count: number, most: number) => `${count} / ${most} 枚`,
		(count: number, most: number) => `${count} / ${most} photos`
	),
	list: message('写真の一覧', 'All photos'),
	empty: message('まだ写真がありません。', 'No photos yet.'),
	name: message(
		(number: number, time: string, who: string) => `写真${number}（${time} ${who}）`,
		(number: number, time: string, who: string) => `Photo ${number} (${time}, ${who})`
	),
	someone: message('職種なし', 'no profession'),
	staff: message('職員', 'Staff'),
	facilitator: message('進行役', 'Facilitator'),
	photo: message('選んだ写真', 'The chosen photo'),
	zoomIn: message('大きくする', 'Zoom in'),
	zoomOut: message('小さくする', 'Zoom out'),
	whole: message('全体', 'All of it'),
	remove: message('取り下げる', 'Withdraw'),
	removeTitle: message('写真を取り下げますか', 'Withdraw this photo?'),
	removeHint: message(
		'写真はサーバーから消え、元には戻せません。書き写したカードはそのまま残ります。',
		'The photo is deleted from the server and cannot be brought back. Cards stay as they are.'
	),
	removed: message('写真を取り下げました。', 'The photo was withdrawn.'),
	sending: message('写真を送っています', 'Sending photos'),
	added: message(
		(count: number) => `写真を${count}枚足しました。`,
		(count: number) => `${count} photo${count === 1 ? '' : 's'} added.`
	),
	offline: message(
		'写真を見たり足したりするには、サーバーとの接続が必要です。つながったら、もう一度開いてください。',
		'Photos need the connection to the server. Try again once you are connected.'
	),
	refused: message(
		(name: string, why: string) => `${name}：${why}`,
		(name: string, why: string) => `${name}: ${why}`
	),
	notAPicture: message(
		'写真ではないか、こわれています。JPEG か PNG の写真をお選びください。',
		'This is no picture, or it is damaged. Choose a JPEG or PNG.'
	),
	heic: message(
		'この端末では HEIC の写真を読めません。iPhone の「設定 → カメラ → フォーマット」で「互換性優先」にするか、JPEG に変えてからお選びください。',
		'This computer cannot read HEIC photos. Set the iPhone camera to “Most Compatible”, or convert the photo to JPEG first.'
	),
	tooLarge: message(
		'ファイルが大きすぎます（40 MBまで）。小さくしてからお選びください。',
		'The file is too large (40 MB at most). Choose a smaller one.'
	),
	full: message(
		(most: number) => `写真は${most}枚までです。要らない写真を取り下げてから足してください。`,
		(most: number) => `There is room for ${most} photos. Withdraw one that is no longer needed.`
	),
	cards: message('写真を見ながら書く一覧', 'The list, to write while looking at the photo')
};
