import * as z from 'zod/mini';
import type { Board } from '@renkei/shared/method/board.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { readCardChains } from '@renkei/shared/method/card-chains.ts';
import { openHints } from '@renkei/shared/method/checks/find-hints.ts';
import type { OwnWords } from '@renkei/shared/method/checks/words.ts';
import { foldText } from '@renkei/shared/method/fold-text.ts';
import { zoneIds } from '@renkei/shared/method/ids.ts';
import { readLanes } from '@renkei/shared/method/lanes.ts';
import { readHeadline, readProgress } from '@renkei/shared/method/progress.ts';
import type { BoardSummary } from '@renkei/shared/protocol/http-api.ts';
import { boardSummarySchema } from '@renkei/shared/protocol/http-api.ts';
import type { LibraryBoard, LibraryCard, LibraryWord } from '../storage/library.ts';

/** The shape of what is kept of boards; raised whenever a digest of the same board would come out differently. */
export const digestForm = 1;

/** What a list says of a board beside its place and its title. */
export type Said = Omit<BoardSummary, 'id' | 'table' | 'title'>;

const saidSchema = z.omit(boardSummarySchema, { id: true, table: true, title: true });

/** What is said of a board that cannot be read. */
export const unreadable: Said = {
	scene: null,
	theme: '',
	vision: '',
	kind: 'full',
	cardCount: 0,
	hintCount: 0,
	previousBoard: null,
	progress: Array.from({ length: 8 }, () => 'empty' as const)
};

/** A board as lists and searches know it; `own` are the words its method pack looks for. */
export function digestBoard(
	board: Board,
	own?: OwnWords
): {
	readonly said: Said;
	readonly kept: Omit<LibraryBoard, 'boardId' | 'epoch' | 'seq'>;
} {
	const said: Said = {
		scene: board.meta.scene,
		...readHeadline(board),
		kind: board.meta.kind,
		cardCount: board.cards.size,
		hintCount: openHints(board, own).length,
		previousBoard: board.meta.previousBoard,
		progress: [...readProgress(board)]
	};
	return {
		said,
		kept: {
			form: digestForm,
			kind: board.meta.kind,
			scene: board.meta.scene ?? '',
			diseases: diseasesOf(board),
			summary: JSON.stringify(said),
			cards: digestCards(board)
		}
	};
}

/** The kept form of a summary, or null when it is not one that this program made. */
export function readSaid(summary: string): Said | null {
	try {
		return saidSchema.safeParse(JSON.parse(summary)).data ?? null;
	} catch {
		return null;
	}
}

/** The single words of a field that people fill with several: 心疾患・肺炎, or one in a line. */
function wordsIn(text: string): readonly LibraryWord[] {
	const words = new Map<string, string>();
	for (const part of text.split(/[、，,・／/;；\n]+/)) {
		const label = part.trim().slice(0, 60);
		const folded = foldText(label);
		if (folded !== '' && !words.has(folded)) words.set(folded, label);
	}
	return [...words].map(([folded, label]) => ({ label, folded }));
}

function diseasesOf(board: Board): readonly LibraryWord[] {
	const fields = [...board.cards.values()].flatMap((card) =>
		card.type === 'theme' && card.status !== 'setAside' ? [card.disease] : []
	);
	return wordsIn(fields.join('\n'));
}

function digestCards(board: Board): readonly LibraryCard[] {
	const { lineThrough } = readCardChains(board);
	const categoryOf = (id: CardId): string => {
		const card = board.cards.get(id);
		return card?.type === 'cause' ? card.category.trim() : '';
	};
	const lanes = readLanes(board);
	return zoneIds
		.flatMap((zone) => lanes[zone])
		.filter(({ card }) => card.text.trim() !== '')
		.map(({ card }): LibraryCard => {
			const chain = lineThrough(card.id);
			const categories = chain.map((id) => foldText(categoryOf(id))).filter(Boolean);
			return {
				cardId: card.id,
				type: card.type,
				text: card.text,
				folded: foldText(searchedText(card.text, categoryOf(card.id))),
				category: categoryOf(card.id),
				isRoot: card.type === 'cause' && card.isRoot,
				categories: [...new Set(categories)],
				chain
			};
		});
}

/** A cause is also found by the words of its category. */
function searchedText(text: string, category: string): string {
	return category === '' ? text : `${text} ${category}`;
}
