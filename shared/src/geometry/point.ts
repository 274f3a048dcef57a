declare const space: unique symbol;

/** A place on the board in board units (bu; 1 bu = 1 CSS px at 100 % zoom). */
export interface BoardPoint {
	readonly x: number;
	readonly y: number;
	readonly [space]: 'board';
}

/** A place on the screen in CSS px from the top left corner of the canvas. */
export interface ScreenPoint {
	readonly x: number;
	readonly y: number;
	readonly [space]: 'screen';
}

/** A board point from two numbers in bu. */
export function boardPoint(x: number, y: number): BoardPoint {
	return { x, y } as BoardPoint;
}

/** A screen point from two numbers in CSS px. */
export function screenPoint(x: number, y: number): ScreenPoint {
	return { x, y } as ScreenPoint;
}
