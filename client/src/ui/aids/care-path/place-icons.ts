import type { CarePathPlace } from '@renkei/shared/method/care-path.ts';

/** The icon of each kind of place as paths of a 24 × 24 square (lucide house, hospital, users; ISC), to be drawn inside the picture. */
export const placeIcons = {
	home: [
		'M15 21v-8a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v8',
		'M3 10a2 2 0 0 1 .709-1.528l7-6a2 2 0 0 1 2.582 0l7 6A2 2 0 0 1 21 10v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z'
	],
	ward: [
		'M12 7v4',
		'M14 21v-3a2 2 0 0 0-4 0v3',
		'M14 9h-4',
		'M18 11h2a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2h2',
		'M18 21V5a2 2 0 0 0-2-2H8a2 2 0 0 0-2 2v16'
	],
	support: [
		'M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2',
		'M16 3.128a4 4 0 0 1 0 7.744',
		'M22 21v-2a4 4 0 0 0-3-3.87',
		'M13 7a4 4 0 1 1-8 0a4 4 0 1 1 8 0'
	]
} satisfies Record<CarePathPlace['look'], readonly string[]>;
