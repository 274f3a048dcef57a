import type { Board } from '../board.ts';
import { cardsOfTurn, turnsInOrder } from '../dialogue.ts';
import type { StepId } from '../ids.ts';
import { numberCards, readLanes } from '../lanes.ts';
import type { Method } from '../packs/method.ts';
import { defaultMethod } from '../packs/method.ts';
import { breakLines, lineWidthEm } from './break-lines.ts';
import { cleanBoard } from './clean-board.ts';
import { boldAdvances, regularAdvances } from './font-advances.ts';
import { ascentEm, footerPt } from './layout-head.ts';
import type { Paper, SheetItem, TextRole, TextRun } from './sheet-items.ts';
import { inks } from './sheet-items.ts';
import { mmPerPt, papers } from './sheet-metrics.ts';

/** The name of the record where it is printed. */
export const dialogueTitle = 'やり取りの記録';

/** One question and its answer as printed words; `cards` names the cards that came of it by type and number. */
export interface DialogueRow {
	readonly number: number;
	readonly step: string;
	readonly asker: string;
	readonly question: string;
	readonly answerer: string;
	readonly answer: string;
	readonly cards: string;
}

/** やり取りの記録 (図表4-5): who asked whom, in the order of the conversation; empty for a board without one. */
export function buildDialogueRows(
	raw: Board,
	{ method = defaultMethod }: { readonly method?: Method } = {}
): readonly DialogueRow[] {
	const board = cleanBoard(raw);
	const turns = turnsInOrder(board);
	const numbers = turns.length === 0 ? new Map() : numberCards(readLanes(board));
	return turns.map((turn, index) => ({
		number: index + 1,
		step: Object.hasOwn(method.steps, turn.step) ? method.steps[turn.step as StepId].label.ja : '',
		asker: turn.asker,
		question: turn.question,
		answerer: turn.answerer,
		answer: turn.answer,
		cards: cardsOfTurn(board, turn)
			.map(({ id, type }) => `${method.cardTypes[type].label.ja}${numbers.get(id) ?? ''}`)
			.join('・')
	}));
}

/** A text of a column: who spoke, what was said, which cards came of it. */
interface PrintedText {
	readonly text: string;
	readonly isBold: boolean;
	readonly isMuted: boolean;
}

/** One printed line of a column, and where in its text it stands. */
interface PrintedLine {
	readonly of: PrintedText;
	readonly from: number;
	readonly to: number;
}

const lineEm = 1.5;
const rowGapEm = 0.9;
const columnGapEm = 1.6;
const numberEm = 2.6;
const textPts = { A3: 12, A4: 9.5 } satisfies Record<Paper, number>;

/** The record on as many pages as it takes: questions on the left, answers on the right, a rule between two turns. Nothing is cut off. */
export function layoutDialogue(
	rows: readonly DialogueRow[],
	{ paper, title }: { readonly paper: Paper; readonly title: string }
): readonly (readonly SheetItem[])[] {
	if (rows.length === 0) return [];
	const { widthMm, heightMm, marginMm, lineMm } = papers[paper];
	const textPt = textPts[paper];
	const em = textPt * mmPerPt;
	const height = lineEm * em;
	const left = marginMm + numberEm * em;
	const innerMm = widthMm - marginMm - left - columnGapEm * em;
	const right = left + innerMm * 0.38 + columnGapEm * em;
	const bottom = heightMm - marginMm - footerPt(textPt) * mmPerPt * 1.6;
	const pages: SheetItem[][] = [];
	let items: SheetItem[] = [];
	let y = Infinity;

	const put = (
		x: number,
		at: number,
		text: string,
		line: Partial<PrintedText> & { readonly role?: TextRole; readonly run?: TextRun } = {},
		pt = textPt
	) =>
		items.push({
			kind: 'text',
			x,
			y: at,
			text,
			sizePt: pt,
			isBold: line.isBold ?? false,
			colour: line.isMuted === true ? inks.muted : inks.text,
			cardIds: [],
			role: line.role ?? 'text',
			...(line.run ? { run: line.run } : {})
		});
	const putColumn = (lines: readonly PrintedLine[], x: number, widthMm: number): void => {
		const runs = new Map<PrintedText, TextRun>();
		for (const { of } of lines) {
			const mine = lines.filter((line) => line.of === of);
			const text = of.text.slice(mine[0]?.from, mine.at(-1)?.to);
			const parts = [{ text, isBold: of.isBold }];
			if (!runs.has(of)) runs.set(of, { parts, x, widthMm, lineMm: height, align: 'left' });
		}
		for (const [index, { of, from, to }] of lines.entries()) {
			const run = runs.get(of);
			const line = { ...of, ...(run ? { run } : {}) };
			if (from < to) put(x, y + index * height + ascentEm * em, of.text.slice(from, to), line);
		}
	};
	const beginPage = (): void => {
		items = [];
		pages.push(items);
		const headPt = textPt * 1.4;
		const head = pages.length > 1 ? `${dialogueTitle}（つづき）` : dialogueTitle;
		y = marginMm + headPt * mmPerPt * ascentEm;
		put(marginMm, y, head, { isBold: true, role: pages.length > 1 ? 'heading' : 'title' }, headPt);
		y += em * 1.2;
	};

	for (const row of rows) {
		const question = columnLines(row.asker, row.question, '', (innerMm * 0.38) / em, true);
		const answer = columnLines(row.answerer, row.answer, row.cards, (innerMm * 0.62) / em, false);
		const count = Math.max(question.length, answer.length);
		const needed = count * height + rowGapEm * em;
		const pageMm = bottom - marginMm - em * 4;
		// A turn stays together unless it is longer than a page.
		if (y + Math.min(needed, pageMm) > bottom) beginPage();
		rule(items, marginMm, widthMm - marginMm, y, lineMm);
		y += (rowGapEm / 2) * em;
		put(marginMm, y + ascentEm * em, String(row.number), { isBold: true });
		for (let done = 0; done < count;) {
			if (y + height > bottom) beginPage();
			const room = Math.min(count - done, Math.floor((bottom - y) / height + 1e-6));
			putColumn(question.slice(done, done + room), left, innerMm * 0.38);
			putColumn(answer.slice(done, done + room), right, innerMm * 0.62);
			y += room * height;
			done += room;
		}
		y += (rowGapEm / 2) * em;
	}
	paintFeet(pages, paper, title, textPt);
	return pages;
}

function columnLines(
	who: string,
	words: string,
	cards: string,
	widthEm: number,
	isBold: boolean
): readonly PrintedLine[] {
	const broken = (text: string, look: Omit<PrintedText, 'text'>): PrintedLine[] => {
		if (text === '') return [];
		const of = { text, ...look };
		let to = 0;
		return breakLines(text, widthEm, look.isBold ? boldAdvances : regularAdvances).map(
			(one, index) => {
				const from = index > 0 && text[to] === '\n' ? to + 1 : to;
				to = from + one.length;
				return { of, from, to };
			}
		);
	};
	return [
		...broken(who, { isBold: false, isMuted: true }),
		...broken(words, { isBold, isMuted: false }),
		...broken(cards === '' ? '' : `→ ${cards}`, { isBold: false, isMuted: true })
	];
}

function rule(items: SheetItem[], x1: number, x2: number, y: number, lineMm: number): void {
	items.push({ kind: 'line', x1, y1: y, x2, y2: y, lineMm, dash: [], colour: inks.rule });
}

function paintFeet(pages: SheetItem[][], paper: Paper, title: string, textPt: number): void {
	const { widthMm, heightMm, marginMm } = papers[paper];
	const sizePt = footerPt(textPt);
	const mm = sizePt * mmPerPt;
	for (const [index, items] of pages.entries()) {
		const number = `${index + 1} / ${pages.length}`;
		const numberMm = lineWidthEm(number, regularAdvances) * mm;
		const captionEm = (widthMm - marginMm * 2 - numberMm) / mm - 2;
		const caption = [dialogueTitle, title].filter(Boolean).join('　');
		const foot = [
			[marginMm, breakLines(caption, captionEm, regularAdvances)[0] ?? ''],
			[widthMm - marginMm - numberMm, number]
		] as const;
		for (const [x, text] of foot)
			items.push({
				kind: 'text',
				x,
				y: heightMm - marginMm - 0.12 * mm,
				text,
				sizePt,
				isBold: false,
				colour: inks.muted,
				cardIds: [],
				role: 'decoration'
			});
	}
}
