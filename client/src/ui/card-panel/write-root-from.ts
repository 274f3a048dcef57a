import type { CardId } from '@renkei/shared/method/card.ts';
import type { OpenBoard } from '../../state/open-board.ts';

/**
 * 原因から書き起こす: a new cause linked from this one, made the root cause and opened for writing. People seldom
 * choose one of the listed causes as it stands; they write a new sentence from several.
 */
export function writeRootFrom(open: OpenBoard, from: CardId): void {
	const id = open.commands.addLinkedCard({ type: 'cause', text: '' }, { from });
	if (id === null) return;
	for (const link of open.board.links.values())
		if (link.from === from && link.to === id) open.commands.setLinkKind(link.id, 'writtenFrom');
	open.commands.chooseRootCause(id);
	open.selection.choose([id]);
	open.editing.start(id, { isNew: true });
}
