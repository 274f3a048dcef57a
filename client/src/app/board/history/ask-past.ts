import type { BoardPast } from '../../../state/past.ts';
import type { Told } from '../../../state/library.ts';
import type { Answer } from '../../ask.ts';

const routes = async () => await import('./past-routes.ts');

/** The past of one board; its routes are fetched when it is asked first. */
export function askPast(boardId: string): BoardPast {
	return {
		card: async (cardId) => told(await (await routes()).readCard(boardId, cardId)),
		trash: async () => told(await (await routes()).readTrash(boardId))
	};
}

function told<T>(answer: Answer<T>): Told<T> {
	return answer.ok ? answer : { ok: false, sentence: answer.refusal.sentence };
}
