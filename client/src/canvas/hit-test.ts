import { boxContains } from '@renkei/shared/geometry/box.ts';
import type { Box } from '@renkei/shared/geometry/box.ts';
import type { BoardPoint } from '@renkei/shared/geometry/point.ts';
import { portOf } from '@renkei/shared/lane-layout/link-curves.ts';
import type { Side } from '@renkei/shared/lane-layout/link-curves.ts';
import { distanceToPoints, flattenPath } from '@renkei/shared/lane-layout/link-path.ts';
import type { LinkRoute } from '@renkei/shared/lane-layout/link-routes.ts';
import { lineWidthEm } from '@renkei/shared/method/worksheet/break-lines.ts';
import { boldAdvances } from '@renkei/shared/method/worksheet/font-advances.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { ZoneId } from '@renkei/shared/method/ids.ts';
import type { LinkId } from '@renkei/shared/method/link.ts';
import type { RecordId } from '@renkei/shared/method/records/index.ts';
import type { CardPicture, Picture } from './picture.ts';

/** What lies under the pointer. A bracket stands for several links; the first of them answers. */
export type HitTarget =
	| { readonly kind: 'handle'; readonly card: CardId; readonly side: Side }
	| { readonly kind: 'card'; readonly card: CardId }
	| { readonly kind: 'island'; readonly cluster: RecordId }
	| { readonly kind: 'link'; readonly link: LinkId }
	| { readonly kind: 'empty'; readonly zone: ZoneId | null };

/** How generously to hit, in CSS px: a finger needs more than a mouse. */
export const hitReachPx = {
	mouse: { card: 3, link: 8, handle: 22 },
	touch: { card: 8, link: 12, handle: 24 }
} as const;

/** The radius of a handle's disc, in bu. */
export const handleRadius = 15;

/** The edges with a handle. */
export const sides: readonly Side[] = ['right', 'bottom', 'left', 'top'];

const flattened = new WeakMap<LinkRoute, readonly BoardPoint[]>();

/**
 * What is under a point: link handles before cards before titles of islands before links before zones. Cards are plain rectangles and few
 * thousand at most: running through them takes microseconds, less than keeping a tree up to date would.
 */
export function hitTest(
	picture: Picture,
	handles: CardId | null,
	point: BoardPoint,
	zoom: number,
	pointer: keyof typeof hitReachPx
): HitTarget {
	const reach = hitReachPx[pointer];
	const handleCard = handles === null ? undefined : picture.cards.get(handles);
	const isOnCard = handleCard !== undefined && boxContains(handleCard.box, point);
	if (handleCard)
		for (const side of sides) {
			const [x, y] = portOf(handleCard.box, side, 0);
			// On the card itself only the disc counts: the reach of a finger would leave nothing of a low card to hold.
			const radius = isOnCard ? handleRadius : Math.max(handleRadius, reach.handle / zoom);
			if (Math.hypot(point.x - x, point.y - y) <= radius)
				return { kind: 'handle', card: handleCard.id, side };
		}
	let near: CardId | null = null;
	for (const { id, box } of cardsInReach(picture)) {
		if (boxContains(box, point)) return { kind: 'card', card: id };
		if (near === null && boxContains(box, point, reach.card / zoom)) near = id;
	}
	const island = picture.islands.find(({ tab }) => boxContains(tab, point));
	if (island) return { kind: 'island', cluster: island.cluster };
	if (near !== null) return { kind: 'card', card: near };
	const link = nearestLink(picture.routes, point, reach.link / zoom);
	if (link !== null) return { kind: 'link', link };
	const zone = picture.zones.find(({ box }) => boxContains(box, point));
	return { kind: 'empty', zone: zone?.id ?? null };
}

/** The cards that can be taken hold of. */
function* cardsInReach({ cards, holdsBackground }: Picture): Iterable<CardPicture> {
	for (const card of cards.values()) if (holdsBackground || card.lock !== 'background') yield card;
}

/** The cards that a marquee touches; what is held in its place stays out of it. */
export function cardsTouching(picture: Picture, marquee: Box): readonly CardId[] {
	const touched: CardId[] = [];
	for (const { id, box, lock } of picture.cards.values())
		if (
			lock === null &&
			box.x < marquee.x + marquee.width &&
			marquee.x < box.x + box.width &&
			box.y < marquee.y + marquee.height &&
			marquee.y < box.y + box.height
		)
			touched.push(id);
	return touched;
}

/** Its words stand on a line of 24 bu whose foot is 6 below the label's place, as link-node.ts draws them. */
function isOnLabel({ label }: LinkRoute, { x, y }: BoardPoint): boolean {
	if (!label || y < label.at.y - 14 || y > label.at.y + 10 || x < label.at.x) return false;
	return x <= label.at.x + lineWidthEm(label.text.ja, boldAdvances) * 18;
}

function nearestLink(
	routes: readonly LinkRoute[],
	point: BoardPoint,
	reach: number
): LinkId | null {
	let nearest: LinkId | null = null;
	let distance = reach;
	for (const route of routes) {
		if (!boxContains(route.box, point, reach)) continue;
		let points = flattened.get(route);
		if (!points) {
			points = flattenPath(route.path);
			flattened.set(route, points);
		}
		// The word on a link is the link.
		const found = isOnLabel(route, point) ? 0 : distanceToPoints(points, point);
		if (found > distance) continue;
		distance = found;
		nearest = route.links[0] ?? null;
	}
	return nearest;
}
