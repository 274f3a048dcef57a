/** How far a pointer may wander (CSS px) and how long a pause may be (ms), by what points. */
export const thresholds = {
	dragPx: { mouse: 4, touch: 10 },
	/** So long cards rest over another before it is offered to make an island of them. */
	dwellMs: 400,
	doubleTapMs: 450,
	doubleTapPx: { mouse: 8, touch: 24 }
} as const;

/** Moving the board by itself while something is dragged near its edge. */
export const edgeScroll = {
	marginPx: 32,
	afterMs: 200,
	pxPerSecond: 900
} as const;
