/** A place of a drawn line in bu; `pressure` from 1 (light) to 5 (firm), 3 where nothing tells. */
export interface StrokePoint {
	readonly x: number;
	readonly y: number;
	readonly pressure: number;
}

/** A drawn line as it is kept: whole bu, each place told by its way from the one before; a digit of pressure each, or none. */
export interface EncodedStroke {
	readonly path: string;
	readonly pressure: string;
}

/** The pressure of what cannot tell it. */
export const evenPressure = 3;

/** Beyond this no place of a line lies, in bu. */
const farthest = 100_000;
/** Five bits a character, the lowest first: the first half of the signs ends a number, the second half goes on. */
const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const perSign = 32;

/** The line in as few characters as it takes. */
export function encodeStroke(points: readonly StrokePoint[]): EncodedStroke {
	let path = '';
	let [x, y] = [0, 0];
	for (const point of points) {
		const [nextX, nextY] = [bounded(point.x), bounded(point.y)];
		path += numberSigns(nextX - x) + numberSigns(nextY - y);
		[x, y] = [nextX, nextY];
	}
	const isEven = points.every(({ pressure }) => pressure === evenPressure);
	return { path, pressure: isEven ? '' : points.map(({ pressure }) => pressure).join('') };
}

/** The places of a kept line; whatever is odd in it ends the line there. */
export function decodeStroke({ path, pressure }: EncodedStroke): readonly StrokePoint[] {
	const points: StrokePoint[] = [];
	let [x, y] = [0, 0];
	let read = 0;
	const next = (): number | null => {
		let [value, unit] = [0, 1];
		while (read < path.length) {
			const sign = signs.indexOf(path.charAt(read));
			read += 1;
			if (sign < 0 || unit > perSign ** 3) return null;
			value += (sign % perSign) * unit;
			if (sign < perSign) return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
			unit *= perSign;
		}
		return null;
	};
	for (;;) {
		const [dx, dy] = [next(), next()];
		if (dx === null || dy === null) return points;
		[x, y] = [bounded(x + dx), bounded(y + dy)];
		const told = Number(pressure.charAt(points.length));
		points.push({ x, y, pressure: told >= 1 && told <= 5 ? told : evenPressure });
	}
}

function numberSigns(value: number): string {
	let rest = value < 0 ? -value * 2 - 1 : value * 2;
	let text = '';
	while (rest >= perSign) {
		text += signs.charAt(perSign + (rest % perSign));
		rest = Math.floor(rest / perSign);
	}
	return text + signs.charAt(rest);
}

function bounded(value: number): number {
	const whole = Math.round(value);
	return Number.isFinite(whole) ? Math.max(-farthest, Math.min(farthest, whole)) : 0;
}
