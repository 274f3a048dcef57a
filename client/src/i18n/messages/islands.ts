import { message } from '../message.ts';

/** The bar over several selected cards, and the title of an island. */
export const islandText = {
	title: message('島の見出し', 'Title of the cluster'),
	leave: message('島から出す', 'Take out of the cluster'),
	arrange: message('自動で並べる', 'Arrange automatically'),
	merge: message('1枚にまとめる', 'Merge into one card'),
	linkSet: message('まとめてつなぐ', 'Link as one set'),
	bar: message('選んだカード', 'Selected cards'),
	selected: message(
		(n: number) => `${n}枚を選択中`,
		(n: number) => `${n} selected`
	)
};
