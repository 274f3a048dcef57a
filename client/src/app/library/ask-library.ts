import type { BoardLibrary, Told } from '../../state/library.ts';
import type { Answer } from '../ask.ts';
const pages = async () => (await import('../http.ts')).api;

/** The library of this server; its routes are fetched when it is asked first. */
export const askLibrary: BoardLibrary = {
	search: async (search) => told(await (await pages()).searchLibrary(search)),
	chain: async (boardId, cardId) => told(await (await pages()).chain(boardId, cardId))
};

function told<T>(answer: Answer<T>): Told<T> {
	return answer.ok ? answer : { ok: false, sentence: answer.refusal.sentence };
}
