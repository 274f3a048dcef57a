import type { CarePathWay, DrawnPoint } from '@renkei/shared/method/care-path.ts';

/** Length and half width of an arrowhead in bu. */
const head = { length: 14, half: 7 } as const;

/** The line of a way as SVG path data, up to where its arrowhead begins. */
export function linePath({ points, bends }: CarePathWay): string {
	const [start, ...rest] = points.map(([x, y], index) =>
		index === points.length - 1 ? headBase(points) : ([x, y] as const)
	);
	const say = ([x, y]: DrawnPoint): string => `${round(x)} ${round(y)}`;
	if (!start) return '';
	return `M${say(start)}${bends ? 'C' : 'L'}${rest.map(say).join(' ')}`;
}

/** The arrowhead of a way as SVG path data; drawn, since markers do not take over a line's colour everywhere. */
export function headPath({ points }: CarePathWay): string {
	const tip = points.at(-1);
	if (!tip) return '';
	const [x, y] = headBase(points);
	const [alongX, alongY] = [(tip[0] - x) / head.length, (tip[1] - y) / head.length];
	const side = (by: number): string => `${round(x - alongY * by)} ${round(y + alongX * by)}`;
	return `M${round(tip[0])} ${round(tip[1])}L${side(head.half)}L${side(-head.half)}Z`;
}

function headBase(points: readonly DrawnPoint[]): DrawnPoint {
	const [before, tip] = points.slice(-2);
	if (!before || !tip) return [0, 0];
	const length = Math.hypot(tip[0] - before[0], tip[1] - before[1]) || 1;
	const along = head.length / length;
	return [tip[0] - (tip[0] - before[0]) * along, tip[1] - (tip[1] - before[1]) * along];
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
