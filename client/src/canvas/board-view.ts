import type { BoardPoint } from '@renkei/shared/geometry/point.ts';
import { boardPoint } from '@renkei/shared/geometry/point.ts';
import { boxesOverlap } from '@renkei/shared/geometry/box.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { defaultMethod } from '@renkei/shared/method/packs/method.ts';
import { Layer } from 'konva/lib/Layer.js';
import { Shape } from 'konva/lib/Shape.js';
import { Stage } from 'konva/lib/Stage.js';
import { Badges } from './badges.ts';
import type { Camera } from './camera.ts';
import { drawingRatio, isSameCamera, paintedBox, paintedOffset, uncoveredShare } from './camera.ts';
import { detailAt } from './detail.ts';
import { Glyphs } from './glyphs.ts';
import type { HitTarget, hitReachPx } from './hit-test.ts';
import { hitTest } from './hit-test.ts';
import { drawOverlay } from './overlay-node.ts';
import type { PaintingSubject } from './painting.ts';
import { Painting, changedPlaces } from './painting.ts';
import type { Overlay, Picture } from './picture.ts';
import { emptyOverlay, isEmptyOverlay } from './picture.ts';
import type { CanvasTheme } from './theme.ts';
import { isSameTheme } from './theme.ts';

/** How far the painting reaches beyond the screen (CSS px), so that a short pan uncovers nothing. */
const overscan = 96;
/** The camera rests when it has not moved for so long; only then the picture is painted sharp again. */
const restMs = 50;
/** While the camera moves, a new painting is begun at most this often, and only when it is needed. */
const repaintEveryMs = 120;
const mostUncovered = 0.15;
const mostStretched = 1.6;
/** The time one frame may spend painting: little under a moving hand, more once it rests and waits for a sharp picture. */
const sliceMs = { moving: 5, resting: 16 } as const;
/** More changed places than this are painted as a whole. */
const mostPlaces = 60;

interface Job {
	readonly camera: Camera;
	readonly subject: PaintingSubject;
	readonly steps: Generator<void, void>;
}

/** The performance mark set when a board has been painted whole for the first time. */
const firstPaintMark = 'renkei:board-painted';

/** What is on screen now; `isStale` when so much has changed that all of it must be painted again. */
interface Painted {
	readonly camera: Camera;
	readonly subject: PaintingSubject;
	readonly at: number;
	readonly isStale: boolean;
}

const noCards: ReadonlySet<CardId> = new Set();

/**
 * Draws the board. It is told what to show (`show`, `showOverlay`, `lookAt`) and decides itself when to draw:
 * once per frame, never in a background tab, and during pan and zoom by moving what is already painted.
 */
export class BoardView {
	readonly #stage: Stage;
	readonly #still = new Layer({ listening: false });
	readonly #moving = new Layer({ listening: false });
	readonly #painting: Painting;
	#theme: CanvasTheme;
	readonly #badges: Badges;
	readonly #glyphs: Glyphs;
	#ratio = 1;
	#camera: Camera = { origin: boardPoint(0, 0), zoom: 1, width: 0, height: 0 };
	#movedAt = -Infinity;
	#painted: Painted | null = null;
	#overlayCamera: Camera | null = null;
	#job: Job | null = null;
	#picture: Picture = {
		zones: [],
		islands: [],
		cards: new Map(),
		routes: [],
		strokes: [],
		holdsBackground: false,
		language: 'ja',
		words: defaultMethod.cardTypes
	};
	#overlay: Overlay = emptyOverlay;
	#hidden = noCards;
	#isOverlayStale = true;
	#hasMarked = false;
	#frame = 0;
	#timer = 0;

	constructor(host: HTMLDivElement, theme: CanvasTheme) {
		this.#theme = theme;
		this.#badges = new Badges(theme);
		this.#painting = new Painting(theme, this.#badges, overscan);
		this.#glyphs = new Glyphs(theme.font, () => this.repaint());
		this.#stage = new Stage({ container: host, width: 1, height: 1, listening: false });
		this.#stage.add(this.#still, this.#moving);
		this.#still.add(
			new Shape({
				listening: false,
				perfectDrawEnabled: false,
				sceneFunc: ({ _context: context }) => {
					context.setTransform(1, 0, 0, 1, 0, 0);
					context.drawImage(this.#painting.bitmap, 0, 0);
				}
			})
		);
		this.#moving.add(
			new Shape({
				listening: false,
				perfectDrawEnabled: false,
				sceneFunc: ({ _context: context }) => this.#drawOverlay(context)
			})
		);
		const { style } = this.#stage.content;
		// Pointers belong to the host: Konva would only look for shapes that never listen.
		style.pointerEvents = 'none';
		style.position = 'absolute';
		style.left = style.top = `${-overscan}px`;
		for (const layer of [this.#still, this.#moving]) {
			const canvas = layer.getNativeCanvasElement();
			canvas.style.transformOrigin = '0 0';
			canvas.style.willChange = 'transform';
		}
		document.addEventListener('visibilitychange', this.#onVisibility);
	}

	/** What stands still. */
	show(picture: Picture): void {
		if (picture === this.#picture) return;
		for (const card of picture.cards.values())
			if (this.#picture.cards.get(card.id)?.text !== card.text) {
				this.#glyphs.need(card.text);
				for (const tag of card.content.tags) this.#glyphs.need(tag.text);
				for (const row of card.content.subActions) this.#glyphs.need(row.lines.join(''));
			}
		for (const { title } of [...picture.zones, ...picture.islands]) this.#glyphs.need(title);
		if (picture.words !== this.#picture.words) this.#takeWords(picture.words);
		void this.#glyphs.request();
		this.#picture = picture;
		this.#isOverlayStale = true;
		this.#refresh();
	}

	/** What moves above it. */
	showOverlay(overlay: Overlay): void {
		this.#overlay = overlay;
		this.#isOverlayStale = true;
		for (const { label } of overlay.remote) this.#glyphs.need(label);
		if (overlay.offer) this.#glyphs.need(overlay.offer.words.join(''));
		void this.#glyphs.request();
		const hidden = overlay.drag && !overlay.drag.isCopy ? overlay.drag.cards : noCards;
		const isSame =
			hidden.size === this.#hidden.size && [...hidden].every((id) => this.#hidden.has(id));
		if (!isSame) {
			this.#hidden = hidden;
			this.#refresh();
		}
		this.#schedule();
	}

	/** Where to look from; a moved camera moves the painted picture at once. */
	lookAt(camera: Camera): void {
		if (isSameCamera(camera, this.#camera)) return;
		const isResized = camera.width !== this.#camera.width || camera.height !== this.#camera.height;
		this.#camera = camera;
		if (isResized) this.#resize();
		else this.#movedAt = performance.now();
		this.#schedule();
	}

	hitTest(point: BoardPoint, pointer: keyof typeof hitReachPx): HitTarget {
		return hitTest(this.#picture, this.#overlay.handles, point, this.#camera.zoom, pointer);
	}

	#takeWords(words: Picture['words']): void {
		this.#badges.words = words;
		for (const { mark } of Object.values(words)) this.#glyphs.need(mark);
		this.repaint();
	}

	/** Other colours: the whole board is painted anew unless they are the same. */
	dress(theme: CanvasTheme): void {
		if (isSameTheme(theme, this.#theme)) return;
		this.#theme = theme;
		this.#painting.dress(theme);
		this.repaint();
	}

	/** Paints everything anew: the font has arrived. */
	repaint(): void {
		this.#painted = null;
		this.#job = null;
		this.#isOverlayStale = true;
		this.#schedule();
	}

	destroy(): void {
		document.removeEventListener('visibilitychange', this.#onVisibility);
		cancelAnimationFrame(this.#frame);
		clearTimeout(this.#timer);
		this.#stage.destroy();
		// Safari keeps the memory of a canvas until its size says there is none.
		this.#painting.bitmap.width = this.#painting.bitmap.height = 0;
	}

	readonly #onVisibility = (): void => {
		if (!document.hidden) this.#schedule();
	};

	#resize(): void {
		const { width, height } = this.#camera;
		this.#ratio = drawingRatio(window.devicePixelRatio, width, height);
		for (const layer of [this.#still, this.#moving]) layer.getCanvas().setPixelRatio(this.#ratio);
		this.#stage.size({ width: width + 2 * overscan, height: height + 2 * overscan });
		this.#painting.resize(width, height, this.#ratio);
		// A resized canvas is empty: paint at once rather than in slices, or the board would blink.
		this.#painted = null;
		this.#job = null;
		this.#isOverlayStale = true;
		if (!document.hidden && this.#picture.zones.length > 0) this.#continue(this.#begin(), Infinity);
	}

	/** Brings the painting up to date with the picture: the changed places if they are few, else all. */
	#refresh(): void {
		this.#schedule();
		// A painting under way is finished first and then brought up to date: somebody who types all the
		// time must not keep it from ever being finished.
		if (this.#job || !this.#painted) return;
		const { camera, subject: before } = this.#painted;
		const subject = { picture: this.#picture, hidden: this.#hidden };
		const seen = paintedBox(camera, overscan);
		const places = changedPlaces(before, subject).filter((place) => boxesOverlap(place, seen));
		if (places.length > mostPlaces) {
			this.#painted = { ...this.#painted, isStale: true };
			return;
		}
		this.#painted = { ...this.#painted, subject };
		if (places.length === 0) return;
		this.#painting.repaint(subject, camera, places);
		this.#still.batchDraw();
	}

	#schedule(): void {
		if (this.#frame !== 0 || document.hidden) return;
		this.#frame = requestAnimationFrame((now) => {
			this.#frame = 0;
			this.#draw(now);
		});
	}

	#draw(now: number): void {
		if (this.#camera.width === 0) return;
		const isMoving = now - this.#movedAt < restMs;
		const job = this.#job ?? (this.#mustPaint(now, isMoving) ? this.#begin() : null);
		if (job) this.#continue(job, performance.now() + sliceMs[isMoving ? 'moving' : 'resting']);
		this.#place(this.#still, this.#painted?.camera ?? this.#camera);
		const mustDrawOverlay =
			this.#isOverlayStale ||
			(!isMoving && !(this.#overlayCamera && isSameCamera(this.#overlayCamera, this.#camera)));
		if (mustDrawOverlay) {
			this.#overlayCamera = this.#camera;
			this.#isOverlayStale = false;
			// An empty layer is not drawn, and hidden it need not be moved either: half the work of a pan.
			const isShown = !isEmptyOverlay(this.#overlay);
			this.#moving.getNativeCanvasElement().style.visibility = isShown ? 'visible' : 'hidden';
			if (isShown) this.#moving.draw();
		}
		if (!isEmptyOverlay(this.#overlay))
			this.#place(this.#moving, this.#overlayCamera ?? this.#camera);
		if (this.#job) this.#schedule();
		else if (isMoving) {
			clearTimeout(this.#timer);
			this.#timer = window.setTimeout(() => this.#schedule(), restMs);
		}
	}

	#mustPaint(now: number, isMoving: boolean): boolean {
		const painted = this.#painted;
		if (!painted) return true;
		if (painted.isStale) return true;
		if (isSameCamera(painted.camera, this.#camera)) return false;
		if (!isMoving) return true;
		if (now - painted.at < repaintEveryMs) return false;
		const stretch = this.#camera.zoom / painted.camera.zoom;
		return (
			stretch > mostStretched ||
			stretch < 1 / mostStretched ||
			uncoveredShare(painted.camera, this.#camera, overscan) > mostUncovered
		);
	}

	#begin(): Job {
		const camera = this.#camera;
		const subject = { picture: this.#picture, hidden: this.#hidden };
		const job = { camera, subject, steps: this.#painting.paint(subject, camera) };
		this.#job = job;
		return job;
	}

	#continue(job: Job, until: number): void {
		while (job.steps.next().done !== true) if (performance.now() > until) return;
		this.#job = null;
		this.#painted = {
			camera: job.camera,
			subject: job.subject,
			at: performance.now(),
			isStale: false
		};
		this.#still.draw();
		if (!this.#hasMarked && job.subject.picture.zones.length > 0) {
			this.#hasMarked = true;
			performance.mark(firstPaintMark);
		}
		this.#refresh();
	}

	#place(layer: Layer, painted: Camera): void {
		const { scale, x, y } = paintedOffset(painted, this.#camera, overscan);
		const { style } = layer.getNativeCanvasElement();
		const transform =
			scale === 1 && x === 0 && y === 0 ? 'none' : `translate(${x}px, ${y}px) scale(${scale})`;
		if (style.transform !== transform) style.transform = transform;
	}

	#drawOverlay(context: CanvasRenderingContext2D): void {
		const camera = this.#camera;
		const scale = camera.zoom * this.#ratio;
		context.setTransform(
			scale,
			0,
			0,
			scale,
			(overscan - camera.origin.x * camera.zoom) * this.#ratio,
			(overscan - camera.origin.y * camera.zoom) * this.#ratio
		);
		drawOverlay(
			{
				context,
				theme: this.#theme,
				badges: this.#badges,
				zoom: camera.zoom,
				detail: detailAt(camera.zoom),
				language: this.#picture.language
			},
			this.#picture,
			this.#overlay,
			paintedBox(camera, overscan)
		);
	}
}
