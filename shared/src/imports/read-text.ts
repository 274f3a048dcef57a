import type { CardType } from '../method/ids.ts';
import { cleanText } from '../method/clean-text.ts';
import { maxCardTextLength } from '../method/card.ts';
import type { Method } from '../method/packs/method.ts';
import type { ImportNote } from './import-notes.ts';
import { importNote } from './import-notes.ts';
import type { BoardLink, ImportedCard, ImportedLink, ImportedTable } from './imported-table.ts';
import { emptyTable, maxImportedCards } from './imported-table.ts';
import type { TypeWord } from './type-words.ts';
import { readTypeWord, typeWordsOf } from './type-words.ts';

const numbered = /^(?:([\u2460-\u2473])|[(（]?(\d{1,3})(?:[)）、]|[.．](?!\d)))\s*/;
const bullet = /^(?:[・･•‣●○◯■□◆◇▶▷►➢✓✔※＊]|[-*–—](?=\s))\s*/;
const heading = /^(?:[#＃]{1,4}\s+|[【〔［<＜《■□●◆]\s*)?(.+?)[】〕］>＞》]?\s*[：:]?$/;
// Only where a line ends: elsewhere it is part of what is said.
const references = /(?:[\s、,]*(?:→|⇒|->|=>)?\s*[（(]?[#＃]\s?\d{1,4}[)）]?)+$/;

/** Text as lines: one line one card, its type from a heading or a leading word, a link to the line above it is under. */
export function readTextLines(
	text: string,
	{ method, type = null }: { readonly method?: Method; readonly type?: CardType | null } = {}
): ImportedTable {
	const words = typeWordsOf(method);
	const cards: ImportedCard[] = [];
	const links: ImportedLink[] = [];
	const asked: { from: number; number: string }[] = [];
	const notes: ImportNote[] = [];
	const open: { depth: number; at: number }[] = [];
	let current: TypeWord | null = type === null ? null : { type, fields: {} };

	for (const [index, line] of cleanText(text).split('\n').entries()) {
		const content = line.trim();
		if (content === '') continue;
		const depth = widthOf(line.slice(0, line.indexOf(content)));
		const said = readHeading(content);
		const headed = said === null ? null : readTypeWord(words, said);
		if (headed) {
			current = headed;
			open.length = 0;
			continue;
		}
		if (cards.length >= maxImportedCards) {
			notes.push(importNote.tooManyRows(index + 1));
			break;
		}
		const read = readLine(content);
		const [, lead = '', rest = ''] = /^([^：:]{1,16})[：:]\s*(.+)$/.exec(read.text) ?? [];
		const own = lead === '' ? null : readTypeWord(words, lead);
		const kind = own ?? current;
		const at = cards.length;
		if (read.text.length > maxCardTextLength) notes.push(importNote.tooLong(index + 1));
		cards.push({
			row: index + 1,
			id: null,
			number: read.number,
			type: kind?.type ?? null,
			text: (own ? rest : read.text).slice(0, maxCardTextLength),
			fields: kind?.fields ?? {},
			parts: {}
		});
		for (const number of read.references) asked.push({ from: at, number });
		while (open.length > 0 && (open[open.length - 1]?.depth ?? 0) >= depth) open.pop();
		const above = open[open.length - 1];
		if (above) links.push({ from: at, to: above.at, kind: null });
		open.push({ depth, at });
	}

	const { found, boardLinks } = resolveNumbers(cards, asked);
	return { ...emptyTable('text'), cards, links: [...links, ...found], boardLinks, notes };
}

const longestHeading = 40;
/** No line of a person ends with more references. */
const longestTail = 200;

/** The word of a line that is nothing but a heading: 【原因】, ■対策, 原因：, or the bare word. */
function readHeading(content: string): string | null {
	if (content.length > longestHeading) return null;
	return heading.exec(content.replace(bullet, ''))?.[1] ?? null;
}

function readLine(content: string): {
	readonly text: string;
	readonly number: string;
	readonly references: readonly string[];
} {
	let text = content.replace(bullet, '');
	const [mark, circled, digits] = numbered.exec(text) ?? [];
	if (mark !== undefined && mark.length < text.length) text = text.slice(mark.length);
	const number =
		circled === undefined ? (digits ?? '') : String(circled.charCodeAt(0) - 0x2460 + 1);
	const tail = references.exec(text.slice(-longestTail))?.[0] ?? '';
	// A line that is nothing but a reference stays what it is.
	if (tail.length === text.length) return { text, number, references: [] };
	return {
		text: text.slice(0, text.length - tail.length).trim(),
		number,
		references: [...tail.matchAll(/\d+/g)].map(([digits]) => String(Number(digits)))
	};
}

/** `#3` means the line numbered 3 where lines are numbered, else the card the board calls 3. */
function resolveNumbers(
	cards: readonly ImportedCard[],
	asked: readonly { readonly from: number; readonly number: string }[]
): { readonly found: readonly ImportedLink[]; readonly boardLinks: readonly BoardLink[] } {
	const numbers = new Map<string, number>();
	for (const [at, { number }] of cards.entries())
		if (number !== '' && !numbers.has(number)) numbers.set(number, at);
	const found: ImportedLink[] = [];
	const boardLinks: BoardLink[] = [];
	for (const { from, number } of asked) {
		const to = numbers.get(number);
		if (to === undefined) boardLinks.push({ from, number: Number(number) });
		else if (to !== from) found.push({ from, to, kind: null });
	}
	return { found, boardLinks };
}

/** How far a line is set in: a wide space as two, a tab as four. */
function widthOf(space: string): number {
	let width = 0;
	for (const sign of space) width += sign === '\t' ? 4 : sign === '\u3000' ? 2 : 1;
	return width;
}
