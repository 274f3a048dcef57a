import type { Board } from '../method/board.ts';
import type { Card, CardId } from '../method/card.ts';
import type { ZoneId } from '../method/ids.ts';
import { zoneIds } from '../method/ids.ts';
import { readLanes } from '../method/lanes.ts';
import type { Profession } from '../method/professions.ts';
import { isSameRaw } from './raw-board.ts';

/** What became of a card between two moments. */
export type Mark = 'added' | 'changed' | 'removed' | 'moved';

/** One card that is not as it was. */
export interface DifferentCard {
	readonly id: CardId;
	readonly mark: Mark;
	readonly zoneBefore: ZoneId | null;
	readonly zoneAfter: ZoneId | null;
	readonly textBefore: string | null;
	readonly textAfter: string | null;
	/** What differs beside text and place. */
	readonly fields: readonly string[];
	readonly profession: Profession | null;
}

/** The ids of links or records that came, went or became others. */
export interface DifferentIds {
	readonly added: readonly string[];
	readonly changed: readonly string[];
	readonly removed: readonly string[];
}

/** What is different between two states of one board. */
export interface BoardDifferences {
	readonly cards: readonly DifferentCard[];
	readonly links: DifferentIds;
	readonly records: DifferentIds;
	readonly head: readonly string[];
}

/** The fields that say where a card stands. */
export const placeFields: ReadonlySet<string> = new Set(['order', 'position', 'cluster']);

const ownFields: ReadonlySet<string> = new Set(['text', 'deletedAt', 'deletedBy']);

/** Compares two states of one board, card by card in the order of the later one, removed ones last. */
export function differencesBetween(before: Board, after: Board): BoardDifferences {
	const [zonesBefore, zonesAfter] = [zonesOf(before), zonesOf(after)];
	const cards: DifferentCard[] = [];
	const tell = (card: Card, mark: Mark, fields: readonly string[]): void => {
		const { id, profession } = card;
		cards.push({
			id,
			mark,
			zoneBefore: zonesBefore.get(id) ?? null,
			zoneAfter: zonesAfter.get(id) ?? null,
			textBefore: before.cards.get(id)?.text ?? null,
			textAfter: after.cards.get(id)?.text ?? null,
			fields,
			profession
		});
	};
	for (const card of after.cards.values()) {
		const earlier = before.cards.get(card.id);
		if (!earlier) {
			tell(card, 'added', []);
			continue;
		}
		const keys = differentKeys(earlier, card);
		const fields = keys.filter((key) => !placeFields.has(key) && !ownFields.has(key));
		const hasMoved =
			zonesBefore.get(card.id) !== zonesAfter.get(card.id) ||
			keys.some((key) => placeFields.has(key));
		if (fields.length > 0 || earlier.text !== card.text) tell(card, 'changed', fields);
		else if (hasMoved) tell(card, 'moved', []);
	}
	for (const card of before.cards.values())
		if (!after.cards.has(card.id)) tell(card, 'removed', []);
	return {
		cards,
		links: differentIds(before.links, after.links),
		records: differentIds(before.records, after.records),
		head: differentKeys(before.meta, after.meta)
	};
}

function zonesOf(board: Board): ReadonlyMap<CardId, ZoneId> {
	const lanes = readLanes(board);
	return new Map(
		zoneIds.flatMap((zone) => lanes[zone].map(({ card }) => [card.id, zone] as const))
	);
}

function differentKeys(before: object, after: object): string[] {
	return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
		(key) => !isSameRaw(Reflect.get(before, key), Reflect.get(after, key))
	);
}

function differentIds<Id extends string>(
	before: ReadonlyMap<Id, unknown>,
	after: ReadonlyMap<Id, unknown>
): DifferentIds {
	const ids = [...after.keys()];
	return {
		added: ids.filter((id) => !before.has(id)),
		changed: ids.filter((id) => before.has(id) && !isSameRaw(before.get(id), after.get(id))),
		removed: [...before.keys()].filter((id) => !after.has(id))
	};
}
