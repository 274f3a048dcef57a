import { message } from '../message.ts';

/** Words of leading a table: the timer. */
export const timerText = {
	timer: message('タイマー', 'Timer'),
	remaining: message(
		(clock: string) => `残り ${clock}`,
		(clock: string) => `${clock} left`
	),
	paused: message('一時停止中', 'Paused'),
	lastMinute: message('あと1分', '1 minute left'),
	over: message('時間です', 'Time is up'),
	overtime: message(
		(clock: string) => `${clock} 過ぎました`,
		(clock: string) => `${clock} over`
	),
	minutes: message(
		(minutes: number) => `${minutes}分`,
		(minutes: number) => `${minutes} min`
	),
	presets: message('時間を選んで始める', 'Choose a time to start'),
	free: message('ほかの時間（分）', 'Another time (minutes)'),
	fewer: message('1分減らす', 'One minute less'),
	more: message('1分増やす', 'One minute more'),
	label: message('何の時間ですか（なくてもかまいません）', 'What is the time for? (optional)'),
	start: message('始める', 'Start'),
	pause: message('一時停止', 'Pause'),
	resume: message('再開', 'Go on'),
	addMinute: message('＋1分', '+1 min'),
	takeMinute: message('－1分', '−1 min'),
	stop: message('終わりにする', 'End it'),
	close: message('閉じる', 'Close'),
	silent: message('この画面では音が出ません', 'No sound on this screen'),
	sound: message('終わりにこの画面だけ小さく鳴らす', 'Ring softly at the end, on this screen only'),
	moments: {
		start: message(
			(label: string, minutes: number) => `${label || 'タイマー'}を始めました。${minutes}分です。`,
			(label: string, minutes: number) => `${label || 'Timer'} started: ${minutes} min.`
		),
		half: message('残り時間は半分です。', 'Half of the time is left.'),
		lastMinute: message('あと1分です。', 'One minute left.'),
		end: message('時間です。', 'Time is up.')
	},
	failures: {
		notAllowed: message('タイマーは進行役だけが動かせます。', 'Only facilitators lead the timer.'),
		boardClosed: message('この研修会は終わっています。', 'This workshop is over.'),
		malformed: message(
			'操作できませんでした。ページを開き直してください。',
			'This did not work. Please reload the page.'
		),
		outOfRange: message(
			'時間は1秒から180分までにしてください。',
			'The time must be between 1 second and 180 minutes.'
		),
		notNow: message(
			'ほかの進行役が先に操作しました。今の表示を確かめてください。',
			'Another facilitator was faster. Please look at how it stands now.'
		),
		notKept: message(
			'保存できなかったため、変えていません。',
			'It could not be saved, so nothing has changed.'
		),
		noLine: message(
			'つながっていません。つながったら、もう一度押してください。',
			'Not connected. Please press again once you are connected.'
		)
	}
};
