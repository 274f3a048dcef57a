import { message } from '../message.ts';

/** Words that every page shares, and the pages that say something went wrong. */
export const appText = {
	product: message('連携ボード', 'Renkei Board'),
	pageTitle: message(
		(page: string) => `${page} – 連携ボード`,
		(page: string) => `${page} – Renkei Board`
	),
	skip: message('本文へ移る', 'Skip to content'),
	language: message('ことば', 'Language'),
	loading: message('読み込んでいます', 'Loading'),
	reload: message('再読み込み', 'Reload'),
	close: message('閉じる', 'Close'),
	cancel: message('やめる', 'Cancel'),
	home: message('はじめの画面', 'Home'),
	tryAgain: message('もう一度ためす', 'Try again'),
	less: message('1つ減らす', 'One less'),
	more: message('1つ増やす', 'One more'),
	notConnected: message(
		'サーバーとつながりません。ネットワークを確認して、もう一度ためしてください。',
		'The server cannot be reached. Check the network and try again.'
	),
	unexpectedAnswer: message(
		'サーバーから思わぬ答えが返りました。少し待ってから、もう一度ためしてください。',
		'The server gave an unexpected answer. Wait a little and try again.'
	),
	unknownPage: message('このページはありません', 'There is no such page'),
	unknownPageHint: message(
		'アドレスを確かめるか、参加コードから入り直してください。',
		'Check the address, or join again with your code.'
	),
	toJoin: message('参加コードを入れる', 'Enter a join code'),
	errorTitle: message(
		'うまく表示できません。入力した内容は残っています。',
		'This cannot be displayed. What you typed is safe.'
	),
	errorHint: message(
		'先に「データを保存」を押すと、この端末にある内容をファイルに残せます。',
		'Press “Save data” first to keep what is on this computer in a file.'
	),
	saveData: message('データを保存', 'Save data'),
	signOut: message('サインアウト', 'Sign out')
};
