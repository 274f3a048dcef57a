import type { Ink, Picture, Shape } from '../method/evaluation/picture.ts';
import { inkColours } from '../method/evaluation/picture.ts';
import type { SheetItem } from '../method/worksheet/sheet-items.ts';
import type { CellDrawing } from './lay-out-table.ts';

/** A chart as items of a sheet, as wide as asked and as high as it then becomes. */
export function drawPicture(picture: Picture, widthMm: number, isMonochrome: boolean): CellDrawing {
	const scale = widthMm / picture.width;
	const colours = inkColours[isMonochrome ? 'monochrome' : 'colour'];
	const paint = (ink: Ink | null): string | null => (ink === null ? null : colours[ink]);
	return {
		widthMm,
		heightMm: picture.height * scale,
		paint: (items, x, y) => {
			for (const shape of picture.shapes)
				if (shape.shape === 'path' && shape.dash !== '')
					items.push(...dashedLines(shape, { x, y, scale, colour: colours[shape.stroke] }));
				else
					items.push({
						kind: 'path',
						path: pathOf(shape),
						x,
						y,
						scale,
						fill: shape.shape === 'path' ? null : paint(shape.fill),
						stroke: paint(shape.stroke),
						lineUnits: shape.shape === 'path' ? shape.width : shape.shape === 'circle' ? 2 : 1
					});
		}
	};
}

function pathOf(shape: Shape): string {
	switch (shape.shape) {
		case 'path':
			return shape.d;
		case 'rect': {
			const { x, y, width, height } = shape;
			const r = Math.min(shape.radius, width / 2, height / 2);
			const [across, down] = [width - 2 * r, height - 2 * r];
			const corner = (dx: number, dy: number): string => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
			return `M${x + r} ${y}h${across}${corner(r, r)}v${down}${corner(-r, r)}h${-across}${corner(-r, -r)}v${-down}${corner(r, -r)}z`;
		}
		case 'circle': {
			const { x, y, radius: r } = shape;
			return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
		}
	}
}

/** A path item cannot be dashed, so the level line of a target becomes a line of the sheet. */
function dashedLines(
	{ d, width, dash }: Extract<Shape, { readonly shape: 'path' }>,
	at: { readonly x: number; readonly y: number; readonly scale: number; readonly colour: string }
): readonly SheetItem[] {
	const points: (readonly [x: number, y: number])[] = [];
	for (const [, command, first, second] of d.matchAll(/([MLHV])(-?[\d.]+)(?: (-?[\d.]+))?/g)) {
		const [x, y] = points.at(-1) ?? [0, 0];
		points.push(
			command === 'H'
				? [Number(first), y]
				: command === 'V'
					? [x, Number(first)]
					: [Number(first), Number(second)]
		);
	}
	return points.slice(1).map((to, index): SheetItem => {
		const from = points[index] ?? to;
		return {
			kind: 'line',
			x1: at.x + from[0] * at.scale,
			y1: at.y + from[1] * at.scale,
			x2: at.x + to[0] * at.scale,
			y2: at.y + to[1] * at.scale,
			lineMm: width * at.scale,
			dash: dash.split(' ').map((part) => Number(part) * at.scale),
			colour: at.colour
		};
	});
}
