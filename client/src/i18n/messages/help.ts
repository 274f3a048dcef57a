import { message } from '../message.ts';

/** What stands in 使い方. */
export const helpText = {
	title: message('使い方', 'How to use'),
	close: message('閉じる', 'Close'),
	groups: {
		tools: message('道具と新しいカード', 'Tools and new cards'),
		card: message('カード', 'Card'),
		selection: message('選んだカードをまとめて', 'All selected cards'),
		view: message('見え方', 'View'),
		board: message('ボード全体', 'The board')
	}
};
