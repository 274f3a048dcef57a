/** Begins the outline of a rectangle with round corners; `roundRect` is missing on iOS 15. */
export function traceRoundRect(
	context: CanvasRenderingContext2D,
	x: number,
	y: number,
	width: number,
	height: number,
	radius: number
): void {
	const right = x + width;
	const bottom = y + height;
	context.beginPath();
	context.moveTo(x + radius, y);
	context.arcTo(right, y, right, bottom, radius);
	context.arcTo(right, bottom, x, bottom, radius);
	context.arcTo(x, bottom, x, y, radius);
	context.arcTo(x, y, right, y, radius);
	context.closePath();
}

/** Begins the outline of a strip whose left (or top) corners only are round. */
export function traceRoundStrip(
	context: CanvasRenderingContext2D,
	x: number,
	y: number,
	width: number,
	height: number,
	radius: number,
	side: 'left' | 'top'
): void {
	const right = x + width;
	const bottom = y + height;
	context.beginPath();
	if (side === 'left') {
		context.moveTo(right, y);
		context.lineTo(right, bottom);
		context.arcTo(x, bottom, x, y, radius);
		context.arcTo(x, y, right, y, radius);
	} else {
		context.moveTo(x, bottom);
		context.arcTo(x, y, right, y, radius);
		context.arcTo(right, y, right, bottom, radius);
		context.lineTo(right, bottom);
	}
	context.closePath();
}
