import type { ZoneId } from '@renkei/shared/method/ids.ts';

/** Where the screen is: a zone and one of its pages, from 0. */
export interface ScreenPlace {
	readonly zone: ZoneId;
	readonly page: number;
}

/** Stands for the last page of a zone whose pages nobody has counted yet. */
export const lastPage = Infinity;

/** The place one page on or back; zones follow each other in their order, and the ends stay where they are. */
export function turned(
	{ zone, page }: ScreenPlace,
	by: 1 | -1,
	zones: readonly ZoneId[],
	pageCount: number
): ScreenPlace {
	const shown = Math.min(page, Math.max(pageCount, 1) - 1);
	const next = shown + by;
	if (next >= 0 && next < pageCount) return { zone, page: next };
	const neighbour = zones[zones.indexOf(zone) + by];
	if (neighbour === undefined) return { zone, page: shown };
	return { zone: neighbour, page: by > 0 ? 0 : lastPage };
}

/** What a key of the keyboard or of a presenter's remote asks for. */
export function wishOf(
	event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing'>
): 'next' | 'previous' | 'theme' | null {
	if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return null;
	switch (event.key) {
		case 'ArrowRight':
		case 'PageDown':
			return 'next';
		case 'ArrowLeft':
		case 'PageUp':
			return 'previous';
		case ' ':
			return event.shiftKey ? 'previous' : 'next';
		case 't':
		case 'T':
			return 'theme';
		default:
			return null;
	}
}
