import type { CardMark, PointKind } from '@renkei/shared/protocol/history-api.ts';
import { message } from '../message.ts';

type Words = () => string;

/** Words of looking back at a board, and of bringing something back. */
export const historyText = {
	title: message('履歴', 'History'),
	close: message('閉じる', 'Close'),
	loading: message('読み込んでいます…', 'Loading…'),
	retry: message('もう一度', 'Try again'),
	at: message(
		(clock: string) => `${clock} のボード`,
		(clock: string) => `The board at ${clock}`
	),
	now: message('いまのボード', 'The board now'),
	slider: message('見たい時刻', 'Moment to look at'),
	earlier: message('前の変化', 'Earlier'),
	later: message('後の変化', 'Later'),
	play: message('順に見る', 'Play'),
	pause: message('止める', 'Pause'),
	points: message('名前のついた時点', 'Named moments'),
	noPoints: message('まだありません。「ここを残す」で残せます。', 'None yet. Keep one above.'),
	star: message('ここを残す', 'Keep this moment'),
	starWords: message('ひとこと（なくてもかまいません）', 'A few words (optional)'),
	keep: message('残す', 'Keep'),
	kept: message('残しました', 'Kept'),
	since: message('いまとのちがい', 'Different from now'),
	same: message('いまと同じです', 'Same as now'),
	marks: {
		added: message('この後に書かれた', 'Written later'),
		changed: message('この後に変わった', 'Changed later'),
		removed: message('この後になくなった', 'Gone later'),
		moved: message('この後に動いた', 'Moved later')
	} satisfies Record<CardMark, Words>,
	later0: message(
		(count: number) => `この後に書かれたカード ${count}枚`,
		(count: number) => `${count} cards written later`
	),
	onlyDifferent: message('ちがうカードだけ', 'Only what differs'),
	everyone: message('すべての職種', 'All professions'),
	profession: message('書いた職種', 'Written by'),
	restoreBoard: message('ボード全体をこの時点に戻す', 'Put the whole board back'),
	restoreZone: message('この列を戻す', 'Put this column back'),
	restoreCard: message('このカードを戻す', 'Put this card back'),
	restoreAsk: message(
		(clock: string) => `${clock} の状態に戻します。いまの状態も残るので、取り消せます。`,
		(clock: string) =>
			`The board goes back to ${clock}. The present state is kept, so this can be taken back.`
	),
	restore: message('戻す', 'Put back'),
	cancel: message('やめる', 'Cancel'),
	restored: message(
		(clock: string) => `${clock} の状態に戻しました`,
		(clock: string) => `Put back to ${clock}`
	),
	nothingToRestore: message('変わったところはありませんでした', 'Nothing had to change'),
	undo: message('取り消す', 'Undo'),
	undone: message('戻したのを取り消しました', 'Taken back'),
	look: message('時点を見る', 'Look back'),
	rollBack: message('1人の操作を戻す', 'Take back one person’s doing'),
	rollBackHint: message(
		'選んだ人がこの時間にしたことだけを戻します。ほかの人が続きを書いたところは、そのまま残ります。',
		'Takes back only what this person did in this time. Where others went on, it stays.'
	),
	person: message('だれの操作', 'Whose'),
	gestures: message(
		(count: number) => `${count}回`,
		(count: number) => `${count} times`
	),
	howFar: message('さかのぼる時間', 'How far back'),
	minutes: message(
		(minutes: number) => `${minutes}分`,
		(minutes: number) => `${minutes} min`
	),
	preview: message('戻すとこうなります', 'What would happen'),
	nothing: message('戻すものはありません', 'Nothing to take back'),
	willGo: message('なくなる', 'Goes'),
	willComeBack: message('もどってくる', 'Comes back'),
	willChange: message('元の文に戻る', 'Put back'),
	stays: message(
		(count: number) => `ほかの人が続きを書いたため残るもの ${count}枚`,
		(count: number) => `${count} cards stay because others went on`
	),
	doRollBack: message('この人の操作を戻す', 'Take it back'),
	rolledBack: message('戻しました', 'Taken back'),
	points_: {
		phase: message('時間の終わり', 'End of a part'),
		reveal: message('みんなに公開', 'Reveal'),
		voteEnd: message('投票の終わり', 'End of a vote'),
		bulkDelete: message('まとめて取り下げる前', 'Before a mass withdrawal'),
		import: message('取り込みの前', 'Before an import'),
		close: message('閉会', 'Closing'),
		restore: message('戻す前', 'Before putting back'),
		rollBack: message('1人の操作を戻す前', 'Before taking back'),
		rehearsal: message('リハーサルの前', 'Before the rehearsal'),
		star: message('残した時点', 'Kept')
	} satisfies Record<PointKind, Words>,
	server: message('自動', 'Automatic'),
	cardHistory: message('このカードの履歴', 'History of this card'),
	what: {
		created: message('書いた', 'wrote it'),
		changed: message('直した', 'changed it'),
		withdrawn: message('取り下げた', 'withdrew it'),
		broughtBack: message('元に戻した', 'brought it back'),
		linked: message('つないだ', 'linked it'),
		commented: message('コメントした', 'commented'),
		settled: message('コメントの済みを変えた', 'settled a comment'),
		stamped: message('スタンプがついた', 'a stamp was given')
	},
	before: message('前', 'Before'),
	after: message('後', 'After')
};
