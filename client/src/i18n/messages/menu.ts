import { message } from '../message.ts';

/** The menu of the board: what can be done with what is selected. */
export const menuText = {
	label: message('できること', 'What can be done'),
	back: message('もどる', 'Back'),
	cut: message('切り取り', 'Cut'),
	copy: message('コピー', 'Copy'),
	paste: message('貼り付け', 'Paste'),
	duplicate: message('複製', 'Duplicate'),
	edit: message('編集', 'Edit'),
	editTitle: message('島の見出しを書く', 'Write the title'),
	changeType: message('種類を変える', 'Change the type'),
	link: message('つなぐ', 'Link'),
	cluster: message('島にまとめる', 'Make a cluster'),
	uncluster: message('島から出す', 'Take out of the cluster'),
	votes: message('票・くわしく', 'Votes and details'),
	note: message('メモをつける', 'Add a note'),
	up: message('列の上へ', 'Up in its lane'),
	down: message('列の下へ', 'Down in its lane'),
	remarks: message('コメント・スタンプ', 'Comments and stamps'),
	linkNote: message('つながりのメモを書く', 'Write a note on the link'),
	pin: message('固定する', 'Pin'),
	free: message('固定をはずす', 'Free'),
	past: message('履歴', 'History'),
	withdraw: message('取り下げる', 'Withdraw'),
	removeLink: message('つながりを外す', 'Remove the link'),
	newCard: message('カードを書く', 'Write a card'),
	selectAll: message('すべて選ぶ', 'Select all'),
	showAll: message('全体', 'All'),
	pastTitle: message(
		(number: number) => `No.${number} の履歴`,
		(number: number) => `History of no. ${number}`
	)
};
