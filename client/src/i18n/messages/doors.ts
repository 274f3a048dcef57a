import { message } from '../message.ts';

/** Words of a workshop's doors: join sheets, who came, new codes, removing a person. */
export const doorsText = {
	title: message('参加する人', 'People taking part'),
	print: message('参加用紙を印刷', 'Print join sheets'),
	printHint: message(
		'卓ごとに1枚（A4）、番号と QR コードの紙をつくります。',
		'One A4 page for each table, with the number and the QR code.'
	),
	printing: message('参加用紙をつくっています', 'Making the join sheets'),
	printed: message(
		(name: string) => `「${name}」を保存しました。開いて印刷してください。`,
		(name: string) => `Saved “${name}”. Open it to print.`
	),
	printFailed: message(
		'参加用紙をつくれませんでした。つながりを確かめて、もう一度押してください。',
		'The join sheets could not be made. Check the connection and try again.'
	),
	missing: message(
		(characters: string) => `印刷できない文字があります：${characters}`,
		(characters: string) => `These characters cannot be printed: ${characters}`
	),
	sheetName: message('参加用紙', 'Join sheets'),
	sheetCode: message('参加コード', 'Join code'),
	sheetSteps: {
		scan: message(
			(address: string) =>
				`カメラで QR コードを読みます。または ${address} を開いて、番号を入れます。`,
			(address: string) => `Scan the QR code, or open ${address} and enter the number.`
		),
		profession: message(
			'職種を選びます。名前は要りません。',
			'Choose your profession. No name needed.'
		),
		join: message(
			(table: string) => `「${table}に参加する」を押します。`,
			(table: string) => `Press “Join ${table.toLowerCase()}”.`
		)
	},
	attendance: message('参加した人数', 'Who came'),
	attendanceHint: message(
		'「今つながっている人数／参加した人数」です。',
		'People connected now / people who joined.'
	),
	nobody: message('まだ誰も参加していません。', 'Nobody has joined yet.'),
	profession: message('職種', 'Profession'),
	noProfession: message('職種なし', 'No profession'),
	total: message('合計', 'Total'),
	cell: message(
		(connected: number, joined: number) => `${joined}人が参加、${connected}人がつながっています`,
		(connected: number, joined: number) => `${joined} joined, ${connected} connected`
	),
	none: message('いません', 'None'),
	saveCsv: message('人数を CSV で保存', 'Save as CSV'),
	csvName: message('参加人数', 'Attendance'),
	csv: {
		table: message('卓', 'Table'),
		joined: message('参加した人数', 'Joined'),
		connected: message('今つながっている人数', 'Connected now')
	},
	rotate: message('番号を変える', 'Change the numbers'),
	rotateTitle: message('参加の番号を変えますか', 'Change the join numbers?'),
	rotateWarning: message(
		'今の3つの番号と、印刷した参加用紙は使えなくなります。今参加している人は、そのまま続けられます。',
		'The three numbers of now and printed join sheets stop working. Whoever has joined goes on as before.'
	),
	rotated: message('番号を変えました。', 'The numbers were changed.'),
	people: message('参加を取り消す', 'Remove a person'),
	peopleHint: message(
		'取り消した人は、すぐにボードから出ます。書いたカードは残ります。',
		'A removed person leaves the board at once; their cards stay.'
	),
	noPeople: message('取り消せる人はいません。', 'There is nobody to remove.'),
	person: message(
		(profession: string, table: string, time: string) => `${profession}・${table}・${time} から`,
		(profession: string, table: string, time: string) => `${profession}, ${table}, since ${time}`
	),
	noTable: message('卓なし', 'no table'),
	connectedNow: message('つながっています', 'Connected'),
	remove: message('取り消す', 'Remove'),
	removeOf: message(
		(person: string) => `${person}の参加を取り消す`,
		(person: string) => `Remove ${person}`
	),
	removeTitle: message('この人の参加を取り消しますか', 'Remove this person?'),
	removeWarning: message(
		'すぐにボードから出ます。番号を知っていれば、また参加できます。入れないようにするには、番号も変えてください。',
		'They leave the board at once. Knowing the number, they can join again; change the numbers too to keep them out.'
	),
	removed: message(
		(person: string) => `${person}の参加を取り消しました。`,
		(person: string) => `Removed ${person}.`
	)
};
