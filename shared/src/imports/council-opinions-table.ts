import type { Profession } from '../method/professions.ts';
import type { WrittenLine } from './council-opinions-split.ts';
import { splitOpinions } from './council-opinions-split.ts';
import { professionOf, splitWho } from './council-opinions-who.ts';

/** One opinion as it was written; `related` are the numbers of cards its writer named. */
export interface CouncilOpinion {
	readonly profession: Profession | null;
	readonly text: string;
	readonly related: readonly string[];
}

/** A cell as the lines in it. */
export type WrittenCell = readonly WrittenLine[];

type Meaning = 'number' | 'who' | 'opinion' | 'related' | 'other';

// The words of a card can hold 意見 too (住民の意見が増える): a heading ends with it.
const opinionHeading = /^.{0,12}意見(?:等|など|欄|内容|の内容|・.{1,8}|[（(].{1,12}[）)])?$/u;
// A title and a line of instruction may stand above the headings.
const firstRows = 10;

/** The opinions in the rows of a table that has a column for them; null when it has none. */
export function opinionsOfTable(
	rows: readonly (readonly WrittenCell[])[]
): readonly CouncilOpinion[] | null {
	const head = rows.slice(0, firstRows).findIndex((cells) => {
		const words = cells.map(wordsOf).filter((text) => text !== '');
		return words.length > 1 && words.some((text) => opinionHeading.test(text));
	});
	if (head === -1) return null;
	const headings = (rows[head] ?? []).map(wordsOf);
	const meanings = headings.map(meaningOf);
	return rows.slice(head + 1).flatMap((cells) => opinionsOfRow(cells, headings, meanings));
}

/** What was written in one place that has no columns. */
export function opinionsOfLines(lines: readonly WrittenLine[]): readonly CouncilOpinion[] {
	return splitOpinions(lines).map((text) => ({ ...splitWho(text), related: [] }));
}

function opinionsOfRow(
	cells: readonly WrittenCell[],
	headings: readonly string[],
	meanings: readonly Meaning[]
): readonly CouncilOpinion[] {
	const lines: WrittenLine[] = [];
	const beside: string[] = [];
	const related: string[] = [];
	let who = '';
	for (const [column, cell] of cells.entries()) {
		const words = wordsOf(cell);
		if (words === '') continue;
		switch (meanings[column] ?? 'other') {
			case 'opinion':
				lines.push(...cell);
				break;
			case 'who':
				who = words;
				break;
			case 'related':
				if (isNumbers(words)) related.push(...numbersIn(words));
				else beside.push(`（${headings[column] ?? ''}：${words}）`);
				break;
			case 'number':
				// Ours counts the rows; anything else was written by somebody.
				if (!isNumbers(words)) beside.push(words);
				break;
			case 'other':
				beside.push(headings[column] ? `（${headings[column]}：${words}）` : words);
		}
	}
	const profession = professionOf(who);
	const texts = splitOpinions(lines);
	// Words in the wrong column are an opinion too; a profession alone is none.
	const besideText = beside.join('\n');
	if (texts.length === 0) {
		const found = [profession ? '' : who, besideText].filter((text) => text !== '').join('\n');
		return found === ''
			? []
			: splitOpinions([line(found)]).map((text) => ({ profession, text, related }));
	}
	return texts.map((text, index) => {
		const own = splitWho(text);
		const named = profession ?? own.profession;
		const words = profession ? text : own.text;
		const whose = named === null && who !== '' ? `${words}（${who}）` : words;
		const whole = index === 0 && besideText !== '' ? `${whose}\n${besideText}` : whose;
		return { profession: named, text: whole, related };
	});
}

function meaningOf(heading: string): Meaning {
	if (/カード/.test(heading)) return 'related';
	if (/意見/.test(heading)) return 'opinion';
	if (/職種|所属|団体|委員|役職|氏名|名前/.test(heading)) return 'who';
	if (/^(?:番号|順番|項番|No\.?|№|＃|#)$/i.test(heading)) return 'number';
	return 'other';
}

function wordsOf(cell: WrittenCell): string {
	return cell
		.map(({ text }) => text)
		.join('\n')
		.trim();
}

function isNumbers(words: string): boolean {
	return (
		/^[\s\d,.、，・と和及び#＃No№番]*$/iu.test(words.normalize('NFKC')) &&
		/\d/.test(words.normalize('NFKC'))
	);
}

function numbersIn(words: string): readonly string[] {
	return words.normalize('NFKC').match(/\d+/g) ?? [];
}

function line(text: string): WrittenLine {
	return { text, isListed: false };
}
