import { openBoardRoute } from '@renkei/shared/protocol/api-route.ts';
import type { BoardAccess } from '@renkei/shared/protocol/board-access.ts';
import type { Answer } from './ask.ts';
import { ask } from './ask.ts';

/** Asks what is needed to open a board. */
export async function askBoard(boardId: string): Promise<Answer<BoardAccess>> {
	return await ask(openBoardRoute, { params: { boardId } });
}
