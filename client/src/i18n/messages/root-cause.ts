import { message } from '../message.ts';

/** Words of the root-cause workbench (原因をくらべて決める). */
export const rootCauseText = {
	causes: message('くらべる原因を選ぶ', 'Causes to compare'),
	hint: message(
		'2つ選ぶとくらべられます。いくつか選んで、新しい1文を書くこともできます。',
		'Choose two to compare them. Or choose several and write a new sentence.'
	),
	empty: message(
		'原因のカードがまだありません。ボードか一覧で書いてから、ここでくらべます。',
		'There are no causes yet. Write some on the board or in the list first.'
	),
	why: message('└ なぜ？', '└ Why?'),
	isRoot: message('解決すべき原因', 'Root cause'),
	question: message(
		(one: string, other: string, result: string) =>
			`『${one}』『${other}』のどちらが、${result}につながる原因だと思うか？`,
		(one: string, other: string, result: string) =>
			`Which do you think leads to ${result}: “${one}” or “${other}”?`
	),
	result: message(
		(text: string) => `「${text}」`,
		(text: string) => `“${text}”`
	),
	resultUnknown: message('いまの現状', 'the current state'),
	ask: message('解決が必要な原因は何だと思う？', 'Which cause needs to be solved?'),
	chain: message('つながる先', 'What it leads to'),
	chainNone: message('まだどこにもつながっていません', 'Not linked to anything yet'),
	measures: message('この原因への対策', 'Measures against it'),
	measuresNone: message('まだ対策がありません', 'No measure yet'),
	decideTitle: message('解決すべき原因を決める', 'Decide on the root cause'),
	decideBy: message('決め方', 'How to decide'),
	choose: message(
		(number: number, text: string) => `${number}「${text}」に決める`,
		(number: number, text: string) => `Choose ${number} “${text}”`
	),
	write: message('選んだ原因から、新しい1文を書く', 'Write a new sentence from the chosen causes'),
	sentence: message('解決すべき原因（新しい1文）', 'Root cause, a new sentence'),
	sentenceHint: message(
		'もとの原因は残り、つながりも残ります。',
		'The causes stay, and stay linked to it.'
	),
	reasonHint: message('例：キーとなるのは「家族の不安の軽減」だと思う', 'e.g. the key is …'),
	decide: message('解決すべき原因に決める', 'Make it the root cause'),
	decided: message('解決すべき原因が決まりました', 'The root cause is decided'),
	pathTitle: message('原因と最終結果の関係', 'From the cause to the result'),
	pathNone: message('解決すべき原因は、まだ決まっていません。', 'No root cause yet.'),
	writtenFrom: message('もとの原因', 'Written from'),
	leadsTo: message('つながる', 'leads to'),
	refused: message('この原因には決められませんでした', 'This could not be made the root cause')
};
