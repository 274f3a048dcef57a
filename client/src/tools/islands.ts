import type { Box } from '@renkei/shared/geometry/box.ts';
import { boxContains, growBox, unionOfBoxes } from '@renkei/shared/geometry/box.ts';
import type { BoardPoint } from '@renkei/shared/geometry/point.ts';
import { islandFrame } from '@renkei/shared/lane-layout/islands.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { RecordId } from '@renkei/shared/method/records/index.ts';
import type { OpenBoard } from '../state/open-board.ts';
import { dropPlaces } from './drop-places.ts';
import type { IslandOffer } from './gesture.svelte.ts';
import { linkEnds } from './link-ends.ts';
import { thresholds } from './thresholds.ts';
import type { BoardPointerEvent, ToolContext } from './tool.ts';

/** The part of a card, from each edge, that is not its middle. */
const rim = { across: 0.15, down: 0.2 } as const;
/** From here on, as a share of its width, a drop on a card links. */
const linksFrom = 0.6;

/** Watches where dragged cards rest: after a while over the middle of a card it offers to make an island or a link, in an island to put them there. */
export class DropOffer {
	readonly #context: ToolContext;
	#waiting: IslandOffer | null = null;
	#callOff: (() => void) | null = null;

	constructor(context: ToolContext) {
		this.#context = context;
	}

	/** Tells where the dragged cards are now. */
	watch(event: BoardPointerEvent, held: ReadonlySet<CardId>): void {
		const found = event.alt ? null : offerAt(this.#context.open, event, held);
		if (isSameOffer(found, this.#waiting)) return;
		const { offer } = this.#context.gesture;
		if (
			found &&
			offer &&
			cardOfOffer(found) !== null &&
			cardOfOffer(found) === cardOfOffer(offer)
		) {
			// Over the same card the choice between まとめる and つなぐ follows the hand at once.
			this.#waiting = found;
			this.#context.gesture.showOffer(found);
			return;
		}
		this.clear();
		if (!found) return;
		this.#waiting = found;
		this.#callOff = this.#context.later(() => {
			this.#callOff = null;
			this.#context.gesture.showOffer(found);
		}, thresholds.dwellMs);
	}

	/** Takes what is offered; false when nothing is, and the drop is one like any other. */
	take(held: readonly CardId[]): boolean {
		const { gesture, open } = this.#context;
		const { offer } = gesture;
		this.clear();
		if (!offer) return false;
		if (offer.kind === 'join') open.commands.joinCluster(offer.cluster, held);
		else if (offer.kind === 'link') linkEnds(open, held, [offer.card]);
		else open.editing.startTitle(open.commands.makeCluster([offer.card, ...held], ''));
		return true;
	}

	clear(): void {
		this.#callOff?.();
		this.#callOff = null;
		this.#waiting = null;
		this.#context.gesture.showOffer(null);
	}
}

function cardOfOffer(offer: IslandOffer): CardId | null {
	return offer.kind === 'join' ? null : offer.card;
}

function isSameOffer(a: IslandOffer | null, b: IslandOffer | null): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}

function offerAt(
	open: OpenBoard,
	{ target, board }: BoardPointerEvent,
	held: ReadonlySet<CardId>
): IslandOffer | null {
	const under = target.kind === 'card' && !held.has(target.card) ? target.card : null;
	const card = under === null ? undefined : open.layout.cards.get(under);
	const cluster = card?.cluster ?? (card ? null : islandAt(open, board));
	if (cluster !== null) {
		const isNew = [...held].some((id) => open.layout.cards.get(id)?.cluster !== cluster);
		return isNew ? { kind: 'join', cluster } : null;
	}
	if (under === null || !card || !isInMiddle(card.box, board)) return null;
	// The right end of the card stands for つなぐ: the bubble shows both, and which of them a drop would be.
	const links = board.x > card.box.x + card.box.width * linksFrom && open.may({ do: 'link' });
	return { kind: links ? 'link' : 'make', card: under };
}

function isInMiddle({ x, y, width, height }: Box, at: BoardPoint): boolean {
	const [dx, dy] = [width * rim.across, height * rim.down];
	return at.x > x + dx && at.x < x + width - dx && at.y > y + dy && at.y < y + height - dy;
}

function islandAt({ layout }: OpenBoard, at: BoardPoint): RecordId | null {
	return layout.islands.find((island) => boxContains(islandFrame(island), at))?.cluster ?? null;
}

/** Around what an offer would put the dragged cards. */
export function boxOfOffer({ layout }: OpenBoard, offer: IslandOffer): Box | null {
	if (offer.kind === 'join') {
		const parts = layout.islands.filter(({ cluster }) => cluster === offer.cluster);
		return unionOfBoxes(parts.map(islandFrame));
	}
	const card = layout.cards.get(offer.card);
	return card ? growBox(card.box, 8) : null;
}

/** Everything that stands in an island, in the order of the lanes. */
export function cardsOfIsland({ layout }: OpenBoard, cluster: RecordId): readonly CardId[] {
	return layout.islands
		.filter((island) => island.cluster === cluster)
		.flatMap((island) => island.cards);
}

/**
 * Puts moved cards down: whole islands go as one, a card carried out of its island leaves it, one that is put down
 * inside of it stays where its island wants it, and all others lie where the hand left them. One step.
 */
export function putDown(
	open: OpenBoard,
	held: ReadonlySet<CardId>,
	dx: number,
	dy: number,
	at: BoardPoint | null
): void {
	const { layout, commands } = open;
	const whole = wholeIslands(open, held);
	const leaving: CardId[] = [];
	const moving = new Set<CardId>();
	for (const id of held) {
		const cluster = layout.cards.get(id)?.cluster ?? null;
		if (cluster !== null && whole.has(cluster)) continue;
		const isInside = cluster !== null && at !== null && islandAt(open, at) === cluster;
		if (isInside) continue;
		if (cluster !== null && open.board.cards.get(id)?.cluster === cluster) leaving.push(id);
		moving.add(id);
	}
	const islands = new Map<RecordId, readonly [number, number]>();
	for (const cluster of whole) {
		const [first] = cardsOfIsland(open, cluster);
		const box = first === undefined ? undefined : layout.cards.get(first)?.box;
		if (box) islands.set(cluster, [box.x + dx, box.y + dy]);
	}
	const places = dropPlaces(layout.cards, moving, dx, dy);
	if (leaving.length > 0 || islands.size > 0) commands.leaveCluster(leaving, places, islands);
	else if (places.size > 0) commands.moveCards(places);
}

/** The islands all of whose cards are held. */
function wholeIslands(open: OpenBoard, held: ReadonlySet<CardId>): ReadonlySet<RecordId> {
	const found = new Set<RecordId>();
	const broken = new Set<RecordId>();
	for (const { card, cluster } of open.layout.cards.values())
		if (cluster !== null && card.cluster === cluster)
			(held.has(card.id) ? found : broken).add(cluster);
	for (const cluster of broken) found.delete(cluster);
	return found;
}
