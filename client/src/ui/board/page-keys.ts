import type { OpenBoard } from '../../state/open-board.ts';
import { isForInputMethod } from '../../tools/key-match.ts';

/**
 * The keys that work in 一覧 and 演習シート, where no canvas listens: undo, redo, a calm answer to Ctrl+S, and in the list
 * (`isList`) finding cards: elsewhere the browser finds what stands on the page.
 */
export function runPageKey(open: OpenBoard, event: KeyboardEvent, isList = false): boolean {
	if (isForInputMethod(event) || event.altKey || !(event.ctrlKey || event.metaKey)) return false;
	const key = event.key.toLowerCase();
	if (key === 's' && !event.shiftKey) {
		if (open.connection.kind === 'saved') open.notices.show('savedAlready');
		return true;
	}
	// While somebody types, undo is the field's own.
	if (isField(event.target)) return false;
	if (key === 'z' && !event.shiftKey) open.history.undo();
	else if (key === 'y' || (key === 'z' && event.shiftKey)) open.history.redo();
	else if (key === 'f' && !event.shiftKey && isList)
		open.popups.open({ kind: 'find', subject: null });
	else return false;
	return true;
}

function isField(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest('input, textarea, select') !== null;
}
