import type { TextChange } from '@renkei/shared/document/commands/card-commands.ts';
import { editCardText } from '@renkei/shared/document/commands/card-commands.ts';
import { entryOf, rootsOf, textKey } from '@renkei/shared/document/layout.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import * as Y from 'yjs';
import type { SharedText } from './text-session.ts';

/** The text of a card as an editor works on it; null when the document has no such card. */
export function sharedTextOf(doc: Y.Doc, card: CardId, canWrite: () => boolean): SharedText | null {
	const text = entryOf(rootsOf(doc).cards, card)?.get(textKey);
	if (!(text instanceof Y.Text)) return null;
	return {
		read: () => text.toString(),
		edit: (change) => {
			if (!canWrite()) return false;
			editCardText(doc, card, change);
			return true;
		},
		observe: (listener) => {
			const tell = (event: Y.YTextEvent): void => listener(changesOf(event));
			text.observe(tell);
			return () => text.unobserve(tell);
		}
	};
}

function changesOf(event: Y.YTextEvent): readonly TextChange[] {
	const changes: TextChange[] = [];
	let index = 0;
	for (const { retain, insert, delete: remove } of event.delta) {
		if (retain !== undefined) index += retain;
		if (remove !== undefined) changes.push({ index, remove, insert: '' });
		if (typeof insert === 'string') {
			changes.push({ index, remove: 0, insert });
			index += insert.length;
		}
	}
	return changes;
}
