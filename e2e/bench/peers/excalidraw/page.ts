import {
	CaptureUpdateAction,
	convertToExcalidrawElements,
	Excalidraw
} from '@excalidraw/excalidraw';
import type { SceneApi, SceneElement } from '@excalidraw/excalidraw';
import '@excalidraw/excalidraw/index.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

/** A card or a link of our board, as this board is told of it; places in its own units, which are ours. */
export type PeerShape =
	| {
			readonly kind: 'card';
			readonly id: string;
			readonly box: readonly [x: number, y: number, width: number, height: number];
			readonly text: string;
	  }
	| { readonly kind: 'link'; readonly from: string; readonly to: string };

/** What the script outside asks this page to do. */
export interface PeerPage {
	/** Makes the scene of these shapes, as JSON to be served as the board of the next visit. */
	convert(shapes: readonly PeerShape[]): string;
	/** Looks at the scene so that the board point stands in the middle. */
	lookAt(zoom: number, x: number, y: number): void;
	fit(): void;
	/** Where a card's middle is in the window, CSS px. */
	placeOf(id: string): readonly [number, number];
	/** Cards moved by others arrive, as its own collaboration brings them in. */
	moveRemotely(ids: readonly string[], dx: number, dy: number): void;
}

declare global {
	interface Window {
		peerPage: PeerPage;
	}
}

/** The performance mark set when the whole scene has been drawn once. */
const paintedMark = 'peer:painted';

const host = document.querySelector<HTMLElement>('#root') as HTMLElement;
// As much room as our own canvas has beside its bars.
const size = new URLSearchParams(location.search);
host.style.width = `${size.get('width') ?? '1294'}px`;
host.style.height = `${size.get('height') ?? '548'}px`;

const asked = await fetch('/scene.json');
const elements: unknown = asked.ok ? await asked.json() : [];
const count = Array.isArray(elements) ? elements.length : 0;

function start(api: SceneApi): void {
	window.peerPage = {
		convert: (shapes) =>
			JSON.stringify(convertToExcalidrawElements(shapes.map(skeletonOf), { regenerateIds: false })),
		lookAt: (zoom, x, y) => {
			const appState = {
				zoom: { value: zoom },
				scrollX: host.clientWidth / 2 / zoom - x,
				scrollY: host.clientHeight / 2 / zoom - y
			};
			api.updateScene({ appState });
		},
		fit: () => api.scrollToContent(api.getSceneElements(), { fitToContent: true }),
		placeOf: (id) => {
			const card = api.getSceneElements().find((element) => element.id === id);
			if (!card) throw new Error(`There is no card ${id}.`);
			const { zoom, scrollX, scrollY, offsetLeft, offsetTop } = api.getAppState();
			return [
				(card.x + card.width / 2 + scrollX) * zoom.value + offsetLeft,
				(card.y + card.height / 2 + scrollY) * zoom.value + offsetTop
			];
		},
		moveRemotely: (ids, dx, dy) => {
			const moving = new Set(ids);
			const isMoved = ({ id, containerId }: SceneElement): boolean =>
				moving.has(id) || (typeof containerId === 'string' && moving.has(containerId));
			api.updateScene({
				elements: api
					.getSceneElements()
					.map((element) =>
						isMoved(element)
							? { ...element, x: element.x + dx, y: element.y + dy, version: element.version + 1 }
							: element
					),
				captureUpdate: CaptureUpdateAction.NEVER
			});
		}
	};
	const waitForScene = (): void => {
		if (api.getAppState().isLoading || api.getSceneElements().length < count)
			requestAnimationFrame(waitForScene);
		// It draws in the frame after it has taken the scene in.
		else requestAnimationFrame(() => performance.mark(paintedMark));
	};
	requestAnimationFrame(waitForScene);
}

function skeletonOf(shape: PeerShape): unknown {
	if (shape.kind === 'link')
		return {
			type: 'arrow',
			x: 0,
			y: 0,
			start: { id: shape.from },
			end: { id: shape.to },
			strokeColor: '#7a3e00'
		};
	const [x, y, width, height] = shape.box;
	return {
		type: 'rectangle',
		id: shape.id,
		x,
		y,
		width,
		height,
		fillStyle: 'solid',
		backgroundColor: '#fbe9dd',
		strokeColor: '#b34700',
		// A plain font of the system: nothing to fetch, nothing to wait for.
		label: { text: shape.text, fontSize: 20, fontFamily: 2 }
	};
}

createRoot(host).render(
	createElement(Excalidraw, {
		excalidrawAPI: start,
		initialData: { elements, appState: { zoom: { value: 0.3 } } },
		langCode: 'ja-JP'
	})
);
