import { message } from '../message.ts';

/** Words of the recorder’s line, and of going from table to table. */
export const recorderText = {
	title: message('書記の入力', 'Recorder'),
	type: message('種類', 'Type'),
	who: message('だれの話', 'Whose words'),
	me: message('自分', 'Me'),
	line: message(
		(type: string) => `${type}を1行に1枚`,
		(type: string) => `One ${type} card a line`
	),
	hint: message(
		'Enter で次の行、Tab で種類、#3 で3番のカードにつなぐ（Esc のあと Tab で外へ）',
		'Enter: next line, Tab: type, #3: link to card 3 (Esc, then Tab leaves)'
	),
	linked: message(
		(number: number, text: string) => `→ ${number} ${text}`,
		(number: number, text: string) => `→ ${number} ${text}`
	),
	done: message(
		(type: string, number: number) => `${type} ${number} を書きました`,
		(type: string, number: number) => `${type} ${number} written`
	),
	add: message('足す', 'Add'),
	tables: message('ほかの卓へ移る', 'Go to another table'),
	table: message(
		(number: number) => `${number}卓`,
		(number: number) => `Table ${number}`
	)
};
