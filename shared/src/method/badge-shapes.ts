import type { CardType } from './ids.ts';

/** The badge of a card type in a 32 × 32 field: its outline, and where its one-character mark stands. */
export interface BadgeShape {
	readonly path: string;
	readonly markY: number;
	readonly markSize: number;
	/** A line drawn over the face: the rim of the cylinder, the folded corner. */
	readonly detail?: string;
	/** Drawn as an outline with a dark mark instead of a face with a white one. */
	readonly isOutlined?: boolean;
}

/** Pennant, circle, square, diamond, hexagon, house, dome, cylinder, folded corner: told apart without colour. */
export const badgeShapes = {
	theme: { path: 'M4 2h24v21l-12 8-12-8z', markY: 20, markSize: 16 },
	vision: { path: 'M16 1a15 15 0 1 0 .01 0z', markY: 21.6, markSize: 16.5 },
	fact: {
		path: 'M4 2h24a2 2 0 0 1 2 2v24a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2z',
		markY: 21.6,
		markSize: 16.5
	},
	cause: { path: 'M16 0 32 16 16 32 0 16z', markY: 21.6, markSize: 15 },
	measure: { path: 'M8.5 2h15L32 16l-8.5 14h-15L0 16z', markY: 21.6, markSize: 16.5 },
	outcome: {
		path: 'M16 0 31 13v17a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2V13z',
		markY: 23.5,
		markSize: 16.5
	},
	indicator: {
		path: 'M1 30V17a15 15 0 0 1 30 0v13a1 1 0 0 1-1 1H2a1 1 0 0 1-1-1z',
		markY: 23.5,
		markSize: 16.5
	},
	source: {
		path: 'M2 6c0-3 6-5 14-5s14 2 14 5v20c0 3-6 5-14 5S2 29 2 26z',
		markY: 25,
		markSize: 14.5,
		detail: 'M4 8.5c3 2 7.5 2.8 12 2.8s9-.8 12-2.8'
	},
	note: {
		path: 'M3 2h18l8 8v20H3z',
		markY: 24,
		markSize: 16.5,
		detail: 'M21 2v8h8',
		isOutlined: true
	}
} satisfies Record<CardType, BadgeShape>;
