import { message } from '../message.ts';

/** Words about how long workshops are kept and what was deleted. */
export const keepingText = {
	title: message('保存期限', 'Kept until'),
	until: message(
		(day: string) => `${day}まで`,
		(day: string) => `until ${day}`
	),
	hint: message(
		'この日を過ぎると、ボードは自動で削除されます。',
		'After this day the boards are deleted by themselves.'
	),
	soon: message(
		(days: number) => (days === 0 ? '今日までで消えます' : `あと${days}日で消えます`),
		(days: number) => (days === 0 ? 'Deleted after today' : `Deleted in ${days} days`)
	),
	change: message('期限を変える', 'Change the day'),
	day: message('保存する最後の日', 'Last day it is kept'),
	save: message('この日にする', 'Use this day'),
	usual: message('いつもの期限に戻す', 'Back to the usual time'),
	past: message('今日か、それより後の日を入れてください。', 'Choose today or a later day.'),
	deletions: message('削除の記録', 'Record of deletions'),
	noDeletions: message('まだ何も削除されていません。', 'Nothing has been deleted yet.'),
	deleted: message(
		(boards: number) => `${boards}卓のボード`,
		(boards: number) => (boards === 1 ? '1 board' : `${boards} boards`)
	),
	why: {
		date: message('保存期限が過ぎた（自動）', 'Its time was over (automatic)'),
		hand: message('職員が削除した', 'Deleted by staff')
	}
};
