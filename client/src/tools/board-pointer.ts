import type { ScreenPoint } from '@renkei/shared/geometry/point.ts';
import { screenPoint } from '@renkei/shared/geometry/point.ts';
import type { BoardPoint } from '@renkei/shared/geometry/point.ts';
import type { ScrollSurroundings } from './edge-scroll.ts';
import { EdgeScroll } from './edge-scroll.ts';
import { PenWatch } from './pen-watch.ts';
import { thresholds } from './thresholds.ts';
import type { BoardPointerEvent, PointerTarget, Tool } from './tool.ts';

/** The parts of a pointer event that matter here. */
export interface PointerPress {
	readonly pointerId: number;
	readonly pointerType: string;
	readonly button: number;
	readonly clientX: number;
	readonly clientY: number;
	readonly shiftKey: boolean;
	readonly altKey: boolean;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
	/** 0 to 1; a mouse says 0.5 while it is pressed. */
	readonly pressure?: number;
	/** Where the pointer has been since the event before, on browsers that tell. */
	getCoalescedEvents?(): readonly PointerPress[];
}

/** What the pointer works on. */
export interface PointerSurroundings extends ScrollSurroundings {
	readonly tool: () => Tool;
	readonly pan: Tool;
	readonly target: (at: BoardPoint, pointer: 'mouse' | 'touch') => PointerTarget;
	/** The top left corner of the canvas in the window, CSS px. */
	readonly corner: () => { readonly left: number; readonly top: number };
	/** Opens the menu of what lies there; false where there is none and the gesture goes on. */
	readonly menu: (event: BoardPointerEvent) => boolean;
	/** Calls back after so many ms; returns how to call it off. */
	readonly later: (callback: () => void, ms: number) => () => void;
	/** 「ホイールで拡大」 is set. */
	readonly wheelZooms: () => boolean;
	/** The pointer was seen at a place of the board, or has left it. */
	readonly pointed: (at: BoardPoint | null) => void;
}

interface Press {
	readonly id: number;
	readonly button: number;
	readonly tool: Tool;
	readonly event: BoardPointerEvent;
	readonly at: number;
	last: PointerPress;
	isDragging: boolean;
}

interface Finger {
	x: number;
	y: number;
}

/** Turns the browser's pointers into taps and drags of the tool in hand; two fingers always move and zoom the board. */
export class BoardPointer {
	readonly #around: PointerSurroundings;
	readonly #edge: EdgeScroll;
	readonly #fingers = new Map<number, Finger>();
	#press: Press | null = null;
	#lastTap: { readonly at: number; readonly where: ScreenPoint; readonly count: number } | null =
		null;
	/** Once a second finger came down, nothing happens until all are up. */
	#isPinching = false;
	#isSpaceDown = false;
	readonly #pen = new PenWatch();
	#callOffMenu: (() => void) | null = null;

	constructor(around: PointerSurroundings) {
		this.#around = around;
		this.#edge = new EdgeScroll(around, () => {
			if (this.#press?.isDragging) this.#press.tool.drag(this.#translate(this.#press.last));
		});
	}

	/** Whether a gesture is under way. */
	get isBusy(): boolean {
		return this.#press !== null || this.#isPinching;
	}

	/** While Space is held a drag moves the board. */
	holdSpace(isDown: boolean): void {
		this.#isSpaceDown = isDown;
	}

	down(press: PointerPress): void {
		const isPen = this.#pen.watch(press);
		// The hand that holds a pen lies on the screen: what it touches is no second finger.
		if (isPen) this.#liftFingers();
		else if (this.#press?.last.pointerType === 'pen') return;
		if (press.pointerType === 'touch') {
			this.#fingers.set(press.pointerId, { x: press.clientX, y: press.clientY });
			if (this.#fingers.size > 1) {
				this.cancel();
				this.#isPinching = true;
				return;
			}
		}
		if (this.#isPinching || this.#press) return;
		const inHand = this.#around.tool();
		const isFinger = press.pointerType === 'touch' && this.#pen.isReal;
		const isPanning = press.button !== 0 || this.#isSpaceDown || (isFinger && inHand.draws);
		const tool = isPanning ? this.#around.pan : inHand;
		const event = this.#translate(press);
		this.#press = {
			id: press.pointerId,
			button: press.button,
			tool,
			event,
			at: this.#around.now(),
			last: press,
			isDragging: false
		};
		tool.press(event);
		if (event.pointer === 'touch' && !tool.draws)
			this.#callOffMenu = this.#around.later(() => this.#askMenu(), thresholds.longPressMs);
	}

	move(press: PointerPress): void {
		const finger = this.#fingers.get(press.pointerId);
		if (finger && this.#isPinching) {
			this.#pinch(press.pointerId, finger, press);
			return;
		}
		// Where a second finger finds it.
		if (finger) Object.assign(finger, { x: press.clientX, y: press.clientY });
		const held = this.#press;
		if (held?.id === press.pointerId) this.#pen.watch(press);
		const event = this.#translate(press);
		this.#around.pointed(event.board);
		if (!held) {
			if (event.pointer === 'mouse') this.#around.tool().hover(event);
			return;
		}
		if (press.pointerId !== held.id) return;
		held.last = press;
		if (!held.isDragging) {
			const away = distance(event.screen, held.event.screen);
			if (away < (held.tool.draws ? thresholds.drawPx : thresholds.dragPx[event.pointer])) return;
			held.isDragging = true;
			this.#forgetMenu();
			held.tool.dragStart(held.event, event);
		} else if (held.tool.draws) {
			const between = press.getCoalescedEvents?.() ?? [];
			for (const one of between.length > 0 ? between : [press])
				held.tool.drag(this.#translate(one));
		} else held.tool.drag(event);
		if (held.tool !== this.#around.pan && !held.tool.draws) this.#edge.watch(event.screen);
	}

	up(press: PointerPress): void {
		this.#fingers.delete(press.pointerId);
		if (this.#fingers.size === 0 && this.#isPinching) {
			this.#isPinching = false;
			return;
		}
		const held = this.#press;
		if (held?.id !== press.pointerId) return;
		this.#press = null;
		this.#forgetMenu();
		this.#edge.stop();
		const event = { ...this.#translate(press), heldMs: this.#around.now() - held.at };
		if (held.isDragging) held.tool.drop(event);
		else if (held.button === 2) this.#around.menu(held.event);
		else held.tool.tap({ ...held.event, heldMs: event.heldMs }, this.#countTap(event));
	}

	/** The gesture ends without any effect: Esc, a second finger, a call, the window losing focus. */
	cancel(): void {
		const held = this.#press;
		this.#press = null;
		this.#forgetMenu();
		this.#edge.stop();
		this.#lastTap = null;
		held?.tool.cancel();
	}

	/** A key came: presses before and after it are two presses, however quick. */
	endDoublePress(): void {
		this.#lastTap = null;
	}

	/** The browser took a pointer away. */
	lose(pointerId: number): void {
		this.#fingers.delete(pointerId);
		if (this.#fingers.size === 0) this.#isPinching = false;
		if (this.#press?.id === pointerId) this.cancel();
	}

	leave(): void {
		if (!this.#press) this.#around.pointed(null);
	}

	/**
	 * The wheel moves the board; with Ctrl (which a trackpad's pinch sends) it zooms where the pointer is. Where the
	 * wheel is set to zoom, sideways movement still moves: only a trackpad sends it without Shift.
	 */
	wheel(event: {
		readonly clientX: number;
		readonly clientY: number;
		readonly deltaX: number;
		readonly deltaY: number;
		readonly deltaMode: number;
		readonly ctrlKey: boolean;
		readonly metaKey: boolean;
		readonly shiftKey: boolean;
	}): void {
		const { viewport } = this.#around;
		const unit = wheelUnitsPx[event.deltaMode] ?? 1;
		const isSideways = event.shiftKey && event.deltaX === 0;
		const isPlain = !event.shiftKey && event.deltaX === 0;
		if (event.ctrlKey || event.metaKey || (isPlain && this.#around.wheelZooms())) {
			const step = Math.max(-1, Math.min(1, (-event.deltaY * unit) / 100));
			viewport.zoomAt(this.#screen(event), wheelZoom ** step);
			return;
		}
		const [dx, dy] = isSideways ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
		viewport.panBy(-dx * unit, -dy * unit);
		if (this.#press?.isDragging) this.#press.tool.drag(this.#translate(this.#press.last));
	}

	/** A finger rests: the menu comes, and what the finger has begun is over. */
	#askMenu(): void {
		this.#callOffMenu = null;
		const held = this.#press;
		if (held && !held.isDragging && this.#around.menu(held.event)) this.cancel();
	}

	#forgetMenu(): void {
		this.#callOffMenu?.();
		this.#callOffMenu = null;
	}

	#liftFingers(): void {
		if (this.#press?.last.pointerType === 'touch') this.cancel();
		this.#fingers.clear();
		this.#isPinching = false;
	}

	#pinch(id: number, finger: Finger, press: PointerPress): void {
		const others = [...this.#fingers].filter(([other]) => other !== id);
		const other = others[0]?.[1];
		const before = { x: finger.x, y: finger.y };
		finger.x = press.clientX;
		finger.y = press.clientY;
		if (!other || others.length > 1) return;
		const { viewport } = this.#around;
		// Half of a finger's way moves the middle between both.
		viewport.panBy((finger.x - before.x) / 2, (finger.y - before.y) / 2);
		const far = Math.hypot(before.x - other.x, before.y - other.y);
		const now = Math.hypot(finger.x - other.x, finger.y - other.y);
		if (far < 1 || now < 1) return;
		const middle = this.#screen({
			clientX: (finger.x + other.x) / 2,
			clientY: (finger.y + other.y) / 2
		});
		viewport.zoomAt(middle, now / far);
	}

	#countTap(event: BoardPointerEvent): number {
		const at = this.#around.now();
		if (event.pointer === 'touch' && event.heldMs > thresholds.tapMs) {
			this.#lastTap = null;
			return 1;
		}
		const last = this.#lastTap;
		const isQuick =
			last !== null &&
			at - last.at <= thresholds.doubleTapMs &&
			distance(event.screen, last.where) <= thresholds.doubleTapPx[event.pointer];
		const count = isQuick ? last.count + 1 : 1;
		this.#lastTap = { at, where: event.screen, count };
		return count;
	}

	#screen({ clientX, clientY }: { clientX: number; clientY: number }): ScreenPoint {
		const { left, top } = this.#around.corner();
		return screenPoint(clientX - left, clientY - top);
	}

	#translate(press: PointerPress): BoardPointerEvent {
		const screen = this.#screen(press);
		const board = this.#around.viewport.toBoard(screen);
		const pointer = press.pointerType === 'touch' ? 'touch' : 'mouse';
		return {
			screen,
			board,
			target: this.#around.target(board, pointer),
			pointer,
			shift: press.shiftKey,
			alt: press.altKey,
			ctrl: press.ctrlKey || press.metaKey,
			heldMs: this.#press ? this.#around.now() - this.#press.at : 0,
			pressure: press.pointerType === 'pen' && this.#pen.isReal ? (press.pressure ?? null) : null
		};
	}
}

/** What one unit of the wheel's `deltaMode` is in CSS px: pixels, lines, pages. */
const wheelUnitsPx: readonly number[] = [1, 16, 400];
/** One notch of a mouse wheel zooms by this factor. */
const wheelZoom = 1.15;

function distance(a: ScreenPoint, b: ScreenPoint): number {
	return Math.hypot(a.x - b.x, a.y - b.y);
}
