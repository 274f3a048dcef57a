import { message } from '../message.ts';

/** Words for those who lead: showing what was written unseen, and the inbox. */
export const revealText = {
	title: message('書き出しの公開', 'Revealing the cards'),
	button: message('みんなに公開', 'Reveal'),
	close: message('閉じる', 'Close'),
	explain: message(
		'進行役にも中身は見えません。枚数だけです。',
		'Facilitators see counts only, too.'
	),
	all: message('いっせいに公開', 'Reveal all'),
	each: message('一人ずつ', 'One person at a time'),
	person: message(
		(name: string) => `${name}さんの分を公開`,
		(name: string) => `Reveal the cards of ${name}`
	),
	order: message('並べる順', 'Order'),
	orders: {
		random: message('順不同', 'Random'),
		profession: message('職種ごと', 'By profession')
	},
	shown: message('みんなに公開しました。', 'Everybody sees the cards now.'),
	takeBack: message(
		(seconds: number) => `公開をやめる（あと${seconds}秒）`,
		(seconds: number) => `Take it back (${seconds} s left)`
	),
	nothing: message('公開するカードはありません。', 'There are no cards to reveal.'),
	left: message(
		(title: string, n: number) => `「${title}」の${n}枚は、まだ公開していません。`,
		(title: string, n: number) => `${n} cards of “${title}” are not revealed yet.`
	),
	reveal: message('公開する', 'Reveal'),
	inbox: {
		title: message('届いたアイデア', 'Ideas received'),
		waiting: message(
			(n: number) => `届いたアイデア ${n}枚`,
			(n: number) => `Ideas received: ${n}`
		),
		on: message(
			'送られたアイデアを、出す前に進行役が確かめる',
			'Ideas that are sent wait for the facilitator'
		),
		explain: message(
			'入れている間、スマートフォンなどから送られたアイデアはここで待ちます。',
			'While this is on, ideas sent from phones wait here.'
		),
		none: message('待っているアイデアはありません。', 'No ideas are waiting.'),
		choose: message(
			(text: string) => `選ぶ：${text}`,
			(text: string) => `Choose: ${text}`
		),
		putOut: message('ボードに出す', 'Put on the board'),
		putAll: message(
			(n: number) => `${n}枚すべて出す`,
			(n: number) => `Put all ${n} out`
		),
		putSome: message(
			(n: number) => `選んだ${n}枚を出す`,
			(n: number) => `Put the chosen ${n} out`
		),
		aside: message('よけておく', 'Set aside'),
		asideTitle: message(
			(n: number) => `よけてあるもの ${n}枚`,
			(n: number) => `Set aside: ${n}`
		),
		back: message('戻す', 'Back')
	}
};
