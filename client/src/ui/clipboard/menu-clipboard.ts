import { writeClip } from '@renkei/shared/method/card-clip.ts';
import type { BoardPoint } from '@renkei/shared/geometry/point.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { OpenBoard } from '../../state/open-board.ts';
import type { Clipping } from './card-clipboard.ts';
import { clipCards, pasteClipping } from './card-clipboard.ts';

/** What was copied last on this page: where a page may not look into the clipboard, the menu pastes this. */
let copied: Clipping | null = null;

/** コピー from the menu, where no key event hands over the clipboard. */
export async function copyToClipboard(open: OpenBoard, cards: readonly CardId[]): Promise<void> {
	const clip = clipCards(open, cards);
	if (!clip) return;
	copied = writeClip(clip);
	open.notices.show('copied', { count: clip.cards.length });
	await write(copied);
}

/** 貼り付け from the menu: from the clipboard if the browser lets us look, else what was copied here. */
export async function pasteFromClipboard(open: OpenBoard, place: BoardPoint | null): Promise<void> {
	const found = (await read()) ?? copied;
	if (!found || !pasteClipping(open, found, place)) open.notices.show('pasteByKey');
}

async function write({ html, text }: Clipping): Promise<void> {
	// A network without HTTPS has no clipboard to write to: then only the event of a copy reaches it.
	if (!canUseClipboard()) {
		writeByEvent({ html, text });
		return;
	}
	const part = (type: string, content: string): Blob => new Blob([content], { type });
	try {
		await navigator.clipboard.write([
			new ClipboardItem({
				'text/html': part('text/html', html),
				'text/plain': part('text/plain', text)
			})
		]);
	} catch {
		writeByEvent({ html, text });
	}
}

function writeByEvent({ html, text }: Clipping): void {
	const fill = (event: ClipboardEvent): void => {
		event.clipboardData?.setData('text/html', html);
		event.clipboardData?.setData('text/plain', text);
		event.preventDefault();
		event.stopImmediatePropagation();
	};
	document.addEventListener('copy', fill, { capture: true, once: true });
	document.execCommand('copy');
	document.removeEventListener('copy', fill, { capture: true });
}

async function read(): Promise<Clipping | null> {
	if (!canUseClipboard()) return null;
	try {
		const clipping = { html: '', text: '' };
		for (const item of await navigator.clipboard.read())
			for (const [key, type] of [
				['html', 'text/html'],
				['text', 'text/plain']
			] as const)
				if (item.types.includes(type)) clipping[key] = await (await item.getType(type)).text();
		return clipping;
	} catch {
		// Not allowed by the person or the browser.
		return null;
	}
}

function canUseClipboard(): boolean {
	return 'clipboard' in navigator && typeof ClipboardItem === 'function';
}
