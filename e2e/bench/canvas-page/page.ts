import { boardPoint } from '@renkei/shared/geometry/point.ts';
import { LaneLayout } from '@renkei/shared/lane-layout/lane-layout.ts';
import { wayFinder } from '@renkei/shared/lane-layout/way-finder.ts';
import { LinkRouter } from '@renkei/shared/lane-layout/link-routes.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { numberCards, readLanes } from '@renkei/shared/method/lanes.ts';
import { boldAdvances, regularAdvances } from '@renkei/shared/method/worksheet/font-advances.ts';
import { BoardView } from '../../../client/src/canvas/board-view.ts';
import type { Camera } from '../../../client/src/canvas/camera.ts';
import { buildPicture, emptyOverlay } from '../../../client/src/canvas/picture.ts';
import { picturesOfStrokes } from '../../../client/src/canvas/stroke-node.ts';
import { readTheme } from '../../../client/src/canvas/theme.ts';
import { makeBoard } from './board.ts';
import { makeStrokes } from './strokes.ts';

/** What the script outside asks this page to do; every answer is in ms. */
export interface CanvasPage {
	open(cards: number, links: number): Promise<{ layoutMs: number; relayoutMs: number }>;
	pan(zoom: number, ms: number): Promise<readonly number[]>;
	zoom(from: number, to: number, ms: number): Promise<readonly number[]>;
	drag(zoom: number, ms: number): Promise<readonly number[]>;
	hitTest(times: number): number;
	/** Draws lines of so many places all over the board. */
	draw(lines: number, places: number): Promise<void>;
	/** Frames while nothing happens: what the machine itself manages just now. */
	idle(ms: number): Promise<readonly number[]>;
}

declare global {
	interface Window {
		canvasPage: CanvasPage;
	}
}

const host = document.querySelector<HTMLDivElement>('#host') as HTMLDivElement;
const size = { width: 1294, height: 548 };
const fonts = { regular: regularAdvances, bold: boldAdvances };
let view: BoardView | null = null;
let picture = buildPicture(
	{
		zones: new Map(),
		cards: new Map(),
		islands: [],
		titles: new Map(),
		routes: [],
		numbers: new Map(),
		currentZone: null,
		language: 'ja'
	},
	null
);
let bounds = { x: 0, y: 0, width: 0, height: 0 };

/** Runs `frame` before every repaint for so long and gives the time between frames. */
async function everyFrame(ms: number, frame: (progress: number) => void): Promise<number[]> {
	const times: number[] = [];
	await new Promise<void>((resolve) => {
		const start = performance.now();
		let last: number | null = null;
		const step = (now: number): void => {
			if (last !== null) times.push(now - last);
			last = now;
			const progress = (performance.now() - start) / ms;
			if (progress >= 1) {
				resolve();
				return;
			}
			frame(progress);
			requestAnimationFrame(step);
		};
		requestAnimationFrame(step);
	});
	return times;
}

async function rest(): Promise<void> {
	await everyFrame(1200, () => {});
}

function look(camera: Camera): void {
	view?.lookAt(camera);
}

/** Back and forth over the board, as a hand drags it: from one edge of the canvas to the other in one second. */
function panned(zoom: number, progress: number): Camera {
	const centre = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 };
	const swing = Math.sin(progress * Math.PI * 4);
	return {
		...size,
		zoom,
		origin: boardPoint(
			centre.x - size.width / 2 / zoom + (swing * size.width) / 2 / zoom,
			centre.y - size.height / 2 / zoom + (Math.sin(progress * Math.PI * 6) * 200) / zoom
		)
	};
}

window.canvasPage = {
	async open(cards, links) {
		const board = makeBoard(cards, links);
		const lanes = readLanes(board);
		const layout = new LaneLayout(fonts);
		const router = new LinkRouter(wayFinder);
		const before = performance.now();
		layout.compute(lanes, board.links.values(), 'ja');
		const layoutMs = performance.now() - before;
		const again: number[] = [];
		let placed = layout.compute(lanes, board.links.values(), 'ja');
		for (let round = 0; round < 9; round += 1) {
			const start = performance.now();
			placed = layout.compute(lanes, board.links.values(), 'ja');
			const routes = router.route(placed.cards, board.links.values());
			picture = buildPicture(
				{
					...placed,
					titles: new Map(),
					routes,
					numbers: numberCards(lanes),
					currentZone: 'outcome',
					language: 'ja'
				},
				picture
			);
			again.push(performance.now() - start);
		}
		const relayoutMs = again.sort((a, b) => a - b)[4] ?? 0;
		bounds = placed.bounds;
		view?.destroy();
		host.replaceChildren();
		view = new BoardView(host, readTheme(document.documentElement));
		view.show(picture);
		look({ ...size, zoom: 1, origin: boardPoint(0, 0) });
		await document.fonts.ready;
		await rest();
		return { layoutMs, relayoutMs };
	},

	async pan(zoom, ms) {
		look(panned(zoom, 0));
		await rest();
		return await everyFrame(ms, (progress) => look(panned(zoom, progress)));
	},

	async zoom(from, to, ms) {
		const at = (progress: number): Camera =>
			panned(from * (to / from) ** Math.abs(Math.sin(progress * Math.PI * 2)), 0);
		look(at(0));
		await rest();
		return await everyFrame(ms, (progress) => look(at(progress)));
	},

	async drag(zoom, ms) {
		const camera = panned(zoom, 0);
		look(camera);
		await rest();
		const middle = boardPoint(
			camera.origin.x + size.width / 2 / zoom,
			camera.origin.y + size.height / 2 / zoom
		);
		let nearest: CardId | null = null;
		let distance = Infinity;
		for (const card of picture.cards.values()) {
			const away = Math.hypot(card.box.x - middle.x, card.box.y - middle.y);
			if (away >= distance) continue;
			distance = away;
			nearest = card.id;
		}
		const cards = new Set(nearest === null ? [] : [nearest]);
		const times = await everyFrame(ms, (progress) =>
			view?.showOverlay({
				...emptyOverlay,
				selected: cards,
				drag: {
					cards,
					dx: (Math.sin(progress * 12) * 300) / zoom,
					dy: (Math.cos(progress * 9) * 150) / zoom,
					isCopy: false,
					guides: []
				}
			})
		);
		view?.showOverlay(emptyOverlay);
		return times;
	},

	idle: (ms) => everyFrame(ms, () => {}),

	async draw(lines, places) {
		const strokes = picturesOfStrokes(makeStrokes(lines, places, bounds), new Map());
		picture = { ...picture, strokes };
		view?.show(picture);
		await rest();
	},

	hitTest(times) {
		const before = performance.now();
		for (let i = 0; i < times; i += 1)
			view?.hitTest(boardPoint((i * 97) % bounds.width, (i * 31) % bounds.height), 'mouse');
		return (performance.now() - before) / times;
	}
};
