import { message } from '../message.ts';

/** Words around one card that is being written. */
export const cardText = {
	done: message('完了', 'Done'),
	next: message('次のカード', 'Next card'),
	placeholder: message('ここに書きます', 'Write here'),
	label: message(
		(type: string) => `${type}の文`,
		(type: string) => `Text of the ${type} card`
	),
	count: message(
		(n: number) => `${n}文字`,
		(n: number) => `${n} characters`
	),
	long: message(
		(n: number) => `短くすると読みやすくなります（${n}文字）`,
		(n: number) => `Shorter reads better (${n} characters)`
	),
	tooLong: message('2,000文字までです', 'At most 2,000 characters'),
	imeTip: message('変換中の Enter は「確定」だけです', 'Enter while converting only converts'),
	withdrawnWhileEditing: message(
		'このカードは取り下げられました',
		'Somebody has withdrawn this card'
	),
	putBack: message('戻す', 'Put back'),
	sheetTitle: message(
		(type: string) => `${type}を書く`,
		(type: string) => `Write the ${type} card`
	)
};
