import type { CardType } from '../ids.ts';

/** The sign of a card type as vector shapes in a square of 32 units; told apart by shape first, colour second. */
export interface BadgeShape {
	/** SVG path data of the filled shape. */
	readonly path: string;
	/** A second path that is only stroked: the rim of the cylinder, the fold of the note. */
	readonly strokePath: string;
	/** Where the baseline of the mark stands, and how large the mark is. */
	readonly baseline: number;
	readonly markSize: number;
	readonly colour: string;
	/** Whether the shape is an outline with a dark mark instead of a face with a white one. */
	readonly isHollow: boolean;
}

/** The badge of every card type (design §3.1). */
export const badges = {
	theme: shape('M4 2h24v21l-12 8-12-8z', '#1B2A41', 20, 16),
	vision: shape('M16 1a15 15 0 1 0 .01 0z', '#0A55A8', 21.6, 16.5),
	fact: shape(
		'M4 2h24a2 2 0 0 1 2 2v24a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2z',
		'#59636E',
		21.6,
		16.5
	),
	cause: shape('M16 0 32 16 16 32 0 16z', '#B43A00', 21.6, 15),
	measure: shape('M8.5 2h15L32 16l-8.5 14h-15L0 16z', '#006B4B', 21.6, 16.5),
	outcome: shape('M16 0 31 13v17a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2V13z', '#7A5300', 23.5, 16.5),
	indicator: shape(
		'M1 30V17a15 15 0 0 1 30 0v13a1 1 0 0 1-1 1H2a1 1 0 0 1-1-1z',
		'#006A85',
		23.5,
		16.5
	),
	source: {
		...shape('M2 6c0-3 6-5 14-5s14 2 14 5v20c0 3-6 5-14 5S2 29 2 26z', '#6A4528', 25, 14.5),
		strokePath: 'M4 8.5c3 2 7.5 2.8 12 2.8s9-.8 12-2.8'
	},
	note: {
		...shape('M3 2h18l8 8v20H3z', '#3E4751', 24, 16.5),
		strokePath: 'M21 2v8h8',
		isHollow: true
	}
} satisfies Record<CardType, BadgeShape>;

function shape(path: string, colour: string, baseline: number, markSize: number): BadgeShape {
	return { path, strokePath: '', baseline, markSize, colour, isHollow: false };
}
