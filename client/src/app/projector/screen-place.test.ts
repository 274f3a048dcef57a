import { expect, test } from 'vitest';
import { lastPage, turned, wishOf } from './screen-place.ts';
import type { ScreenPlace } from './screen-place.ts';

const zones = ['themeVision', 'fact', 'cause'] as const;

test('pages follow each other, then the next zone; backwards it comes back to the last page', () => {
	const at = (zone: ScreenPlace['zone'], page: number): ScreenPlace => ({ zone, page });
	expect(turned(at('fact', 0), 1, zones, 2)).toEqual(at('fact', 1));
	expect(turned(at('fact', 1), 1, zones, 2)).toEqual(at('cause', 0));
	expect(turned(at('cause', 0), -1, zones, 1)).toEqual(at('fact', lastPage));
	expect(turned(at('fact', lastPage), -1, zones, 2)).toEqual(at('fact', 0));
});

test('the ends stay where they are, and a page that went with its cards is forgotten', () => {
	expect(turned({ zone: 'themeVision', page: 0 }, -1, zones, 3)).toEqual({
		zone: 'themeVision',
		page: 0
	});
	expect(turned({ zone: 'cause', page: 5 }, 1, zones, 2)).toEqual({ zone: 'cause', page: 1 });
	expect(turned({ zone: 'cause', page: 0 }, 1, zones, 0)).toEqual({ zone: 'cause', page: 0 });
});

test('arrows, page keys and Space turn pages, T changes the colours; with Ctrl or in an IME nothing does', () => {
	const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
		wishOf({
			key,
			altKey: false,
			ctrlKey: false,
			metaKey: false,
			shiftKey: false,
			isComposing: false,
			...held
		});
	for (const key of ['ArrowRight', 'PageDown', ' ']) expect(press(key)).toBe('next');
	for (const key of ['ArrowLeft', 'PageUp']) expect(press(key)).toBe('previous');
	expect(press(' ', { shiftKey: true })).toBe('previous');
	expect(press('t')).toBe('theme');
	expect(press('t', { ctrlKey: true })).toBeNull();
	expect(press('ArrowRight', { altKey: true })).toBeNull();
	expect(press(' ', { isComposing: true })).toBeNull();
	expect(press('a')).toBeNull();
});
