import type { BoardLibrary, Told } from '../../state/library.ts';
import type { Answer } from '../http.ts';
import { api } from '../http.ts';

/** The library of this server. */
export const askLibrary: BoardLibrary = {
	search: async (search) => told(await api.searchLibrary(search)),
	chain: async (boardId, cardId) => told(await api.chain(boardId, cardId))
};

function told<T>(answer: Answer<T>): Told<T> {
	return answer.ok ? answer : { ok: false, sentence: answer.refusal.sentence };
}
