import { message } from '../message.ts';

/** The evaluation (Step7, ⑧): 期待したこと against 現状, year by year. */
export const evaluationText = {
	title: message(
		'期待したことと現状をくらべる',
		'Compare what was expected with the current state'
	),
	reviewDate: message('次の見直し', 'Next review'),
	reviewDatePlaceholder: message('例：令和8年3月', 'e.g. March 2026'),
	empty: message(
		'期待したことがまだありません。カードを1枚書くと、ここでくらべられます。',
		'No expected outcomes yet. Write a card and it can be compared here.'
	),
	table: message('期待したこととその値', 'Expected outcomes and their values'),
	outcomeAndSource: message('期待したこと・把握方法', 'Expected outcome and source'),
	baseline: message('現状値', 'Baseline'),
	target: message('目標値', 'Target'),
	gap: message('目標までの差', 'Gap'),
	trend: message('うごき', 'Trend'),
	decision: message('これから', 'Decision'),
	reason: message('これからの理由', 'Reason for the decision'),
	reasonPlaceholder: message('理由を一言', 'Reason, one phrase'),
	decisions: {
		continue: message('継続', 'Continue'),
		revise: message('見直し', 'Revise'),
		end: message('終了', 'End')
	},
	undecided: message('まだ決めていません', 'Not decided yet'),
	noOutcome: message('どの期待にもつながっていません', 'Not linked to any outcome'),
	makeIndicator: message('この期待をそのまま指標にする', 'Make this outcome an indicator'),
	cell: message(
		(row: string, column: string) => `${row}：${column}`,
		(row: string, column: string) => `${row}: ${column}`
	),
	partial: message('途中', 'part'),
	firstYear: message('最初の年の値です', 'The first year’s value'),
	cases: message(
		(count: string) => `もと${count}`,
		(count: string) => `n = ${count}`
	),
	trendWords: message(
		(values: string, target: string) =>
			`うごき：${values}${target === '' ? '' : `。目標 ${target}`}`,
		(values: string, target: string) =>
			`Trend: ${values}${target === '' ? '' : `. Target ${target}`}`
	),
	noTrend: message('値がまだありません', 'No values yet'),
	readOnly: message(
		'値とこれからの判断は、進行役・記録係・職員が書きます。',
		'Facilitators, recorders and staff write values and decisions.'
	)
};

/** 図表4-7: one outcome, large. */
export const gapHeadText = {
	label: message('期待したことと現状の差', 'The gap between expected and current'),
	expected: message('期待したこと（目標）', 'Expected (target)'),
	gap: message('ギャップ', 'Gap'),
	current: message(
		(year: string) => `現状（${year}）`,
		(year: string) => `Current (${year})`
	),
	year: message('くらべる年度', 'Year compared'),
	latest: message('いちばん新しい年度', 'Latest year'),
	atFirst: message(
		(value: string) => `はじめは ${value}`,
		(value: string) => `At first ${value}`
	),
	noNumber: message('—', '—'),
	purpose: message(
		'現状が目指す姿に近づいているかを確かめます',
		'To see whether we are coming closer to the vision'
	),
	enlarge: message('大きく映す', 'Show large'),
	shrink: message('もとの大きさに戻す', 'Back to normal size'),
	previous: message('前の期待', 'Previous outcome'),
	next: message('次の期待', 'Next outcome'),
	position: message(
		(at: number, of: number) => `${at} / ${of}`,
		(at: number, of: number) => `${at} / ${of}`
	)
};

/** Questions beneath the table; the argument is the ①–⑧ they are about. */
export const evaluationHints = {
	missing: message(
		(marks: string, year: string) =>
			`${marks} ${year}の値がまだありません。どこから数字を得ますか？`,
		(marks: string, year: string) =>
			`${marks} No value for ${year} yet. Where will the number come from?`
	),
	noIndicator: message(
		(marks: string) => `${marks} 指標がまだありません。何を見ればわかりますか？`,
		(marks: string) => `${marks} No indicator yet. What would show it?`
	),
	noBaselineOrTarget: message(
		(marks: string) => `${marks} 今はいくつですか？ 目標は？`,
		(marks: string) => `${marks} What is it now? And the target?`
	),
	targetReversed: message(
		(marks: string) =>
			`${marks} 目標が期待と逆の向きです。目標値と、増えるか減るかを確かめましょう。`,
		(marks: string) => `${marks} The target points the other way. Check it and the direction.`
	),
	targetZero: message(
		(marks: string) => `${marks} 目標が 0 です。届く数かどうか、みんなで確かめましょう。`,
		(marks: string) => `${marks} The target is 0. Is it within reach?`
	),
	unitChanged: message(
		(marks: string) => `${marks} 単位のちがう年があります。同じ単位の年どうしだけをくらべます。`,
		(marks: string) => `${marks} The unit changed. Only years with the same unit are compared.`
	),
	missingYear: message(
		(marks: string) => `${marks} とんでいる年度があります。線はつなぎません。`,
		(marks: string) => `${marks} A year is missing. The line is not drawn across it.`
	),
	partialYear: message(
		(marks: string) => `${marks} 年度の途中の値があります。1年分の値とはくらべられません。`,
		(marks: string) =>
			`${marks} A value covers part of a year. It does not compare with a full one.`
	),
	smallNumbers: message(
		(marks: string) => `${marks} もとが10件より少ない年があります。率でなく件数で見ましょう。`,
		(marks: string) => `${marks} Fewer than 10 cases in a year. Look at counts, not at the rate.`
	),
	more: message(
		(n: number) => `ほかの気づき ${n}件`,
		(n: number) => `${n} more`
	)
};

/** ＋ 値を入れる, and a whole table pasted from a spreadsheet. */
export const valueText = {
	add: message('値を入れる', 'Enter a value'),
	of: message('指標', 'Indicator'),
	year: message('年度', 'Year'),
	yearWords: message(
		(name: string, year: number) => `${name}（${year}）`,
		(name: string) => name
	),
	value: message('値', 'Value'),
	unit: message('単位', 'Unit'),
	unitHint: message(
		'ほかの年と単位がちがうときは、この年だけの単位になります。',
		'If it differs from the other years, it counts for this year only.'
	),
	readAs: message(
		(value: string) => `${value} と読みました`,
		(value: string) => `Read as ${value}`
	),
	notANumber: message(
		'数字として読めません。このまま入れると、くらべられません。',
		'Not a number. It can be kept, but not compared.'
	),
	count: message('もとになった数', 'Number of cases behind it'),
	countHint: message(
		'10件より少ないと、率は大きくゆれます。',
		'With fewer than 10, rates swing widely.'
	),
	isPartial: message('年度の途中の値', 'Part of the year only'),
	note: message('メモ', 'Note'),
	enter: message('入れる', 'Enter'),
	refused: message(
		'長すぎるか、使えない文字があります。短くしてください。',
		'Too long, or not allowed. Please shorten it.'
	),
	paste: message('Excel から貼り付ける', 'Paste from Excel'),
	pasteTitle: message('Excel・CSV から貼り付ける', 'Paste from Excel or CSV'),
	pasteLabel: message('表をコピーして、ここに貼り付けます', 'Copy the table and paste it here'),
	pasteHint: message(
		'1列目が指標か期待の名前（①などの番号でも）、1行目が年度（令和7年度・R7・2025）。現状値・目標値・単位の列も読めます。',
		'First column: names (or ①). First row: years (R7, 2025, 令和7年度). Baseline, target and unit columns are read too.'
	),
	preview: message('入れる前の確認', 'Before it is entered'),
	nothingRead: message(
		'年度の列が見つかりません。1行目に 令和7年度・R7・2025 のように書いてください。',
		'No column of a year was found. Write R7, 2025 or 令和7年度 in the first row.'
	),
	changes: {
		new: message('新しい値', 'new'),
		same: message('同じ値', 'same'),
		replace: message('置きかえ', 'replaces'),
		notANumber: message('数字でないので入れません', 'no number: left out')
	},
	unmatched: message(
		'どの指標かわからない行（入れません）',
		'Lines of no known indicator (left out)'
	),
	ignored: message('読まない列', 'Columns left out'),
	apply: message(
		(n: number) => `${n}件を入れる`,
		(n: number) => `Enter ${n}`
	),
	entered: message(
		(n: number) => `${n}件の値を入れました`,
		(n: number) => `${n} values entered`
	),
	before: message(
		(value: string) => `前は ${value}`,
		(value: string) => `was ${value}`
	)
};

/** ⑧ 見直し: the next version of the board, and what changed in it. */
export const revisionText = {
	make: message('見直し版のボードをつくる', 'Make revised board'),
	notYet: message(
		'値のある期待すべてに「これから」を選ぶと、つくれます。',
		'Possible once every outcome with values has a decision.'
	),
	leadersOnly: message('進行役か職員がつくります。', 'Facilitators or staff make it.'),
	what: message(
		'いまのボードはこのまま残り、同じワークショップに次のボードができます。',
		'This board stays as it is; the next one is made in the same workshop.'
	),
	ends: message(
		(n: number) => `「終了」にした期待 ${n}件と、それだけにつながるカードは引きつぎません。`,
		(n: number) => `${n} outcomes marked “End”, and cards linked to them alone, are left behind.`
	),
	making: message('つくっています', 'Making it'),
	confirm: message('つくる', 'Make it'),
	made: message('見直し版ができました', 'The revised board is ready'),
	openIt: message('見直し版をひらく', 'Open the revised board'),
	compare: message('前の版とくらべる', 'Compare with the version before'),
	compareTitle: message('前の版からの見直し', 'What changed since the version before'),
	kept: message('そのまま', 'Kept'),
	changed: message('書き直した', 'Reworded'),
	dropped: message('やめた', 'Dropped'),
	added: message('新しく足した', 'New'),
	before: message('前', 'Before'),
	after: message('今', 'Now'),
	nothing: message('変わったところはありません。', 'Nothing has changed.'),
	openOld: message('前の版をひらく', 'Open the version before'),
	count: message(
		(n: number) => `${n}枚`,
		(n: number) => `${n} cards`
	),
	notAllowed: message(
		'前の版は、この立場ではひらけません。進行役か職員にたずねてください。',
		'Your role may not open the version before. Ask the facilitator or staff.'
	)
};
