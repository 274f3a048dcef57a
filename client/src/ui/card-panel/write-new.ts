import type { CardId } from '@renkei/shared/method/card.ts';
import type { OpenBoard } from '../../state/open-board.ts';

/** Opens a card that was made just now for writing; null (nothing was made) is passed over. */
export function writeNew(open: OpenBoard, id: CardId | null): void {
	if (id === null) return;
	open.selection.choose([id]);
	open.editing.start(id, { isNew: true });
}
