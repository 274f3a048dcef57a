import { maxCardTextLength } from '../method/card.ts';
import type { Localised } from '../method/localised.ts';

/** Something the person should know about what was read; `row` is the line of the file, from 1, where it is about one. */
export interface ImportNote {
	readonly code: string;
	readonly text: Localised;
	readonly row: number | null;
}

function note(code: string, ja: string, en: string, row: number | null = null): ImportNote {
	return { code, text: { ja, en }, row };
}

/** What can be noted, by its code. */
export const importNote = {
	cardListCounts: () =>
		note(
			'cardListCounts',
			'「カード一覧」と「つながり」のシートを読みました。ほかのシートで直したことは取り込まれません。',
			'The sheets カード一覧 and つながり were read. What was changed on other sheets is not taken in.'
		),
	longTableLeft: () =>
		note(
			'longTableLeft',
			'「一覧表」のシートも直されていますが、取り込むのは「カード一覧」のシートです。',
			'The sheet 一覧表 was changed too, but カード一覧 is the one that is taken in.'
		),
	longTableCounts: () =>
		note(
			'longTableCounts',
			'「カード一覧」は書き出したときのままなので、直された「一覧表」のシートを読みました。',
			'カード一覧 is as it was written, so the changed sheet 一覧表 was read.'
		),
	otherSheets: (name: string) =>
		note(
			'otherSheets',
			`「${name}」のシートを読みました。ほかのシートは取り込まれません。`,
			`The sheet ${name} was read. Other sheets are not taken in.`
		),
	cleaned: () =>
		note(
			'cleaned',
			'マクロやほかのファイルへの参照は読まずに、文字だけを取り込みます。',
			'Macros and references to other files are left out; only the words are taken in.'
		),
	ignoredColumn: (heading: string) =>
		note(
			'ignoredColumn',
			`「${heading}」の列は取り込まれません。`,
			`The column ${heading} is not taken in.`
		),
	wordsNotUnderstood: (heading: string, words: string, row: number) =>
		note(
			'wordsNotUnderstood',
			`${row}行目の「${heading}」の「${words}」は読み取れないため、その欄だけ取り込みません。`,
			`Row ${row}: “${words}” under ${heading} cannot be read; only that cell is left out.`,
			row
		),
	tooLong: (row: number) =>
		note(
			'tooLong',
			`${row}行目の文が長すぎるため、${maxCardTextLength}字までを取り込みます。`,
			`Row ${row} is too long; its first ${maxCardTextLength} characters are taken in.`,
			row
		),
	linkWithoutCard: (number: string, row: number) =>
		note(
			'linkWithoutCard',
			`${row}行目のつながりの先「#${number}」のカードが見つかりません。`,
			`Row ${row}: there is no card #${number} to link to.`,
			row
		),
	copiedRow: (row: number) =>
		note(
			'copiedRow',
			`${row}行目は、ほかの行を写したものなので、新しいカードとして扱います。`,
			`Row ${row} is a copy of another row and becomes a new card.`,
			row
		),
	tooManyRows: (row: number) =>
		note(
			'tooManyRows',
			`${row}行目からは、多すぎるため取り込まれません。`,
			`From row ${row} on there is too much; it is not taken in.`,
			row
		),
	noHeadings: () =>
		note(
			'noHeadings',
			'見出し（原因・対策など）が見つからないため、1つのセルを1枚のカードにします。種類をお選びください。',
			'No headings were found (原因, 対策 …), so each cell becomes a card. Choose their types.'
		)
} as const satisfies Record<string, (...about: never[]) => ImportNote>;
