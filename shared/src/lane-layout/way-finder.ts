import type { Box } from '../geometry/box.ts';
import { CardGrid } from './card-grid.ts';
import { closingLinks } from './closing-links.ts';
import { freeWay, regionOf } from './free-way.ts';
import type { Ends } from './free-way.ts';
import { groupArrows } from './link-groups.ts';
import type { LinkPath } from './link-path.ts';

/** What a router needs to lead lines past cards, to draw one arrow for a whole island, and to mark circles of causes. */
export interface WayFinder {
	readonly gridOf: (boxes: Iterable<Box>) => CardGrid;
	readonly freeWay: (drawn: LinkPath, ends: Ends, grid: CardGrid) => LinkPath;
	readonly regionOf: (ends: Ends) => Box;
	readonly closingLinks: typeof closingLinks;
	readonly groupArrows: typeof groupArrows;
}

/** All of it, in a file that a page may fetch after it stands. */
export const wayFinder: WayFinder = {
	gridOf: (boxes) => new CardGrid(boxes),
	freeWay,
	regionOf,
	closingLinks,
	groupArrows
};
