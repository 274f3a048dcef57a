import { message } from '../message.ts';

/** The colours of the screen, as 設定 offers them. */
export const themeText = {
	colours: message('画面の色', 'Colours of the screen'),
	choices: {
		auto: message('この機械に合わせる', 'As this machine'),
		light: message('明るい', 'Light'),
		dark: message('暗い', 'Dark')
	},
	contrast: message('はっきりした色にする', 'Strong contrast'),
	monochrome: message('白黒で見る', 'See in black and white'),
	monochromeHint: message(
		'白黒で印刷したときの見え方です。枠の線と印の形で種類が分かります。',
		'How it prints without colour: outlines and badge shapes tell the types.'
	),
	monochromeNow: message('白黒で見ています', 'Shown in black and white'),
	monochromeEnd: message('もとの色に戻す', 'Back to colours')
};
