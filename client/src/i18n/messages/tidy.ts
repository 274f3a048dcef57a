import { message } from '../message.ts';

/** 整える: hand-placed cards put in order, seen first and then taken or not. */
export const tidyText = {
	title: message('整える', 'Tidy up'),
	scope: message('どこを整えますか', 'Which part'),
	board: message(
		(cards: number) => `ボード全体（${cards}枚）`,
		(cards: number) => `The whole board (${cards})`
	),
	zone: message(
		(zone: string, cards: number) => `${zone}（${cards}枚）`,
		(zone: string, cards: number) => `${zone} (${cards})`
	),
	hint: message(
		'手で置いたカードの置き場所を考えます。固定したカードは動きません。',
		'Finds places for cards that were put down by hand. Pinned cards stay.'
	),
	none: message(
		'手で置いたカードはありません。ほかのカードは自動で並んでいます。',
		'No card was put down by hand. All others are in order by themselves.'
	),
	show: message('整えた姿を見る', 'See it tidied'),
	thinking: message('考えています', 'Working it out'),
	shown: message(
		(cards: number) => `点線の場所に${cards}枚が移ります`,
		(cards: number) => `${cards} cards go to the dashed places`
	),
	already: message('もう整っています', 'All is in order already'),
	staying: message(
		(cards: number) => `ほかの人が動かした${cards}枚は、そのままにします`,
		(cards: number) => `${cards} moved by others stay where they are`
	),
	take: message('この形にする', 'Take it'),
	cancel: message('やめる', 'Cancel')
};
