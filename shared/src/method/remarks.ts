import type { Board } from './board.ts';
import type { CardId } from './card.ts';
import type { Profession } from './professions.ts';
import type { RecordOf } from './records/index.ts';
import { recordsOf } from './records/index.ts';
import type { StampId } from './records/stamp.ts';
import { stampIds } from './records/stamp.ts';

/** Who gave a stamp, as far as it may ever be counted apart. */
export interface Giver {
	readonly participant: string;
	readonly profession: Profession | null;
}

/** Everything that is said about one card, the oldest first. */
export interface CardRemarks {
	readonly open: readonly RecordOf<'comment'>[];
	readonly settled: readonly RecordOf<'comment'>[];
	/** Only stamps that somebody gave; each person once. */
	readonly stamps: ReadonlyMap<StampId, readonly Giver[]>;
}

/** No remark at all. */
export const noRemarks: CardRemarks = { open: [], settled: [], stamps: new Map() };

/** As much of a board as says what is said about its cards. */
export type RemarkedBoard = Pick<Board, 'cards' | 'trash' | 'records'>;

interface Gathered {
	readonly open: RecordOf<'comment'>[];
	readonly settled: RecordOf<'comment'>[];
	readonly stamps: Map<StampId, Giver[]>;
}

/**
 * What is said about the cards of the board. Remarks about a card that lies in the trash wait there with it; those
 * about a card that was merged stand at the card that says its words now.
 */
export function remarksByCard(board: RemarkedBoard): ReadonlyMap<CardId, CardRemarks> {
	const found = new Map<CardId, Gathered>();
	const at = (about: string): Gathered | null => {
		const card = cardNow(board, about);
		if (card === null) return null;
		const gathered = found.get(card) ?? { open: [], settled: [], stamps: new Map() };
		found.set(card, gathered);
		return gathered;
	};
	for (const comment of recordsOf(board, 'comment'))
		at(comment.card)?.[comment.resolved ? 'settled' : 'open'].push(comment);
	for (const { card, stamp, createdBy, profession } of recordsOf(board, 'stamp')) {
		const gathered = stamp === null ? null : at(card);
		if (stamp === null || gathered === null) continue;
		const givers = gathered.stamps.get(stamp) ?? [];
		gathered.stamps.set(stamp, givers);
		if (givers.every(({ participant }) => participant !== createdBy))
			givers.push({ participant: createdBy, profession });
	}
	return found;
}

/** How many people gave each stamp, in the order in which stamps are offered. */
export function stampCounts({
	stamps
}: Pick<CardRemarks, 'stamps'>): readonly (readonly [StampId, number])[] {
	return stampIds.flatMap((id) => {
		const count = stamps.get(id)?.length ?? 0;
		return count > 0 ? [[id, count] as const] : [];
	});
}

/** The card on the board that says now what this one said; null while it lies in the trash. */
function cardNow({ cards, trash }: RemarkedBoard, id: string): CardId | null {
	let at = id as CardId;
	// Two people may have merged two cards into each other at once.
	for (const seen = new Set<CardId>(); !seen.has(at);) {
		if (cards.has(at)) return at;
		seen.add(at);
		at = (trash.get(at)?.mergedInto ?? at) as CardId;
	}
	return null;
}
