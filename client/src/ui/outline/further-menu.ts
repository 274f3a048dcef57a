import type { Card } from '@renkei/shared/method/card.ts';
import { outlineText } from '../../i18n/messages/outline.ts';
import { startNew } from '../../state/card-chain.ts';
import type { OpenBoard } from '../../state/open-board.ts';
import { lockCards, mayLock } from '../../tools/lock-selection.ts';
import type { RowMenuItem } from './row-actions.ts';

/** A question that a row's menu asks in a dialog of its own. */
export type RowQuestion = 'type' | 'links';

/** What else the board offers for one card: in its menu there, in the menu of its row here. */
export function furtherMenu(
	open: OpenBoard,
	card: Card,
	ask: (question: RowQuestion) => void
): readonly RowMenuItem[] {
	const { commands } = open;
	const mayNote = card.type !== 'note' && open.may({ do: 'create', type: 'note' });
	return [
		{ label: outlineText.linkMany(), run: () => ask('links'), disabled: !open.may({ do: 'link' }) },
		...(mayNote
			? [
					{
						label: outlineText.addNote(),
						run: () =>
							startNew(open, commands.addLinkedCard({ type: 'note', text: '' }, { to: card.id }))
					}
				]
			: []),
		{ label: outlineText.changeType(), run: () => ask('type') },
		...(mayLock(open)
			? [
					{
						label: card.lock ? outlineText.free() : outlineText.pin(),
						run: () => lockCards(open, [card.id], card.lock ? null : 'pinned')
					}
				]
			: []),
		{
			label: outlineText.past(),
			run: () => open.popups.open({ kind: 'cardPast', subject: card.id })
		}
	];
}
