import type { BoardPointer } from '../tools/board-pointer.ts';
import { isForInputMethod } from '../tools/key-match.ts';
import type { KeyStroke } from '../tools/key-match.ts';
import type { KeyboardPlace } from '../tools/shortcuts/index.ts';

/** What the keys of the canvas work with. */
export interface CanvasKeysAround {
	readonly host: () => HTMLElement | null;
	readonly pointer: BoardPointer;
	/** Does what a key means; false leaves it to the browser. */
	readonly run: (stroke: KeyStroke, place: KeyboardPlace, cancelGesture: () => boolean) => boolean;
}

/** Listeners of the window that turn keys into shortcuts of the board, and let go of everything when it goes away. */
export function canvasKeys({ host, pointer, run }: CanvasKeysAround): {
	readonly keyDown: (event: KeyboardEvent) => void;
	readonly keyUp: (event: KeyboardEvent) => void;
	readonly leave: () => void;
} {
	const cancelGesture = (): boolean => {
		const wasBusy = pointer.isBusy;
		pointer.cancel();
		return wasBusy;
	};
	return {
		keyDown: (event) => {
			pointer.endDoublePress();
			if (event.defaultPrevented) return;
			const place = keyboardPlace(event.target, host());
			// The field that waits on a selected card takes what can be typed; Space still moves the board.
			const isTyped = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
			if (place === 'board' && event.key === ' ' && !isForInputMethod(event)) {
				pointer.holdSpace(true);
				event.preventDefault();
				return;
			}
			if (isResting(event.target) && isTyped) return;
			if (run(event, place, cancelGesture)) event.preventDefault();
		},
		keyUp: (event) => {
			if (event.key === ' ') pointer.holdSpace(false);
		},
		leave: () => {
			pointer.holdSpace(false);
			pointer.cancel();
		}
	};
}

/** Where a key was pressed. */
function keyboardPlace(target: EventTarget | null, host: HTMLElement | null): KeyboardPlace {
	// Under an open dialog no key is meant for the board; a practice has its board in a dialog of its own.
	const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
	if (dialog && !dialog.contains(host)) return 'field';
	if (!(target instanceof HTMLElement) || target === document.body) return 'board';
	if (isResting(target)) return 'board';
	if (target.closest('input, textarea, select, [contenteditable]')) return 'field';
	return target === host ? 'board' : 'page';
}

/** The invisible field that waits on a selected card for the first key. */
export function isResting(target: EventTarget | null): boolean {
	return target instanceof HTMLElement && target.dataset['resting'] !== undefined;
}
