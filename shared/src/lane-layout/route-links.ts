import type { CardId } from '../method/card.ts';
import type { Link } from '../method/link.ts';
import type { CardBox } from './lane-layout.ts';
import type { LinkRoute } from './link-routes.ts';
import { LinkRouter } from './link-routes.ts';
import { wayFinder } from './way-finder.ts';

/** How every link of the board runs (design §4), past the cards where a way is free; nothing of it is ever stored. */
export function routeLinks(
	cards: ReadonlyMap<CardId, CardBox>,
	links: Iterable<Link>
): readonly LinkRoute[] {
	return new LinkRouter(wayFinder).route(cards, links);
}
