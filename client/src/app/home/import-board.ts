import { newId } from '@renkei/shared/document/new-id.ts';
import { sceneSchema } from '@renkei/shared/method/scenes.ts';
import type { NewWorkshop } from '@renkei/shared/protocol/http-api.ts';
import { limits } from '@renkei/shared/protocol/limits.ts';
import { z } from 'zod';
import { homeText } from '../../i18n/messages/home.ts';
import { api } from '../http.ts';
import { router } from '../router.svelte.ts';
import { paths } from '../routes.ts';

/** What a board file says of itself; the server judges the rest. */
const headSchema = z.object({
	board: z.object({
		meta: z.object({
			title: z.string().trim().min(1).max(120).catch(''),
			scene: sceneSchema.nullable().catch(null)
		})
	})
});

/** Adds a board file to a workshop and opens it; the sentence to show when that fails, else null. */
export async function addBoardFile(workshopId: string, file: File): Promise<string | null> {
	if (file.size > limits.maxImportBytes) return homeText.fileTooLarge();
	const answer = await api.importBoard(workshopId, file);
	if (!answer.ok) return answer.refusal.sentence;
	router.go(paths.board(answer.value.boardId));
	return null;
}

/** Makes a workshop of one table for a board file, named by the form or else by the file. */
export async function openBoardFile(file: File, wish: NewWorkshop): Promise<string | null> {
	if (file.size > limits.maxImportBytes) return homeText.fileTooLarge();
	const head = await readHead(file);
	const workshop = await api.createWorkshop({
		...wish,
		key: newId(),
		name: wish.name || head?.title || file.name.replace(/\.[^.]*$/, '').slice(0, 120) || '-',
		scene: head?.scene ?? wish.scene,
		tables: 1,
		start: 'blank'
	});
	if (!workshop.ok) return workshop.refusal.sentence;
	const problem = await addBoardFile(workshop.value.id, file);
	// A refused file must leave nothing behind.
	if (problem !== null) await api.deleteWorkshop(workshop.value.id);
	return problem;
}

async function readHead(file: File) {
	try {
		return headSchema.parse(JSON.parse(await file.text())).board.meta;
	} catch {
		return null;
	}
}
