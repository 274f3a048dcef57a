import { message } from '../message.ts';

/** 取り下げたカード: the panel with what may be put back. */
export const trashText = {
	mergedInto: message(
		(n: number | null) =>
			n === null ? '別のカードにまとめました' : `${n}番のカードにまとめました`,
		(n: number | null) => (n === null ? 'Merged into another card' : `Merged into card ${n}`)
	),
	empty: message('取り下げたカードはありません', 'No card has been withdrawn'),
	hint: message(
		'戻すと、つながりも一緒に戻ります。',
		'Restoring a card brings its links back too.'
	),
	withdrawn: message(
		(when: string, by: string) => (by === '' ? `${when} に取り下げ` : `${when} ${by}が取り下げ`),
		(when: string, by: string) =>
			by === '' ? `Withdrawn at ${when}` : `Withdrawn at ${when} by: ${by}`
	),
	restoreTogether: message(
		(count: number) => `一緒に取り下げた${count}枚をまとめて戻す`,
		(count: number) => `Restore the ${count} cards withdrawn together`
	),
	restore: message('戻す', 'Restore')
};
