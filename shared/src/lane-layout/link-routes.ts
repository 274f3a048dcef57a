import type { Box } from '../geometry/box.ts';
import type { BoardPoint } from '../geometry/point.ts';
import { boardPoint } from '../geometry/point.ts';
import { boxesOverlap } from '../geometry/box.ts';
import type { CardId } from '../method/card.ts';
import type { CardType } from '../method/ids.ts';
import type { LinkKind } from '../method/link-types.ts';
import { linkKinds } from '../method/link-types.ts';
import type { Link, LinkId } from '../method/link.ts';
import type { Localised } from '../method/localised.ts';
import type { CardBox } from './lane-layout.ts';
import type { CardGrid } from './card-grid.ts';
import { isFlagged } from './card-content.ts';
import type { Ends } from './free-way.ts';
import { takeBrackets } from './link-brackets.ts';
import {
	cornerCurve,
	curveBetween,
	deepWhyElbow,
	facingSides,
	portOf,
	whyElbow
} from './link-curves.ts';
import type { Side } from './link-curves.ts';
import type { LinkPath } from './link-path.ts';
import { measures } from './measures.ts';
import type { WayFinder } from './way-finder.ts';
import { pathBox, pathMiddle } from './link-path.ts';

/** One drawn line. A bracket stands for many links at once, so it names all it stands for and all cards it touches. */
export interface LinkRoute {
	readonly links: readonly LinkId[];
	readonly cards: readonly CardId[];
	/** The set whose links are drawn as one, by several lines together. */
	readonly set: string | null;
	readonly kind: LinkKind;
	readonly strong: CardType;
	readonly width: number;
	readonly dash: readonly number[];
	readonly hasHead: boolean;
	readonly path: LinkPath;
	readonly label: { readonly text: Localised; readonly at: BoardPoint } | null;
	readonly box: Box;
}

/** What stands on the link that closes a circle of causes: allowed, and asked about. */
const circleWords: Localised = { ja: 'どちらが先？', en: 'Which first?' };

const sides: readonly Side[] = ['left', 'right', 'top', 'bottom'];
const spread = 20;
const rootSpread = 48;
const rootWidth = 4;
const cornerRoom = 12;
/** Room around a path for its width, head and label. */
const margin = 14;

/** One link between two cards where they stand now; `outBy` and `inBy` set its ends apart from others at the same edges. */
interface Plan {
	readonly link: Link;
	readonly from: CardBox;
	readonly to: CardBox;
	readonly startSide: Side;
	readonly endSide: Side;
	readonly fixed: LinkPath | null;
	outBy: number;
	inBy: number;
	route: {
		readonly outBy: number;
		readonly inBy: number;
		readonly closes: boolean;
		readonly way: FoundWay;
		readonly line: LinkRoute;
	} | null;
}

/** The way of one line as it was found, and what it depends on. */
interface FoundWay {
	readonly region: Box;
	readonly path: LinkPath;
	round: number;
}

const nowhere: Box = { x: 0, y: 0, width: 0, height: 0 };

/** More moved cards than this, and every way is found anew: comparing would take as long. */
const mostMoved = 150;

/**
 * Routes the links of one board again and again. Links and cards that did not change keep their line, and only where
 * a card moved is a way looked for anew; what comes out is the same as if everything had been.
 */
export class LinkRouter {
	#cards: ReadonlyMap<CardId, CardBox> = new Map();
	/** Null where a page must stand before ways are looked for: then all run as they are drawn by design. */
	readonly #finder: WayFinder | null;
	#grid: CardGrid | null = null;
	#moved: readonly Box[] | null = [];
	#round = 0;
	#plans = new WeakMap<Link, Plan>();
	readonly #ways = new Map<string, FoundWay>();

	constructor(finder: WayFinder | null) {
		this.#finder = finder;
	}

	route(cards: ReadonlyMap<CardId, CardBox>, links: Iterable<Link>): readonly LinkRoute[] {
		this.#takeCards(cards);
		const live: Link[] = [];
		for (const link of links) if (cards.has(link.from) && cards.has(link.to)) live.push(link);
		const { rest, brackets } = takeBrackets(cards, live, this.#finder?.groupArrows ?? null);
		const routes: LinkRoute[] = brackets.map(({ ends, ...bracket }) => {
			const path = ends ? this.#wayOf(bracket.path, ends) : bracket.path;
			return makeRoute({ ...bracket, path, label: null });
		});
		const plans = rest.map((link) => this.#planLink(link));
		spreadEnds(plans);
		const closing = this.#finder?.closingLinks(rest);
		for (const plan of plans)
			routes.push(this.#routePlan(plan, closing?.has(plan.link.id) ?? false));
		for (const [key, way] of this.#ways) if (way.round !== this.#round) this.#ways.delete(key);
		return routes;
	}

	/** Finds out what moved since the last time. */
	#takeCards(cards: ReadonlyMap<CardId, CardBox>): void {
		const moved: Box[] = [];
		for (const [id, { box }] of cards) {
			const before = this.#cards.get(id)?.box;
			if (before === box) continue;
			moved.push(box);
			if (before) moved.push(before);
		}
		for (const [id, { box }] of this.#cards) if (!cards.has(id)) moved.push(box);
		this.#round += 1;
		this.#moved = moved.length > mostMoved ? null : moved;
		this.#cards = cards;
		if (moved.length > 0) this.#grid = this.#finder?.gridOf(boxesOf(cards)) ?? null;
	}

	#planLink(link: Link): Plan {
		const from = this.#cards.get(link.from) as CardBox;
		const to = this.#cards.get(link.to) as CardBox;
		const known = this.#plans.get(link);
		if (known?.from === from && known.to === to) {
			known.outBy = known.inBy = 0;
			return known;
		}
		const [startSide, endSide] = facingSides(from.box, to.box);
		const fixed = fixedPath(link.kind, from, to, startSide);
		const plan = { link, from, to, startSide, endSide, fixed, outBy: 0, inBy: 0, route: null };
		this.#plans.set(link, plan);
		return plan;
	}

	#routePlan(plan: Plan, closes: boolean): LinkRoute {
		const { from, to, startSide, endSide, outBy, inBy } = plan;
		const known = plan.route;
		const isSame = known?.outBy === outBy && known.inBy === inBy && known.closes === closes;
		if (isSame && this.#holds(known.way)) return known.line;
		const start = portOf(from.box, startSide, outBy);
		const end = portOf(to.box, endSide, inBy);
		const drawn = plan.fixed ?? curveBetween(start, startSide, end, endSide);
		const way = this.#find(drawn, { start, startSide, end, endSide, own: [from.box, to.box] });
		const line = lineOf(plan, way.path, closes);
		plan.route = { outBy, inBy, closes, way, line };
		return line;
	}

	/** Lines of brackets are made anew each time; their ways are not. */
	#wayOf(drawn: LinkPath, ends: Ends): LinkPath {
		const key = `${ends.start.join()} ${ends.end.join()} ${ends.startSide}`;
		const known = this.#ways.get(key);
		if (known && this.#holds(known)) return known.path;
		const way = this.#find(drawn, ends);
		this.#ways.set(key, way);
		return way.path;
	}

	#find(drawn: LinkPath, ends: Ends): FoundWay {
		const round = this.#round;
		if (!this.#finder || !this.#grid) return { region: nowhere, path: drawn, round };
		const path = this.#finder.freeWay(drawn, ends, this.#grid);
		return { region: this.#finder.regionOf(ends), path, round };
	}

	/** Whether a way that was in use is what would be found now. */
	#holds(way: FoundWay): boolean {
		if (way.round === this.#round) return true;
		if (way.round !== this.#round - 1 || !this.#isUntouched(way.region)) return false;
		way.round = this.#round;
		return true;
	}

	#isUntouched(region: Box): boolean {
		return this.#moved !== null && !this.#moved.some((box) => boxesOverlap(box, region));
	}
}

function* boxesOf(cards: ReadonlyMap<CardId, CardBox>): Iterable<Box> {
	for (const { box } of cards.values()) yield box;
}

function fixedPath(kind: LinkKind, from: CardBox, to: CardBox, side: Side): LinkPath | null {
	const isBelow = from.box.y >= to.box.y + to.box.height;
	if (kind === 'why' && from.zone === to.zone && isBelow && from.depth > to.depth) {
		if (from.box.x > to.box.x)
			return from.box.x < to.box.x + to.box.width ? whyElbow(from.box, to.box) : null;
		if (from.box.x === to.box.x && to.depth >= measures.maxIndents)
			return deepWhyElbow(from.box, to.box);
	}
	const isLowerTarget = to.box.y + to.box.height / 2 > from.box.y + from.box.height + 8;
	if (kind === 'gap' && side === 'left' && isLowerTarget) return cornerCurve(from.box, to.box);
	return null;
}

/** Ends that share an edge of a card are set apart; the outermost stay clear of its corners. */
function spreadEnds(plans: readonly Plan[]): void {
	const arriving = new Map<CardBox, Plan[]>();
	const leaving = new Map<CardBox, Plan[]>();
	for (const plan of plans) {
		if (plan.fixed) continue;
		push(arriving, plan.to, plan);
		if (isFromRoot(plan)) push(leaving, plan.from, plan);
	}
	for (const group of arriving.values()) if (group.length > 1) spreadGroup(group, 'in');
	for (const group of leaving.values()) if (group.length > 1) spreadGroup(group, 'out');
}

/** The ends of these links at one card, an edge at a time, in the order of where they come from. */
function spreadGroup(group: readonly Plan[], end: 'in' | 'out'): void {
	for (const side of sides) {
		const atSide = group.filter((plan) => (end === 'in' ? plan.endSide : plan.startSide) === side);
		const [first] = atSide;
		if (!first || atSide.length < 2) continue;
		const isUpright = side === 'left' || side === 'right';
		const { box } = end === 'in' ? first.to : first.from;
		const towards = (plan: Plan): number => {
			const other = (end === 'in' ? plan.from : plan.to).box;
			return isUpright ? other.y + other.height / 2 : other.x + other.width / 2;
		};
		atSide.sort((a, b) => towards(a) - towards(b) || (a.link.id < b.link.id ? -1 : 1));
		const room = Math.max(0, (isUpright ? box.height : box.width) - 2 * cornerRoom);
		const step = Math.min(end === 'in' ? spread : rootSpread, room / (atSide.length - 1));
		for (const [index, plan] of atSide.entries()) {
			const by = (index - (atSide.length - 1) / 2) * step;
			if (end === 'in') plan.inBy = by;
			else plan.outBy = by;
		}
	}
}

function lineOf(plan: Plan, path: LinkPath, closes: boolean): LinkRoute {
	const { link } = plan;
	const look = linkKinds[link.kind];
	const words = closes ? circleWords : look.label;
	return makeRoute({
		links: [link.id],
		cards: [link.from, link.to],
		set: link.set,
		kind: link.kind,
		strong: look.strong,
		width: isFromRoot(plan) ? rootWidth : look.width,
		dash: look.dash,
		hasHead: look.hasHead,
		path,
		label: words && { text: words, at: labelPlace(path, plan) }
	});
}

/** Beside an upright line, under the corner of a bent one, else on the middle of the line. */
function labelPlace(path: LinkPath, plan: Plan): BoardPoint {
	const middle = pathMiddle(path);
	if (plan.fixed) return boardPoint(path.start[0] + 14, middle.y + 14);
	const isUpright = plan.startSide === 'top' || plan.startSide === 'bottom';
	return isUpright ? boardPoint(middle.x + 10, middle.y) : boardPoint(middle.x + 8, middle.y - 12);
}

function isFromRoot({ link, from }: Plan): boolean {
	return link.kind === 'causeMeasure' && isFlagged(from.card);
}

function makeRoute(route: Omit<LinkRoute, 'box'>): LinkRoute {
	const box = pathBox(route.path);
	const labelWidth = route.label ? Math.max(route.label.text.ja.length * 19, 140) : 0;
	return {
		...route,
		box: {
			x: box.x - margin,
			y: box.y - margin - (route.label ? 12 : 0),
			width: box.width + 2 * margin + labelWidth,
			height: box.height + 2 * margin + (route.label ? 40 : 0)
		}
	};
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}
