import { limits } from '@renkei/shared/protocol/limits.ts';
import { homeText } from '../../i18n/messages/home.ts';
import { api } from '../http.ts';
import { router } from '../router.svelte.ts';
import { paths } from '../routes.ts';

/** Adds a board file to a workshop and opens it; the sentence to show when that fails, else null. */
export async function addBoardFile(workshopId: string, file: File): Promise<string | null> {
	if (file.size > limits.maxImportBytes) return homeText.fileTooLarge();
	const answer = await api.importBoard(workshopId, file);
	if (!answer.ok) return answer.refusal.sentence;
	router.go(paths.board(answer.value.boardId));
	return null;
}

/** Makes a workshop of one table from a board file and opens it; the sentence to show when that fails, else null. */
export async function openBoardFile(file: File): Promise<string | null> {
	if (file.size > limits.maxImportBytes) return homeText.fileTooLarge();
	const answer = await api.importWorkshop(file);
	if (!answer.ok) return answer.refusal.sentence;
	router.go(paths.board(answer.value.boardId));
	return null;
}
