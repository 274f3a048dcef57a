import { message } from '../message.ts';

/** 前回の入力が残っています. */
export const draftText = {
	found: message(
		(n: number) => (n === 1 ? '前回の入力が残っています' : `前回の入力が残っています（${n}件）`),
		(n: number) => (n === 1 ? 'Unsent text was found' : `Unsent text was found (${n})`)
	),
	restore: message('戻す', 'Put back'),
	discard: message('捨てる', 'Discard')
};

/** What each kind of notice says; the argument is how many cards it is about. */
export const noticeText = {
	cardsWithdrawn: message(
		(n: number) => (n === 1 ? '取り下げました' : `${n}枚を取り下げました`),
		(n: number) => (n === 1 ? 'Withdrawn' : `${n} cards withdrawn`)
	),
	undoSkipped: message<[number]>(
		'この変更は、ほかの人が続きを書いたため戻しません',
		'Not undone: someone wrote on'
	),
	refused: message<[number]>(
		'一部の変更は保存できませんでした。入力した文は残してあります。',
		'Some changes could not be saved. What you typed is kept.'
	),
	boardReplaced: message<[number]>(
		'ボードが入れ替わりました。これより前の操作は「元に戻す」で戻せません。',
		'The board was replaced. What was done before can no longer be undone.'
	),
	packMissing: message<[number]>(
		'このボードのパックが見つからないため、標準の言葉で表示しています。書いた内容はそのままです。',
		'The pack of this board is not here, so it is shown in the default words. What was written is untouched.'
	),
	linkSame: message<[number]>(
		'同じカードどうしはつなげません',
		'A card cannot be linked to itself'
	),
	linkExists: message<[number]>('もうつながっています', 'These cards are already linked'),
	cardGone: message<[number]>('そのカードはもうありません', 'That card is gone'),
	cannotMove: message<[number]>('ここは動かせません', 'Cannot be moved'),
	notInThisPart: message<[number]>(
		'いまの時間には、この操作はできません',
		'Not in this part of the workshop'
	),
	beingWritten: message<[number]>(
		'いま、ほかの人がこのカードを書いています',
		'Somebody else is writing on this card'
	),
	savedAlready: message<[number]>('保存済みです', 'It is saved'),
	cardsMerged: message(
		(n: number) => `${n}枚を1枚にまとめました。もとのカードは「取り下げ」にあります`,
		(n: number) => `${n} cards merged. The others lie under “Withdrawn”`
	),
	cardMade: message<[number]>('カードを1枚つくりました', 'A card was made'),
	copied: message(
		(n: number) => (n === 1 ? 'コピーしました' : `${n}枚をコピーしました`),
		(n: number) => (n === 1 ? 'Copied' : `${n} cards copied`)
	),
	pasteByKey: message<[number]>('Ctrl+V を押すと貼り付けられます', 'Press Ctrl+V to paste'),
	mergeTooLong: message<[number]>(
		'2,000文字を超えるため、まとめられません',
		'Together they are longer than 2,000 characters'
	),
	pasted: message(
		(n: number) => `${n}枚を貼り付けました`,
		(n: number) => `${n} cards pasted`
	),
	imported: message(
		(n: number) => `${n}件を取り込みました`,
		(n: number) => `${n} imported`
	),
	sent: message<[number]>('届きました', 'Received')
};

/** The button of a notice. */
export const noticeAction = message('戻す', 'Undo');

/** The button of the notice about a card just made. */
export const cardUndo = message('取り消す', 'Take back');

/** The button of the notice about an import. */
export const importUndo = message('取り込みを取り消す', 'Undo the import');

/** Why the server did not take a change. */
export const refusalText = {
	notAllowed: message('この立場では書けません。', 'Your role may not write here.'),
	unknownRoot: message(
		'この版では使えない内容でした。',
		'This version does not know that content.'
	),
	badRecord: message(
		'カードの内容が正しい形ではありませんでした。',
		'A card was not in a valid form.'
	),
	textTooLong: message(
		'1枚のカードは2,000文字までです。',
		'A card holds at most 2,000 characters.'
	),
	boardFull: message('ボードに入るカードの数を超えました。', 'The board holds no more cards.'),
	foreignClientId: message(
		'ほかの人の変更として届いたため受け取れませんでした。',
		'It arrived under someone else’s mark.'
	),
	tooManyDeletions: message(
		'一度に取り下げるカードが多すぎました。',
		'Too many cards were withdrawn at once.'
	),
	boardClosed: message('このワークショップは終わりました。', 'This workshop is over.'),
	malformed: message('読み取れない内容でした。', 'It could not be read.'),
	phaseClosed: message('いまの進行では書けません。', 'Not in this part of the workshop.'),
	locked: message('ここは動かせません。', 'It is locked.')
};
