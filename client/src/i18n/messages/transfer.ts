import { message } from '../message.ts';

/** Words of going on on another device, on the board and on the join page. */
export const transferText = {
	making: message('番号を出しています', 'Making the number'),
	code: message('ほかの端末で入れる番号', 'The number to enter there'),
	how: message(
		(address: string) =>
			`ほかの端末で ${address} を開き、参加コードを入れて、「ほかの端末の続きから入る」を選び、この番号を入れます。`,
		(address: string) =>
			`On the other device open ${address}, enter the join code, choose “Go on from another device”, and enter this number.`
	),
	valid: message(
		'5分間、1回だけ使えます。この端末でも、そのまま続けられます。',
		'Good once, for five minutes. You can go on here as well.'
	),
	again: message('新しい番号を出す', 'Make a new number'),
	backToJoin: message('はじめて参加する', 'Join for the first time'),
	digits: message('前の端末に出ている4けたの番号', 'The 4 digits your other device shows'),
	digitsHint: message(
		'前の端末のボードで「ほかの端末で続ける」を押すと出ます。',
		'Press “Go on on another device” on its board to show them.'
	),
	enter: message('続きから入る', 'Go on'),
	missingCode: message('参加コードを入れてください', 'Enter the join code'),
	missingDigits: message('4けたの番号を入れてください', 'Enter the 4 digits')
};
