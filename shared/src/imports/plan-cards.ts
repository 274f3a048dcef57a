import type { BoardChange, CardReference } from '../method/board-changes.ts';
import type { Board } from '../method/board.ts';
import type { Card, CardId } from '../method/card.ts';
import type { CardType } from '../method/ids.ts';
import type { Method } from '../method/packs/method.ts';
import { fieldColumns } from '../method/worksheet/card-list-fields.ts';
import { canonicalCell, cellMark, isPartColumn } from '../method/worksheet/card-list-marks.ts';
import { cellsOfCard } from '../method/worksheet/card-list.ts';
import { cellsOfImported } from './card-cells.ts';
import { columnWords } from './headings.ts';
import type { ImportedCard, ImportedTable, WrittenMarks } from './imported-table.ts';
import type { Match, Matches } from './match-cards.ts';
import { partLists } from './plan-parts.ts';
import type { PlannedChange, PlannedLine, PlannedSide } from './planned-change.ts';
import type { Verdict } from './three-way.ts';
import { conflictReasons, judge, keptReason } from './three-way.ts';

type Cells = Readonly<Record<string, string>>;

/** What a file would do to the cards of a board, in the order of the file, then what it no longer has. */
export function planCards(
	table: ImportedTable,
	board: Board,
	matches: Matches,
	method: Method
): readonly PlannedChange[] {
	const lastOfType = new Map<CardType, CardReference>();
	const planned = table.cards.flatMap((card, at): readonly PlannedChange[] => {
		const match = matches.ofCards[at] ?? { kind: 'new' };
		const type = typeOf(card, match);
		const after = lastOfType.get(type) ?? null;
		if (match.kind !== 'deleted')
			lastOfType.set(type, match.kind === 'there' ? { card: match.card.id } : { key: newKey(at) });
		switch (match.kind) {
			case 'there':
				return planKnown(card, match.card, match.isById ? table.written : null, method);
			case 'deleted':
				return [planDeleted(card, at, table.written, after, method)];
			case 'new':
				return [planNew(card, at, card.id, after, method)];
		}
	});
	return [...planned, ...planAbsent(table, board, matches)];
}

/** The key a new card comes with, which is also the id of its line of the comparison. */
export function newKey(at: number): string {
	return `new:${at}`;
}

/** The type an imported card has or gets. */
export function typeOf({ type }: ImportedCard, match: Match): CardType {
	return type ?? (match.kind === 'there' ? match.card.type : 'note');
}

/** What a card of the board says, by column, in the form imported ones are compared in. */
function cellsOfBoardCard(card: Card): Cells {
	return {
		...cellsOfCard(card),
		type: card.type,
		votes: card.votes === null ? '' : String(card.votes)
	};
}

function planKnown(
	imported: ImportedCard,
	card: Card,
	written: WrittenMarks | null,
	method: Method
): readonly PlannedChange[] {
	const file = cellsOfImported(imported, card.type);
	const there = cellsOfBoardCard(card);
	const marks = written?.cards.get(card.id) ?? null;
	const byVerdict: Record<Verdict, string[]> = { same: [], take: [], keep: [], conflict: [] };
	const judgeCell = (key: string): Verdict => {
		const [fileCell, boardCell] = [file, there].map((cells) =>
			canonicalCell(key, cells[key] ?? '')
		);
		const isWritten = marks !== null && written?.columns.has(key) === true;
		return judge({
			// Found by its words, a card differs from them at most in how they are spelled.
			isSame: fileCell === boardCell || (key === 'text' && imported.id === null && marks === null),
			isFileEmpty: fileCell === '',
			isBoardEmpty: boardCell === '',
			isAsWritten: isWritten
				? {
						file: isAsWritten(card.id, key, fileCell ?? '', marks),
						board: isAsWritten(card.id, key, boardCell ?? '', marks)
					}
				: null
		});
	};
	const ofType = file['type'] === undefined ? 'same' : judgeCell('type');
	for (const key of Object.keys(file)) {
		// Details of another type come and go with it.
		const isDetail = fieldColumns.has(key) || isPartColumn(key);
		byVerdict[isDetail && ofType !== 'same' ? ofType : judgeCell(key)].push(key);
	}
	const side = (cells: Cells, keys: readonly string[], type: CardType): PlannedSide => ({
		type,
		text: cells['text'] ?? card.text,
		lines: linesOf(cells, keys, method)
	});
	const entry = (
		state: PlannedChange['state'],
		keys: readonly string[],
		reason: PlannedChange['reason'] = null
	): PlannedChange => {
		const isDone = state === 'same';
		const isTyped = keys.includes('type');
		return {
			id: `card:${card.id}${state === 'change' ? '' : `:${keys.length > 0 ? state : 'all'}`}`,
			state,
			what: 'card',
			row: imported.row,
			before: side(there, keys, card.type),
			after: {
				...side(file, keys, isTyped ? (imported.type ?? card.type) : card.type),
				text: keys.includes('text') ? (file['text'] ?? '') : card.text
			},
			changes: isDone ? [] : [changeOf(imported, card, keys)],
			isChosen: state === 'change',
			needs: [],
			reason
		};
	};
	const { take, keep, conflict } = byVerdict;
	const entries = [
		...(take.length > 0 ? [entry('change', take)] : []),
		...(conflict.length > 0
			? [entry('conflict', conflict, marks ? conflictReasons.both : conflictReasons.unknown)]
			: []),
		...(keep.length > 0 && marks ? [entry('same', keep, keptReason)] : [])
	];
	return entries.length > 0 ? entries : [entry('same', [])];
}

function isAsWritten(id: CardId, key: string, cell: string, marks: Cells): boolean {
	return cellMark(id, key, cell) === (marks[key] ?? '');
}

function changeOf(imported: ImportedCard, card: Card, keys: readonly string[]): BoardChange {
	const fields = keys.flatMap((key) => {
		const field = fieldColumns.get(key);
		return field ? [[field.key, imported.fields[field.key]] as const] : [];
	});
	const names = keys.filter(isPartColumn);
	return {
		kind: 'changeCard',
		card: card.id,
		...(keys.includes('type') && imported.type !== null ? { type: imported.type } : {}),
		...(keys.includes('text') ? { text: imported.text } : {}),
		...(fields.length > 0 ? { fields: Object.fromEntries(fields) } : {}),
		...(names.length > 0 ? { parts: partLists(imported.parts, card, names) } : {}),
		...(keys.includes('votes') ? { votes: imported.votes ?? null } : {})
	};
}

function planNew(
	imported: ImportedCard,
	at: number,
	id: CardId | null,
	after: CardReference | null,
	method: Method
): PlannedChange {
	const type = imported.type ?? 'note';
	const cells = cellsOfImported(imported, type);
	const said = Object.keys(cells).filter((key) => cells[key] !== '');
	return {
		id: newKey(at),
		state: 'add',
		what: 'card',
		row: imported.row,
		before: null,
		after: { type, text: imported.text, lines: linesOf(cells, said, method) },
		changes: [
			{
				kind: 'addCard',
				key: newKey(at),
				id,
				type,
				text: imported.text,
				fields: imported.fields,
				parts: partLists(imported.parts, null),
				votes: imported.votes ?? null,
				after
			}
		],
		isChosen: true,
		needs: [],
		reason: null
	};
}

/** A card that was deleted here since: it stays so, unless somebody has gone on with it in the file. */
function planDeleted(
	imported: ImportedCard,
	at: number,
	written: WrittenMarks | null,
	after: CardReference | null,
	method: Method
): PlannedChange {
	const { id } = imported;
	const marks = id === null ? undefined : written?.cards.get(id);
	const isUntouched =
		id !== null &&
		marks !== undefined &&
		Object.entries(cellsOfImported(imported)).every(([key, cell]) =>
			isAsWritten(id, key, cell, marks)
		);
	const again = planNew(imported, at, null, after, method);
	return isUntouched
		? { ...again, state: 'same', changes: [], isChosen: false, reason: keptReason }
		: { ...again, state: 'conflict', isChosen: false, reason: conflictReasons.deletedHere };
}

/**
 * What was written and is no longer in the file was deleted in it. Where nobody knows what was written, it may as well
 * have been added here since.
 */
function planAbsent(
	table: ImportedTable,
	board: Board,
	{ ofCards, isOwnBoard }: Matches
): readonly PlannedChange[] {
	const { written, isWhole } = table;
	if (!isWhole || !isOwnBoard) return [];
	const found = new Set(
		ofCards.flatMap((match) => (match.kind === 'there' ? [match.card.id] : []))
	);
	const gone = written === null ? board.cards.keys() : written.cards.keys();
	return [...gone].flatMap((id): PlannedChange[] => {
		const card = board.cards.get(id);
		if (!card || found.has(id)) return [];
		const isUntouched = written !== null && isCardAsWritten(card, written);
		return [
			{
				id: `card:${id}`,
				state: isUntouched ? 'remove' : 'conflict',
				what: 'card',
				row: null,
				before: { type: card.type, text: card.text, lines: [] },
				after: null,
				changes: [{ kind: 'removeCard', card: id }],
				isChosen: isUntouched,
				needs: [],
				reason: isUntouched
					? null
					: written === null
						? conflictReasons.notInFile
						: conflictReasons.changedHere
			}
		];
	});
}

function isCardAsWritten(card: Card, { cards, columns }: WrittenMarks): boolean {
	const cells = cellsOfBoardCard(card);
	const marks = cards.get(card.id) ?? {};
	return [...columns].every(
		(key) => cells[key] === undefined || isAsWritten(card.id, key, cells[key], marks)
	);
}

function linesOf(cells: Cells, keys: readonly string[], method: Method): readonly PlannedLine[] {
	return keys
		.filter((key) => key !== 'text' && key !== 'type')
		.map((key) => ({ label: columnWords(key, method), value: cells[key] ?? '' }));
}
