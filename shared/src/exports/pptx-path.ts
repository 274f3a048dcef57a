type Point = readonly [x: number, y: number];

/** A piece of an outline in absolute coordinates. */
export type PathPiece =
	| { readonly kind: 'move' | 'line'; readonly to: Point }
	| { readonly kind: 'curve'; readonly via: readonly [Point, Point]; readonly to: Point }
	| { readonly kind: 'close' };

const tokens = /[a-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;
const numbersOf: Readonly<Record<string, number>> = {
	M: 2,
	L: 2,
	H: 1,
	V: 1,
	C: 6,
	S: 4,
	Q: 4,
	T: 2,
	A: 7,
	Z: 0
};

/** SVG path data as lines and cubic curves, which is what drawings of Office know. */
export function readPath(data: string): readonly PathPiece[] {
	const pieces: PathPiece[] = [];
	const words = data.match(tokens) ?? [];
	let at: Point = [0, 0];
	let start: Point = [0, 0];
	let control: Point | null = null;
	let command = 'M';
	let index = 0;
	while (index < words.length) {
		const word = words[index] ?? '';
		if (/[a-z]/i.test(word)) {
			command = word;
			index += 1;
		}
		const kind = command.toUpperCase();
		const isRelative = command !== kind;
		const count = numbersOf[kind] ?? 0;
		const values = words.slice(index, index + count).map(Number);
		index += count;
		const [from, before]: [Point, Point | null] = [at, control];
		const point = (offset: number): Point => [
			(values[offset] ?? 0) + (isRelative ? from[0] : 0),
			(values[offset + 1] ?? 0) + (isRelative ? from[1] : 0)
		];
		const mirrored: Point = before ? [2 * from[0] - before[0], 2 * from[1] - before[1]] : from;
		const curve = (first: Point, second: Point, to: Point): void => {
			pieces.push({ kind: 'curve', via: [first, second], to });
			at = to;
		};
		const quadratic = (middle: Point, to: Point): void => {
			curve(between(from, middle), between(to, middle), to);
			control = middle;
		};
		control = null;
		switch (kind) {
			case 'M':
				at = point(0);
				start = at;
				pieces.push({ kind: 'move', to: at });
				// Further pairs after a move are lines.
				command = isRelative ? 'l' : 'L';
				break;
			case 'H':
				at = [point(0)[0], from[1]];
				pieces.push({ kind: 'line', to: at });
				break;
			case 'V':
				at = [from[0], (values[0] ?? 0) + (isRelative ? from[1] : 0)];
				pieces.push({ kind: 'line', to: at });
				break;
			case 'L':
				at = point(0);
				pieces.push({ kind: 'line', to: at });
				break;
			case 'C':
				curve(point(0), point(2), point(4));
				control = point(2);
				break;
			case 'S':
				curve(mirrored, point(0), point(2));
				control = point(0);
				break;
			case 'Q':
				quadratic(point(0), point(2));
				break;
			case 'T':
				quadratic(mirrored, point(0));
				break;
			case 'A':
				for (const piece of arcPieces(from, point(5), values)) pieces.push(piece);
				at = point(5);
				break;
			default:
				pieces.push({ kind: 'close' });
				at = start;
				// Nothing may follow a close without a letter; a stray number must not hang the reader.
				if (!/[a-z]/i.test(words[index] ?? 'z')) index += 1;
		}
	}
	return pieces;
}

/** Two thirds of the way to the only control point of a quadratic curve. */
function between(end: Point, middle: Point): Point {
	return [end[0] + ((middle[0] - end[0]) * 2) / 3, end[1] + ((middle[1] - end[1]) * 2) / 3];
}

/** An arc of an ellipse as curves of a quarter turn at most, by the formulas of the SVG recommendation (F.6.5). */
function arcPieces(from: Point, to: Point, values: readonly number[]): PathPiece[] {
	const [rawX = 0, rawY = 0, degrees = 0, isLarge = 0, isSweep = 0] = values;
	if (rawX === 0 || rawY === 0) return [{ kind: 'line', to }];
	const angle = (degrees * Math.PI) / 180;
	const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
	const [halfX, halfY] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
	const [x1, y1] = [cos * halfX + sin * halfY, cos * halfY - sin * halfX];
	const stretch = Math.max(1, Math.hypot(x1 / rawX, y1 / rawY));
	const [rx, ry] = [Math.abs(rawX) * stretch, Math.abs(rawY) * stretch];
	const below = (rx * y1) ** 2 + (ry * x1) ** 2;
	const above = Math.max(0, (rx * ry) ** 2 - below);
	const factor = (isLarge === isSweep ? -1 : 1) * Math.sqrt(below === 0 ? 0 : above / below);
	const [cx1, cy1] = [(factor * rx * y1) / ry, (-factor * ry * x1) / rx];
	const centre: Point = [
		cos * cx1 - sin * cy1 + (from[0] + to[0]) / 2,
		sin * cx1 + cos * cy1 + (from[1] + to[1]) / 2
	];
	const first = Math.atan2((y1 - cy1) / ry, (x1 - cx1) / rx);
	const last = Math.atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx);
	let sweep = last - first;
	if (isSweep === 0 && sweep > 0) sweep -= 2 * Math.PI;
	if (isSweep !== 0 && sweep < 0) sweep += 2 * Math.PI;
	const steps = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
	const step = sweep / steps;
	const reach = (4 / 3) * Math.tan(step / 4);
	const onEllipse = (x: number, y: number): Point => [
		centre[0] + cos * rx * x - sin * ry * y,
		centre[1] + sin * rx * x + cos * ry * y
	];
	return Array.from({ length: steps }, (_, index): PathPiece => {
		const [a, b] = [first + step * index, first + step * (index + 1)];
		return {
			kind: 'curve',
			via: [
				onEllipse(Math.cos(a) - reach * Math.sin(a), Math.sin(a) + reach * Math.cos(a)),
				onEllipse(Math.cos(b) + reach * Math.sin(b), Math.sin(b) - reach * Math.cos(b))
			],
			to: index === steps - 1 ? to : onEllipse(Math.cos(b), Math.sin(b))
		};
	});
}
