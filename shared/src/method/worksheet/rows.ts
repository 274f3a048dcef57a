import type { Card } from '../card.ts';
import type { BoardIndex } from './board-index.ts';
import { blank, noteKinds } from './words.ts';
import type { WorksheetRow } from './worksheet.ts';

export type Row = WorksheetRow;

/** What every block builder writes rows with. */
export interface RowWriter {
	/** The rows that follow every card: its votes, who wrote it, and the notes attached to it. */
	readonly tail: (...cards: readonly Card[]) => readonly Row[];
}

/** A row of a card; an empty card is shown as not filled in. */
export function row(
	kind: Row['kind'],
	text: string,
	parts: {
		mark?: string;
		label?: string;
		depth?: number;
		startsSection?: boolean;
		cards?: readonly Card[];
	} = {}
): Row {
	return {
		kind,
		mark: parts.mark ?? '',
		label: parts.label ?? '',
		text: text === '' && kind !== 'heading' ? blank : text,
		depth: parts.depth ?? 0,
		startsSection: parts.startsSection ?? false,
		cardIds: (parts.cards ?? []).map((card) => card.id)
	};
}

/** A detail row for each pair that says something. */
export function details(card: Card, ...pairs: readonly (readonly [string, string])[]): Row[] {
	return pairs
		.filter(([, text]) => text !== '')
		.map(([label, text]) => row('detail', text, { label, cards: [card] }));
}

/** Rows after a card that do not depend on its type; `byline` and `votes` are empty where they are left out. */
export function rowWriter(
	index: BoardIndex,
	say: { readonly byline: (card: Card) => string; readonly votes: (card: Card) => string }
): RowWriter {
	const own = (card: Card): readonly Row[] =>
		details(card, ['', say.votes(card)], ['職種', say.byline(card)]);
	return {
		tail: (...cards) =>
			cards.flatMap((card) => [
				...own(card),
				...index
					.notesOf(card.id)
					.flatMap((note) => [
						row('detail', note.text, { label: noteKinds[note.kind], cards: [note] }),
						...own(note)
					])
			])
	};
}

/** Notes that belong to no card. */
export function noteRows(index: BoardIndex, writer: RowWriter): readonly Row[] {
	return index.looseNotes.flatMap((note) => [
		row('item', note.text, {
			mark: '・',
			label: note.kind === 'memo' ? '' : noteKinds[note.kind],
			cards: [note]
		}),
		...writer.tail(note)
	]);
}
