import type { CardHistory, Trash } from '@renkei/shared/protocol/history-api.ts';
import { historyRoutes } from '@renkei/shared/protocol/history-api.ts';
import type { Answer } from '../../ask.ts';
import { ask } from '../../ask.ts';

/** What became of one card, the oldest first. */
export async function readCard(boardId: string, cardId: string): Promise<Answer<CardHistory>> {
	return await ask(historyRoutes.readCardHistory, { params: { boardId, cardId } });
}

/** What was withdrawn, by which profession and when. */
export async function readTrash(boardId: string): Promise<Answer<Trash>> {
	return await ask(historyRoutes.readTrash, { params: { boardId } });
}
