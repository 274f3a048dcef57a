import { breakLines } from '@renkei/shared/method/worksheet/break-lines.ts';
import { boldAdvances, regularAdvances } from '@renkei/shared/method/worksheet/font-advances.ts';
import type { Block, BlockPart } from './zone-blocks.ts';

/** The measures of a card on the screen, in 1080ths of its height; the style sheet says the same. */
export const measures = {
	cardText: 46,
	cardLine: 65,
	partText: 32,
	partLine: 45,
	/** Above a why or a note: margin, dashed line and padding. */
	partHead: 30,
	/** The word in front of a why or a note, with its gap. */
	partLabel: 112,
	band: 92,
	padding: 28,
	border: 3,
	gap: 28
} as const;

/** Two cards stand side by side where each still gets a line worth reading. */
const twoColumnsFrom = 1100;
/** The browser rounds where the computation does not. */
const slackEm = 0.1;

/** The place for the cards, in 1080ths of the screen's height. */
export interface Place {
	readonly width: number;
	readonly height: number;
}

/** A block, or the part of one that fits where the whole is longer than a page. */
export interface PageBlock extends Block {
	readonly isContinued: boolean;
}

/** How many cards stand side by side. */
export function columnsIn({ width }: Place): number {
	return width >= twoColumnsFrom ? 2 : 1;
}

/** The pages of a zone: text keeps its size however much there is, a card longer than a page goes on on the next. */
export function pagesOf(blocks: readonly Block[], place: Place): readonly (readonly PageBlock[])[] {
	const columns = columnsIn(place);
	const width = (place.width - (columns - 1) * measures.gap) / columns;
	const pieces = blocks.flatMap((block) => piecesOf(block, width, place.height));
	const pages: PageBlock[][] = [];
	let page: PageBlock[] = [];
	let used = 0;
	for (let at = 0; at < pieces.length; at += columns) {
		const row = pieces.slice(at, at + columns);
		const height = Math.max(...row.map((piece) => piece.height));
		const above = page.length === 0 ? 0 : used + measures.gap;
		if (page.length > 0 && above + height > place.height) {
			pages.push(page);
			page = [];
			used = 0;
		}
		used = (page.length === 0 ? 0 : used + measures.gap) + height;
		page.push(...row.map(({ block }) => block));
	}
	if (page.length > 0) pages.push(page);
	return pages;
}

interface Piece {
	readonly block: PageBlock;
	readonly height: number;
}

interface Line {
	readonly kind: BlockPart['kind'];
	/** The newline is kept where a person typed one. */
	readonly text: string;
	readonly isFirst: boolean;
	readonly height: number;
}

/** A block cut into as many pieces as pages of this height need. */
function piecesOf(block: Block, width: number, pageHeight: number): readonly Piece[] {
	const frame = 2 * (measures.padding + measures.border);
	const pieces: Piece[] = [];
	let lines: Line[] = [];
	let height = frame;
	const end = (): void => {
		if (lines.length === 0) return;
		const parts = joined(lines);
		pieces.push({ block: { ...block, parts, isContinued: pieces.length > 0 }, height });
		lines = [];
		height = frame;
	};
	for (const line of block.parts.flatMap((part) => linesOf(part, width - frame))) {
		if (height + line.height > pageHeight) end();
		lines.push(line);
		height += line.height;
	}
	end();
	return pieces;
}

function linesOf({ kind, text }: BlockPart, width: number): readonly Line[] {
	const isCard = kind === 'card';
	const size = isCard ? measures.cardText : measures.partText;
	const room = width - measures.band - (isCard ? 0 : measures.partLabel);
	const widthEm = Math.max(2, room / size - slackEm);
	const advances = isCard ? boldAdvances : regularAdvances;
	const paragraphs = text
		.split('\n')
		.map((typed) => breakLines(typed, widthEm, advances, 'asTyped'));
	return paragraphs.flatMap((lines, paragraph) =>
		lines.map((line, index) => {
			const isFirst = paragraph === 0 && index === 0;
			const endsParagraph = index === lines.length - 1 && paragraph < paragraphs.length - 1;
			return {
				kind,
				text: endsParagraph ? `${line}\n` : line,
				isFirst,
				height: isCard ? measures.cardLine : measures.partLine + (isFirst ? measures.partHead : 0)
			};
		})
	);
}

function joined(lines: readonly Line[]): readonly BlockPart[] {
	const parts: { kind: BlockPart['kind']; text: string }[] = [];
	for (const { kind, text, isFirst } of lines) {
		const last = parts.at(-1);
		if (last && !isFirst) last.text += text;
		else parts.push({ kind, text });
	}
	return parts.map(({ kind, text }) => ({ kind, text: text.trimEnd() }));
}

/** The sizes a question may have, and in how many lines; a longer one is smaller, never cut. */
const questionSizes = [
	{ size: 60, lines: 2 },
	{ size: 46, lines: 3 }
] as const;
const smallestQuestion = 36;

/** How large a question is written where it has this width. */
export function questionSize(question: string, width: number): number {
	const fitting = questionSizes.find(
		({ size, lines }) =>
			breakLines(question, Math.max(2, width / size - slackEm), boldAdvances, 'asTyped').length <=
			lines
	);
	return fitting?.size ?? smallestQuestion;
}
