import { message } from '../message.ts';

/** Words of bringing files, pasted cells and lines onto the board. */
export const importText = {
	open: message('取り込む', 'Import'),
	title: message('取り込む', 'Import'),
	fileTitle: message('ファイルから', 'From a file'),
	fileKinds: message(
		'Excel（.xlsx）、CSV、引き継ぎファイル（JSON）、委員意見を書き込んだ協議会資料（Word・Excel）',
		'Excel (.xlsx), CSV, board file (JSON), or the council pack with opinions written in (Word, Excel)'
	),
	choose: message('ファイルを選ぶ', 'Choose a file'),
	drop: message('ここにファイルを置くこともできます', 'Or drop a file here'),
	dropNow: message('ここで放すと読み込みます', 'Drop it to read it'),
	nothingYet: message(
		'内容を確かめてから取り込みます。ここではまだ何も変わりません。',
		'You see everything before it is imported. Nothing changes yet.'
	),
	pasteTitle: message('貼り付けて', 'By pasting'),
	pasteLabel: message(
		'Excel のセルか、1行1枚の文',
		'Cells from Excel, or lines that become one card each'
	),
	pasteHint: message(
		'行の先頭に「原因：」のように種類を書くと、その種類のカードになります。',
		'A line that begins with a type, like “Cause:”, becomes a card of that type.'
	),
	pasteType: message('種類が書かれていない行の種類', 'Type of lines that name none'),
	pasteRead: message('内容を確かめる', 'Look at it'),
	reading: message('読み込んでいます', 'Reading'),
	notRead: message(
		'読み込めませんでした。もう一度ためすか、別の形で保存し直してください。',
		'This could not be read. Try again, or save it in another form.'
	),
	oneFile: message('ファイルは1つずつ選んでください。', 'Choose one file at a time.'),
	nothing: message(
		'取り込む内容が見つかりません。内容の列（「内容」「カード」など）があるか確かめてください。',
		'There is nothing to import in it. Check that it has a column with the texts of the cards.'
	),
	pasted: message('貼り付けた内容', 'What was pasted'),
	again: message('選び直す', 'Choose again'),
	compareTitle: message('ボードとの違い', 'What differs from the board'),
	opinionsTitle: message('書き込まれた委員意見', 'Opinions written in'),
	opinionsHint: message(
		'選んだ意見は、1件ずつメモのカードになります。',
		'Each opinion you choose becomes a note card.'
	),
	rowsTitle: message('カードになる行', 'Lines that become cards'),
	columns: message('読み取った列', 'Columns that were read'),
	columnAs: message(
		(heading: string, meaning: string) => `「${heading}」→ ${meaning}`,
		(heading: string, meaning: string) => `“${heading}” → ${meaning}`
	),
	columnNot: message(
		(heading: string) => `「${heading}」→ 読みません`,
		(heading: string) => `“${heading}” → not read`
	),
	noHeading: message('見出しなし', 'no heading'),
	notes: message('読み取りで気づいたこと', 'What was noticed'),
	counts: message('件数', 'Counts'),
	all: message('すべて選ぶ', 'Choose all'),
	none: message('すべて外す', 'Choose none'),
	suggested: message('競合は選ばない', 'All but conflicts'),
	conflictHint: message(
		'競合は、選んだものだけファイルの内容になります。選ばなければ、いまのボードのままです。',
		'A conflict you choose becomes what the file says; otherwise the board stays as it is.'
	),
	same: message(
		(count: number) => `そのまま（${count}件）`,
		(count: number) => `Same (${count})`
	),
	allSame: message(
		'ファイルとボードに違いはありません。取り込むものはありません。',
		'The file and the board do not differ. There is nothing to import.'
	),
	before: message('いまのボード', 'The board now'),
	after: message('ファイル', 'The file'),
	absentBefore: message('（ボードにありません）', '(not on the board)'),
	absentAfter: message('（ファイルにありません）', '(not in the file)'),
	empty: message('（空）', '(empty)'),
	head: message('ボードの項目', 'Board details'),
	link: message('つながり', 'Link'),
	links: message(
		(to: string) => `つながり：→ ${to}`,
		(to: string) => `Links: → ${to}`
	),
	linkRow: message(
		(row: number) => `#${row}`,
		(row: number) => `#${row}`
	),
	linkBoard: message(
		(number: number) => `ボードの${number}番`,
		(number: number) => `card ${number} of the board`
	),
	row: message(
		(row: number) => `${row}行目`,
		(row: number) => `Line ${row}`
	),
	rowType: message(
		(row: number) => `${row}行目の種類`,
		(row: number) => `Type of line ${row}`
	),
	take: message(
		(row: number, text: string) => `${row}行目を取り込む：${text}`,
		(row: number, text: string) => `Import line ${row}: ${text}`
	),
	more: message(
		(count: number) => `つぎの${count}件を見る`,
		(count: number) => `Show ${count} more`
	),
	shown: message(
		(shown: number, of: number) => `${of}件のうち ${shown}件を表示`,
		(shown: number, of: number) => `${shown} of ${of} shown`
	),
	run: message(
		(count: number) => `${count}件を取り込む`,
		(count: number) => `Import ${count}`
	),
	sum: message(
		(cards: number, links: number, head: number) =>
			[
				cards > 0 ? `カード ${cards}件` : '',
				links > 0 ? `つながり ${links}件` : '',
				head > 0 ? `ボードの項目 ${head}件` : ''
			]
				.filter(Boolean)
				.join('・'),
		(cards: number, links: number, head: number) =>
			[
				cards > 0 ? `Cards: ${cards}` : '',
				links > 0 ? `Links: ${links}` : '',
				head > 0 ? `Board details: ${head}` : ''
			]
				.filter(Boolean)
				.join(', ')
	),
	runNothing: message('取り込むものはありません', 'Nothing to import'),
	runNone: message('取り込むものを選んでください', 'Choose what to import'),
	changedMeanwhile: message(
		'見ている間にボードが変わったため、比べ直しました。もう一度確かめてください。',
		'The board changed meanwhile and was compared again. Please look once more.'
	),
	tooMany: message(
		(room: number) =>
			`このボードに足せるカードはあと${room}枚です。取り込むものを減らしてください。`,
		(room: number) => `The board has room for ${room} more cards. Choose fewer.`
	),
	tooMuch: message(
		'一度に取り込むには文字が多すぎます。いくつかに分けて取り込んでください。',
		'This is too much text at once. Import it in several parts.'
	),
	tooManyGone: message(
		(most: number) =>
			`一度に取り下げられるカードは${most}枚までです。削除の選択を減らすか、進行役に頼んでください。`,
		(most: number) =>
			`At most ${most} cards can be withdrawn at once. Choose fewer, or ask the facilitator.`
	),
	notNow: message(
		'いまはこのボードに書けないため、取り込めません。',
		'The board cannot be written now, so nothing was imported.'
	),
	partly: message(
		(done: number, left: number) =>
			`${done}件を取り込みました。${left}件は、カードがなくなったか値が合わないため取り込めませんでした。`,
		(done: number, left: number) =>
			`${done} imported. ${left} could not be: the card is gone or a value is not allowed there.`
	)
};
