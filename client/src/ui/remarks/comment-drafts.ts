import type { CardId } from '@renkei/shared/method/card.ts';

/** What people began to write about cards and did not send; panels come and go with the selection. */
const drafts = new Map<CardId, string>();

/** What stands unsent for a card. */
export function commentDraft(card: CardId): string {
	return drafts.get(card) ?? '';
}

/** Keeps what is unsent until the page is left; nothing once it is sent. */
export function keepCommentDraft(card: CardId, text: string): void {
	if (text.trim() === '') drafts.delete(card);
	else drafts.set(card, text);
}
