import { message } from '../message.ts';

/** How far a card is out of participants' hands. */
export const lockText = {
	menu: message('固定', 'Lock'),
	free: message('自由に動かせる', 'Free to move'),
	pinned: message('固定する（参加者は動かせない）', 'Pin (participants cannot move it)'),
	background: message(
		'背景にする（参加者は選べない）',
		'Background (participants cannot select it)'
	),
	isPinned: message('固定されています', 'Pinned'),
	isBackground: message('背景になっています', 'In the background'),
	cannotMove: message('ここは動かせません', 'Cannot be moved')
};
