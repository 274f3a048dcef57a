import { readXlsx } from 'hucre/xlsx';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readBoardFile } from '@renkei/shared/exports/json.ts';
import type { Board } from '@renkei/shared/method/board.ts';
import type { Card } from '@renkei/shared/method/card.ts';
import { readLanes } from '@renkei/shared/method/lanes.ts';

const pointsPerMm = 72 / 25.4;

/** What stands on each page of a PDF, without white space because lines break anywhere, and its paper in mm. */
export async function wordsOnPages(
	bytes: Uint8Array
): Promise<readonly { readonly words: string; readonly paper: string }[]> {
	const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
	const pages: { words: string; paper: string }[] = [];
	for (let number = 1; number <= pdf.numPages; number += 1) {
		const page = await pdf.getPage(number);
		const { items } = await page.getTextContent({ disableNormalization: true });
		const { width, height } = page.getViewport({ scale: 1 });
		pages.push({
			words: items
				.flatMap((item) => ('str' in item ? [item.str] : []))
				.join('')
				.replace(/\s/gu, ''),
			paper: [width, height].map((points) => Math.round(points / pointsPerMm)).join('×')
		});
	}
	await pdf.loadingTask.destroy();
	return pages;
}

/** The cells of every sheet of an Excel file, row by row, as the words in them. */
export async function cellsOf(
	bytes: Uint8Array
): Promise<ReadonlyMap<string, readonly (readonly string[])[]>> {
	const { sheets } = await readXlsx(bytes);
	return new Map(
		sheets.map(({ name, rows }) => [
			name,
			rows.map((row) => row.map((value) => (value ?? '').toString()))
		])
	);
}

/** The board in an exported file. */
export function boardInFile(bytes: Uint8Array): Board {
	const read = readBoardFile(bytes);
	if ('refusal' in read) throw new Error(`The file is refused: ${read.refusal}`);
	return read.board;
}

/** A board as people see it: what is written, where it stands, what leads to what; nothing of who wrote it when. */
export function plainBoard(board: Board) {
	const lanes = Object.entries(readLanes(board)).map(([zone, entries]) => ({
		zone,
		cards: entries.map(({ card, depth }) => ({ depth, ...plainCard(card) }))
	}));
	const textOf = (id: Card['id']): string => board.cards.get(id)?.text ?? '';
	const links = [...board.links.values()].map(
		({ from, to, kind }) => `${textOf(from)} → ${textOf(to)} (${kind})`
	);
	const { scene, municipality } = board.meta;
	return { scene, municipality, lanes, links: links.toSorted() };
}

function plainCard(card: Card): Readonly<Record<string, unknown>> {
	const { id, order, position, createdAt, createdBy, profession, deletedAt, deletedBy, ...said } =
		card;
	void [id, order, position, createdAt, createdBy, profession, deletedAt, deletedBy];
	if (said.type !== 'measure') return said;
	const subActions = said.subActions.map(({ id: _id, order: _order, ...part }) => part);
	return { ...said, subActions };
}
