import { writeClip } from '@renkei/shared/method/card-clip.ts';
import type { BoardPoint } from '@renkei/shared/geometry/point.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { OpenBoard } from '../../state/open-board.ts';
import { isResting } from '../canvas-keys.ts';
import { clipCards, pasteClipping } from './card-clipboard.ts';

/** What copying and pasting by key need of the canvas. */
export interface ClipboardAround {
	readonly open: OpenBoard;
	/** Where the pointer is on the board, or null. */
	readonly place: () => BoardPoint | null;
	readonly withdraw: (cards: readonly CardId[]) => void;
}

/** Ctrl+C, X and V for cards while the keyboard is on the board; returns how to stop. Words in a field stay the field's. */
export function listenToClipboard({ open, place, withdraw }: ClipboardAround): () => void {
	const take = (event: ClipboardEvent): readonly CardId[] | null => {
		const { selection } = open;
		if (isFields(event) || selection.cards.size === 0 || hasMarkedWords()) return null;
		const clip = clipCards(open, selection.cards);
		if (!clip || !event.clipboardData) return null;
		const { html, text } = writeClip(clip);
		event.clipboardData.setData('text/html', html);
		event.clipboardData.setData('text/plain', text);
		event.preventDefault();
		return [...selection.cards];
	};
	const copy = (event: ClipboardEvent): void => {
		const cards = take(event);
		if (cards) open.notices.show('copied', { count: cards.length });
	};
	const cut = (event: ClipboardEvent): void => {
		const cards = open.canWrite ? take(event) : null;
		if (cards) withdraw(cards);
	};
	const paste = (event: ClipboardEvent): void => {
		if (isFields(event) || !event.clipboardData) return;
		const html = event.clipboardData.getData('text/html');
		const text = event.clipboardData.getData('text/plain');
		if (pasteClipping(open, { html, text }, place())) event.preventDefault();
	};
	document.addEventListener('copy', copy);
	document.addEventListener('cut', cut);
	document.addEventListener('paste', paste);
	return () => {
		document.removeEventListener('copy', copy);
		document.removeEventListener('cut', cut);
		document.removeEventListener('paste', paste);
	};
}

/** Whether the event belongs to a field that somebody writes in, or to a dialog. */
function isFields({ target, defaultPrevented }: ClipboardEvent): boolean {
	if (defaultPrevented) return true;
	// A dialog keeps everything behind it from being worked on.
	if (document.querySelector('dialog[open]')) return true;
	if (!(target instanceof Element) || isResting(target)) return false;
	return target.closest('input, textarea, select, [contenteditable]') !== null;
}

/** Words marked somewhere on the page are what somebody wants to copy. */
function hasMarkedWords(): boolean {
	const marked = document.getSelection();
	return marked !== null && !marked.isCollapsed && marked.toString().trim() !== '';
}
