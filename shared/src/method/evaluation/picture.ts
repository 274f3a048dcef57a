/** What a part of a chart means; whoever paints decides on the colour. */
export const inks = ['value', 'target', 'paper', 'frame', 'hatch', 'reached', 'behind'] as const;
export type Ink = (typeof inks)[number];

/** One mark of a chart, in the picture's own units. */
export type Shape =
	| {
			readonly shape: 'path';
			readonly d: string;
			readonly stroke: Ink;
			readonly width: number;
			readonly dash: string;
	  }
	| {
			readonly shape: 'rect';
			readonly x: number;
			readonly y: number;
			readonly width: number;
			readonly height: number;
			readonly radius: number;
			readonly fill: Ink | null;
			readonly stroke: Ink | null;
	  }
	| {
			readonly shape: 'circle';
			readonly x: number;
			readonly y: number;
			readonly radius: number;
			readonly fill: Ink;
			readonly stroke: Ink;
	  };

/** A small chart as plain data: what the screen paints and an export draws are the same marks. */
export interface Picture {
	readonly width: number;
	readonly height: number;
	readonly shapes: readonly Shape[];
}

/** The inks as colours; in `monochrome` dashes, hatching and rings carry the meaning alone. */
export const inkColours: Readonly<Record<'colour' | 'monochrome', Readonly<Record<Ink, string>>>> =
	{
		colour: {
			value: '#0B4A8F',
			target: '#006B4B',
			paper: '#FFFFFF',
			frame: '#87919B',
			hatch: '#D8DCE0',
			reached: '#006B4B',
			behind: '#7A5300'
		},
		monochrome: {
			value: '#171C21',
			target: '#171C21',
			paper: '#FFFFFF',
			frame: '#171C21',
			hatch: '#171C21',
			reached: '#171C21',
			behind: '#171C21'
		}
	};

/** The picture as an SVG file. */
export function pictureToSvg(picture: Picture, colours: Readonly<Record<Ink, string>>): string {
	const { width, height, shapes } = picture;
	const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`;
	return [head, ...shapes.map((shape) => `\t${shapeToSvg(shape, colours)}`), '</svg>', ''].join(
		'\n'
	);
}

function shapeToSvg(shape: Shape, colours: Readonly<Record<Ink, string>>): string {
	const paint = (ink: Ink | null): string => (ink === null ? 'none' : colours[ink]);
	switch (shape.shape) {
		case 'path': {
			const dash = shape.dash === '' ? '' : ` stroke-dasharray="${shape.dash}"`;
			return `<path d="${shape.d}" fill="none" stroke="${paint(shape.stroke)}" stroke-width="${shape.width}"${dash}/>`;
		}
		case 'rect':
			return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" rx="${shape.radius}" fill="${paint(shape.fill)}" stroke="${paint(shape.stroke)}"/>`;
		case 'circle':
			return `<circle cx="${shape.x}" cy="${shape.y}" r="${shape.radius}" fill="${paint(shape.fill)}" stroke="${paint(shape.stroke)}" stroke-width="2"/>`;
	}
}
