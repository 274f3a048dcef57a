import type { Board } from '../method/board.ts';
import { iCityMitori } from '../method/templates/i-city-mitori.ts';
import type { TemplateCard } from '../method/templates/template.ts';
import { boardOf } from '../method/worksheet/test-board.ts';
import type { ExportOptions } from './export-format.ts';

/** Options as the app gives them; a format that embeds no font must not ask for one. */
export const testOptions: ExportOptions = {
	sheet: 'worksheet',
	paper: 'A3',
	date: '2026-11-22',
	fonts: () => Promise.reject(new Error('This format embeds no font')),
	canvas: () => Promise.reject(new Error('This format is no picture'))
};

/** The I市 看取り board with a filled head. */
export const mitoriBoard: Board = boardOf(iCityMitori, {
	title: '看取りに関する思考の展開（Ⅰ市）',
	group: '3卓',
	date: '令和4年12月',
	professionsPresent: ['physician', 'visitingNurse', 'careManager', 'municipalOfficer']
});

/** Characters of a Japanese office that fonts, encodings and normal forms like to lose. */
export const officeCharacters =
	'髙橋﨑濵德神葛①㉑㊿Ⅰⅰ㈱㎡～〜−－ーｶﾞﾊﾟ｢ｱ｣→●※✓𠮟ヶ々ゞ…‥“”‘’°℃％＋±×÷≧≦∞Ω';

/** A board whose texts hold what must not break a file: controls, half pairs, markup, formulas, escapes. */
export const hostileBoard: Board = boardOf({
	municipality: '＜市＞&amp;"\'\u0000',
	scene: null,
	group: '=1+1',
	date: '令和8年\u000b2月',
	links: [{ from: 'h0', to: ['h1'] }],
	cards: [
		'\u000b\u0000\u001b\ufffe\uffff制御',
		'\ud842半分だけの\udfb7文字',
		officeCharacters,
		'𠮷野家と👩‍⚕️と✔と葛󠄀飾区',
		'=HYPERLINK("http://example.com","押す")',
		'+1 -1 @SUM(A1) \t=1',
		'_x000B_と_x0041_',
		'</t><script>alert(1)</script>&lt;]]>',
		'一行目\r\n二行目\r三行目\u2028四行目',
		'　前後の空白　',
		'か\u3099き\u3099は\u309a',
		''
	].map((text, index): TemplateCard => ({
		id: `h${index}`,
		type: index < 6 ? 'cause' : 'outcome',
		text
	}))
});
