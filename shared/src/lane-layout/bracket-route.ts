import type { Box } from '../geometry/box.ts';
import type { CardId } from '../method/card.ts';
import type { CardType } from '../method/ids.ts';
import type { LinkKind } from '../method/link-types.ts';
import type { LinkId } from '../method/link.ts';
import type { Ends } from './free-way.ts';
import type { LinkPath, PathPiece } from './link-path.ts';

/** A line of a bracket: the bracket itself, or an arrow into it or out of it. */
export interface BracketRoute {
	readonly links: readonly LinkId[];
	readonly cards: readonly CardId[];
	/** The set that all these links were drawn as, and others with them. */
	readonly set: string | null;
	readonly kind: LinkKind;
	readonly strong: CardType;
	readonly width: number;
	readonly dash: readonly number[];
	readonly hasHead: boolean;
	readonly path: LinkPath;
	/** Where the arrow begins and ends, so that it can go around cards; null for the bracket itself. */
	readonly ends: Ends | null;
}

/** From a card to the bracket around it, in bu. */
export const bracketOut = 9;
export const legFromCard = 2;
/** The width of the arrow that stands for a whole set. */
export const setWidth = 4;
/** How far before a bracket an arrow ends. */
export const arrowStop = 4;
/** The piece from one place to another that leaves and arrives level. */
export function pieceTo(
	start: readonly [number, number],
	end: readonly [number, number]
): PathPiece {
	if (start[1] === end[1]) return end;
	const way = end[0] - start[0];
	const reach = Math.sign(way) * Math.max(11, Math.abs(way) / 2);
	return [start[0] + reach, start[1], end[0] - reach, end[1], ...end];
}

/** The ends of an arrow between a card and a bracket, or two brackets. */
export function arrowEnds(
	start: readonly [number, number],
	end: readonly [number, number],
	own: readonly Box[]
): Ends {
	const [startSide, endSide] =
		end[0] >= start[0] ? (['right', 'left'] as const) : (['left', 'right'] as const);
	return { start, startSide, end, endSide, own };
}
