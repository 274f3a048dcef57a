import type { BoardFileRefusal } from '@renkei/shared/exports/json.ts';
import type { Localised } from '@renkei/shared/method/localised.ts';

/** One plain sentence for each way in which a 引き継ぎファイル is not read. */
export const boardFileRefusals = {
	tooLarge: {
		ja: '引き継ぎファイルが大きすぎます（8 MBまで）。',
		en: 'The board file is too large (8 MB at most).'
	},
	notABoardFile: {
		ja: '連携ボードの引き継ぎファイル（JSON）ではありません。連携ボードで「JSON」を選んで書き出したファイルをお選びください。',
		en: 'This is no board file (JSON). Choose a file that was exported as JSON by this program.'
	},
	newerBoardFile: {
		ja: '新しい版の連携ボードで作られたファイルです。担当の人に、この連携ボードを新しくしてもらってから読み込んでください。',
		en: 'The file comes from a newer version of this program and cannot be read here. Ask for this program to be brought up to date first.'
	},
	brokenBoardFile: {
		ja: '引き継ぎファイルがこわれています。元のファイルをもう一度お選びください。',
		en: 'The board file is damaged. Choose the original file again.'
	}
} as const satisfies Record<BoardFileRefusal, Localised>;
