import { message } from '../message.ts';

/** The theme concretiser (図表4-4): what was heard on the left, the theme set anew on the right. */
export const themeAidText = {
	facts: message('聞いたこと・わかったこと', 'What was heard and found'),
	noFacts: message(
		'まだありません。関係者から聞いたことを書きます。',
		'Nothing yet. Write what the people involved told you.'
	),
	addFact: message('聞いたことを足す', 'Add what was heard'),
	speaker: message('話した人（職種）', 'Said by (profession)'),
	unknownSpeaker: message('話した人は書かれていません', 'Speaker not written'),
	add: message('足す', 'Add'),
	tie: message('このテーマの根拠', 'Grounds of this theme'),
	themes: message('テーマ', 'Themes'),
	noThemes: message('テーマの候補を書きます', 'Write a candidate for the theme'),
	addTheme: message('テーマの候補を足す', 'Add a candidate'),
	chosenTheme: message('どのテーマを具体化しますか', 'Which theme is to be made concrete?'),
	status: message('扱い', 'Status'),
	now: message('いまの言葉', 'The words now'),
	concrete: message('誰の・どの疾患の・どことどこの', 'Whose, which disease, between whom'),
	reword: message('言い直す', 'Reword'),
	newWording: message('新しい言葉', 'The new words'),
	keep: message('この言葉にする', 'Use these words'),
	cancel: message('やめる', 'Cancel'),
	before: message('前', 'Before'),
	after: message('後', 'After'),
	earlier: message('前の表現', 'Earlier wordings'),
	reworded: message(
		'言い直しました。前の表現も残っています。',
		'Reworded; the earlier wording is kept.'
	)
};
