import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RoomTheme } from './room-theme.svelte.ts';

const kept = new Map<string, string>();
beforeEach(() => {
	kept.clear();
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value)
	});
});
afterEach(() => vi.unstubAllGlobals());

test('one press leads from a bright room to a dark one, to a weak projector and back', () => {
	const theme = new RoomTheme();
	const seen = [theme.shown];
	for (let press = 0; press < 3; press += 1) {
		theme.turn();
		seen.push(theme.shown);
	}
	expect(seen).toEqual(['light', 'dark', 'contrast', 'light']);
});

test('the choice stays on this device, and a word nobody knows is none', () => {
	const theme = new RoomTheme();
	theme.turn();
	expect(new RoomTheme().shown).toBe('dark');
	kept.set('renkei.screen-theme', 'purple');
	expect(new RoomTheme().shown).toBe('light');
});
