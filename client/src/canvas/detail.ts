/** How much of a card is drawn: everything; badge and two lines; the badge alone; a plain rectangle (design §3.3). */
export type Detail = 'full' | 'brief' | 'mark' | 'plain';

/** A hair below 60 % counts as 60 %: fitting a board into a window never lands on the number itself. */
const tolerance = 0.006;

/** The detail for a zoom. */
export function detailAt(zoom: number): Detail {
	if (zoom >= 0.6 - tolerance) return 'full';
	if (zoom >= 0.3 - tolerance) return 'brief';
	return zoom >= 0.15 - tolerance ? 'mark' : 'plain';
}
