import { expect, test } from 'vitest';
import { findFreePlace } from './free-place.ts';
import { TipJar } from './tips.ts';
import type { TipMoment } from './tips.ts';

const desk: TipMoment = { hasFinger: false, isPicture: true, canWrite: true, hasWorked: true };

function memory() {
	const kept = new Map<string, string>();
	return {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value)
	};
}

test('each tip is told at most twice on a device, also after the page was left', () => {
	const storage = memory();
	const told: string[] = [];
	for (let at = 0; at < 20; at++) {
		// A page opened anew each time.
		const jar = new TipJar(storage);
		const tip = jar.next(desk);
		if (tip === null) break;
		jar.tell(tip);
		told.push(tip);
	}
	expect(told).toEqual([
		'undo',
		'ime',
		'whole',
		'doublePress',
		'undo',
		'ime',
		'whole',
		'doublePress'
	]);
});

test('a tip somebody has understood does not come again', () => {
	const jar = new TipJar(memory());
	jar.forgo('undo');
	expect(jar.next(desk)).toBe('ime');
});

test('fingers hear of fingers, and who only looks hears nothing of writing', () => {
	const jar = new TipJar(null);
	const finger = { ...desk, hasFinger: true };
	const told = new Set<string>();
	for (let tip = jar.next(finger); tip !== null; tip = jar.next(finger)) {
		told.add(tip);
		jar.forgo(tip);
	}
	expect([...told]).toEqual(['undo', 'whole', 'twoFingers', 'longPress']);
	expect(new TipJar(null).next({ ...desk, canWrite: false, isPicture: false })).toBeNull();
});

test('unreadable storage is a device that was told nothing', () => {
	const storage = { ...memory(), getItem: () => '{"undo":' };
	expect(new TipJar(storage).next(desk)).toBe('undo');
});

test('a tip lies over no card and no button, or nowhere', () => {
	const room = { x: 100, y: 200, width: 1000, height: 500 };
	const size = { width: 300, height: 60 };
	expect(findFreePlace(room, size, [])).toEqual({ x: 112, y: 628, ...size });
	const card = { x: 120, y: 600, width: 264, height: 80 };
	expect(findFreePlace(room, size, [card])).toEqual({ x: 450, y: 628, ...size });
	const below = { x: 100, y: 620, width: 1000, height: 80 };
	expect(findFreePlace(room, size, [below])).toEqual({ x: 112, y: 212, ...size });
	expect(findFreePlace(room, size, [room])).toBeNull();
	expect(findFreePlace({ ...room, width: 310 }, size, [])).toBeNull();
});
