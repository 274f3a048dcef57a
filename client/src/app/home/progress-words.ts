import { stepIds } from '@renkei/shared/method/ids.ts';
import { steps } from '@renkei/shared/method/steps.ts';
import type { BoardSummary, Workshop } from '@renkei/shared/protocol/http-api.ts';
import { say } from '../../i18n/message.ts';

type Progress = BoardSummary['progress'];

/** The furthest step anything is written in, as an index, or -1 when all are empty. */
export function furthestStep(progress: Progress): number {
	let furthest = -1;
	for (const [index, state] of progress.entries()) if (state !== 'empty') furthest = index;
	return furthest;
}

/** The furthest step's word with its number, as the rail shows it; empty when nothing is written. */
export function furthestStepWords(progress: Progress): string {
	const at = furthestStep(progress);
	const id = stepIds[at];
	return id ? `Step${at + 1} ${say(steps[id].label)}` : '';
}

/** The board of a workshop that has come furthest; the first table where several have. */
export function furthestBoard(workshop: Workshop): BoardSummary | null {
	let best: BoardSummary | null = null;
	for (const board of workshop.boards)
		if (!best || furthestStep(board.progress) > furthestStep(best.progress)) best = board;
	return best;
}

/** The board a scene's tile shows: from the newest workshop of that scene that has any cards, else from the newest. */
export function boardOfScene(
	workshops: readonly Workshop[],
	scene: Workshop['scene']
): BoardSummary | null {
	const newestFirst = workshops
		.flatMap((workshop) => workshop.boards.map((board) => ({ board, workshop })))
		.filter(({ board, workshop }) => (board.scene ?? workshop.scene) === scene)
		.sort((a, b) => b.workshop.createdAt - a.workshop.createdAt);
	const written = newestFirst.filter(({ board }) => board.cardCount > 0);
	const newest = (written[0] ?? newestFirst[0])?.workshop;
	let best: BoardSummary | null = null;
	for (const { board, workshop } of written.length > 0 ? written : newestFirst)
		if (
			workshop === newest &&
			(!best || furthestStep(board.progress) > furthestStep(best.progress))
		)
			best = board;
	return best;
}
