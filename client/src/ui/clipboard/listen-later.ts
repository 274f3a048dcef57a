import type { ClipboardAround } from './board-clipboard.ts';

/** Long enough for the board to stand; nobody copies before. */
const beforeFetchingMs = 2000;

/** Listens for copying and pasting once its part of the page has come; returns how to stop. */
export function listenToClipboardLater(around: ClipboardAround): () => void {
	let stop: (() => void) | null = null;
	let isOver = false;
	const timer = setTimeout(() => {
		import('./board-clipboard.ts').then(
			({ listenToClipboard }) => {
				if (!isOver) stop = listenToClipboard(around);
			},
			// Without the network there is no copying by key until the page is opened again; all else works.
			() => {}
		);
	}, beforeFetchingMs);
	return () => {
		isOver = true;
		clearTimeout(timer);
		stop?.();
	};
}
