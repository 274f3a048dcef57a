/** How far a pointer may wander (CSS px) and how long a pause may be (ms), by what points. */
export const thresholds = {
	dragPx: { mouse: 4, touch: 10 },
	/** A line begins where the pointer went down, and at once: letters are small. */
	drawPx: 1,
	/** So long cards rest over another before it is offered to make an island of them, or a link. */
	dwellMs: 600,
	/** A finger that rests longer than this taps, but is none of two quick taps. */
	tapMs: 300,
	/** So long a resting finger asks for the menu. */
	longPressMs: 500,
	doubleTapMs: 450,
	doubleTapPx: { mouse: 8, touch: 24 }
} as const;

/** Moving the board by itself while something is dragged near its edge. */
export const edgeScroll = {
	marginPx: 32,
	afterMs: 200,
	pxPerSecond: 900
} as const;
