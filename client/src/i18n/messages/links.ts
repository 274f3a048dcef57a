import { message } from '../message.ts';

/** The selected link: what it says, its note and its kind. */
export const linkText = {
	bar: message('選んだつながり', 'Selected link'),
	title: message('つながり', 'Link'),
	end: message(
		(type: string, at: number) => `${type}${at}`,
		(type: string, at: number) => `${type} ${at}`
	),
	ends: message(
		(from: string, to: string, phrase: string) => `${from} → ${to}（${phrase}）`,
		(from: string, to: string, phrase: string) => `${from} → ${to} (${phrase})`
	),
	set: message(
		(count: number) => `${count}本を束ねたつながり`,
		(count: number) => `${count} links as one`
	),
	edit: message('ひとことを書く', 'Write a note'),
	remove: message('外す', 'Remove'),
	unusual: message(
		'手引きの流れにはない組み合わせです。どういうつながりですか？',
		'Not a pair the manual knows. What does this link mean?'
	),
	circle: message(
		'原因が輪になっています。どちらが先ですか？',
		'These causes run in a circle. Which comes first?'
	),
	kind: message('つながりの意味', 'What it means'),
	note: message('ひとこと（300文字まで）', 'Note (300 characters)'),
	save: message('決める', 'Save')
};
