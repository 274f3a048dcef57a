import type { Board } from '../method/board.ts';
import type { Card } from '../method/card.ts';
import { compareByOrder } from '../method/card.ts';
import type { Link } from '../method/link.ts';
import type { BoardRecord } from '../method/records/index.ts';

/** A board as plain JSON, with its trash. */
export interface PlainBoardValue {
	readonly meta: Board['meta'];
	/** In reading order. */
	readonly cards: readonly Card[];
	readonly trash: readonly Card[];
	readonly links: readonly Link[];
	readonly records: readonly BoardRecord[];
}

/** The board as plain JSON; what could not be read is left out. */
export function plainBoardOf({ meta, cards, trash, links, records }: Board): PlainBoardValue {
	return {
		meta,
		cards: [...cards.values()].sort(compareByOrder),
		trash: [...trash.values()].sort(compareByOrder),
		links: [...links.values()],
		records: [...records.values()]
	};
}

/** The board that the server sent as plain JSON: one of its own version, so its values are not judged again. */
export function boardOfPlain(plain: {
	readonly [Part in keyof PlainBoardValue]: object;
}): Board {
	const { meta, cards, trash, links, records } = plain as PlainBoardValue;
	const byId = <T extends { readonly id: string }>(list: readonly T[]) =>
		new Map(list.map((one) => [one.id, one] as [T['id'], T]));
	return {
		meta,
		cards: byId(cards),
		trash: byId(trash),
		links: byId(links),
		records: byId(records),
		problems: [],
		isFromNewerVersion: false
	};
}
