import { message } from '../message.ts';

/** The bar that looks for cards. */
export const findText = {
	label: message('カードを探す', 'Find cards'),
	placeholder: message('言葉か番号', 'Words or a number'),
	count: message(
		(at: number, of: number) => `${of}件中 ${at}件目`,
		(at: number, of: number) => `${at} of ${of}`
	),
	found: message(
		(of: number) => `${of}件`,
		(of: number) => `${of} found`
	),
	none: message('見つかりません', 'Nothing found'),
	next: message('次へ', 'Next'),
	previous: message('前へ', 'Previous'),
	close: message('閉じる', 'Close')
};
