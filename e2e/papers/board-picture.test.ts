import { GlobalFonts, Path2D, createCanvas } from '@napi-rs/canvas';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import { encodeStart } from '@renkei/shared/document/templates.ts';
import { growBox } from '@renkei/shared/geometry/box.ts';
import { readIslandPlaces } from '@renkei/shared/lane-layout/islands.ts';
import { LaneLayout } from '@renkei/shared/lane-layout/lane-layout.ts';
import { routeLinks } from '@renkei/shared/lane-layout/route-links.ts';
import { cardTypeIds } from '@renkei/shared/method/ids.ts';
import { numberCards, readLanes } from '@renkei/shared/method/lanes.ts';
import { boldAdvances, regularAdvances } from '@renkei/shared/method/worksheet/font-advances.ts';
import { buildPicture } from '../../client/src/canvas/picture.ts';
import { pictureOfBoard } from '../../client/src/canvas/picture-of-board.ts';
import type { CanvasTheme } from '../../client/src/canvas/theme.ts';
import { inkIn, readPixels } from '../support/ink.ts';
import { sheetFonts } from '../support/sheet-fonts.ts';

const colours = { strong: '#1b2a41', face: '#fff8e1', border: '#a68c4b', ink: '#171c21' };
const theme: CanvasTheme = {
	font: 'board-font',
	canvas: '#eef1f4',
	surface: '#ffffff',
	zoneFace: '#f6f8fa',
	line: '#87919b',
	text: '#171c21',
	textSoft: '#4f5963',
	tagText: '#2b333b',
	primary: '#0a4f9e',
	primarySoft: '#dce8f5',
	focusInner: '#ffbf00',
	focusOuter: '#171c21',
	unusual: '#6b7681',
	mark: '#ffffff',
	pens: { ink: '#171c21', red: '#b4210f', blue: '#0b4a8f', green: '#006b4b', brown: '#7a5300' },
	shadow: 'rgba(23, 28, 33, 0.12)',
	cards: Object.fromEntries(
		cardTypeIds.map((type) => [type, { ...colours, band: '#e6dcc0' }])
	) as CanvasTheme['cards'],
	who: ['#0a4f9e']
};

/** How many pixels the canvases of this browser may have; a larger one stays empty, as on an old iPad. */
let mostPixels = Infinity;

beforeEach(async () => {
	const { regular, bold } = await sheetFonts();
	for (const bytes of [regular, bold]) GlobalFonts.register(Buffer.from(bytes), theme.font);
	mostPixels = Infinity;
	vi.stubGlobal('Path2D', Path2D);
	vi.stubGlobal('document', {
		fonts: { load: async () => [], check: () => true },
		createElement: () => {
			const canvas = createCanvas(1, 1);
			const toBlob = (take: (blob: Blob) => void): void =>
				take(new Blob([new Uint8Array(canvas.toBuffer('image/png'))]));
			return new Proxy(canvas, {
				get: (target, key) => {
					if (key === 'toBlob') return toBlob;
					const context = target.getContext('2d');
					// A canvas too large for its browser takes every command and has no pixels.
					if (key === 'getContext' && target.width * target.height > mostPixels)
						return () => ({
							setTransform: () => {},
							fillRect: () => {},
							getImageData: () => ({ data: new Uint8ClampedArray(4) })
						});
					return key === 'getContext' ? () => context : Reflect.get(target, key, target);
				},
				set: (target, key, value) => Reflect.set(target, key, value, target)
			});
		}
	});
});
afterEach(() => void vi.unstubAllGlobals());

function mitori() {
	const doc = new Y.Doc();
	const author = { participant: 'p1', profession: null, now: 1 };
	Y.applyUpdate(doc, encodeStart('i-city-mitori', { title: '看取り', scene: 'endOfLife' }, author));
	const board = readBoard(doc);
	const lanes = readLanes(board);
	const layout = new LaneLayout({ regular: regularAdvances, bold: boldAdvances }).compute(
		lanes,
		board.links.values(),
		'ja',
		readIslandPlaces(board.records.values())
	);
	const picture = buildPicture(
		{
			...layout,
			titles: new Map(),
			routes: routeLinks(layout.cards, board.links.values()),
			numbers: numberCards(lanes),
			currentZone: null,
			language: 'ja'
		},
		null
	);
	return { picture, layout, place: growBox(layout.bounds, 40) };
}

const request = { theme, zoom: 1, pause: async () => {} };

test('the whole board is painted on white, every card with its words', async () => {
	const { picture, place } = mitori();
	const pixels = await readPixels(await pictureOfBoard({ ...request, picture, place }));
	const ratio = pixels.width / place.width;
	expect(pixels.width * pixels.height).toBeLessThanOrEqual(4961 * 3508 + 10_000);
	expect(pixels.brightness[0]).toBe(255);
	expect(picture.cards.size).toBeGreaterThan(10);
	for (const { box } of picture.cards.values()) {
		const inside = growBox(box, -10);
		const ink = inkIn(pixels, {
			x: (inside.x - place.x) * ratio,
			y: (inside.y - place.y) * ratio,
			width: inside.width * ratio,
			height: inside.height * ratio
		});
		expect(ink).toBeGreaterThan(200);
	}
});

test('one zone alone has its size', async () => {
	const { picture, layout } = mitori();
	const place = growBox([...layout.zones.values()][0]!.box, 40);
	const pixels = await readPixels(await pictureOfBoard({ ...request, picture, place }));
	expect(pixels.width / pixels.height).toBeCloseTo(place.width / place.height, 2);
	expect(pixels.width).toBe(Math.ceil(place.width * 2));
});

test('a browser whose canvases are small gets a smaller picture, and none an empty one', async () => {
	const { picture, place } = mitori();
	mostPixels = 3_000_000;
	const pixels = await readPixels(await pictureOfBoard({ ...request, picture, place }));
	expect(pixels.width * pixels.height).toBeLessThanOrEqual(mostPixels);
	expect(pixels.brightness.some((value) => value < 128)).toBe(true);
	mostPixels = 10;
	await expect(pictureOfBoard({ ...request, picture, place })).rejects.toThrow('large enough');
});

test('painting stops between two slices when it is told to', async () => {
	const { picture, place } = mitori();
	vi.spyOn(performance, 'now').mockImplementation(
		(() => {
			let now = 0;
			return () => (now += 20);
		})()
	);
	const pause = () => Promise.reject(new Error('stopped'));
	await expect(pictureOfBoard({ ...request, picture, place, pause })).rejects.toThrow('stopped');
	vi.restoreAllMocks();
});
