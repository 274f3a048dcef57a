import type { Box } from '@renkei/shared/geometry/box.ts';
import { boxesOverlap, growBox } from '@renkei/shared/geometry/box.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { Badges } from './badges.ts';
import type { Camera } from './camera.ts';
import { paintedBox } from './camera.ts';
import type { Brush } from './card-node.ts';
import { drawCard } from './card-node.ts';
import { detailAt } from './detail.ts';
import { drawIsland } from './island-node.ts';
import { drawLink } from './link-node.ts';
import type { Picture } from './picture.ts';
import type { CanvasTheme } from './theme.ts';
import { drawZone } from './zone-node.ts';

/** How far beyond its box a card is painted: flag above, ring, shadow. */
const cardMargin = 40;

/** From afar a zone's title stands above it. */
const zoneHeadRoomPx = 32;

/** What a painting shows and what it leaves out because it is drawn above it just now. */
export interface PaintingSubject {
	readonly picture: Picture;
	readonly hidden: ReadonlySet<CardId>;
}

/**
 * The bitmap of everything that stands still. A whole painting is done in slices of a few milliseconds, so that
 * no frame waits for it, and only then replaces the one on screen; a small change repaints only its place.
 */
export class Painting {
	readonly bitmap: HTMLCanvasElement = document.createElement('canvas');
	readonly #context: CanvasRenderingContext2D;
	readonly #badges: Badges;
	readonly #overscan: number;
	#theme: CanvasTheme;
	#ratio = 1;

	constructor(theme: CanvasTheme, badges: Badges, overscan: number) {
		const context = this.bitmap.getContext('2d');
		if (!context) throw new Error('This browser gives no 2D canvas.');
		this.#context = context;
		this.#theme = theme;
		this.#badges = badges;
		this.#overscan = overscan;
	}

	/** Other colours from the next painting on. */
	dress(theme: CanvasTheme): void {
		this.#theme = theme;
		this.#badges.dress(theme);
	}

	/** Makes room for a screen of this size; what was painted is gone. */
	resize(width: number, height: number, ratio: number): void {
		this.#ratio = ratio;
		this.bitmap.width = Math.ceil((width + 2 * this.#overscan) * ratio);
		this.bitmap.height = Math.ceil((height + 2 * this.#overscan) * ratio);
	}

	/** Starts a whole painting; every step of the iterator draws a little. */
	*paint(subject: PaintingSubject, camera: Camera): Generator<void, void> {
		const context = this.#context;
		const brush = this.#brush(camera, subject.picture);
		context.setTransform(1, 0, 0, 1, 0, 0);
		context.clearRect(0, 0, this.bitmap.width, this.bitmap.height);
		this.#transform(camera);
		yield* drawAll(brush, subject, paintedBox(camera, this.#overscan));
	}

	/** Repaints one place of a finished painting. */
	repaint(subject: PaintingSubject, camera: Camera, places: readonly Box[]): void {
		const context = this.#context;
		const brush = this.#brush(camera, subject.picture);
		for (const place of places) {
			context.save();
			// Whole device pixels only: a clip through the middle of a pixel leaves a visible seam.
			const { left, top, width, height } = this.#pixelsOf(place, camera);
			context.setTransform(1, 0, 0, 1, 0, 0);
			context.beginPath();
			context.rect(left, top, width, height);
			context.clip();
			context.clearRect(left, top, width, height);
			this.#transform(camera);
			const steps = drawAll(brush, subject, growBox(place, 2 / camera.zoom));
			while (steps.next().done !== true);
			context.restore();
		}
	}

	#pixelsOf(
		place: Box,
		{ origin, zoom }: Camera
	): { left: number; top: number; width: number; height: number } {
		const toPixels = (at: number, from: number): number =>
			((at - from) * zoom + this.#overscan) * this.#ratio;
		const left = Math.floor(toPixels(place.x, origin.x));
		const top = Math.floor(toPixels(place.y, origin.y));
		const right = Math.ceil(toPixels(place.x + place.width, origin.x));
		const bottom = Math.ceil(toPixels(place.y + place.height, origin.y));
		return { left, top, width: right - left, height: bottom - top };
	}

	#brush(camera: Camera, picture: Picture): Brush {
		return {
			context: this.#context,
			theme: this.#theme,
			badges: this.#badges,
			zoom: camera.zoom,
			detail: detailAt(camera.zoom),
			language: picture.language
		};
	}

	#transform({ origin, zoom }: Camera): void {
		const scale = zoom * this.#ratio;
		this.#context.setTransform(
			scale,
			0,
			0,
			scale,
			(this.#overscan - origin.x * zoom) * this.#ratio,
			(this.#overscan - origin.y * zoom) * this.#ratio
		);
	}
}

/** Zones below links below cards below drawn lines; only what touches the place. */
function* drawAll(
	brush: Brush,
	{ picture, hidden }: PaintingSubject,
	place: Box
): Generator<void, void> {
	const headRoom = zoneHeadRoomPx / brush.zoom;
	for (const zone of picture.zones)
		if (boxesOverlap(growBox(zone.box, headRoom), place)) {
			drawZone(brush, zone);
			yield;
		}
	for (const island of picture.islands) {
		if (!boxesOverlap(growBox(island.box, cardMargin), place)) continue;
		drawIsland(brush, island);
		yield;
	}
	for (const route of picture.routes) {
		if (!boxesOverlap(route.box, place)) continue;
		if (hidden.size > 0 && route.cards.some((id) => hidden.has(id))) continue;
		drawLink(brush, route);
		yield;
	}
	const around = growBox(place, cardMargin);
	for (const card of picture.cards.values()) {
		if (!boxesOverlap(card.box, around) || hidden.has(card.id)) continue;
		drawCard(brush, card);
		yield;
	}
	for (const stroke of picture.strokes) {
		if (!boxesOverlap(stroke.box, place)) continue;
		stroke.paint(brush);
		yield;
	}
}

/** The places of the board that differ between two paintings, a little grown. */
export function changedPlaces(before: PaintingSubject, after: PaintingSubject): readonly Box[] {
	const places: Box[] = [];
	const add = (box: Box): void => void places.push(growBox(box, cardMargin));
	for (const [id, card] of before.picture.cards)
		if (after.picture.cards.get(id) !== card || before.hidden.has(id) !== after.hidden.has(id))
			add(card.box);
	for (const [id, card] of after.picture.cards)
		if (before.picture.cards.get(id) !== card) add(card.box);
	const islands = new Set(before.picture.islands);
	for (const island of after.picture.islands) if (!islands.delete(island)) add(island.box);
	for (const island of islands) add(island.box);
	if (before.picture.strokes !== after.picture.strokes) {
		const strokes = new Set(before.picture.strokes);
		for (const stroke of after.picture.strokes) if (!strokes.delete(stroke)) add(stroke.box);
		for (const stroke of strokes) add(stroke.box);
	}
	after.picture.zones.forEach((zone, index) => {
		const old = before.picture.zones[index];
		if (old === zone) return;
		if (old) add(old.box);
		add(zone.box);
	});
	if (before.picture.routes !== after.picture.routes || before.hidden !== after.hidden) {
		const old = visibleRoutes(before);
		const now = visibleRoutes(after);
		for (const [key, box] of old) if (!now.has(key)) places.push(box);
		for (const [key, box] of now) if (!old.has(key)) places.push(box);
	}
	return places;
}

function visibleRoutes({ picture, hidden }: PaintingSubject): ReadonlyMap<string, Box> {
	const routes = new Map<string, Box>();
	for (const route of picture.routes) {
		if (hidden.size > 0 && route.cards.some((id) => hidden.has(id))) continue;
		const { start, pieces } = route.path;
		routes.set(`${route.kind} ${route.width} ${start.join()} ${pieces.join(' ')}`, route.box);
	}
	return routes;
}
