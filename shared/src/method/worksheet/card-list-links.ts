import type { Board } from '../board.ts';
import type { CardId } from '../card.ts';
import { numberCards, readLanes } from '../lanes.ts';
import type { LinkKind } from '../link-types.ts';
import { linkKinds } from '../link-types.ts';
import type { CardListOptions } from './card-list.ts';
import { cleanBoard } from './clean-board.ts';

/** One link with its two cards as カード一覧 calls them. */
export interface LinkListRow {
	readonly from: CardId;
	readonly to: CardId;
	readonly kind: LinkKind;
	readonly fromNumber: number;
	readonly fromText: string;
	readonly phrase: string;
	readonly toNumber: number;
	readonly toText: string;
	readonly note: string;
}

/** Every link between two listed cards, in the order of their numbers. */
export function linkListRows(
	raw: Board,
	{ includeNotes = true }: Pick<CardListOptions, 'includeNotes'> = {}
): readonly LinkListRow[] {
	const board = cleanBoard(raw);
	const numbers = numberCards(readLanes(board));
	const rows = [...board.links.values()].flatMap(({ from, to, kind, note }): LinkListRow[] => {
		const [fromCard, toCard] = [board.cards.get(from), board.cards.get(to)];
		if (!fromCard || !toCard) return [];
		if (!includeNotes && (fromCard.type === 'note' || toCard.type === 'note')) return [];
		return [
			{
				from,
				to,
				kind,
				fromNumber: numbers.get(from) ?? 0,
				fromText: fromCard.text,
				phrase: linkKinds[kind].phrase.ja,
				toNumber: numbers.get(to) ?? 0,
				toText: toCard.text,
				note
			}
		];
	});
	return rows.sort(
		(a, b) => a.fromNumber - b.fromNumber || a.toNumber - b.toNumber || (a.kind < b.kind ? -1 : 1)
	);
}
