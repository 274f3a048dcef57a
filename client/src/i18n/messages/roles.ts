import { message } from '../message.ts';

/** Words of the table of roles (Step6). */
export const rolesText = {
	title: message('役割の表', 'Table of roles'),
	hint: message(
		'マスを押すたびに「中心 → 加わる → なし」と変わります。矢印キーで移動、Enter で変更。',
		'Each press turns: leads → joins → none. Arrow keys move, Enter changes.'
	),
	empty: message(
		'対策のカードがまだありません。先に対策を書きましょう。',
		'There are no measures yet. Write them first.'
	),
	measure: message('対策', 'Measure'),
	owner: message('担当・作業部会', 'Owner or group'),
	timing: message('時期', 'Timing'),
	lead: message('中心', 'leads'),
	join: message('加わる', 'joins'),
	none: message('なし', 'none'),
	cell: message(
		(who: string, part: string) => `${who}：${part}`,
		(who: string, part: string) => `${who}: ${part}`
	),
	field: message(
		(field: string, words: string) => `${field}：${words}`,
		(field: string, words: string) => `${field}: ${words}`
	),
	unwritten: message('まだ書かれていません', 'not written yet'),
	addColumn: message('列を足す（職種・機関）', 'Add a column (profession or body)'),
	previous: message('前の対策', 'Previous measure'),
	next: message('次の対策', 'Next measure'),
	position: message(
		(at: number, of: number) => `対策 ${at} / ${of}`,
		(at: number, of: number) => `Measure ${at} of ${of}`
	)
};
