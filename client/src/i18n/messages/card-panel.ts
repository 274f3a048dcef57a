import { message } from '../message.ts';

/** The panel beside the board that shows every field of a card. */
export const panelText = {
	title: message(
		(type: string) => `${type}カード`,
		(type: string) => `${type} card`
	),
	number: message(
		(number: number) => `No.${number}`,
		(number: number) => `No. ${number}`
	),
	rootOn: message('解決すべき原因にする', 'Make root cause'),
	rootHint: message('この盤で1つだけ選びます', 'One per board'),
	rootSwitchTitle: message('解決すべき原因を替えますか', 'Change the root cause?'),
	rootSwitch: message(
		(text: string) => `いまは「${text}」が選ばれています。このカードに替えますか。`,
		(text: string) => `“${text}” is the root cause now. Choose this card instead?`
	),
	rootSwitchTo: message(
		(text: string) => `いまは「${text}」が選ばれています。これに替えますか。`,
		(text: string) => `“${text}” is the root cause now. Replace it with this?`
	),
	rootSwitchNew: message('これに替える', 'Replace it'),
	rootSwitchYes: message('このカードに替える', 'Choose this card'),
	writeFrom: message('原因から書き起こす', 'Write from this cause'),
	links: message('つながり', 'Links'),
	noLinks: message('まだつながっていません', 'Not linked yet'),
	linkOut: message('つながる先', 'leads to'),
	linkIn: message('つながる元', 'comes from'),
	linkRemove: message(
		(text: string) => `「${text}」とのつながりを外す`,
		(text: string) => `Remove the link with “${text}”`
	),
	linksOf: message(
		(type: string, numbers: string) => `${type}${numbers}`,
		(type: string, numbers: string) =>
			`${type} ${numbers.replaceAll('〜', '–').replaceAll('・', ', ')}`
	),
	linkByNumber: message('番号でつなぐ', 'Link by number'),
	linkNumber: message('つなぐカードの番号', 'Number of the card to link'),
	linkAdd: message('つなぐ', 'Link'),
	linkUnknown: message(
		(number: string) => `${number} 番のカードはありません`,
		(number: string) => `There is no card number ${number}`
	),
	votes: message('票数（シール）', 'Votes (stickers)'),
	votesHint: message('空欄は、数えていない印です', 'Empty means nobody counted'),
	votesRefused: message('0〜9999 の数で入れてください', 'Please enter a number from 0 to 9999'),
	duplicate: message('複製', 'Duplicate'),
	withdraw: message('取り下げる', 'Withdraw'),
	arrange: message('自動で並べる', 'Arrange'),
	changeType: message('種類を変える', 'Change type'),
	parts: message('内訳', 'Parts'),
	partText: message(
		(mark: string) => `内訳${mark}`,
		(mark: string) => `Part ${mark}`
	),
	partAdd: message('内訳を足す', 'Add a part'),
	partDetails: message(
		(mark: string) => `内訳${mark}の対象・担当・時期`,
		(mark: string) => `Audience, owner and timing of part ${mark}`
	),
	partDetail: {
		audience: message(
			(mark: string) => `内訳${mark}の対象（誰に）`,
			(mark: string) => `Audience of part ${mark}`
		),
		owner: message(
			(mark: string) => `内訳${mark}の担当・作業部会`,
			(mark: string) => `Owner of part ${mark}`
		),
		timing: message(
			(mark: string) => `内訳${mark}の時期`,
			(mark: string) => `Timing of part ${mark}`
		)
	},
	partRemove: message(
		(mark: string) => `内訳${mark}を外す`,
		(mark: string) => `Remove part ${mark}`
	),
	wordAdd: message('足す', 'Add'),
	wordOwn: message('書く', 'Write'),
	wordRemove: message(
		(word: string) => `「${word}」を外す`,
		(word: string) => `Remove “${word}”`
	),
	tooLong: message('長すぎて入れられません', 'Too long to be kept'),
	suggestions: message('ことばの候補', 'Suggested words'),
	linksRemove: message(
		(cards: string) => `${cards}とのつながりをまとめて外す`,
		(cards: string) => `Remove the links with ${cards} together`
	),
	collaboration: message('連携の姿を書く', 'Write the vision of working together'),
	whyDepth: message(
		(depth: number) => `「なぜ？」${depth}つ目`,
		(depth: number) => `Why no. ${depth}`
	),
	whyTop: message('「なぜ？」はまだ問われていません', 'Not the answer to another why'),
	why: message('では、なぜ？', 'Then why?'),
	uses: message('資料を使う', 'Uses the material of'),
	usesNone: message('資料を使う対策を選ぶ', 'Choose a measure'),
	usesRemove: message(
		(text: string) => `「${text}」の資料を使うのをやめる`,
		(text: string) => `No longer use the material of “${text}”`
	),
	roles: message('役割分担', 'Roles'),
	rolesNone: message('まだ決まっていません', 'Not decided yet'),
	rolesOpen: message('役割の表をひらく', 'Open the table of roles'),
	lead: message('中心', 'leads'),
	join: message('加わる', 'joins'),
	setLink: message('まとめて期待につなぐ', 'Link to expectations together'),
	setHint: message(
		'選んだ対策すべてを、選んだ期待すべてに、1つのまとまりとしてつなぎます。',
		'Every chosen measure is linked with every chosen expectation, as one set.'
	),
	setFrom: message('対策', 'Measures'),
	setTo: message('期待したこと', 'Expected outcomes'),
	setAll: message('すべて選ぶ', 'Choose all'),
	setDo: message(
		(from: number, to: number) => `対策${from}件を期待${to}件につなぐ`,
		(from: number, to: number) => `Link ${from} with ${to}`
	),
	directionFrom: message('文から：', 'From the words:'),
	directionTake: message(
		(direction: string) => `${direction} にする`,
		(direction: string) => `Set: ${direction}`
	),
	toIndicator: message('そのまま指標にする', 'Use as an indicator'),
	toSource: message('把握方法を書く', 'Write the data source'),
	cluster: message('島', 'Cluster'),
	clusterTitle: message('島の見出し', 'Title of the cluster'),
	clusterCount: message(
		(count: number) => `この島のカード：${count}枚`,
		(count: number) => `${count} cards in this cluster`
	),
	clusterJoin: message('島に入れる', 'Put into a cluster'),
	clusterNew: message('新しい島をつくる', 'Make a new cluster'),
	clusterUntitled: message(
		(number: number) => `見出しのない島 ${number}`,
		(number: number) => `Untitled cluster ${number}`
	),
	clusterLeave: message('島から出す', 'Take out'),
	clusterDissolve: message('島をほどく', 'Take the cluster apart'),
	values: message('年度ごとの値', 'Values by fiscal year'),
	valuesNone: message('値がまだありません', 'No value yet'),
	valuesOpen: message('評価の画面で書く', 'Write in the evaluation view'),
	isPartial: message('年度途中', 'part of the year'),
	written: message(
		(time: string, profession: string) => `${time} ${profession}${profession && 'が'}記入`,
		(time: string, profession: string) => `Written ${time}${profession && ` by ${profession}`}`
	)
};

/** Words for the choices of card fields, by type, field and choice. */
export const choiceText: Readonly<Record<string, () => string>> = {
	'theme.status.candidate': message('候補', 'Candidate'),
	'theme.status.chosen': message('選んだテーマ', 'Chosen'),
	'theme.status.setAside': message('見送り', 'Set aside'),
	'vision.level.single': message('分けない', 'Not divided'),
	'vision.level.area': message('地域の姿', 'Of the area'),
	'vision.level.collaboration': message('連携の姿', 'Of working together'),
	'fact.kind.current': message('現状', 'Current state'),
	'fact.kind.data': message('データ', 'Data'),
	'fact.kind.hearing': message('聞き取り', 'Hearing'),
	'fact.kind.idea': message('考え', 'Idea'),
	'outcome.direction.none': message('指定なし', 'Not set'),
	'outcome.direction.up': message('↑ 増える・上がる', '↑ Rises'),
	'outcome.direction.down': message('↓ 減る・下がる', '↓ Falls'),
	'outcome.direction.restrain': message('おさえる', 'Restrained'),
	'outcome.decision.none': message('まだ', 'Not decided'),
	'outcome.decision.continue': message('継続', 'Continue'),
	'outcome.decision.revise': message('見直し', 'Revise'),
	'outcome.decision.end': message('終了', 'End'),
	'indicator.kind.none': message('指定なし', 'Not set'),
	'indicator.kind.structure': message('ストラクチャー', 'Structure'),
	'indicator.kind.process': message('プロセス', 'Process'),
	'indicator.kind.outcome': message('アウトカム', 'Outcome'),
	'source.method.none': message('指定なし', 'Not set'),
	'source.method.survey': message('アンケート', 'Survey'),
	'source.method.hearing': message('ヒアリング', 'Hearing'),
	'source.method.published': message('公表データ', 'Published data'),
	'source.method.system': message('見える化システム', 'Mieruka system'),
	'source.method.claims': message('レセプト・報酬', 'Claims'),
	'note.kind.memo': message('メモ', 'Memo'),
	'note.kind.reason': message('選んだ理由', 'Reason'),
	'note.kind.point': message('ねらい', 'Point'),
	'note.kind.opinion': message('意見', 'Opinion'),
	'note.kind.plan': message('予定', 'Plan')
};
