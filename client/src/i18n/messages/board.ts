import type { Role } from '@renkei/shared/method/roles.ts';
import { message } from '../message.ts';

/** Words of the bars around a board. */
export const boardText = {
	view: message('見かた', 'View'),
	views: {
		board: message('ボード', 'Board'),
		list: message('一覧', 'List'),
		sheet: message('演習シート', 'Worksheet')
	},
	people: message(
		(table: number, people: number) => `${table}卓・${people}人`,
		(table: number, people: number) => `Table ${table}, ${people} here`
	),
	lookAlong: message(
		(name: string) => `${name}さんの画面を見る`,
		(name: string) => `Look along with: ${name}`
	),
	me: message('自分', 'You'),
	goOnElsewhere: message('ほかの端末で続ける', 'Go on on another device'),
	writing: message(
		(profession: string) => `${profession}さんが入力中`,
		(profession: string) => `${profession} is writing`
	),
	roles: {
		staff: message('職員', 'Staff'),
		facilitator: message('進行役', 'Facilitator'),
		recorder: message('書記', 'Recorder'),
		participant: message('参加者', 'Participant'),
		viewer: message('見るだけ', 'Viewer')
	} satisfies Record<Role, () => string>,
	steps: message('Step のならび', 'Steps'),
	stepDone: message('書けています', 'written'),
	stepPartial: message('途中です', 'begun'),
	stepEmpty: message('まだです', 'not begun'),
	stepMark: message('済み', 'Done'),
	stepMarkLabel: message('この Step を済みにする', 'Call this step done'),
	question: message('いまの問い', 'The question now'),
	example: message('例を見る', 'See an example'),
	exampleTitle: message('手引きの例', 'An example from the manual'),
	questionNumber: message(
		(at: number, of: number) => `問い ${at} / ${of}`,
		(at: number, of: number) => `Question ${at} of ${of}`
	),
	previous: message('前', 'Previous'),
	previousQuestion: message('前の問い', 'Previous question'),
	next: message('次の問い', 'Next question'),
	nextStep: message('次の Step へ', 'To the next step'),
	tools: message('道具', 'Tools'),
	tool: {
		select: message('選ぶ', 'Select'),
		card: message('カード', 'Card'),
		link: message('つなぐ', 'Link'),
		pan: message('動かす', 'Pan'),
		pen: message('描く', 'Draw')
	},
	cardTypeToPut: message('置くカードの種類', 'Type of the card to put'),
	undo: message('元に戻す', 'Undo'),
	redo: message('やり直す', 'Redo'),
	undoThis: message(
		(gesture: string) => `元に戻す：${gesture}`,
		(gesture: string) => `Undo: ${gesture}`
	),
	cluster: message('島にする', 'Cluster'),
	redoThis: message(
		(gesture: string) => `やり直す：${gesture}`,
		(gesture: string) => `Redo: ${gesture}`
	),
	trash: message('取り下げたカード', 'Withdrawn cards'),
	trashShort: message('取り下げ', 'Withdrawn'),
	untitled: message('（何も書かれていません）', '(nothing written)'),
	showPanel: message('くわしく', 'Details'),
	howTo: message('使い方', 'How to use'),
	canvasMissing: message(
		'ボードの絵を読み込めませんでした。「一覧」では、同じ内容を読み書きできます。',
		'The board could not be drawn. “List” shows the same content and can be edited.'
	),
	panelMissing: message(
		'つながっていないため、くわしい内容を開けません。カードはそのまま書けます。',
		'Details cannot be opened while not connected. Cards can still be written.'
	),
	incomplete: message(
		(count: number) => `読み取れない記録が ${count} 件あります。ほかの内容はそのまま使えます。`,
		(count: number) => `${count} entries could not be read. Everything else can be used.`
	)
};

/** The save chip (design §6, §9). */
export const saveText = {
	loading: message('読み込んでいます', 'Loading'),
	saved: message('保存済み', 'Saved'),
	saving: message('保存中…', 'Saving'),
	offline: message(
		(unsent: number) => `つながっていません：入力は続けられます（未送信 ${unsent}件）`,
		(unsent: number) => `Not connected; you can keep writing (${unsent} unsent)`
	),
	offlineShort: message(
		(unsent: number) => `未送信 ${unsent}件`,
		(unsent: number) => `${unsent} unsent`
	),
	readOnly: message('見るだけ', 'Read only'),
	newVersion: message('新しい版があります：再読み込み', 'Reload for new version'),
	storageDown: message(
		(unsent: number) => `いまは保存できません：入力は続けられます（未送信 ${unsent}件）`,
		(unsent: number) => `Cannot be saved right now; you can keep writing (${unsent} unsent)`
	),
	refused: message('受け付けられない変更があります', 'Changes were not accepted'),
	left: message('ボードから離れました', 'You left the board')
};

/** What a gesture is called on 元に戻す and やり直す. */
export const gestureText = {
	addCard: message('カードを足す', 'add a card'),
	editText: message('文字を直す', 'edit text'),
	editField: message('項目を直す', 'edit a field'),
	moveCards: message('カードの移動', 'move'),
	arrangeCards: message('自動で並べる', 'arrange'),
	reorderCard: message('順番を変える', 'reorder'),
	changeType: message('種類を変える', 'change type'),
	withdrawCards: message('取り下げ', 'withdraw'),
	restoreCards: message('カードを戻す', 'restore'),
	duplicateCards: message('複製', 'duplicate'),
	chooseRoot: message('解決すべき原因', 'root cause'),
	addLink: message('つなぐ', 'link'),
	removeLink: message('つながりを外す', 'unlink'),
	editLink: message('つながりを直す', 'edit a link'),
	editBoard: message('ボードの項目', 'board details'),
	insertCards: message('貼り付け', 'paste'),
	addRecord: message('追加', 'addition'),
	editRecord: message('書き直し', 'change'),
	removeRecord: message('取り消し', 'removal'),
	addTurn: message('やり取り', 'question and answer'),
	rewordTheme: message('言い直し', 'rewording'),
	makeCluster: message('島にする', 'cluster'),
	changeCluster: message('島を直す', 'change a cluster'),
	mergeCards: message('1枚にまとめる', 'merge'),
	importChanges: message('取り込み', 'import'),
	comment: message('コメント', 'comment'),
	stamp: message('スタンプ', 'stamp'),
	drawStroke: message('線を描く', 'draw'),
	eraseStrokes: message('線を消す', 'erase'),
	undo: message('元に戻す', 'undo'),
	redo: message('やり直す', 'redo')
};
